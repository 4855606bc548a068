import type {Language} from './figure.ts';
import type {MetricView} from './study.ts';
import {DESIGN_WORDS} from './words/design.ts';
import {fill} from './words/fill.ts';

/** How each metric of a study is computed, which way is better and what a blind guess has: a statement each; nothing of a column that is no known metric. */
export function definitionTexts(metrics: readonly MetricView[], language: Language): string[] {
  return metrics.flatMap(({label, definition, direction}) => {
    if (!definition) return [];
    const {formula, source, guess} = definition;
    const told = {
      label: label[language],
      formula: formula[language],
      direction: DESIGN_WORDS[direction][language],
      source,
    };
    return [
      guess === null
        ? fill(DESIGN_WORDS.metric, language, told)
        : fill(DESIGN_WORDS.metricGuess, language, {...told, guess}),
    ];
  });
}

import {expect, test} from 'vitest';
import {definitionTexts} from '../../src/report/definitions.ts';
import {ademp} from '../../src/report/design.ts';
import {partsOf} from '../../src/report/makeStudy.ts';
import {LAWS} from '../../src/science/laws/registry.ts';
import {METRICS} from '../../src/science/metrics/registry.ts';
import {parse} from '../config/messages.ts';
import {sampleTable} from './sampleTable.ts';

const viewOf = ({name, label, formula, source, guess, direction, continuous, percent}: (typeof METRICS)[number]) => ({
  ...{name, label, direction, continuous, percent, chance: {}},
  definition: {formula, source, guess},
});

test.each(METRICS)('$name is defined in both languages, with the value of a guess where it has one', (metric) => {
  const {formula, guess, source, label} = metric;
  const [en, zh] = (['en', 'zh'] as const).map((language) => definitionTexts([viewOf(metric)], language));
  expect(en).toEqual([expect.stringContaining(`${label.en}: ${formula.en}; ${metric.direction} is better`)]);
  expect(zh).toEqual([expect.stringContaining(`${label.zh}：${formula.zh}；`)]);
  for (const [told] of [en!, zh!]) {
    expect(told).toContain(source);
    expect(/a blind guess has|盲猜/.test(told!)).toBe(guess !== null);
    if (guess !== null) expect(told).toContain(guess);
  }
  expect(formula.zh).not.toMatch(/\b(?!most\b)[a-z]{4,}\b/);
});

test('a study says what its own metrics are, and no others', () => {
  const {experiment} = parse(
    'name: a\npopulation: du2024-large\nbenchmarks: [mmlu]\nmetrics: [accuracy, brierScore]\n',
  );
  const told = ademp(partsOf(experiment), 'en').flatMap(({items}) => items);
  const defined = METRICS.filter(({formula}) => told.some((item) => item.includes(`: ${formula.en};`)));
  expect(defined.map(({name}) => name)).toEqual(['accuracy', 'brierScore']);
});

test('of a table, the metrics that are known are defined, and its own columns are not', () => {
  const {metrics} = sampleTable({own: 'my_score'});
  expect(metrics).toHaveLength(4);
  expect(definitionTexts(metrics, 'en').map((text) => text.split(':')[0])).toEqual([
    'Accuracy',
    'CorrectChoiceProb',
    'BrierScore',
  ]);
});

/** What a point of training is described by, and what a formula defines itself. */
const SYMBOLS = 'N Nne D S U C B L n c lr lr_max Smin'.split(' ');

test.each(LAWS)(
  'the formula of the law $name is one in every language: names of quantities and functions alone',
  (law) => {
    const {formula, parameters} = law;
    const known = [...Object.keys(parameters), ...SYMBOLS];
    const names = formula.match(/[a-zA-Z]\w*/g)!.filter((name) => !/^(?:min|max|ln|exp|zeta|e\d+)$/.test(name));
    expect(names.filter((name) => !known.includes(name))).toEqual([]);
  },
);

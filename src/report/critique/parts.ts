import type {CurveFinding} from '../../inference/findings.ts';
import {widthUnit} from '../axisNames.ts';
import type {Language} from '../figure.ts';
import {metricLabel} from '../lookup.ts';
import {decimal, intervalText} from '../numbers.ts';
import type {Study} from '../study.ts';
import {typicalOnset, typicalWidth} from '../typical.ts';
import {CRITIQUE_WORDS} from '../words/critique.ts';
import {fill} from '../words/fill.ts';
import {LIST_SEPARATOR} from '../words/verdicts.ts';

/** Says parts of sentences of one study in one language. */
export interface Speaker {
  readonly study: Study;
  readonly language: Language;
}

/** Items of a list in one text. */
export function listed(items: readonly string[], {language}: Speaker): string {
  return items.join(LIST_SEPARATOR[language]);
}

/** Names of the metrics of curves. */
export function namesText(curves: readonly CurveFinding[], speaker: Speaker): string {
  return listed(
    curves.map(({metric}) => metricLabel(speaker.study, metric, speaker.language)),
    speaker,
  );
}

/** Unit of a width: nats, or that of the column of a table. */
export function unitText({study: {table}, language}: Speaker): string {
  return table === null ? CRITIQUE_WORDS.nats[language] : widthUnit(table);
}

/** Typical onsets of curves, without those that have none. */
export function onsetsText(curves: readonly CurveFinding[], speaker: Speaker): string {
  const onsets = curves.map(typicalOnset).filter((onset) => onset !== null);
  return listed([...new Set(onsets.map((onset) => decimal(onset)))], speaker);
}

/** Metrics with their typical onsets. */
export function placesText(curves: readonly CurveFinding[], speaker: Speaker): string {
  const {study, language} = speaker;
  const items = curves.map((curve) => {
    const onset = typicalOnset(curve);
    const metric = metricLabel(study, curve.metric, language);
    return onset === null ? metric : fill(CRITIQUE_WORDS.place, language, {metric, onset: decimal(onset)});
  });
  return listed(items, speaker);
}

/** Typical widths of curves with their metrics. */
export function widthsText(curves: readonly CurveFinding[], speaker: Speaker): string {
  const {study, language} = speaker;
  const items = curves.map((curve) =>
    fill(CRITIQUE_WORDS.width, language, {
      width: intervalText(typicalWidth(curve)),
      metric: metricLabel(study, curve.metric, language),
    }),
  );
  return listed(items, speaker);
}

/** Typical widths of curves with their unit, where the metrics are named already. */
export function bareWidthsText(curves: readonly CurveFinding[], speaker: Speaker): string {
  const unit = unitText(speaker);
  const items = curves.map((curve) =>
    fill(CRITIQUE_WORDS.bareWidth, speaker.language, {width: intervalText(typicalWidth(curve)), unit}),
  );
  return listed(items, speaker);
}

import type {BenchmarkFinding, CurveFinding, PairFinding} from '../../inference/findings.ts';
import {isFitted} from '../fitted.ts';
import {type Case, metricLabel} from '../lookup.ts';
import {decimal} from '../numbers.ts';
import {splitList} from '../usualVerdict.ts';
import {CRITIQUE_WORDS} from '../words/critique.ts';
import {fill} from '../words/fill.ts';
import {SENTENCE_WORDS} from '../words/verdicts.ts';
import type {Speaker} from './parts.ts';

/** How the replicates are split, or that the data do not decide. */
export function openText({rates}: Pick<BenchmarkFinding, 'rates'>, {language}: Speaker): string {
  const list = splitList({rates}, language);
  return list === '' || (rates?.['cannot-tell']?.value ?? 0) === 1
    ? CRITIQUE_WORDS.none[language]
    : fill(CRITIQUE_WORDS.split, language, {list});
}

const CURVE_NEEDS: Readonly<Record<string, keyof typeof CRITIQUE_WORDS>> = {
  'interval-too-wide': 'needWidth',
  edge: 'needEdge',
  'too-few-points-near-break': 'needNear',
  'data-gap': 'needGap',
};

function curveNeed(curve: CurveFinding, {study, language}: Speaker): readonly string[] {
  const {shape, reason, width, widthLimit} = curve;
  if (shape !== 'undetermined') return [];
  const need = CURVE_NEEDS[reason] ?? (isFitted(curve) ? 'needWidth' : 'needFit');
  const data = {
    metric: metricLabel(study, curve.metric, language),
    low: decimal(width.low),
    high: decimal(width.high),
    limit: decimal(widthLimit),
  };
  return [fill(CRITIQUE_WORDS[need], language, data)];
}

function pairNeed({from, to, reason, difference}: PairFinding, {study, language}: Speaker): readonly string[] {
  const names = {from: metricLabel(study, from, language), to: metricLabel(study, to, language)};
  if (reason === 'difference-uncertain' && difference) {
    const ends = {low: decimal(difference.low), high: decimal(difference.high)};
    return [fill(CRITIQUE_WORDS.needDifference, language, {...names, ...ends})];
  }
  return reason === 'not-soft-at-common-onset' ? [fill(CRITIQUE_WORDS.needHeld, language, names)] : [];
}

/** What would decide a verdict that cannot be told, read off replicate 0 where it is open there too. */
export function missingText({finding, curves}: Case, speaker: Speaker): string {
  // More of the same decides nothing where the loss is not what decides.
  const apart = curves.some(({collapse}) => collapse.some(({at, verdict}) => at === 'loss' && verdict === 'differs'));
  if (apart) return CRITIQUE_WORDS.needCurve[speaker.language];
  const needs =
    finding.verdict === 'cannot-tell'
      ? [
          ...curves.flatMap((curve) => curveNeed(curve, speaker)),
          ...finding.pairs.flatMap((pair) => pairNeed(pair, speaker)),
        ]
      : [];
  if (needs.length === 0) return CRITIQUE_WORDS.needMore[speaker.language];
  return needs.join(SENTENCE_WORDS.separator[speaker.language]);
}

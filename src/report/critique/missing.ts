import type {BenchmarkFinding, CurveFinding, PairFinding} from '../../inference/findings.ts';
import {isFitted} from '../fitted.ts';
import {type Case, metricLabel} from '../lookup.ts';
import {decimal, percentText} from '../numbers.ts';
import {CRITIQUE_WORDS} from '../words/critique.ts';
import {fill} from '../words/fill.ts';
import {SENTENCE_WORDS, VERDICT_WORDS} from '../words/verdicts.ts';
import {listed, type Speaker} from './parts.ts';

/** Verdicts of a smaller share of the replicates are not listed. */
const LEAST_SHARE = 0.05;

/** How the replicates are split over the verdicts of a benchmark or a pair, or that the data do not decide. */
export function openText({rates}: Pick<BenchmarkFinding, 'rates'>, speaker: Speaker): string {
  const {language} = speaker;
  const shares = Object.entries(rates ?? {})
    .filter(([, {value, n}]) => n > 1 && value >= LEAST_SHARE)
    .sort(([, a], [, b]) => b.value - a.value);
  if (shares.length === 0) return CRITIQUE_WORDS.none[language];
  const items = shares.map(([verdict, {value}]) =>
    fill(CRITIQUE_WORDS.splitItem, language, {
      verdict: VERDICT_WORDS[verdict as keyof typeof VERDICT_WORDS][language],
      rate: percentText(value),
    }),
  );
  return fill(CRITIQUE_WORDS.split, language, {list: listed(items, speaker)});
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

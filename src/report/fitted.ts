import {FEWEST_POINTS} from '../inference/bentHinge.ts';
import type {BenchmarkFinding, CurveFinding} from '../inference/findings.ts';
import type {Language} from './figure.ts';
import {DASH} from './ledTable.ts';
import {type Case, metricLabel} from './lookup.ts';
import {intervalText} from './numbers.ts';
import type {Study} from './study.ts';
import {fill} from './words/fill.ts';
import {UNFITTED_WORDS} from './words/unfitted.ts';
import {LIST_SEPARATOR, SENTENCE_WORDS, SHAPE_WORDS, VERDICT_MEANING} from './words/verdicts.ts';

/** Reasons that leave a curve without any fit: its width is a placeholder and not an estimate. */
const UNFITTED: ReadonlySet<string> = new Set(['too-few-points', 'no-fit', 'data-gap']);

/** Whether a bent hinge was fitted to a curve at all. */
export function isFitted({reason}: Pick<CurveFinding, 'reason'>): boolean {
  return !UNFITTED.has(reason);
}

/** The onset of a curve with its interval; a dash where there is none. */
export function onsetText({onset}: Pick<CurveFinding, 'onset'>): string {
  return onset ? intervalText(onset) : DASH;
}

/** The width of a curve with its interval; a dash where nothing was fitted. */
export function widthText(curve: Pick<CurveFinding, 'reason' | 'width'>): string {
  return isFitted(curve) ? intervalText(curve.width) : DASH;
}

/** The shape of a curve in a word, or that it was not fitted. */
export function shapeWord(curve: Pick<CurveFinding, 'reason' | 'shape'>, language: Language): string {
  return isFitted(curve) ? SHAPE_WORDS[curve.shape][language] : UNFITTED_WORDS.short[language];
}

/** Whether all the scores of a curve are equal. */
function isConstant({scores}: Study, {world, benchmark, metric}: CurveFinding): boolean {
  const mine = scores.filter((row) => row.world === world && row.benchmark === benchmark && row.metric === metric);
  return new Set(mine.map(({value}) => value)).size === 1;
}

/** Why a curve was not fitted: `not fitted: 6 points, at least 12 needed`. */
export function unfittedText(study: Study, curve: CurveFinding, language: Language): string {
  const {reason, points} = curve;
  if (reason === 'too-few-points') {
    const word = points < FEWEST_POINTS ? 'fewPoints' : 'fewPlaces';
    return fill(UNFITTED_WORDS[word], language, {points, fewest: FEWEST_POINTS});
  }
  if (reason === 'data-gap') return UNFITTED_WORDS.gap[language];
  return UNFITTED_WORDS[isConstant(study, curve) ? 'constant' : 'impossible'][language];
}

/** Whether every pair, or the only metric, lacks a fit that its verdict needs. */
function lacksFits({pairs}: BenchmarkFinding, missing: readonly CurveFinding[]): boolean {
  const names = new Set(missing.map(({metric}) => metric));
  return pairs.every(({from, to}) => names.has(from) || names.has(to));
}

/** What a verdict means, in a clause; of one that cannot be told for want of a fit, why there is none. */
export function meaningText(
  study: Study,
  {finding, curves}: Pick<Case, 'finding' | 'curves'>,
  verdict: BenchmarkFinding['verdict'],
  language: Language,
): string {
  const meaning = VERDICT_MEANING[verdict][language];
  const missing = curves.filter((curve) => !isFitted(curve));
  if (verdict !== 'cannot-tell' || missing.length === 0) return meaning;
  const told = missing.map((curve) => ({text: unfittedText(study, curve, language), metric: curve.metric}));
  const texts = [...new Set(told.map(({text}) => text))];
  if (texts.length === 1 && missing.length === curves.length) return texts[0]!;
  const items = texts.map((text) => {
    const metrics = told.filter((one) => one.text === text).map(({metric}) => metricLabel(study, metric, language));
    return fill(UNFITTED_WORDS.of, language, {text, metrics: metrics.join(LIST_SEPARATOR[language])});
  });
  return [...(lacksFits(finding, missing) ? [] : [meaning]), ...items].join(SENTENCE_WORDS.separator[language]);
}

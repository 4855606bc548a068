import type {VerdictRule} from '../config/experiment.ts';
import type {Shape, Verdict} from './findings.ts';
import type {Interval} from './interval.ts';

/** A width below `limit` counts as a break: `sharp` needs the upper end below it and the lower below a third, `soft` the lower above half. */
const SHARP_LOW = 1 / 3;
const SOFT_LOW = 1 / 2;

/** Shape of a curve and why. */
export interface ShapeVerdict {
  readonly shape: Shape;
  readonly reason:
    | 'narrow-width'
    | 'wide-width'
    | 'interval-too-wide'
    | 'edge'
    | 'too-few-points-near-break'
    | 'too-few-points'
    | 'data-gap'
    | 'no-fit';
}

/** Shape of a curve with eta held at the break of another metric. */
export interface HeldShape {
  readonly shape: Shape;
  /** Whether the fit with eta free is not better at the 5 % level. */
  readonly compatible: boolean;
}

/** What a verdict needs of a fit. */
export interface JudgedCurve {
  readonly shape: Shape;
  /** Null or absent where there was no break to hold eta at. */
  readonly held?: HeldShape | null;
  /** Interval of eta; null where eta is not located. */
  readonly onset: Interval | null;
}

/** Verdict of a pair, its reason and eta(to) - eta(from). */
export interface PairVerdict {
  readonly verdict: Verdict;
  readonly reason:
    | 'both-sharp-same-onset'
    | 'sharp-at-common-onset'
    | 'both-sharp-different-onset'
    | 'difference-uncertain'
    | 'discontinuous-sharp-continuous-soft'
    | 'none-sharp'
    | 'only-continuous-sharp'
    | 'discontinuous-undetermined'
    | 'not-soft-at-common-onset'
    | 'continuous-undetermined';
  readonly difference: Interval | null;
}

/**
 * The shape rule: `sharp` where w.high < w* and w.low < w* / 3, `soft` where w.low > w* / 2, else undetermined.
 * Only `sharp` needs the guards: eta inside its grid and at least two points within 2 w* of eta on each side.
 */
export function shapeVerdict(
  width: Interval,
  limit: number,
  edge: boolean,
  nearBelow: number,
  nearAbove: number,
): ShapeVerdict {
  if (width.low > SOFT_LOW * limit) return {shape: 'soft', reason: 'wide-width'};
  if (edge) return {shape: 'undetermined', reason: 'edge'};
  if (!(width.high < limit && width.low < SHARP_LOW * limit))
    return {shape: 'undetermined', reason: 'interval-too-wide'};
  if (nearBelow < 2 || nearAbove < 2) return {shape: 'undetermined', reason: 'too-few-points-near-break'};
  return {shape: 'sharp', reason: 'narrow-width'};
}

/** How the interval of eta(to) - eta(from) is made. */
export type Difference = (from: Interval, to: Interval) => Interval;

/** eta(to) - eta(from); half lengths join by root sum of squares on each side, as if the two estimates were independent. */
export function onsetDifference(from: Interval, to: Interval): Interval {
  const estimate = to.estimate - from.estimate;
  const low = estimate - Math.hypot(to.estimate - to.low, from.high - from.estimate);
  const high = estimate + Math.hypot(to.high - to.estimate, from.estimate - from.low);
  return {estimate, low, high};
}

function sharpPair(from: Interval, to: Interval, rule: VerdictRule, differenceOf: Difference): PairVerdict {
  const margin = to.high - to.low > rule.wideInterval ? rule.wideMargin : rule.margin;
  if (Math.abs(to.estimate - from.estimate) < margin)
    return {verdict: 'kept', reason: 'both-sharp-same-onset', difference: onsetDifference(from, to)};
  const difference = differenceOf(from, to);
  const apart = difference.low > margin || difference.high < -margin;
  return apart
    ? {verdict: 'moved', reason: 'both-sharp-different-onset', difference}
    : {verdict: 'cannot-tell', reason: 'difference-uncertain', difference};
}

/** Sharp, then not sharp with eta free: what the fit with eta held at the break says decides. */
function notSharp({shape, held}: JudgedCurve, difference: Interval | null): PairVerdict {
  if (held?.shape === 'sharp' && held.compatible) return {verdict: 'kept', reason: 'sharp-at-common-onset', difference};
  if (shape !== 'soft') return {verdict: 'cannot-tell', reason: 'continuous-undetermined', difference};
  return !held || held.shape === 'soft'
    ? {verdict: 'removed', reason: 'discontinuous-sharp-continuous-soft', difference}
    : {verdict: 'cannot-tell', reason: 'not-soft-at-common-onset', difference};
}

/**
 * The pair rule, from a discontinuous to a continuous metric of one benchmark: kept (both sharp, onsets within the margin, or the second sharp with eta held at the break of the first and no worse for it),
 * moved (both sharp, interval of the difference wholly outside the margin), removed (sharp, then soft with eta free and with eta held), none (soft, then not sharp), else cannot-tell.
 * `differenceOf` is only asked where the verdict depends on its interval.
 */
export function pairVerdict(
  from: JudgedCurve,
  to: JudgedCurve,
  rule: VerdictRule,
  differenceOf: Difference = onsetDifference,
): PairVerdict {
  if (from.shape === 'sharp' && to.shape === 'sharp' && from.onset && to.onset)
    return sharpPair(from.onset, to.onset, rule, differenceOf);
  const difference = from.onset && to.onset ? onsetDifference(from.onset, to.onset) : null;
  if (from.shape === 'undetermined') return {verdict: 'cannot-tell', reason: 'discontinuous-undetermined', difference};
  if (from.shape === 'soft') {
    return to.shape === 'sharp'
      ? {verdict: 'cannot-tell', reason: 'only-continuous-sharp', difference}
      : {verdict: 'none', reason: 'none-sharp', difference};
  }
  return notSharp(to, difference);
}

/** Verdict of a benchmark. */
export type BenchmarkVerdict = Verdict | 'break' | 'no-break';

/**
 * The benchmark rule: removed if any pair is, else moved if any is, else kept if all decided pairs are, none if all pairs are, else cannot-tell.
 * Without pairs the shapes alone speak: break if all are sharp, no-break if all are soft.
 */
export function benchmarkVerdict(pairs: readonly Verdict[], shapes: readonly Shape[]): BenchmarkVerdict {
  if (pairs.length === 0) {
    if (shapes.length > 0 && shapes.every((shape) => shape === 'sharp')) return 'break';
    return shapes.length > 0 && shapes.every((shape) => shape === 'soft') ? 'no-break' : 'cannot-tell';
  }
  if (pairs.includes('removed')) return 'removed';
  if (pairs.includes('moved')) return 'moved';
  const decided = pairs.filter((verdict) => verdict !== 'cannot-tell');
  if (decided.length > 0 && decided.every((verdict) => verdict === 'kept')) return 'kept';
  return pairs.every((verdict) => verdict === 'none') ? 'none' : 'cannot-tell';
}

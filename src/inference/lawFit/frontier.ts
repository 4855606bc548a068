import {exp, log} from '../../numeric/elementary.ts';
import {goldenMinimum} from '../../numeric/golden.ts';
import {quantile} from '../../numeric/quantile.ts';
import type {Interval} from '../interval.ts';
import type {LawFit} from './fit.ts';
import type {Fittable, LawPoint} from './fittable.ts';

/** Compute-optimal training at one compute; intervals are percentiles of 95 %, of no length without resamples. */
export interface FrontierPoint {
  /** FLOP. */
  readonly C: number;
  /** Parameters. */
  readonly N: Interval;
  /** Tokens, C / (6 N). */
  readonly D: Interval;
  /** The least loss, nats per token. */
  readonly loss: Interval;
}

const COMPUTES = 41;
const GOLDEN_STEPS = 60;
/** Fewest parameters and fewest tokens that are looked at, as a logarithm. */
const LEAST = log(1e3);
const LN_6 = log(6);

/** A point of training in logarithms: the schedule has ended, and C = 6 N D. */
export function pointAt(lnN: number, lnD: number): LawPoint {
  return {lnN, lnD, lnS: Number.NaN, lnC: LN_6 + lnN + lnD, lnU: Number.POSITIVE_INFINITY, lr: 0};
}

/** Whether a form says how to spend compute: it knows both N and D, and these are all. */
export function hasFrontier({needs}: Fittable): boolean {
  return needs.length === 2 && needs.includes('N') && needs.includes('D');
}

/** ln N that minimises L(N, C / (6 N)) and that least loss (Hoffmann et al. 2022, equation 4, for any form in which it has one minimum). */
export function optimumAt(fittable: Fittable, theta: Float64Array, lnC: number): {lnN: number; loss: number} {
  const law = fittable.sloped(theta);
  const room = new Float64Array(theta.length);
  const loss = (lnN: number): number => law(pointAt(lnN, lnC - LN_6 - lnN), room);
  const lnN = goldenMinimum(loss, LEAST, Math.max(lnC - LN_6 - LEAST, LEAST), GOLDEN_STEPS);
  return {lnN, loss: loss(lnN)};
}

/** Percentiles of 95 % of resampled numbers, those that are finite; without any both ends are the estimate. */
export function percentiles(estimate: number, draws: readonly number[]): Interval {
  const known = draws.filter(Number.isFinite);
  if (known.length === 0) return {estimate, low: estimate, high: estimate};
  return {estimate, low: quantile(known, 0.025), high: quantile(known, 0.975)};
}

/** Even steps from one number to another, both included. */
export function evenly(from: number, to: number, count: number): number[] {
  return Array.from({length: count}, (_, i) => from + ((to - from) * i) / (count - 1));
}

/** The compute-optimal frontier over a range of ln C, with the intervals of resampled thetas; null for forms without N and D. */
export function frontierOf(
  {fittable, theta}: LawFit,
  draws: readonly Float64Array[],
  [from, to]: readonly [number, number],
): FrontierPoint[] | null {
  if (!hasFrontier(fittable)) return null;
  return evenly(from, to, COMPUTES).map((lnC) => {
    const best = optimumAt(fittable, theta, lnC);
    const drawn = draws.map((draw) => optimumAt(fittable, draw, lnC));
    const N = percentiles(
      exp(best.lnN),
      drawn.map(({lnN}) => exp(lnN)),
    );
    const C = exp(lnC);
    const tokens = (n: number): number => C / (6 * n);
    const loss = percentiles(
      best.loss,
      drawn.map((one) => one.loss),
    );
    return {C, N, D: {estimate: tokens(N.estimate), low: tokens(N.high), high: tokens(N.low)}, loss};
  });
}

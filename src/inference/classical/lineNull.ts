import {leastSquares} from '../../numeric/leastSquares.ts';
import {remembered} from '../../numeric/remembered.ts';
import {rootsOf, type Sample} from './sample.ts';

/** Rising x with weights, and what it takes to take a line out of a regressor. */
export interface Axis extends Omit<Sample, 'y'> {
  /** Sum of weights. */
  readonly total: number;
  /** Weighted mean of x. */
  readonly centre: number;
  /** Weighted sum of squares of x around its mean. */
  readonly spread: number;
}

/** The straight line that the classical tests take for "no break", with what they need of it. */
export interface LineNull extends Axis, Sample {
  /** y minus the line. */
  readonly residual: Float64Array;
  /** Weighted residual sum of squares. */
  readonly rss: number;
}

/** Residual sums of squares below this share of the sum of squares of y are rounding. */
const EXACT = 1e-24;
/** Fewest distinct x with which anything can be tested against a line. */
export const FEWEST_PLACES = 4;
/** Fewest points with which anything can be tested against a line. */
export const FEWEST_POINTS = 5;

/** Weighted sums of an axis. */
export function axisOf(x: Float64Array, weight: Float64Array | null): Axis {
  const weightOf = (i: number): number => (weight ? weight[i]! : 1);
  let total = 0;
  let sum = 0;
  for (let i = 0; i < x.length; i++) {
    total += weightOf(i);
    sum += weightOf(i) * x[i]!;
  }
  const centre = sum / total;
  const spread = x.reduce((all, value, i) => all + weightOf(i) * (value - centre) ** 2, 0);
  return {x, weight, total, centre, spread};
}

/**
 * The weighted least-squares line, fitted once for a sample that is in use. Null where nothing can be tested against it: fewer than five points or four distinct x,
 * or points that lie on it up to rounding.
 */
export const lineNull = remembered((sample: Sample): LineNull | null => {
  const {x, y, weight} = sample;
  if (x.length < FEWEST_POINTS || new Set(x).size < FEWEST_PLACES) return null;
  const axis = axisOf(x, weight);
  const offset = x.map((value) => value - axis.centre);
  const {coefficients, rss, rank} = leastSquares([new Float64Array(x.length).fill(1), offset], y, rootsOf(sample));
  const square = y.reduce((sum, value, i) => sum + (weight ? weight[i]! : 1) * value * value, 0);
  if (rank < 2 || !(rss > EXACT * square)) return null;
  const residual = y.map((value, i) => value - coefficients[0]! - coefficients[1]! * offset[i]!);
  return {...axis, y, residual, rss};
});

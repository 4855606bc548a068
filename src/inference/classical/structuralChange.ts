import {leastSquares} from '../../numeric/leastSquares.ts';
import {lineRss, type Running, running} from './runningLines.ts';

/** Values in the order of time or of x, with a regressor beside the constant or, for shifts of a mean, without. */
export interface Ordered {
  readonly y: Float64Array;
  /** Null for a model of the mean alone. */
  readonly x: Float64Array | null;
}

/** F statistics of a change of all coefficients at every place in the trimmed range, and three numbers that sum them up. */
export interface StructuralChange {
  /** Number of coefficients, 1 or 2. */
  readonly coefficients: 1 | 2;
  /** Number of points before each tried change. */
  readonly before: readonly number[];
  /** (S0 - S1) / (S1 / (n - 2 k)), in units of a chi-square with k degrees of freedom. */
  readonly statistics: readonly number[];
  /** Largest statistic (Andrews 1993). */
  readonly sup: number;
  /** ln of the mean of exp(F / 2), and mean (Andrews and Ploberger 1994). */
  readonly exp: number;
  readonly ave: number;
}

/** Share of the points at either end in which no change is tried (Andrews 1993). */
export const TRIM = 0.15;
/** Residual sums of squares below this share of the sum of squares of y are rounding. */
const EXACT = 1e-24;

/** y minus its mean or line: segments fit it as well as y itself, with fewer digits lost. */
export function leftover({y, x}: Ordered): {readonly residual: Float64Array; readonly rss: number} | null {
  const one = new Float64Array(y.length).fill(1);
  const centre = x ? x.reduce((sum, value) => sum + value, 0) / x.length : 0;
  const offset = x ? x.map((value) => value - centre) : null;
  const {coefficients, rss, rank} = leastSquares(offset ? [one, offset] : [one], y);
  const square = y.reduce((sum, value) => sum + value * value, 0);
  if (rank < (x ? 2 : 1) || !(rss > EXACT * square)) return null;
  const residual = y.map((value, i) => value - coefficients[0]! - (offset ? coefficients[1]! * offset[i]! : 0));
  return {residual, rss};
}

/** Residual sum of squares of the mean (`k` = 1) or line (2) of a running set. */
export function segmentRss(sums: Running, i: number, k: 1 | 2): number {
  return k === 1 ? sums.yy[i]! : lineRss(sums, i);
}

/**
 * Tests for one structural change (Chow's F at every place with at least floor(`trim` n) points on either side), O(n).
 * With a regressor, points are ordered by it, and a change between two points of the same x or beside a side with one distinct x is not tried.
 * A curve that bends anywhere is an alternative to constant coefficients: a large statistic does not say that there is a break.
 * Null for fewer points than two segments need, or points that the model fits up to rounding.
 */
export function structuralChange(data: Ordered, {trim = TRIM} = {}): StructuralChange | null {
  const {y, x} = data;
  const n = y.length;
  const k = x ? 2 : 1;
  const shortest = Math.max(Math.floor(trim * n), k + 1);
  const rest = n >= 2 * shortest ? leftover(data) : null;
  if (!rest) return null;
  const sample = {x: x ?? new Float64Array(n), y: rest.residual, weight: null};
  const below = running(sample, 0, n, 1);
  const above = running(sample, n - 1, -1, -1);
  const before: number[] = [];
  const statistics: number[] = [];
  for (let count = shortest; count <= n - shortest; count++) {
    if (x && !(x[count]! > x[count - 1]! && below.xx[count - 1]! > 0 && above.xx[count]! > 0)) continue;
    const rss = Math.max(segmentRss(below, count - 1, k) + segmentRss(above, count, k), Number.EPSILON * rest.rss);
    before.push(count);
    statistics.push((Math.max(rest.rss - rss, 0) * (n - 2 * k)) / rss);
  }
  if (statistics.length === 0) return null;
  const sup = statistics.reduce((most, f) => Math.max(most, f));
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const exp = sup / 2 + Math.log(mean(statistics.map((f) => Math.exp((f - sup) / 2))));
  return {coefficients: k, before, statistics, sup, exp, ave: mean(statistics)};
}

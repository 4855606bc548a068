import {leastSquares} from '../../numeric/leastSquares.ts';
import {quantileOfSorted} from '../../numeric/quantile.ts';
import {type Running, running, slopeAt} from './runningLines.ts';
import type {Sample} from './sample.ts';

/** A flat line that turns into a straight one below eta: y = c + s max(eta - x, 0). */
export interface PlainHinge {
  readonly eta: number;
  readonly level: number;
  readonly slope: number;
  readonly rss: number;
}

type Places = Pick<Sample, 'x' | 'y'>;

const TRIM = 0.03;
const FEWEST_PLACES = 4;

/** Plain hinge at a given eta. */
export function plainHingeAt({x, y}: Places, eta: number): PlainHinge {
  const {coefficients, rss} = leastSquares(
    [new Float64Array(x.length).fill(1), x.map((value) => Math.max(eta - value, 0))],
    y,
  );
  return {eta, level: coefficients[0]!, slope: coefficients[1]!, rss};
}

/** What the hinge takes off the sum of squares of y around its mean, points up to `last` lying below eta. */
function gainAt(below: Running, last: number, eta: number, n: number, mean: number): number {
  const count = last + 1;
  const distance = eta - below.x[last]!;
  const square = below.xx[last]! + count * distance * distance * (1 - count / n);
  const product = count * distance * (below.y[last]! - mean) - below.xy[last]!;
  return square > 0 ? (product * product) / square : 0;
}

/**
 * Least-squares plain hinge with eta in the middle 94 % of points, O(n): exact, because between two neighbouring points the hinge is two separate
 * fits (a mean and a line) whose crossing is the optimum if it lies between them, and else the optimum is at a point.
 * Null for fewer than four distinct x or a constant y.
 */
export function plainHinge({x, y}: Places): PlainHinge | null {
  const n = x.length;
  if (new Set(x).size < FEWEST_PLACES || new Set(y).size < 2) return null;
  const low = quantileOfSorted(x, TRIM);
  const high = quantileOfSorted(x, 1 - TRIM);
  const sample = {x, y, weight: null};
  const below = running(sample, 0, n, 1);
  const above = running(sample, n - 1, -1, -1);
  const mean = above.y[0]!;
  let best = {eta: Number.NaN, gain: Number.NEGATIVE_INFINITY};
  const look = (eta: number, last: number): void => {
    if (!(eta >= low && eta <= high)) return;
    const gain = gainAt(below, last, eta, n, mean);
    if (gain > best.gain) best = {eta, gain};
  };
  for (let i = 0; i < n; i++) {
    look(x[i]!, i);
    if (i === 0 || i + 1 === n) continue;
    const crossing = below.x[i]! + (above.y[i + 1]! - below.y[i]!) / slopeAt(below, i);
    if (crossing > x[i]! && crossing < x[i + 1]!) look(crossing, i);
  }
  return Number.isNaN(best.eta) ? null : plainHingeAt({x, y}, best.eta);
}

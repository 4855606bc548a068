import {leastSquares} from '../numeric/leastSquares.ts';
import {median, quantileOfSorted} from '../numeric/quantile.ts';
import {type Curve, type Points, sortedPoints} from './curve.ts';

/** Pearson's correlation; null where one side is constant. */
export function pearson(x: Float64Array, y: Float64Array): number | null {
  const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const mx = mean(x);
  const my = mean(y);
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let i = 0; i < x.length; i++) {
    xx += (x[i]! - mx) * (x[i]! - mx);
    yy += (y[i]! - my) * (y[i]! - my);
    xy += (x[i]! - mx) * (y[i]! - my);
  }
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : null;
}

/** Ranks from 1, ties sharing their mean rank. */
function ranks(values: Float64Array): Float64Array {
  const order = Array.from(values.keys()).sort((a, b) => values[a]! - values[b]!);
  const out = new Float64Array(values.length);
  for (let i = 0; i < order.length; ) {
    let last = i;
    while (last + 1 < order.length && values[order[last + 1]!] === values[order[i]!]) last++;
    for (let k = i; k <= last; k++) out[order[k]!] = 1 + (i + last) / 2;
    i = last + 1;
  }
  return out;
}

/** Spearman's rank correlation; null where one side is constant. */
export function spearman(x: Float64Array, y: Float64Array): number | null {
  return pearson(ranks(x), ranks(y));
}

/**
 * Emergence score: sign(argmax y - argmin y) (max y - min y) / sqrt(median of squared steps), values in order of scale
 * (Schaeffer et al. 2023, equation 1; Srivastava et al. 2022). Null where the median step is 0 or there are fewer than two values.
 */
export function emergenceScore(y: ArrayLike<number>): number | null {
  if (y.length < 2) return null;
  let low = 0;
  let high = 0;
  for (let i = 1; i < y.length; i++) {
    if (y[i]! < y[low]!) low = i;
    if (y[i]! > y[high]!) high = i;
  }
  const squares = Array.from({length: y.length - 1}, (_, i) => (y[i + 1]! - y[i]!) ** 2);
  const typical = Math.sqrt(median(squares));
  return typical > 0 ? (Math.sign(high - low) * (y[high]! - y[low]!)) / typical : null;
}

/** A flat line that turns into a straight one below eta: y = c + s max(eta - x, 0). */
export interface PlainHinge {
  readonly eta: number;
  readonly level: number;
  readonly slope: number;
  readonly rss: number;
}

const TRIM = 0.03;

/** Plain hinge at a given eta. */
export function plainHingeAt({x, y}: Points, eta: number): PlainHinge {
  const {coefficients, rss} = leastSquares(
    [new Float64Array(x.length).fill(1), x.map((value) => Math.max(eta - value, 0))],
    y,
  );
  return {eta, level: coefficients[0]!, slope: coefficients[1]!, rss};
}

/**
 * Least-squares plain hinge with eta in the middle 94 % of points: exact, because between two neighbouring points the hinge is two separate
 * fits (a mean and a line) whose crossing is the optimum if it lies between them, and else the optimum is at a point. Null for fewer than 4 points.
 */
export function plainHinge(points: Points): PlainHinge | null {
  const {x, y} = points;
  if (x.length < 4) return null;
  const low = quantileOfSorted(x, TRIM);
  const high = quantileOfSorted(x, 1 - TRIM);
  const tries = Array.from(x).filter((value) => value >= low && value <= high);
  for (let i = 1; i + 1 < x.length; i++) {
    const line = leastSquares([new Float64Array(i + 1).fill(1), x.slice(0, i + 1)], y.slice(0, i + 1)).coefficients;
    const level = y.slice(i + 1).reduce((sum, value) => sum + value, 0) / (x.length - i - 1);
    const crossing = (level - line[0]!) / line[1]!;
    if (crossing > x[i]! && crossing < x[i + 1]! && crossing >= low && crossing <= high) tries.push(crossing);
  }
  const fits = tries.map((eta) => plainHingeAt(points, eta));
  return fits.length > 0 ? fits.reduce((best, fit) => (fit.rss < best.rss ? fit : best)) : null;
}

/** Classical numbers of a curve, to stand beside ours: correlations of loss and value, emergence score, plain hinge. */
export function classicalNumbers(curve: Curve): Readonly<Record<string, number | null>> {
  const points = sortedPoints(curve);
  return {
    spearman: spearman(points.x, points.y),
    pearson: pearson(points.x, points.y),
    emergenceScore: emergenceScore(points.y.slice().reverse()),
    hingeOnset: plainHinge(points)?.eta ?? null,
  };
}

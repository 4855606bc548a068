import {inverse} from '../../numeric/inverse.ts';
import {leastSquares} from '../../numeric/leastSquares.ts';
import {normalQuantile} from '../../numeric/normal.ts';
import type {Interval} from '../interval.ts';
import {kinkScan, kinkSquares} from './kinkScan.ts';
import {lineNull} from './lineNull.ts';
import type {Estimate} from './segmented.ts';

/** y = below (x - gamma)- + above (x - gamma)+ + constant, with errors robust to unequal variances. */
export interface KinkRegression {
  readonly gamma: Estimate;
  readonly below: Estimate;
  readonly above: Estimate;
  readonly constant: Estimate;
  readonly rss: number;
  /** RSS / n. */
  readonly variance: number;
  /** Candidates g with n (S(g) - S) / S at most the 95 % quantile of chi-square with one degree of freedom. */
  readonly interval: Interval;
}

const PARAMETERS = 4;

function inverted(grid: Float64Array, rss: Float64Array, best: number, n: number): Interval {
  const bound = rss[best]! * (1 + normalQuantile(0.975) ** 2 / n);
  const pieces: [number, number][] = [];
  grid.forEach((place, k) => {
    if (!(rss[k]! <= bound)) return;
    const last = pieces[pieces.length - 1];
    if (last && rss[k - 1]! <= bound) last[1] = place;
    else pieces.push([place, place]);
  });
  const whole = {estimate: grid[best]!, low: pieces[0]![0], high: pieces[pieces.length - 1]![1]};
  return pieces.length > 1 ? {...whole, pieces} : whole;
}

/** V = Q^-1 (sum x x' e^2) Q^-1 n / (n - 4), Q = sum x x' plus the products of e with the second derivatives of the curve. */
function covariance(
  x: Float64Array,
  columns: readonly Float64Array[],
  residual: Float64Array,
  gamma: number,
): Float64Array | null {
  const size = PARAMETERS;
  const q = new Float64Array(size * size);
  const middle = new Float64Array(size * size);
  for (let i = 0; i < x.length; i++) {
    const e = residual[i]!;
    for (let a = 0; a < size; a++) {
      for (let b = 0; b < size; b++) {
        const product = columns[a]![i]! * columns[b]![i]!;
        q[a * size + b]! += product;
        middle[a * size + b]! += product * e * e;
      }
    }
    const slope = x[i]! < gamma ? 0 : x[i]! > gamma ? 1 : -1;
    if (slope < 0) continue;
    q[slope * size + 3]! += e;
    q[3 * size + slope]! += e;
  }
  const bread = inverse(q, size);
  if (!bread) return null;
  const times = (left: Float64Array, right: Float64Array): Float64Array =>
    left.map((_, place) => {
      let sum = 0;
      for (let k = 0; k < size; k++)
        sum += left[Math.floor(place / size) * size + k]! * right[k * size + (place % size)]!;
      return sum;
    });
  const scale = x.length / (x.length - size);
  return times(times(bread, middle), bread).map((value) => value * scale);
}

/**
 * Regression kink with unknown threshold over a rising grid of candidates (Hansen 2017, sections 3 and 5: theorem 2 for the covariance,
 * test inversion for the interval of gamma). Unweighted. Null where `lineNull` is, without a usable candidate, or with fewer than six points.
 */
export function kinkRegression(x: Float64Array, y: Float64Array, grid: Float64Array): KinkRegression | null {
  const line = lineNull({x, y, weight: null});
  if (!line || x.length <= PARAMETERS + 1) return null;
  const squares = kinkSquares(line, kinkScan(line, grid));
  const best = squares.reduce((least, value, k) => (value < squares[least]! ? k : least), 0);
  if (!Number.isFinite(squares[best] ?? Number.NaN)) return null;
  const gamma = grid[best]!;
  const columns = [
    x.map((value) => Math.min(value - gamma, 0)),
    x.map((value) => Math.max(value - gamma, 0)),
    new Float64Array(x.length).fill(1),
  ];
  const {coefficients, rss} = leastSquares(columns, y);
  const below = coefficients[0]!;
  const above = coefficients[1]!;
  const constant = coefficients[2]!;
  const residual = y.map((value, i) => value - below * columns[0]![i]! - above * columns[1]![i]! - constant);
  const moved = x.map((value) => (value < gamma ? -below : value > gamma ? -above : 0));
  const v = covariance(x, [...columns, moved], residual, gamma);
  const estimate = (value: number, k: number): Estimate => {
    const variance = v ? v[k * PARAMETERS + k]! : Number.NaN;
    return {value, error: variance >= 0 ? Math.sqrt(variance) : null};
  };
  return {
    gamma: estimate(gamma, 3),
    below: estimate(below, 0),
    above: estimate(above, 1),
    constant: estimate(constant, 2),
    rss,
    variance: rss / x.length,
    interval: inverted(grid, squares, best, x.length),
  };
}

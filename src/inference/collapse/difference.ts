import {dot} from '../../numeric/leastSquares.ts';
import {noncentralityInterval} from '../../numeric/noncentralF.ts';
import type {Collapse} from '../evidence.ts';
import {directionsOf, takeOut} from '../noise.ts';
import {equalWeights} from '../weights.ts';
import {deviationColumns} from './columns.ts';
import {commonCurve} from './commonCurve.ts';
import {inflationAlong} from './inflation.ts';
import type {Overlap} from './overlap.ts';

/** Fewer degrees of freedom say nothing of the noise. */
const FEWEST_DEGREES = 5;

/** Noise of a point of weight 1 with its degrees of freedom. */
export interface NoiseSize {
  readonly variance: number;
  readonly degrees: number;
  /** How much larger the noise is in the directions in which only runs differ: 1 without correlation along runs. */
  readonly inflation: number;
}

/** Sums of squares of the differences between runs, with what turns them into a root mean square. */
export interface Spread {
  /** Sum of squares of the whitened values in the directions in which only runs differ. */
  readonly square: number;
  /** Number of these directions. */
  readonly rank: number;
  /** Expected sum of squares where every run deviates by a function of mean square 1. */
  readonly unit: number;
}

/** Root mean square difference between two runs, its interval, and what noise alone would make of it. */
export function rmsOf(
  {square, rank, unit}: Spread,
  {variance, degrees, inflation}: NoiseSize,
): Pick<Collapse, 'rms' | 'noise'> {
  const noise = variance * inflation;
  const [low, high] = noncentralityInterval(square / rank / noise, rank, Math.max(degrees / inflation, 1));
  // Two runs that deviate by mean squares of 1 differ by a mean square of 2.
  const rms = (sum: number): number => Math.sqrt((2 * Math.max(sum, 0)) / unit);
  return {
    rms: {estimate: rms(square - rank * noise), low: rms(low * noise), high: rms(high * noise)},
    noise: rms(rank * noise),
  };
}

/**
 * How far runs differ from each other on their shared ground: the curve common to all is piecewise linear with many pieces, each run adds a
 * polynomial, and what the polynomials explain beyond the common curve is the difference. Null where nothing is left for the noise.
 */
export function differenceOf(overlap: Overlap): {spread: Spread; noise: NoiseSize} | null {
  const {y, weightRoot: root} = overlap;
  const common = commonCurve(overlap);
  const white = deviationColumns(overlap).map((columns) =>
    columns.map((column) => column.map((value, i) => value * root[i]!)),
  );
  const between = directionsOf(equalWeights(y.length), white.flat(), common.takeOut);
  const residuals = y.map((value, i) => value * root[i]!);
  common.takeOut(residuals);
  const explained = takeOut(between, residuals);
  const degrees = y.length - common.count - between.length;
  const square = dot(residuals, residuals);
  if (between.length === 0 || degrees < FEWEST_DEGREES || !(square > 0)) return null;
  const unit = white.reduce((total, columns) => {
    const shares = columns.map((column) => between.reduce((sum, one) => sum + dot(one, column) ** 2, 0));
    return total + shares.reduce((sum, share) => sum + share, 0) / columns.length;
  }, 0);
  return {
    spread: {square: explained, rank: between.length, unit},
    noise: {variance: square / degrees, degrees, inflation: inflationAlong(overlap, residuals, {common, between})},
  };
}

import {dot} from '../../numeric/leastSquares.ts';
import {normals} from '../../numeric/normal.ts';
import {streamAt, streamKey} from '../../numeric/stream.ts';
import {takeOut} from '../noise.ts';
import type {CommonCurve} from './commonCurve.ts';
import type {Overlap} from './overlap.ts';

/** Runs shorter than this say nothing about correlation along a run. */
const SHORTEST_RUN = 10;
/** Correlations tried: so many even steps up to the highest. */
const STEPS = 19;
const HIGHEST_CORRELATION = 0.95;
/** Points simulated at each, in at least so many series. */
const SIMULATED = 8000;
const FEWEST_SERIES = 4;

/** What was fitted: the curve common to all runs, and the directions in which only runs differ. */
export interface Fitted {
  readonly common: CommonCurve;
  readonly between: readonly Float64Array[];
}

/** Sums over series of noise: lag-1 products and squares of residuals, and squares in the directions in which only runs differ. */
interface Sums {
  readonly product: number;
  readonly square: number;
  readonly between: number;
}

function lagProduct(previous: Int32Array, values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const before = previous[i]!;
    if (before >= 0) sum += values[i]! * values[before]!;
  }
  return sum;
}

/** Fills `out` with noise of mean square 1 with lag-1 correlation r along runs; a point stands behind its predecessor. */
function correlate(out: Float64Array, previous: Int32Array, fresh: Float64Array, r: number): void {
  const own = Math.sqrt(1 - r * r);
  for (let i = 0; i < out.length; i++) {
    const before = previous[i]!;
    out[i] = before >= 0 ? r * out[before]! + own * fresh[i]! : fresh[i]!;
  }
}

function sumsAt(previous: Int32Array, series: readonly Float64Array[], {common, between}: Fitted, r: number): Sums {
  const noise = new Float64Array(previous.length);
  const sums = {product: 0, square: 0, between: 0};
  for (const fresh of series) {
    correlate(noise, previous, fresh, r);
    common.takeOut(noise);
    sums.between += takeOut(between, noise);
    sums.product += lagProduct(previous, noise);
    sums.square += dot(noise, noise);
  }
  return sums;
}

/**
 * How much larger, direction by direction, noise that is correlated along runs is between runs than in the residuals, at the lag-1 correlation
 * that gives simulated residuals the correlation of the real ones: a fit that follows each run takes the slow part of its noise with it, so
 * residuals seem both smaller and less correlated than the noise (indirect inference: Gourieroux, Monfort and Renault 1993). 1 where no run has ten
 * points on shared ground: shorter ones read correlation into white noise. Draw b uses the stream at [b, 0, 0, 0].
 */
export function inflationAlong({previous, run, runs}: Overlap, residuals: Float64Array, fitted: Fitted): number {
  const counts = new Array<number>(runs).fill(0);
  for (const index of run) counts[index]!++;
  if (!counts.some((count) => count >= SHORTEST_RUN)) return 1;
  const seen = lagProduct(previous, residuals) / dot(residuals, residuals);
  const key = streamKey('collapse', 'correlation along runs');
  const draws = Math.max(Math.ceil(SIMULATED / previous.length), FEWEST_SERIES);
  const series = Array.from({length: draws}, (_, b) => normals(streamAt(key, [b, 0, 0, 0]), previous.length));
  const degrees = previous.length - fitted.common.count - fitted.between.length;
  const lookAt = (r: number): {seen: number; inflation: number} => {
    const {product, square, between} = sumsAt(previous, series, fitted, r);
    return {seen: product / square, inflation: between / fitted.between.length / (square / degrees)};
  };
  let last = {seen: lookAt(0).seen, inflation: 1};
  for (let k = 1; k <= STEPS && last.seen < seen; k++) {
    const next = lookAt((k * HIGHEST_CORRELATION) / STEPS);
    if (next.seen >= seen) {
      const share = (seen - last.seen) / (next.seen - last.seen);
      return last.inflation + share * (next.inflation - last.inflation);
    }
    last = next;
  }
  return last.inflation;
}

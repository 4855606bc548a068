import {leastSquares} from '../../numeric/leastSquares.ts';
import {studentQuantile} from '../../numeric/student.ts';
import type {Interval} from '../interval.ts';
import {hingeColumn, stepColumn} from './hingeColumn.ts';
import {kinkScan, kinkSquares} from './kinkScan.ts';
import {type LineNull, lineNull} from './lineNull.ts';
import {running, slopeAt} from './runningLines.ts';
import {groupStarts, innerPlaces, rootsOf, type Sample} from './sample.ts';

/** An estimate and its standard error; the error is null where no degrees of freedom are left. */
export interface Estimate {
  readonly value: number;
  readonly error: number | null;
}

/** Two lines that meet at psi. */
export interface SegmentedFit {
  readonly psi: Estimate;
  readonly intercept: Estimate;
  /** Slopes below and above psi, and their difference. */
  readonly left: Estimate;
  readonly right: Estimate;
  readonly change: Estimate;
  /** psi and its 95 % interval by Student's law with n - 4 degrees of freedom; null without any. */
  readonly interval: Interval | null;
  /** Weighted residual sum of squares. */
  readonly rss: number;
  /** n - 4. */
  readonly degrees: number;
  /** Normal log-likelihood with the variance at RSS / n, and criteria that count five numbers (R's logLik, AIC and BIC). */
  readonly logLikelihood: number;
  readonly aic: number;
  readonly bic: number;
}

const TRIM = 0.05;

/** Places at which the residual sum of squares can have a local minimum: distinct x, and between two of them the crossing of the lines of either side. */
export function kinkCandidates({x, residual, weight}: LineNull, trim: number): Float64Array {
  const inner = innerPlaces(x, trim);
  if (inner.length === 0) return new Float64Array();
  const low = inner[0]!;
  const high = inner[inner.length - 1]!;
  const sample = {x, y: residual, weight};
  const below = running(sample, 0, x.length, 1);
  const above = running(sample, x.length - 1, -1, -1);
  const starts = groupStarts(x);
  const places: number[] = [];
  for (let g = 1; g + 2 < starts.length; g++) {
    const place = x[starts[g]!]!;
    if (place >= low && place <= high) places.push(place);
    const l = starts[g + 1]! - 1;
    const r = starts[g + 1]!;
    const a = slopeAt(below, l);
    const b = slopeAt(above, r);
    const crossing = (above.y[r]! - b * above.x[r]! - below.y[l]! + a * below.x[l]!) / (a - b);
    if (crossing > place && crossing < x[r]! && crossing >= low && crossing <= high) places.push(crossing);
  }
  return Float64Array.from(places);
}

/** Standard errors by the linearised model y = b0 + b1 x + b2 (x - psi)+ + g (-1[x > psi]), whose g / b2 moves psi (Muggeo 2003, section 3). */
function withErrors(sample: Sample, psi: number): SegmentedFit {
  const {x, y, weight} = sample;
  const n = x.length;
  const root = rootsOf(sample);
  const columns = [new Float64Array(n).fill(1), x, hingeColumn(x, psi)];
  const {coefficients, rss} = leastSquares(columns, y, root);
  const left = coefficients[1]!;
  const change = coefficients[2]!;
  const degrees = n - 4;
  const sides = [false, true].map((closed) => leastSquares([...columns, stepColumn(x, psi, closed)], y, root).inverse);
  const estimate = (value: number, variance: (inverse: Float64Array) => number): Estimate => ({
    value,
    error: degrees > 0 ? Math.sqrt((rss / degrees) * Math.max(...sides.map(variance))) : null,
  });
  const place = estimate(psi, (v) => v[15]! / (change * change));
  const reach = place.error === null ? null : studentQuantile(0.975, degrees) * place.error;
  const logs = weight ? weight.reduce((sum, w) => sum + Math.log(w), 0) : 0;
  const logLikelihood = 0.5 * (logs - n * (Math.log((2 * Math.PI * rss) / n) + 1));
  return {
    psi: place,
    interval: reach === null ? null : {estimate: psi, low: psi - reach, high: psi + reach},
    intercept: estimate(coefficients[0]!, (v) => v[0]!),
    left: estimate(left, (v) => v[5]!),
    right: estimate(left + change, (v) => v[5]! + 2 * v[6]! + v[10]!),
    change: estimate(change, (v) => v[10]!),
    rss,
    degrees,
    logLikelihood,
    aic: 10 - 2 * logLikelihood,
    bic: 5 * Math.log(n) - 2 * logLikelihood,
  };
}

/**
 * Segmented regression y = b0 + b1 x + b2 (x - psi)+ by exact search, O(n): on either side of a gap between neighbouring x the fit is a free line,
 * so in each gap the best psi is where the two lines cross, or else at a point. psi lies in the quantile range `trim` to `1 - trim` of x.
 * At the optimum g = 0 where psi is between points, and the errors are those of Muggeo (2003, "Estimating regression models with unknown break-points");
 * where psi is at a point the two sides give different errors and the larger is taken.
 * Null where `lineNull` is, or where no distinct x lies in the range.
 */
export function segmentedFit(sample: Sample, {trim = TRIM} = {}): SegmentedFit | null {
  const line = lineNull(sample);
  if (!line) return null;
  const places = kinkCandidates(line, trim);
  const rss = kinkSquares(line, kinkScan(line, places));
  const best = rss.reduce((least, value, k) => (value < rss[least]! ? k : least), 0);
  return rss.length > 0 && Number.isFinite(rss[best]!) ? withErrors(sample, places[best]!) : null;
}

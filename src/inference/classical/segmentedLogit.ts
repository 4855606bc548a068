import {leastSquares} from '../../numeric/leastSquares.ts';
import {hingeColumn, stepColumn} from './hingeColumn.ts';
import {type Counts, type LogitFit, logitFit, saturatedLogLikelihood} from './logit.ts';
import {groupStarts, innerPlaces} from './sample.ts';
import type {Estimate} from './segmented.ts';

/** Log-odds of success that are two lines meeting at psi. */
export interface SegmentedLogit {
  readonly psi: Estimate;
  readonly intercept: Estimate;
  /** Slopes of the log-odds below and above psi, and their difference. */
  readonly left: Estimate;
  readonly right: Estimate;
  readonly change: Estimate;
  readonly deviance: number;
  readonly logLikelihood: number;
  /** Counts four numbers. */
  readonly aic: number;
}

const TRIM = 0.05;

const ones = (x: Float64Array): Float64Array => new Float64Array(x.length).fill(1);

/** The logit line of the points from `from` up to but without `to`. */
function part(x: Float64Array, {successes, trials}: Counts, from: number, to: number): LogitFit | null {
  const own = x.slice(from, to);
  return logitFit([ones(own), own], {successes: successes.slice(from, to), trials: trials.slice(from, to)});
}

/** Distinct x, and between two of them the crossing of the logit lines of either side. */
function candidates(x: Float64Array, counts: Counts, trim: number): number[] {
  const inner = innerPlaces(x, trim);
  const high = inner[inner.length - 1] ?? Number.NEGATIVE_INFINITY;
  const starts = groupStarts(x);
  return inner.flatMap((place) => {
    const end = starts.find((i) => i === x.length || x[i]! > place)!;
    const below = place < high ? part(x, counts, 0, end) : null;
    const above = below && part(x, counts, end, x.length);
    if (!below || !above) return [place];
    const [one, two] = [below.coefficients, above.coefficients];
    const crossing = (two[0]! - one[0]!) / (one[1]! - two[1]!);
    return crossing > place && crossing < x[end]! ? [place, crossing] : [place];
  });
}

function withErrors(x: Float64Array, counts: Counts, psi: number, fit: LogitFit): SegmentedLogit {
  const left = fit.coefficients[1]!;
  const change = fit.coefficients[2]!;
  const root = fit.probability.map((p, i) => Math.sqrt(counts.trials[i]! * p * (1 - p)));
  const sides = [false, true].map((closed) => {
    const columns = [ones(x), x, hingeColumn(x, psi), stepColumn(x, psi, closed)];
    return leastSquares(columns, new Float64Array(x.length), root).inverse;
  });
  const estimate = (value: number, variance: (inverse: Float64Array) => number): Estimate => ({
    value,
    error: Math.sqrt(Math.max(...sides.map(variance))),
  });
  const logLikelihood = saturatedLogLikelihood(counts) - fit.deviance / 2;
  return {
    psi: estimate(psi, (v) => v[15]! / (change * change)),
    intercept: estimate(fit.coefficients[0]!, (v) => v[0]!),
    left: estimate(left, (v) => v[5]!),
    right: estimate(left + change, (v) => v[5]! + 2 * v[6]! + v[10]!),
    change: estimate(change, (v) => v[10]!),
    deviance: fit.deviance,
    logLikelihood,
    aic: 8 - 2 * logLikelihood,
  };
}

/**
 * Segmented logistic regression by exact search: as for least squares, in each gap between neighbouring x the best psi is where the free lines of either
 * side cross, or else at a point, because the log-likelihood of two free lines is concave. Every candidate costs fits of O(n), so n^2 in all.
 * Errors as in `segmentedFit`. x rises. Null without a candidate whose likelihood has a maximum.
 */
export function segmentedLogit(x: Float64Array, counts: Counts, {trim = TRIM} = {}): SegmentedLogit | null {
  let best: {psi: number; fit: LogitFit} | null = null;
  for (const psi of candidates(x, counts, trim)) {
    const fit = logitFit([ones(x), x, hingeColumn(x, psi)], counts);
    if (fit && (!best || fit.deviance < best.fit.deviance)) best = {psi, fit};
  }
  return best && withErrors(x, counts, best.psi, best.fit);
}

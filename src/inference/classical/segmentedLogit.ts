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
/** Far more than rounding leaves of a deviance, as a share of it. */
const ROUNDING = 1e-6;

const ones = (x: Float64Array): Float64Array => new Float64Array(x.length).fill(1);

/** The logit line of the points from `from` up to but without `to`. */
function part(x: Float64Array, {successes, trials}: Counts, from: number, to: number): LogitFit | null {
  const own = x.slice(from, to);
  return logitFit([ones(own), own], {successes: successes.slice(from, to), trials: trials.slice(from, to)});
}

/** A distinct x and the gap above it. */
interface Gap {
  /** The x itself, and the crossing of the logit lines of either side where it lies in the gap. */
  readonly places: readonly number[];
  /** Deviance of those two lines, which no psi from the x to the end of the gap falls below; 0 where they were not fitted. */
  readonly least: number;
}

function gapsOf(x: Float64Array, counts: Counts, trim: number): Gap[] {
  const inner = innerPlaces(x, trim);
  const high = inner[inner.length - 1] ?? Number.NEGATIVE_INFINITY;
  const starts = groupStarts(x);
  return inner.map((place) => {
    const end = starts.find((i) => i === x.length || x[i]! > place)!;
    const below = place < high ? part(x, counts, 0, end) : null;
    const above = below && part(x, counts, end, x.length);
    if (!below || !above) return {places: [place], least: 0};
    const [one, two] = [below.coefficients, above.coefficients];
    const crossing = (two[0]! - one[0]!) / (one[1]! - two[1]!);
    const places = crossing > place && crossing < x[end]! ? [place, crossing] : [place];
    return {places, least: below.deviance + above.deviance};
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
 * side cross, or else at a point, because the log-likelihood of two free lines is concave. Two free lines are fitted in every gap, n^2 steps in all, and lines
 * that meet only where the free ones leave a chance. Of places with the same deviance the lowest is taken.
 * Errors as in `segmentedFit`. x rises. Null without a candidate whose likelihood has a maximum.
 */
export function segmentedLogit(x: Float64Array, counts: Counts, {trim = TRIM} = {}): SegmentedLogit | null {
  const gaps = gapsOf(x, counts, trim).sort((a, b) => a.least - b.least);
  let best: {psi: number; fit: LogitFit} | null = null;
  for (const {places, least} of gaps) {
    if (best && least > best.fit.deviance + ROUNDING * (best.fit.deviance + 1)) break;
    for (const psi of places) {
      const fit = logitFit([ones(x), x, hingeColumn(x, psi)], counts);
      if (!fit) continue;
      const lead: number = best ? best.fit.deviance - fit.deviance : Number.POSITIVE_INFINITY;
      if (lead > 0 || (lead === 0 && psi < best!.psi)) best = {psi, fit};
    }
  }
  return best && withErrors(x, counts, best.psi, best.fit);
}

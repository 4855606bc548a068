import {leastSquares} from '../../numeric/leastSquares.ts';
import {hingeColumn, stepColumn} from './hingeColumn.ts';
import {type Counts, type LogitFit, logitFit, saturatedLogLikelihood} from './logit.ts';
import {innerPlaces} from './sample.ts';
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
  /** Deviances of those two lines, which no psi from the x to the end of the gap falls below together; 0 where they were not fitted. */
  readonly below: number;
  readonly above: number;
}

function gapAbove(x: Float64Array, counts: Counts, place: number): Gap {
  const end = x.findIndex((value) => value > place);
  const below = part(x, counts, 0, end);
  const above = below && part(x, counts, end, x.length);
  if (!below || !above) return {places: [place], below: below?.deviance ?? 0, above: 0};
  const [one, two] = [below.coefficients, above.coefficients];
  const crossing = (two[0]! - one[0]!) / (one[1]! - two[1]!);
  const places = crossing > place && crossing < x[end]! ? [place, crossing] : [place];
  return {places, below: below.deviance, above: above.deviance};
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

/** Two logit lines that meet. */
interface Kink {
  readonly psi: number;
  readonly fit: LogitFit;
}

/**
 * The place of least deviance among the gaps. A line through some points leaves no more than one through those and others, so the line below a gap and
 * the line above a later one bound all gaps between them, which are passed over where that is more than a place already tried leaves.
 */
function bestKink(x: Float64Array, counts: Counts, inner: readonly number[]): Kink | null {
  const found: {best: Kink | null} = {best: null};
  const hopeless = (least: number): boolean =>
    found.best !== null && least > found.best.fit.deviance + ROUNDING * (found.best.fit.deviance + 1);
  const tryOut = (psi: number): void => {
    const fit = logitFit([ones(x), x, hingeColumn(x, psi)], counts);
    if (!fit) return;
    const lead = found.best ? found.best.fit.deviance - fit.deviance : Number.POSITIVE_INFINITY;
    if (lead > 0 || (lead === 0 && psi < found.best!.psi)) found.best = {psi, fit};
  };
  const between = (from: number, to: number, below: number, above: number): void => {
    if (to - from < 2 || hopeless(below + above)) return;
    const k = (from + to) >> 1;
    const gap = gapAbove(x, counts, inner[k]!);
    if (!hopeless(gap.below + gap.above)) gap.places.forEach(tryOut);
    const lower = () => between(from, k, below, gap.above);
    const upper = () => between(k, to, gap.below, above);
    for (const side of below + gap.above > gap.below + above ? [upper, lower] : [lower, upper]) side();
  };
  const last = inner.length - 1;
  if (last >= 0) tryOut(inner[last]!);
  between(-1, last, 0, 0);
  return found.best;
}

/**
 * Segmented logistic regression by exact search: as for least squares, in each gap between neighbouring x the best psi is where the free lines of either
 * side cross, or else at a point, because the log-likelihood of two free lines is concave. Every gap looked at costs fits of O(n), so at most n^2 in all.
 * Of places that leave the same the lowest is taken. Errors as in `segmentedFit`. x rises. Null without a candidate whose likelihood has a maximum.
 */
export function segmentedLogit(x: Float64Array, counts: Counts, {trim = TRIM} = {}): SegmentedLogit | null {
  const best = bestKink(x, counts, innerPlaces(x, trim));
  return best && withErrors(x, counts, best.psi, best.fit);
}

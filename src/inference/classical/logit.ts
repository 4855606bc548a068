import {logGamma} from '../../numeric/gamma.ts';
import {type LinearFit, leastSquares} from '../../numeric/leastSquares.ts';

/** Counts of successes among trials. */
export interface Counts {
  readonly successes: Float64Array;
  readonly trials: Float64Array;
}

/** A binomial regression with logit link. */
export interface LogitFit {
  readonly coefficients: Float64Array;
  /** Covariance of the coefficients, row by row. */
  readonly covariance: Float64Array;
  readonly deviance: number;
  readonly probability: Float64Array;
}

const MOST_STEPS = 60;
const MOST_HALVINGS = 20;
const CLOSE = 1e-13;
const STILL = 1e-6;

/** y ln(y / m), 0 at y = 0. */
function entropy(y: number, m: number): number {
  return y > 0 ? y * Math.log(y / m) : 0;
}

/** 2 sum of y ln(y / m) + (n - y) ln((n - y) / (n - m)). */
export function binomialDeviance({successes, trials}: Counts, probability: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < trials.length; i++) {
    const n = trials[i]!;
    sum += entropy(successes[i]!, n * probability[i]!) + entropy(n - successes[i]!, n * (1 - probability[i]!));
  }
  return 2 * sum;
}

/** Log-likelihood of the saturated model; that of a fit is lower by half its deviance. */
export function saturatedLogLikelihood({successes, trials}: Counts): number {
  let sum = 0;
  for (let i = 0; i < trials.length; i++) {
    const n = trials[i]!;
    const y = successes[i]!;
    sum += logGamma(n + 1) - logGamma(y + 1) - logGamma(n - y + 1) + entropy(y, n) + entropy(n - y, n);
  }
  return sum;
}

/** A trial of coefficients. */
interface Trial {
  readonly coefficients: Float64Array;
  readonly logOdds: Float64Array;
  readonly probability: Float64Array;
  readonly deviance: number;
}

function logOddsOf(columns: readonly Float64Array[], coefficients: Float64Array): Float64Array {
  const out = new Float64Array(columns[0]!.length);
  for (let k = 0; k < columns.length; k++) {
    const column = columns[k]!;
    const coefficient = coefficients[k]!;
    for (let i = 0; i < out.length; i++) out[i]! += coefficient * column[i]!;
  }
  return out;
}

function inverseLogit(logOdds: Float64Array): Float64Array {
  const out = new Float64Array(logOdds.length);
  for (let i = 0; i < out.length; i++) out[i] = 1 / (1 + Math.exp(-logOdds[i]!));
  return out;
}

/** The least-squares step from log-odds; null where a point has no weight. */
function stepFrom(
  columns: readonly Float64Array[],
  {successes, trials}: Counts,
  {logOdds, probability}: Pick<Trial, 'logOdds' | 'probability'>,
): LinearFit | null {
  const response = new Float64Array(logOdds.length);
  const root = new Float64Array(logOdds.length);
  for (let i = 0; i < root.length; i++) {
    const p = probability[i]!;
    const weight = trials[i]! * p * (1 - p);
    if (!(weight > 0)) return null;
    response[i] = logOdds[i]! + (successes[i]! - trials[i]! * p) / weight;
    root[i] = Math.sqrt(weight);
  }
  return leastSquares(columns, response, root);
}

/** Whether no log-odds moved. */
function isStill(before: Float64Array, after: Float64Array): boolean {
  return after.every((value, i) => Math.abs(value - before[i]!) <= STILL * (1 + Math.abs(value)));
}

/**
 * Maximum likelihood by iteratively reweighted least squares (McCullagh and Nelder 1989, section 2.5), starting at shrunken shares and halving
 * steps that raise the deviance. Null where the likelihood has no maximum, as with failures below a place and successes above, or where a point has no trials.
 */
export function logitFit(columns: readonly Float64Array[], counts: Counts): LogitFit | null {
  const tryOut = (coefficients: Float64Array): Trial => {
    const logOdds = logOddsOf(columns, coefficients);
    const probability = inverseLogit(logOdds);
    return {coefficients, logOdds, probability, deviance: binomialDeviance(counts, probability)};
  };
  const shrunken = counts.successes.map((y, i) => Math.log((y + 0.5) / (counts.trials[i]! - y + 0.5)));
  let place: Pick<Trial, 'logOdds' | 'probability'> = {logOdds: shrunken, probability: inverseLogit(shrunken)};
  let last: Trial | null = null;
  for (let step = 0; step < MOST_STEPS; step++) {
    const fit = stepFrom(columns, counts, place);
    if (!fit) return null;
    let now = tryOut(fit.coefficients);
    for (let k = 0; last && k < MOST_HALVINGS && !(now.deviance <= last.deviance + CLOSE * (last.deviance + 1)); k++) {
      const {coefficients: before} = last;
      now = tryOut(now.coefficients.map((value, column) => 0.5 * (value + before[column]!)));
    }
    const closed = last && Math.abs(now.deviance - last.deviance) <= CLOSE * (now.deviance + 1);
    // Where the likelihood has no maximum the deviance stops changing while the log-odds walk on.
    if (closed && isStill(place.logOdds, now.logOdds)) {
      const {coefficients, deviance, probability} = now;
      return {coefficients, covariance: fit.inverse, deviance, probability};
    }
    last = now;
    place = now;
  }
  return null;
}

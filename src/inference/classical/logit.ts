import {logGamma} from '../../numeric/gamma.ts';
import {leastSquares} from '../../numeric/leastSquares.ts';

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

function logOdds(columns: readonly Float64Array[], coefficients: Float64Array): Float64Array {
  const out = new Float64Array(columns[0]!.length);
  columns.forEach((column, k) => {
    for (let i = 0; i < out.length; i++) out[i]! += coefficients[k]! * column[i]!;
  });
  return out;
}

const inverseLogit = (eta: Float64Array): Float64Array => eta.map((value) => 1 / (1 + Math.exp(-value)));

/**
 * Maximum likelihood by iteratively reweighted least squares (McCullagh and Nelder 1989, section 2.5), starting at shrunken shares and halving
 * steps that raise the deviance. Null where the likelihood has no maximum, as with failures below a place and successes above, or where a point has no trials.
 */
export function logitFit(columns: readonly Float64Array[], counts: Counts): LogitFit | null {
  const {successes, trials} = counts;
  let eta: Float64Array = successes.map((y, i) => Math.log((y + 0.5) / (trials[i]! - y + 0.5)));
  let last: {coefficients: Float64Array; deviance: number} | null = null;
  for (let step = 0; step < MOST_STEPS; step++) {
    const probability = inverseLogit(eta);
    const weight = probability.map((p, i) => trials[i]! * p * (1 - p));
    if (!weight.every((w) => w > 0)) return null;
    const response = eta.map((value, i) => value + (successes[i]! - trials[i]! * probability[i]!) / weight[i]!);
    const {coefficients, inverse} = leastSquares(columns, response, weight.map(Math.sqrt));
    const deviance = (): number => binomialDeviance(counts, inverseLogit(logOdds(columns, coefficients)));
    for (let k = 0; last && k < MOST_HALVINGS && !(deviance() <= last.deviance + CLOSE * (last.deviance + 1)); k++) {
      const {coefficients: before} = last;
      coefficients.forEach((value, column) => {
        coefficients[column] = 0.5 * (value + before[column]!);
      });
    }
    const next = logOdds(columns, coefficients);
    const now = {coefficients, deviance: deviance()};
    // Where the likelihood has no maximum the deviance stops changing while the log-odds walk on.
    const still = next.every((value, i) => Math.abs(value - eta[i]!) <= STILL * (1 + Math.abs(value)));
    if (still && last && Math.abs(now.deviance - last.deviance) <= CLOSE * (now.deviance + 1)) {
      return {...now, covariance: inverse, probability: inverseLogit(next)};
    }
    last = now;
    eta = next;
  }
  return null;
}

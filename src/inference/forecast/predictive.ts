import type {CurveFamily} from '../smoothFamilies.ts';
import type {KnownSums, LawNoise, Node} from './posterior.ts';

/** One normal law a target: a part of a mixture. */
export interface Part {
  readonly weight: number;
  readonly mean: Float64Array;
  readonly variance: Float64Array;
}

/** What a law predicts at each target: a mixture of normal laws, weights summing to 1. */
export type Predictive = readonly Part[];

/** What came out, judged by a prediction. */
export interface Judged {
  /** Log density of each outcome. */
  readonly logDensity: Float64Array;
  /** Outcome less the predicted mean. */
  readonly error: Float64Array;
  /** Whether the outcome lies in the central 95 % of the predicted law. */
  readonly covered: readonly boolean[];
}

const LOG_ROOT_TWO_PI = 0.9189385332046727;
const TAIL = 0.025;

/** The prediction of the nodes of a law; `unit` is the variance with which a target of relative variance 1 is measured. */
export function mixtureOf(
  law: CurveFamily,
  nodes: readonly Node[],
  {ahead, aheadVariance}: {readonly ahead: Float64Array; readonly aheadVariance: Float64Array},
  {mass, mean}: KnownSums,
  {variance, inflation}: LawNoise,
): Predictive {
  const best = nodes.reduce((most, {logWeight}) => Math.max(most, logWeight), Number.NEGATIVE_INFINITY);
  const weights = nodes.map(({logWeight}) => Math.exp(logWeight - best));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const base = (variance * inflation) / mass;
  const tables = new Map<number, Float64Array>();
  const column = new Float64Array(ahead.length);
  return nodes.map(({location, scale, amplitude, amplitudeVariance, middle}, k) => {
    const table = tables.get(scale) ?? law.table(ahead, scale);
    tables.set(scale, table);
    law.fill(column, table, ahead, location, scale);
    return {
      weight: weights[k]! / total,
      mean: column.map((value) => mean + amplitude * (value - middle)),
      variance: column.map(
        (value, i) => variance * aheadVariance[i]! + base + (value - middle) ** 2 * amplitudeVariance,
      ),
    };
  });
}

/** P(Z <= z) of the standard normal law, error below 1e-7 (Abramowitz and Stegun 26.2.17): enough to tell whether an outcome is inside, and quick. */
function quickCdf(z: number): number {
  const size = Math.abs(z);
  const t = 1 / (1 + 0.2316419 * size);
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = Math.exp(-0.5 * size * size - LOG_ROOT_TWO_PI) * series;
  return z > 0 ? 1 - tail : tail;
}

function logSum(logs: Float64Array): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < logs.length; k++) most = Math.max(most, logs[k]!);
  let sum = 0;
  for (let k = 0; k < logs.length; k++) sum += Math.exp(logs[k]! - most);
  return most + Math.log(sum);
}

/** Judges a prediction by what came out; the only place that sees it. */
export function judge(predictive: Predictive, outcome: Float64Array): Judged {
  const logs = new Float64Array(predictive.length);
  const logDensity = new Float64Array(outcome.length);
  const error = new Float64Array(outcome.length);
  const covered: boolean[] = [];
  const logWeights = Float64Array.from(predictive, ({weight}) => Math.log(weight) - LOG_ROOT_TWO_PI);
  outcome.forEach((value, i) => {
    let below = 0;
    let mean = 0;
    for (let k = 0; k < predictive.length; k++) {
      const {weight, mean: means, variance} = predictive[k]!;
      const spread = Math.sqrt(variance[i]!);
      const z = (value - means[i]!) / spread;
      logs[k] = logWeights[k]! - 0.5 * z * z - Math.log(spread);
      below += weight * quickCdf(z);
      mean += weight * means[i]!;
    }
    logDensity[i] = logSum(logs);
    error[i] = value - mean;
    covered.push(below > TAIL && below < 1 - TAIL);
  });
  return {logDensity, error, covered};
}

import {INVERSE_ROOT_TWO_PI} from '../../numeric/normalCdf.ts';
import {quickExp} from '../../numeric/quickExp.ts';
import type {CurveFamily} from '../smoothFamilies.ts';
import type {KnownSums, LawNoise, Node} from './posterior.ts';

/** What a law predicts at each target: a mixture of normal laws. */
export interface Predictive {
  /** Weight of each part, summing to 1. */
  readonly weight: Float64Array;
  /** Mean of each part at each target, [parts, targets]. */
  readonly mean: Float64Array;
  /** Variance of each part at each target, [parts, targets]. */
  readonly variance: Float64Array;
}

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
/** Squared distance, in standard deviations, within which a part gives the density, and that beyond which another adds nothing to it. */
const NEAR = 60;
const BEYOND = 170;

/** The prediction of the nodes of a law; `unit` is the variance with which a target of relative variance 1 is measured. */
export function mixtureOf(
  law: CurveFamily,
  nodes: readonly Node[],
  {ahead, aheadVariance}: {readonly ahead: Float64Array; readonly aheadVariance: Float64Array},
  {mass, mean}: KnownSums,
  {variance, inflation}: LawNoise,
): Predictive {
  const best = nodes.reduce((most, {logWeight}) => Math.max(most, logWeight), Number.NEGATIVE_INFINITY);
  const weight = Float64Array.from(nodes, ({logWeight}) => Math.exp(logWeight - best));
  const total = weight.reduce((sum, value) => sum + value, 0);
  const base = (variance * inflation) / mass;
  const own = aheadVariance.map((relative) => variance * relative + base);
  const tables = new Map<number, Float64Array>();
  const column = new Float64Array(ahead.length);
  const means = new Float64Array(nodes.length * ahead.length);
  const variances = new Float64Array(means.length);
  let at = 0;
  for (const {location, scale, amplitude, amplitudeVariance, middle} of nodes) {
    const table = tables.get(scale) ?? law.table(ahead, scale);
    tables.set(scale, table);
    law.fill(column, table, ahead, location, scale);
    for (let i = 0; i < column.length; i++, at++) {
      const height = column[i]! - middle;
      means[at] = mean + amplitude * height;
      variances[at] = own[i]! + height * height * amplitudeVariance;
    }
  }
  return {weight: weight.map((value) => value / total), mean: means, variance: variances};
}

/** P(Z > z) over e^(-z^2 / 2) for standard normal Z and z from 0 on, error below 1e-7 (Abramowitz and Stegun 26.2.17): enough to tell whether an outcome is inside, and quick. */
function tailRatio(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return series * INVERSE_ROOT_TWO_PI;
}

/** What the parts of a mixture say of each outcome together. */
interface Mixed {
  readonly mean: Float64Array;
  /** Density times the square root of 2 pi. */
  readonly density: Float64Array;
  /** Probability of a value below the outcome. */
  readonly below: Float64Array;
  /** Squared distance, in standard deviations, from the nearest part. */
  readonly nearest: Float64Array;
}

function addPart(
  {mean, density, below, nearest}: Mixed,
  predictive: Predictive,
  part: number,
  outcome: Float64Array,
): void {
  const {mean: means, variance: variances} = predictive;
  const weight = predictive.weight[part]!;
  for (let i = 0, at = part * outcome.length; i < outcome.length; i++, at++) {
    const scale = 1 / Math.sqrt(variances[at]!);
    const z = (outcome[i]! - means[at]!) * scale;
    const square = z * z;
    const bell = square < BEYOND ? quickExp(-0.5 * square) : 0;
    const tail = bell * tailRatio(Math.abs(z));
    mean[i]! += weight * means[at]!;
    density[i]! += weight * bell * scale;
    below[i]! += weight * (z > 0 ? 1 - tail : tail);
    if (square < nearest[i]!) nearest[i] = square;
  }
}

/** Log density at an outcome that lies far from every part; `nearest` is its squared distance from the nearest. */
function farLogDensity(
  {weight, mean, variance}: Predictive,
  outcome: Float64Array,
  i: number,
  nearest: number,
): number {
  let density = 0;
  for (let k = 0, at = i; k < weight.length; k++, at += outcome.length) {
    const scale = 1 / Math.sqrt(variance[at]!);
    const z = (outcome[i]! - mean[at]!) * scale;
    density += weight[k]! * scale * Math.exp(0.5 * (nearest - z * z));
  }
  return Math.log(density) - 0.5 * nearest - LOG_ROOT_TWO_PI;
}

/** Judges a prediction by what came out; the only place that sees it. */
export function judge(predictive: Predictive, outcome: Float64Array): Judged {
  const zero = (): Float64Array => new Float64Array(outcome.length);
  const mixed: Mixed = {mean: zero(), density: zero(), below: zero(), nearest: zero().fill(Number.POSITIVE_INFINITY)};
  for (let part = 0; part < predictive.weight.length; part++) addPart(mixed, predictive, part, outcome);
  const {mean, density, below, nearest} = mixed;
  return {
    logDensity: density.map((value, i) =>
      nearest[i]! < NEAR ? Math.log(value) - LOG_ROOT_TWO_PI : farLogDensity(predictive, outcome, i, nearest[i]!),
    ),
    error: outcome.map((value, i) => value - mean[i]!),
    covered: Array.from(below, (share) => share > TAIL && share < 1 - TAIL),
  };
}

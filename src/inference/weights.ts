import {median} from '../numeric/quantile.ts';
import type {Points} from './curve.ts';

/** Bandwidth of the residual kernel, as a share of the span of onsets (0.06 nats in the design of Du et al. 2024). */
const BANDWIDTH = 0.08;
/** No variance below this share of the median: a score of exactly 0 or 1 has no spread of its own. */
const SMALLEST = 0.02;
/** Fewer points than this on the flat side say nothing about extra variance. */
const FEWEST = 8;

/** Square roots of weights, mean square 1. */
export type RootWeights = Float64Array;

/** All points alike. */
export function equalWeights(count: number): RootWeights {
  return new Float64Array(count).fill(1);
}

/** Weights of variances, floored at a share of their median. */
export function weightsOf(variances: Float64Array): RootWeights {
  const floor = SMALLEST * median(variances);
  const root = variances.map((value) => 1 / Math.sqrt(Math.max(value, floor)));
  const size = Math.sqrt(root.reduce((sum, value) => sum + value * value, 0) / root.length);
  return Number.isFinite(size) && size > 0 ? root.map((value) => value / size) : equalWeights(variances.length);
}

/** Weights of known standard errors plus one extra standard deviation. */
export function knownWeights(standardError: Float64Array, extraSd: number): RootWeights {
  return weightsOf(standardError.map((value) => value * value + extraSd * extraSd));
}

/** Mean square of residuals beyond the squared standard errors over the points with loss above `from`, floored at 0; null if too few. */
export function extraVariance(points: Points, residuals: Float64Array, from: number): number | null {
  const {x, standardError} = points;
  let sum = 0;
  let count = 0;
  for (let i = 0; i < x.length; i++) {
    if (x[i]! <= from) continue;
    sum += residuals[i]! * residuals[i]! - standardError![i]! * standardError![i]!;
    count++;
  }
  return count < FEWEST ? null : Math.max(sum / count, 0);
}

/** Weights where no standard error is known: a kernel of squared residuals over loss, `span` the span of onsets. */
export function estimatedWeights({x}: Points, residuals: Float64Array, span: number): RootWeights {
  const n = x.length;
  const rate = 1 / (BANDWIDTH * span);
  const variances = x.map((at) => {
    let sum = 0;
    let mass = 0;
    for (let i = 0; i < n; i++) {
      const z = (x[i]! - at) * rate;
      const k = Math.exp(-0.5 * z * z);
      sum += k * residuals[i]! * residuals[i]!;
      mass += k;
    }
    return sum / mass;
  });
  return weightsOf(variances);
}

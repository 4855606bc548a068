import {huber, huberSlope} from './huber.ts';
import {solvePositive} from './solve.ts';

/** A model whose residuals are to be made small. */
export interface Residuals {
  /** Number of residuals. */
  readonly count: number;
  /** Fills the residuals at `theta` and their slopes, [count, parameters] row by row; residuals may be NaN where the model has no value. */
  evaluate(theta: Float64Array, residuals: Float64Array, slopes: Float64Array): void;
}

/** How a minimum is looked for. */
export interface MinimumOptions {
  /** Size from which a residual counts linearly; infinite for least squares. */
  readonly delta?: number;
  /** Weight of each residual; 1 without. */
  readonly weights?: Float64Array | null;
  /** Places of the parameters that move; all without. */
  readonly free?: readonly number[] | null;
  readonly steps?: number;
}

/** The end of a search. */
export interface Minimum {
  readonly theta: Float64Array;
  /** Sum of Huber's losses. */
  readonly value: number;
}

/** Sums over the residuals at one point. */
interface Sums {
  readonly gradient: Float64Array;
  /** Curvature of Huber's loss: residuals below delta only. */
  readonly newton: Float64Array;
  /** The curvature that bounds it from above: a residual beyond delta counts delta / |r| (iteratively reweighted least squares). */
  readonly bound: Float64Array;
}

const MOST_TRIES = 40;
/** A step that lowers the value by less than this share of it counts as none; three of them in a row end the search. */
const SMALL = 1e-14;

function totalOf(residuals: Float64Array, delta: number, weights: Float64Array | null): number {
  let total = 0;
  for (let i = 0; i < residuals.length; i++) {
    const weight = weights ? weights[i]! : 1;
    if (weight > 0) total += weight * huber(residuals[i]!, delta);
  }
  return total;
}

function sumsOf(
  residuals: Float64Array,
  slopes: Float64Array,
  free: readonly number[],
  {delta, weights}: {readonly delta: number; readonly weights: Float64Array | null},
): Sums {
  const size = free.length;
  const width = slopes.length / residuals.length;
  const sums = {
    gradient: new Float64Array(size),
    newton: new Float64Array(size * size),
    bound: new Float64Array(size * size),
  };
  const {gradient, newton, bound} = sums;
  for (let i = 0; i < residuals.length; i++) {
    const weight = weights ? weights[i]! : 1;
    if (weight === 0) continue;
    const residual = residuals[i]!;
    const psi = weight * huberSlope(residual, delta);
    const inside = Math.abs(residual) <= delta;
    const share = inside ? weight : psi / residual;
    for (let a = 0; a < size; a++) {
      const slope = slopes[i * width + free[a]!]!;
      gradient[a]! += psi * slope;
      for (let b = 0; b <= a; b++) {
        const product = slope * slopes[i * width + free[b]!]!;
        bound[a * size + b]! += share * product;
        if (inside) newton[a * size + b]! += weight * product;
      }
    }
  }
  return sums;
}

/** The step at a damping: Newton's where it is small, reweighted least squares shortened along each parameter (Marquardt 1963) where it is large. */
function stepAt({gradient, newton, bound}: Sums, damping: number): Float64Array | null {
  const size = gradient.length;
  const share = Math.min(damping, 1);
  const matrix = newton.map((value, at) => value + share * (bound[at]! - value));
  for (let a = 0; a < size; a++) matrix[a * size + a]! += damping * bound[a * size + a]! || damping;
  return solvePositive(
    matrix,
    size,
    gradient.map((value) => -value),
  );
}

/**
 * Minimises sum_i w_i huber(r_i(theta), delta) by the method of Levenberg and Marquardt from one start; the damping follows the success
 * of the steps. With delta infinite this is nonlinear least squares, half its sum of squares. A start without a value gives value NaN.
 */
export function minimum(model: Residuals, start: Float64Array, options: MinimumOptions = {}): Minimum {
  const {delta = Number.POSITIVE_INFINITY, weights = null, steps = 500} = options;
  const free = options.free ?? Array.from(start, (_, i) => i);
  const {count} = model;
  let theta = start.slice();
  let residuals = new Float64Array(count);
  let slopes = new Float64Array(count * theta.length);
  let [otherResiduals, otherSlopes] = [residuals.slice(), slopes.slice()];
  model.evaluate(theta, residuals, slopes);
  let value = totalOf(residuals, delta, weights);
  let damping = 1e-2;
  let idle = 0;
  for (let step = 0; step < steps && idle < 3 && value > 0; step++) {
    const sums = sumsOf(residuals, slopes, free, {delta, weights});
    let lowered = false;
    for (let attempt = 0; attempt < MOST_TRIES && !lowered; attempt++) {
      const move = stepAt(sums, damping);
      const trial = theta.slice();
      move?.forEach((change, a) => {
        trial[free[a]!]! += change;
      });
      if (move) model.evaluate(trial, otherResiduals, otherSlopes);
      const reached = move ? totalOf(otherResiduals, delta, weights) : Number.NaN;
      lowered = reached < value;
      damping = lowered ? Math.max(damping / 5, 1e-15) : damping * 4;
      if (!lowered) continue;
      idle = value - reached > SMALL * value ? 0 : idle + 1;
      [theta, value] = [trial, reached];
      [residuals, otherResiduals] = [otherResiduals, residuals];
      [slopes, otherSlopes] = [otherSlopes, slopes];
    }
    if (!lowered) break;
  }
  return {theta, value};
}

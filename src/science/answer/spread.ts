import {exp} from '../../numeric/elementary.ts';
import {normalDensity} from '../../numeric/normalCdf.ts';

const STEP = 0.125;
const REACH = 8;

/** A rule for expectations over a standard normal b: sum of weight f(b), exact to about 1e-14 for smooth f. */
export interface NormalRule {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

/** Trapezoid rule on [-8, 8] in steps of 1/8. */
export function normalRule(): NormalRule {
  const count = (2 * REACH) / STEP + 1;
  const nodes = Float64Array.from({length: count}, (_, i) => -REACH + STEP * i);
  return {nodes, weights: nodes.map((b) => STEP * normalDensity(b))};
}

/** a = exp(sigma b - sigma^2 / 2): how strongly a question tells who knows it; mean 1 over questions. */
export function discrimination(sigma: number, b: number): number {
  return exp(sigma * b - 0.5 * sigma * sigma);
}

import {quantile} from '../../numeric/quantile.ts';
import {isotonic} from '../isotonic.ts';

/** The metric moves where the monotone curve through all runs has left its flat end by this share of its range. */
const MOVED = 0.05;
/** The flat end is read at this quantile, because the last step of a monotone fit is drawn out by noise. */
const END = 0.1;

/**
 * Places of the points at which the metric moves, in the order of the curve: on the flat side all runs agree whatever they will do later.
 * `x` runs from weak to strong models where `strongHigh`, else from strong to weak.
 */
export function movingPlaces(x: Float64Array, y: Float64Array, root: Float64Array, strongHigh: boolean): number[] {
  const order = Array.from(x.keys()).sort((a, b) => (strongHigh ? x[a]! - x[b]! : x[b]! - x[a]!) || a - b);
  const values = Float64Array.from(order, (i) => y[i]!);
  const weights = Float64Array.from(order, (i) => root[i]! ** 2);
  const half = order.length >> 1;
  const mean = (part: Float64Array): number => part.reduce((sum, value) => sum + value, 0) / part.length;
  const rises = mean(values.subarray(half)) >= mean(values.subarray(0, half));
  const pooled = isotonic(values, weights, rises ? 'rising' : 'falling').map((value) => (rises ? value : -value));
  const range = pooled[pooled.length - 1]! - pooled[0]!;
  const level = quantile(pooled, END);
  return order.filter((_, rank) => pooled[rank]! >= level + MOVED * range).sort((a, b) => a - b);
}

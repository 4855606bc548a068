import {dot, takeOut as takeOneOut} from '../numeric/leastSquares.ts';
import {times} from '../numeric/times.ts';
import type {RootWeights} from './weights.ts';

/** The noise of a curve: variances 1 / root^2, and directions (orthonormal after weighting) along which nothing is learnt. */
export interface Noise {
  readonly root: RootWeights;
  readonly directions: readonly Float64Array[];
}

/** Takes directions out of a vector in place; the sum of squares of what was taken. */
export function takeOut(directions: readonly Float64Array[], vector: Float64Array): number {
  let taken = 0;
  for (const direction of directions) {
    const share = takeOneOut(direction, vector);
    taken += share * share;
  }
  return taken;
}

/**
 * Orthonormal directions of columns after weighting; a column that depends on those before it gives none. `first` takes out of a weighted column what
 * shall be in no direction.
 */
export function directionsOf(
  root: RootWeights,
  columns: readonly Float64Array[],
  first?: (vector: Float64Array) => void,
): Float64Array[] {
  const directions: Float64Array[] = [];
  for (const column of columns) {
    const rest = times(column, root);
    const size = Math.sqrt(dot(rest, rest));
    for (let round = 0; round < 2; round++) {
      first?.(rest);
      takeOut(directions, rest);
    }
    const left = Math.sqrt(dot(rest, rest));
    if (left > 1e-6 * size) directions.push(rest.map((value) => value / left));
  }
  return directions;
}

/** A column after weighting and without the directions: its noise is white. */
export function whiten({root, directions}: Noise, column: Float64Array): Float64Array {
  const out = times(column, root);
  takeOut(directions, out);
  return out;
}

/** Sum of squares of a column after whitening. */
export function whiteSquare(noise: Noise, column: Float64Array): number {
  const white = whiten(noise, column);
  return dot(white, white);
}

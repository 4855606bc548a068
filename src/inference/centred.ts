import {dot} from '../numeric/leastSquares.ts';
import type {Points} from './curve.ts';
import type {Noise} from './noise.ts';

/** Whitened points without what every curve has: the constant and the directions of the noise. */
export interface Centred {
  readonly root: Float64Array;
  /** Orthonormal: the directions of the noise and the whitened constant. */
  readonly common: readonly Float64Array[];
  /** Values, whitened and orthogonal to `common`. */
  readonly y: Float64Array;
  /** Sum of squares of `y`. */
  readonly total: number;
}

/** Squared share of a column that must be left beside `common`: less is rounding. */
const LEAST = 1e-10;

/** Takes `common` out of a whitened column in place, twice for its rounding. */
export function takeCommon(common: readonly Float64Array[], column: Float64Array): Float64Array {
  for (let round = 0; round < 2; round++) {
    for (const unit of common) {
      const share = dot(unit, column);
      for (let i = 0; i < column.length; i++) column[i]! -= share * unit[i]!;
    }
  }
  return column;
}

/** The centred points of a curve. */
export function centre({y}: Pick<Points, 'y'>, {root, directions}: Noise): Centred {
  const one = takeCommon(directions, root.slice());
  const size = Math.sqrt(dot(one, one));
  const common = [...directions, one.map((value) => value / size)];
  const white = takeCommon(
    common,
    y.map((value, i) => value * root[i]!),
  );
  return {root, common, y: white, total: dot(white, white)};
}

/** Residual sum of squares on a constant and one more column, which is weighted in place: closed form. */
export function heightOn({root, common, y, total}: Centred, column: Float64Array): number {
  for (let i = 0; i < column.length; i++) column[i]! *= root[i]!;
  const square = dot(column, column);
  let left = square;
  for (const unit of common) {
    const share = dot(unit, column);
    left -= share * share;
  }
  if (!(left > LEAST * square) || left === Number.POSITIVE_INFINITY) return total;
  const share = dot(y, column);
  return total - (share * share) / left;
}

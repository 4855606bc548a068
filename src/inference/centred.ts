import {dot} from '../numeric/leastSquares.ts';
import {times} from '../numeric/times.ts';
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
  const white = takeCommon(common, times(y, root));
  return {root, common, y: white, total: dot(white, white)};
}

/** Centred points with what makes many residual sums of squares quick. */
export interface Heights {
  readonly total: number;
  readonly weight: Float64Array;
  /** `y` and each of `common` times the root of the weight: their inner products with a column are those of the weighted column. */
  readonly value: Float64Array;
  readonly lines: readonly Float64Array[];
}

/** The centred points of a curve made ready. */
export function heightsOf({root, common, y, total}: Centred): Heights {
  const weighted = (unit: Float64Array): Float64Array => times(unit, root);
  return {total, weight: weighted(root), value: weighted(y), lines: common.map(weighted)};
}

/** The same for other whitened and centred values of the same points. */
export function withValues(heights: Heights, root: Float64Array, z: Float64Array): Heights {
  return {...heights, total: dot(z, z), value: times(z, root)};
}

/**
 * Residual sum of squares on a constant and one more column: closed form from the weighted square of the column and its products with the values
 * and each of `common`, one after the other in `sums`; all of `total` where the column depends on `common`.
 */
export function heightFrom(sums: Float64Array, total: number): number {
  const square = sums[0]!;
  const share = sums[1]!;
  let left = square;
  for (let k = 2; k < sums.length; k++) left -= sums[k]! * sums[k]!;
  if (!(left > LEAST * square) || left === Number.POSITIVE_INFINITY) return total;
  return total - (share * share) / left;
}

/** The same of a column, not weighted. */
export function heightOn({total, weight, value, lines}: Heights, column: Float64Array): number {
  const sums = new Float64Array(2 + lines.length);
  for (let i = 0; i < column.length; i++) sums[0]! += weight[i]! * column[i]! * column[i]!;
  sums[1] = dot(value, column);
  for (let k = 0; k < lines.length; k++) sums[2 + k] = dot(lines[k]!, column);
  return heightFrom(sums, total);
}

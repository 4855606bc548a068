import type {Heights} from '../centred.ts';
import type {CurveFamily} from '../smoothFamilies.ts';

/** Moments of the weights in one range of sums. */
export const MOMENTS = 7;
/** Products of a line with powers of z in one range of sums. */
export const PRODUCTS = 4;

/** Points by rising loss, with everything that is linear in them: the weighted values first, then other weighted columns. */
export interface LinedPoints {
  readonly x: Float64Array;
  readonly weight: Float64Array;
  readonly lines: readonly Float64Array[];
}

/** What is wanted of the sums of a bent hinge. */
export interface BentWanted {
  /** Places of t, the highest first: the sums over points above each are wanted too. */
  readonly knots: readonly number[];
  /** Whether those of the far side are. */
  readonly far: boolean;
}

/**
 * Sums over points at one (eta, w), with z = 2 t - 1 and t the bend scaled to run from 0 to 1: the moments 0 to 6 of the weights, then of every line its
 * products with 1, z, z^2, z^3. One such range for each knot, over the points with t above it, then one over all. With a far side, whose
 * square is f, then of f times the weights the products with 1, z, z^2, z^3, f and every line. Valid until the next call.
 */
export type BentSums = (eta: number, w: number) => Float64Array;

/** Residual sum of squares on a constant and the curve of a family at (location, scale): `heightOn` of its column. */
export type FamilyHeights = (location: number, scale: number) => number;

/** A way to sum over points. All kernels agree to rounding; the reference is the truth that the other is tested against. */
export interface FitKernel {
  bent(points: LinedPoints, wanted: BentWanted): BentSums;
  family(family: CurveFamily, x: Float64Array, heights: Heights): FamilyHeights;
}

/** How many sums of a bent hinge there are. */
export function bentSize({lines}: LinedPoints, {knots, far}: BentWanted): number {
  return (knots.length + 1) * (MOMENTS + PRODUCTS * lines.length) + (far ? PRODUCTS + 1 + lines.length : 0);
}

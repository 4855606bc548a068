import type {Heights} from '../centred.ts';
import type {CurveFamily} from '../smoothFamilies.ts';
import type {Rests} from '../smoothNull/bases.ts';

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

/** A knot and where the sums over points above it start. */
export interface KnotSums {
  readonly knot: number;
  readonly at: number;
}

/** Inner products, weighted, that do not change with (eta, w): of a column with the values and with the slope of the far side, 0 without one. */
export interface Fixed {
  readonly values: number;
  readonly slope: number;
}

/** What the cross products of every column of a bent hinge are made of beside its sums: columns 1, z, z^2, z^3, those of the knots, with a far side its two, and the values last. */
export interface BentTable {
  /** Number of columns, the values included. */
  readonly size: number;
  /** In the order of their columns. */
  readonly knots: readonly KnotSums[];
  /** Where the sums over all points start, and how many they are. */
  readonly all: number;
  readonly range: number;
  /** Sum of squares of the values. */
  readonly total: number;
  /** Of every direction of the noise, lines 1 and after. */
  readonly directions: readonly Fixed[];
  /** Of the slope of the far side, the last line; null without. */
  readonly slope: Fixed | null;
  /** Columns, in the order in which shapes take them. */
  readonly orders: ReadonlyArray<readonly number[]>;
}

/**
 * Residual sums of squares of every leading set of columns of each order from the sums of a bent hinge, shape [orders, size]; the directions of
 * the noise are taken out of the cross products. Valid until the next call.
 */
export type BentResiduals = (sums: Float64Array) => Float64Array;

/** Residual sum of squares on a constant and the curve of a family at (location, scale): `heightOn` of its column. */
export type FamilyHeights = (location: number, scale: number) => number;

/** A way to sum over points. All kernels agree to rounding at least; the reference is the truth that the other is tested against. */
export interface FitKernel {
  bent(points: LinedPoints, wanted: BentWanted): BentSums;
  /** The same bits in every kernel. */
  residuals(table: BentTable): BentResiduals;
  /** The same bits in every kernel. */
  readonly rests: Rests;
  family(family: CurveFamily, x: Float64Array, heights: Heights): FamilyHeights;
}

/** How many sums of a bent hinge there are. */
export function bentSize({lines}: LinedPoints, {knots, far}: BentWanted): number {
  return (knots.length + 1) * (MOMENTS + PRODUCTS * lines.length) + (far ? PRODUCTS + 1 + lines.length : 0);
}

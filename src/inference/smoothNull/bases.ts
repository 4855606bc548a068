import {dot, takeOut} from '../../numeric/leastSquares.ts';
import type {Centred} from '../centred.ts';

/**
 * Orthonormal columns of many designs on the same points, one design (a node) after another: the residual sum of squares of any values
 * at a node is |z|^2 - sum (q z)^2. The constant and the directions of the noise are in no node: `z` is orthogonal to them.
 */
export interface Bases {
  readonly points: number;
  /** [columns, points]; grows. */
  columns: Float64Array;
  /** First column of each node and, at the end, of the next. */
  readonly starts: number[];
}

/** Share of its length that must be left of a column beside those before it: less depends on them. */
const DEPENDENT = 1e-10;
/** Residual sums of squares below this share of the total are rounding. */
const ROUNDING = 1e-13;

/** Room for this many columns at first: many bases are of one node. */
const FIRST_ROOM = 8;

/** No nodes yet. */
export function emptyBases(points: number): Bases {
  return {points, columns: new Float64Array(FIRST_ROOM * points), starts: [0]};
}

/** Takes orthonormal vectors out of a column in place, twice for its rounding (Giraud, Langou and Rozloznik 2005), and returns what is left of its length. */
function orthogonalise(column: Float64Array, common: readonly Float64Array[], own: readonly Float64Array[]): number {
  const size = Math.sqrt(dot(column, column));
  for (let round = 0; round < 2; round++) {
    for (const units of [common, own]) {
      for (const unit of units) takeOut(unit, column);
    }
  }
  const left = Math.sqrt(dot(column, column));
  return left > DEPENDENT * size ? left : 0;
}

/** Adds a node with columns that are not weighted yet; those that depend on others are left out. */
export function addNode(
  bases: Bases,
  {root, common}: Pick<Centred, 'root' | 'common'>,
  columns: readonly Float64Array[],
): void {
  const {points, starts} = bases;
  const first = starts[starts.length - 1]!;
  const needed = (first + columns.length) * points;
  if (needed > bases.columns.length) {
    const room = new Float64Array(Math.max(needed, 2 * bases.columns.length));
    room.set(bases.columns.subarray(0, first * points));
    bases.columns = room;
  }
  const own: Float64Array[] = [];
  for (const column of columns) {
    const from = (first + own.length) * points;
    const unit = bases.columns.subarray(from, from + points);
    for (let i = 0; i < points; i++) unit[i] = column[i]! * root[i]!;
    const left = orthogonalise(unit, common, own);
    if (left === 0) continue;
    for (let i = 0; i < points; i++) unit[i]! /= left;
    own.push(unit);
  }
  starts.push(first + own.length);
}

/** Square of the inner product of `z` with one stored column; four sums at once, for one alone would wait for itself. */
function squaredShare(columns: Float64Array, from: number, z: Float64Array): number {
  const n = z.length;
  const whole = n - (n & 3);
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let i = 0;
  for (; i < whole; i += 4) {
    s0 += columns[from + i]! * z[i]!;
    s1 += columns[from + i + 1]! * z[i + 1]!;
    s2 += columns[from + i + 2]! * z[i + 2]!;
    s3 += columns[from + i + 3]! * z[i + 3]!;
  }
  for (; i < n; i++) s0 += columns[from + i]! * z[i]!;
  const sum = s0 + s1 + (s2 + s3);
  return sum * sum;
}

/** Residual sum of squares of `z`, whose sum of squares is `total`, at one node. */
function residualAt({points, columns, starts}: Bases, node: number, z: Float64Array, total: number): number {
  let rest = total;
  for (let column = starts[node]!; column < starts[node + 1]!; column++) {
    rest -= squaredShare(columns, column * points, z);
  }
  return rest;
}

/** Residual sums of squares of whitened and centred values at every node of bases; shape [values][nodes]. */
export type Rests = (bases: Bases, values: readonly Float64Array[]) => readonly Float64Array[];

/** Residual sums of squares in TypeScript. */
export const restsAt: Rests = (bases, values) =>
  values.map((z) => {
    const total = dot(z, z);
    return Float64Array.from({length: bases.starts.length - 1}, (_, node) => residualAt(bases, node, z, total));
  });

/** The least residual sum of squares of each of many values over all nodes, at most all of it. */
export function leastResiduals(bases: Bases, values: readonly Float64Array[], rests: Rests = restsAt): Float64Array {
  const at = rests(bases, values);
  return Float64Array.from(values, (z, k) => {
    const total = dot(z, z);
    const least = at[k]!.reduce((a, b) => Math.min(a, b), total);
    return Math.max(least, ROUNDING * total);
  });
}

/** The least residual sum of squares of `z` over all nodes. */
export function leastResidual(bases: Bases, z: Float64Array): number {
  return leastResiduals(bases, [z])[0]!;
}

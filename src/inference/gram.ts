import {type KnotSums, MOMENTS, PRODUCTS} from './kernel/kernel.ts';

/**
 * A table of cross products, [size, size] row by row: columns 1, z, z^2, z^3, those of the knots, with a far side its two, and the values last.
 */
export interface Gram {
  readonly table: Float64Array;
  readonly size: number;
  /** Room for four sums and one. */
  readonly room: Float64Array;
  /** Room for the products of every column with one more. */
  readonly products: Float64Array;
}

/** An empty table. */
export function makeGram(size: number): Gram {
  return {
    table: new Float64Array(size * size),
    size,
    room: new Float64Array(PRODUCTS + 1),
    products: new Float64Array(size),
  };
}

/** Puts one cross product at both its places. */
export function putPair({table, size}: Gram, a: number, b: number, value: number): void {
  table[a * size + b] = value;
  table[b * size + a] = value;
}

/** Puts four sums where column `index` meets 1, z, z^2, z^3. */
export function putColumn({table, size}: Gram, index: number, sums: Float64Array, at: number): void {
  for (let a = 0; a < PRODUCTS; a++) {
    table[a * size + index] = sums[at + a]!;
    table[index * size + a] = sums[at + a]!;
  }
}

/** Puts the moments from `at` on where powers of z meet, and the products with the values after them. */
export function putPowers(gram: Gram, sums: Float64Array, at: number): void {
  const {table, size} = gram;
  for (let a = 0; a < PRODUCTS; a++) {
    for (let b = 0; b < PRODUCTS; b++) table[a * size + b] = sums[at + a + b]!;
  }
  putColumn(gram, size - 1, sums, at + MOMENTS);
}

/**
 * Fills `out` with sums of (t - knot)^3 z^k, k from 0 to `count` - 1, from those of z^k over the points above the knot, at `at` and after:
 * t - knot = (z - z0) / 2.
 */
export function cubeSums(
  out: Float64Array,
  to: number,
  sums: Float64Array,
  at: number,
  knot: number,
  count: number,
): void {
  const z0 = 2 * knot - 1;
  const one = -z0 * z0 * z0;
  const two = 3 * z0 * z0;
  const three = -3 * z0;
  for (let k = 0; k < count; k++) {
    const i = at + k;
    out[to + k] = 0.125 * (one * sums[i]! + two * sums[i + 1]! + three * sums[i + 2]! + sums[i + 3]!);
  }
}

/** Where the sums over points above each knot are, of ranges of `range` sums that the highest knot comes first in. */
export function knotSums(knots: readonly number[], range: number): readonly KnotSums[] {
  return knots.map((knot) => ({knot, at: range * knots.filter((other) => other > knot).length}));
}

/** Puts the columns of the knots, 4 and after. */
export function putKnots(gram: Gram, sums: Float64Array, knots: readonly KnotSums[]): void {
  const {room, size} = gram;
  for (let k = 0; k < knots.length; k++) {
    const {knot, at} = knots[k]!;
    cubeSums(room, 0, sums, at, knot, PRODUCTS);
    putColumn(gram, 4 + k, room, 0);
    for (let other = 0; other < knots.length; other++) {
      // All points above a knot are above the lower ones.
      if (knots[other]!.knot > knot) continue;
      cubeSums(room, PRODUCTS, room, 0, knots[other]!.knot, 1);
      putPair(gram, 4 + k, 4 + other, room[PRODUCTS]!);
    }
    cubeSums(room, PRODUCTS, sums, at + MOMENTS, knot, 1);
    putPair(gram, 4 + k, size - 1, room[PRODUCTS]!);
  }
}

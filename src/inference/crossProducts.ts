import {KNOTS} from './design.ts';
import {type Gram, putColumn, putPowers} from './gram.ts';

/** Weighted points by rising loss; values centred. */
export interface WeightedPoints {
  readonly weight: Float64Array;
  readonly value: Float64Array;
  /** Sums of weight and of weight times value from each point on. */
  readonly weightFrom: Float64Array;
  readonly valueFrom: Float64Array;
}

const [KNOT1, KNOT2] = KNOTS;

/**
 * Cross products of 1, z, z^2, z^3 and the values over the first `count` points from eleven moments; the points after them share z = -1.
 * Leaves t of each point in `places`.
 */
export function powerProducts(
  gram: Gram,
  points: WeightedPoints,
  bend: Float64Array,
  low: number,
  scale: number,
  count: number,
  places: Float64Array,
): void {
  const {weight, value} = points;
  const w0 = points.weightFrom[count]!;
  const y0 = points.valueFrom[count]!;
  let m0 = w0;
  let m1 = -w0;
  let m2 = w0;
  let m3 = -w0;
  let m4 = w0;
  let m5 = -w0;
  let m6 = w0;
  let v0 = y0;
  let v1 = -y0;
  let v2 = y0;
  let v3 = -y0;
  for (let i = 0; i < count; i++) {
    const t = (bend[i]! - low) * scale;
    places[i] = t;
    const z = 2 * t - 1;
    const y = value[i]!;
    const p0 = weight[i]!;
    const p1 = p0 * z;
    const p2 = p1 * z;
    const p3 = p2 * z;
    m0 += p0;
    m1 += p1;
    m2 += p2;
    m3 += p3;
    m4 += p2 * z * z;
    m5 += p3 * z * z;
    m6 += p3 * z * z * z;
    v0 += p0 * y;
    v1 += p1 * y;
    v2 += p2 * y;
    v3 += p3 * y;
  }
  const {sums} = gram;
  sums[0] = m0;
  sums[1] = m1;
  sums[2] = m2;
  sums[3] = m3;
  sums[4] = m4;
  sums[5] = m5;
  sums[6] = m6;
  sums[7] = v0;
  sums[8] = v1;
  sums[9] = v2;
  sums[10] = v3;
  putPowers(gram);
}

/** Cross products of (t - knot)+^3 as column `index` with everything in `powerProducts` and itself; `places` falls with the point. */
function cubeProducts(
  gram: Gram,
  {weight, value}: WeightedPoints,
  places: Float64Array,
  knot: number,
  index: number,
  count: number,
): void {
  let c0 = 0;
  let c1 = 0;
  let c2 = 0;
  let c3 = 0;
  let cy = 0;
  let own = 0;
  for (let i = 0; i < count; i++) {
    const t = places[i]!;
    if (t <= knot) break;
    const z = 2 * t - 1;
    const d = t - knot;
    const cube = d * d * d;
    const p0 = weight[i]! * cube;
    const p1 = p0 * z;
    const p2 = p1 * z;
    c0 += p0;
    c1 += p1;
    c2 += p2;
    c3 += p2 * z;
    cy += p0 * value[i]!;
    own += p0 * cube;
  }
  const {sums} = gram;
  sums[0] = c0;
  sums[1] = c1;
  sums[2] = c2;
  sums[3] = c3;
  sums[4] = cy;
  sums[5] = own;
  putColumn(gram, index);
}

/** Cross products of (t - k1)+^3 and (t - k2)+^3, columns 4 and 5, with everything in `powerProducts` and each other. */
export function knotProducts(gram: Gram, points: WeightedPoints, places: Float64Array, count: number): void {
  cubeProducts(gram, points, places, KNOT1, 4, count);
  cubeProducts(gram, points, places, KNOT2, 5, count);
  const {weight} = points;
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const t = places[i]!;
    if (t <= KNOT2) break;
    const d = t - KNOT1;
    const e = t - KNOT2;
    sum += weight[i]! * d * d * d * e * e * e;
  }
  const {table, size} = gram;
  table[4 * size + 5] = sum;
  table[5 * size + 4] = sum;
}

/** Cross products of one more column with 1, z, z^2, z^3, the values and itself over all points: a curve that has such a column has no knots. */
export function columnProducts(
  gram: Gram,
  {weight, value}: WeightedPoints,
  places: Float64Array,
  column: Float64Array,
  index: number,
): void {
  let c0 = 0;
  let c1 = 0;
  let c2 = 0;
  let c3 = 0;
  let cy = 0;
  let own = 0;
  for (let i = 0; i < column.length; i++) {
    const z = 2 * places[i]! - 1;
    const p0 = weight[i]! * column[i]!;
    const p1 = p0 * z;
    const p2 = p1 * z;
    c0 += p0;
    c1 += p1;
    c2 += p2;
    c3 += p2 * z;
    cy += p0 * value[i]!;
    own += p0 * column[i]!;
  }
  const {sums} = gram;
  sums[0] = c0;
  sums[1] = c1;
  sums[2] = c2;
  sums[3] = c3;
  sums[4] = cy;
  sums[5] = own;
  putColumn(gram, index);
}

/** Weighted cross product of two columns over all points. */
export function pairProduct(
  gram: Gram,
  weight: Float64Array,
  a: Float64Array,
  indexA: number,
  b: Float64Array,
  indexB: number,
): void {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += weight[i]! * a[i]! * b[i]!;
  const {table, size} = gram;
  table[indexA * size + indexB] = sum;
  table[indexB * size + indexA] = sum;
}

/** Products of a line over the points with 1, z, z^2, z^3 and, with `knots`, the two of the spline, into `out`; `rest` is its sum over the points after `count`. */
export function directionProducts(
  out: Float64Array,
  line: Float64Array,
  rest: number,
  places: Float64Array,
  count: number,
  knots: boolean,
): void {
  let c0 = rest;
  let c1 = -rest;
  let c2 = rest;
  let c3 = -rest;
  let k1 = 0;
  let k2 = 0;
  for (let i = 0; i < count; i++) {
    const z = 2 * places[i]! - 1;
    const p0 = line[i]!;
    const p1 = p0 * z;
    const p2 = p1 * z;
    c0 += p0;
    c1 += p1;
    c2 += p2;
    c3 += p2 * z;
  }
  for (let i = 0; knots && i < count && places[i]! > KNOT1; i++) {
    const d = places[i]! - KNOT1;
    const e = Math.max(places[i]! - KNOT2, 0);
    k1 += line[i]! * d * d * d;
    k2 += line[i]! * e * e * e;
  }
  out[0] = c0;
  out[1] = c1;
  out[2] = c2;
  out[3] = c3;
  out[4] = k1;
  out[5] = k2;
}

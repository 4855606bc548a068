import type {BendScale} from './design.ts';

/** Weighted points by rising loss; values centred. */
export interface WeightedPoints {
  readonly weight: Float64Array;
  readonly value: Float64Array;
  /** Sums of weight and of weight times value from each point on. */
  readonly weightFrom: Float64Array;
  readonly valueFrom: Float64Array;
}

/** Places in a table of cross products with `size` columns, the right-hand side last. */
function put(gram: Float64Array, size: number, a: number, b: number, value: number): void {
  gram[a * size + b] = value;
  gram[b * size + a] = value;
}

/**
 * Cross products of 1, z, z^2, z^3 and the values over the first `count` points from eleven moments; the points after them share z = -1.
 * Leaves t of each point in `places`.
 */
export function powerProducts(
  gram: Float64Array,
  size: number,
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
  const moments = [m0, m1, m2, m3, m4, m5, m6];
  const values = [v0, v1, v2, v3];
  for (let a = 0; a < 4; a++) {
    for (let b = a; b < 4; b++) put(gram, size, a, b, moments[a + b]!);
    put(gram, size, a, size - 1, values[a]!);
  }
}

/** Cross products of (t - knot)+^3 as column `index` with everything in `powerProducts` and itself; `places` falls with the point. */
function cubeProducts(
  gram: Float64Array,
  size: number,
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
  put(gram, size, 0, index, c0);
  put(gram, size, 1, index, c1);
  put(gram, size, 2, index, c2);
  put(gram, size, 3, index, c3);
  put(gram, size, index, size - 1, cy);
  put(gram, size, index, index, own);
}

/** Cross products of (t - k1)+^3 and (t - k2)+^3, columns 4 and 5, with everything in `powerProducts` and each other. */
export function knotProducts(
  gram: Float64Array,
  size: number,
  points: WeightedPoints,
  places: Float64Array,
  {knot1, knot2}: BendScale,
  count: number,
): void {
  cubeProducts(gram, size, points, places, knot1, 4, count);
  cubeProducts(gram, size, points, places, knot2, 5, count);
  const {weight} = points;
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const t = places[i]!;
    if (t <= knot2) break;
    const d = t - knot1;
    const e = t - knot2;
    sum += weight[i]! * d * d * d * e * e * e;
  }
  put(gram, size, 4, 5, sum);
}

/** Cross products of one more column with 1, z, z^2, z^3, the two knots and the values over all points. */
export function columnProducts(
  gram: Float64Array,
  size: number,
  {weight, value}: WeightedPoints,
  places: Float64Array,
  {knot1, knot2}: BendScale,
  column: Float64Array,
  index: number,
): void {
  let c0 = 0;
  let c1 = 0;
  let c2 = 0;
  let c3 = 0;
  let k1 = 0;
  let k2 = 0;
  let cy = 0;
  for (let i = 0; i < column.length; i++) {
    const t = places[i]!;
    const z = 2 * t - 1;
    const d = t > knot1 ? t - knot1 : 0;
    const e = t > knot2 ? t - knot2 : 0;
    const p = weight[i]! * column[i]!;
    c0 += p;
    c1 += p * z;
    c2 += p * z * z;
    c3 += p * z * z * z;
    k1 += p * d * d * d;
    k2 += p * e * e * e;
    cy += p * value[i]!;
  }
  const row = [c0, c1, c2, c3, k1, k2];
  for (let a = 0; a < 6; a++) put(gram, size, a, index, row[a]!);
  put(gram, size, index, size - 1, cy);
}

/** Weighted cross product of two columns over all points. */
export function pairProduct(
  gram: Float64Array,
  size: number,
  weight: Float64Array,
  a: Float64Array,
  indexA: number,
  b: Float64Array,
  indexB: number,
): void {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += weight[i]! * a[i]! * b[i]!;
  put(gram, size, indexA, indexB, sum);
}

/** Products of a line over the points with 1, z, z^2, z^3 and the two knots, into the first six of `out`; `rest` is its sum over the points after `count`. */
export function directionProducts(
  out: Float64Array,
  line: Float64Array,
  rest: number,
  places: Float64Array,
  {knot1, knot2}: BendScale,
  count: number,
): void {
  let c0 = rest;
  let c1 = -rest;
  let c2 = rest;
  let c3 = -rest;
  let k1 = 0;
  let k2 = 0;
  for (let i = 0; i < count; i++) {
    const t = places[i]!;
    const z = 2 * t - 1;
    const p0 = line[i]!;
    const p1 = p0 * z;
    const p2 = p1 * z;
    c0 += p0;
    c1 += p1;
    c2 += p2;
    c3 += p2 * z;
    if (t <= knot1) continue;
    const d = t - knot1;
    k1 += p0 * d * d * d;
    if (t <= knot2) continue;
    const e = t - knot2;
    k2 += p0 * e * e * e;
  }
  out[0] = c0;
  out[1] = c1;
  out[2] = c2;
  out[3] = c3;
  out[4] = k1;
  out[5] = k2;
}

// AssemblyScript. Residual sums of squares of bent hinges from their sums, with every operation of src/inference/kernel/residuals.ts in its order.
import {NUMBER, PAIR, copyFour} from './rows';

/** Columns at most, the values included. */
const COLUMNS: i32 = 12;
/** Sums of one range before those of further lines, and of a line. */
const MOMENTS: i32 = 7;
const POWERS: i32 = 4;
/** Share of a column's square left after the columns before it, below which it counts as dependent on them. */
const DEPENDENT: f64 = 1e-10;

/** Cross products on the diagonal and right of it, and the same in the order of a shape as they are factorised; COLUMNS a row. */
const table = memory.data(1152, 16);
const factors = memory.data(1152, 16);
/** Products of every column with a direction of the noise. */
const products = memory.data(96, 16);
/** Diagonal before the columns before it were taken out. */
const diagonal = memory.data(96, 16);

// @ts-ignore: decorator
@inline
function get(row: usize, index: i32): f64 {
  return load<f64>(row + (<usize>index << 3));
}

// @ts-ignore: decorator
@inline
function put(row: usize, index: i32, value: f64): void {
  store<f64>(row + (<usize>index << 3), value);
}

// @ts-ignore: decorator
@inline
function rowOf(start: usize, index: i32): usize {
  return start + <usize>(index * COLUMNS) * NUMBER;
}

/** Sum of (t - knot)^3 from those of the first powers of z. */
// @ts-ignore: decorator
@inline
function cubes(knot: f64, s0: f64, s1: f64, s2: f64, s3: f64): f64 {
  const z0 = 2 * knot - 1;
  return 0.125 * (-z0 * z0 * z0 * s0 + 3 * z0 * z0 * s1 + -3 * z0 * s2 + s3);
}

// @ts-ignore: decorator
@inline
function cubeSum(sums: usize, knot: f64): f64 {
  return cubes(knot, get(sums, 0), get(sums, 1), get(sums, 2), get(sums, 3));
}

/** The sums over points above a knot: those of the highest come first. */
function above(knots: usize, count: i32, knot: f64, sums: usize, range: i32): usize {
  let place = sums;
  for (let k = 0; k < count; k++) if (get(knots, k) > knot) place += <usize>range * NUMBER;
  return place;
}

/** Puts the columns of the knots; `last` is the place of the values. */
function putKnots(knots: usize, count: i32, last: i32, from: usize, range: i32): void {
  for (let k = 0; k < count; k++) {
    const knot = get(knots, k);
    const sums = above(knots, count, knot, from, range);
    const s0 = cubeSum(sums, knot);
    const s1 = cubeSum(sums + NUMBER, knot);
    const s2 = cubeSum(sums + 2 * NUMBER, knot);
    const s3 = cubeSum(sums + 3 * NUMBER, knot);
    const own = POWERS + k;
    put(rowOf(table, 0), own, s0);
    put(rowOf(table, 1), own, s1);
    put(rowOf(table, 2), own, s2);
    put(rowOf(table, 3), own, s3);
    for (let other = 0; other < count; other++) {
      const lower = get(knots, other);
      // All points above a knot are above the lower ones.
      if (lower > knot) continue;
      put(rowOf(table, POWERS + min(k, other)), POWERS + max(k, other), cubes(lower, s0, s1, s2, s3));
    }
    put(rowOf(table, own), last, cubeSum(sums + MOMENTS * NUMBER, knot));
  }
}

/** Puts the columns of a far side that starts at `first`: the slope, whose line is the last, and the square. */
function putFarSide(all: usize, range: i32, first: i32, last: i32, slope: f64, values: f64): void {
  const line = all + <usize>(range - POWERS) * NUMBER;
  const square = all + <usize>range * NUMBER;
  for (let a = 0; a < POWERS; a++) {
    put(rowOf(table, a), first, get(line, a));
    put(rowOf(table, a), first + 1, get(square, a));
  }
  put(rowOf(table, first), first, slope);
  put(rowOf(table, first), last, values);
  put(rowOf(table, first + 1), first + 1, get(square, POWERS));
  put(rowOf(table, first + 1), last, get(square, POWERS + 1));
  put(rowOf(table, first), first + 1, get(square, POWERS + (range - MOMENTS) / POWERS));
}

/** Takes a multiple of numbers of one row out of another, from the pair that holds place `from` up to place `to`. */
// @ts-ignore: decorator
@inline
function takeRow(row: usize, numbers: usize, from: i32, to: i32): void {
  const own = v128.load64_splat(numbers + (<usize>from << 3));
  const end = <usize>to << 3;
  for (let at = (<usize>from << 3) & ~(PAIR - 1); at <= end; at += PAIR) {
    v128.store(row + at, f64x2.sub(v128.load(row + at), f64x2.mul(own, v128.load(numbers + at))));
  }
}

/** Lays out the cross products of the columns of `order`, with the values behind them. */
function arrange(order: usize, count: i32, last: i32): void {
  for (let i = 0; i < count; i++) {
    const column = load<i32>(order + (<usize>i << 2));
    const row = rowOf(factors, i);
    for (let k = i; k < count; k++) {
      const other = load<i32>(order + (<usize>k << 2));
      put(row, k, get(rowOf(table, min(column, other)), max(column, other)));
    }
    put(row, count, get(rowOf(table, column), last));
    put(diagonal, i, get(row, i));
  }
}

/** Residual sums of squares of every leading set of the columns of `order`, `count` of them. */
function factorise(order: usize, count: i32, last: i32, out: usize): void {
  arrange(order, count, last);
  let rest = get(rowOf(table, last), last);
  for (let i = 0; i < count; i++) {
    const row = rowOf(factors, i);
    const pivot = get(row, i);
    // A dependent column is left out by an inverse of 0.
    const inverse = f64x2.splat(pivot > DEPENDENT * get(diagonal, i) ? 1 / Math.sqrt(pivot) : 0);
    const end = <usize>count << 3;
    for (let at = (<usize>i << 3) & ~(PAIR - 1); at <= end; at += PAIR) {
      v128.store(row + at, f64x2.mul(v128.load(row + at), inverse));
    }
    const z = get(row, count);
    rest -= z * z;
    put(out, i, rest);
    for (let k = i + 1; k < count; k++) takeRow(rowOf(factors, k), row, k, count);
  }
}

/** Puts what does not come from knots or the far side. */
function putPowers(all: usize, last: i32, total: f64): void {
  for (let a = 0; a < POWERS; a++) {
    const row = rowOf(table, a);
    for (let b = a; b < POWERS; b++) put(row, b, get(all, a + b));
    put(row, last, get(all, MOMENTS + a));
  }
  put(rowOf(table, last), last, total);
}

/**
 * Fills `out`, [orders, size], from the sums of a bent hinge with ranges of `range` sums. `fixed` holds the sum of squares of the values, the
 * products of the slope of the far side with itself and with the values; the knots; of every direction the products with the values, then with
 * the slope. `places` holds each order as whole numbers, its length before it.
 */
export function bentResiduals(
  fixed: usize,
  places: usize,
  sums: usize,
  out: usize,
  size: i32,
  range: i32,
  knots: i32,
  directions: i32,
  far: bool,
  orders: i32,
): void {
  const last = size - 1;
  const first = POWERS + knots;
  const all = sums + <usize>(range * knots) * NUMBER;
  const heights = fixed + 3 * NUMBER;
  const values = heights + (<usize>knots << 3);
  const slopes = values + (<usize>directions << 3);
  putPowers(all, last, get(fixed, 0));
  putKnots(heights, knots, last, sums, range);
  if (far) putFarSide(all, range, first, last, get(fixed, 1), get(fixed, 2));
  for (let k = 0; k < directions; k++) {
    const at = <usize>(MOMENTS + POWERS * (1 + k)) * NUMBER;
    copyFour(all + at, products);
    for (let j = 0; j < knots; j++) {
      const knot = get(heights, j);
      put(products, POWERS + j, cubeSum(above(heights, knots, knot, sums, range) + at, knot));
    }
    if (far) {
      put(products, first, get(slopes, k));
      put(products, first + 1, get(all, range + POWERS + 2 + k));
    }
    put(products, last, get(values, k));
    for (let a = 0; a < size; a++) takeRow(rowOf(table, a), products, a, last);
  }
  let order = places;
  for (let k = 0; k < orders; k++) {
    const count = load<i32>(order);
    factorise(order + 4, count, last, out + (<usize>(k * size) << 3));
    order += <usize>(1 + count) << 2;
  }
}

// AssemblyScript. Sums over the points of one curve, which the host lays out behind `free`: rows of losses, distances, weights and lines.
import {cubics, fillBend, fillFarSide} from './bend';
import {fillExponential, fillGompertz, fillLogistic} from './curves';
import {addLine, addMoments, countAbove} from './moments';
import {bentResiduals} from './residuals';
import {rests} from './rests';
import {copyOdd, dot, dotTwo, multiply, NUMBER, squareAndTwo} from './rows';

export {bentResiduals, cubics, rests};

/** Where the host may lay out its rows. */
export const free: usize = __heap_base;

/** Numbers of one range of sums before those of further lines: seven moments and four products with the values. */
const MOMENTS: usize = 11;
const PRODUCTS: usize = 4;

/** Adds the sums of weights and of each line over the points after `count`, whose z is -1; `rests` has a row of these sums for the weights and each line. */
function addRest(rests: usize, stride: usize, lines: i32, count: i32, sums: usize): void {
  const at = rests + <usize>count * NUMBER;
  addPowers(load<f64>(at), sums, 7);
  for (let k = 0; k < lines; k++) {
    addPowers(load<f64>(at + <usize>(k + 1) * stride), sums + (7 + <usize>k * PRODUCTS) * NUMBER, 4);
  }
}

/** Adds rest (-1)^k to each of some sums. */
function addPowers(rest: f64, sums: usize, powers: i32): void {
  for (let k = 0; k < powers; k++) {
    const at = sums + <usize>k * NUMBER;
    store<f64>(at, load<f64>(at) + (k & 1 ? -rest : rest));
  }
}

/** Adds the sums over points `from` to `to` of the weights and of every line; the first line is the values. */
function addRange(
  places: usize,
  weights: usize,
  stride: usize,
  lines: i32,
  from: i32,
  to: i32,
  sums: usize,
): void {
  addMoments(places, weights, weights + stride, from, to, sums);
  for (let k = 1; k < lines; k++) {
    const at = sums + (MOMENTS + <usize>(k - 1) * PRODUCTS) * NUMBER;
    addLine(places, weights + <usize>(k + 1) * stride, from, to, at);
  }
}

/**
 * Sums of a bent hinge, see `BentSums` of src/inference/kernel/kernel.ts. Rows of `stride` bytes from `rows` on: losses, bend, z, two that are
 * free, then weights and `lines` lines, then the sums of each of these from every point on, then z at the knots, the highest first.
 */
export function bentSums(
  rows: usize,
  stride: usize,
  points: i32,
  lines: i32,
  eta: f64,
  w: f64,
  knots: i32,
  perLoss: f64,
  sums: usize,
): void {
  const places = rows + 2 * stride;
  const weights = rows + 5 * stride;
  const far = perLoss > 0;
  const size: usize = (7 + <usize>lines * PRODUCTS) * NUMBER;
  const above = rows + <usize>(7 + 2 * lines) * stride;
  for (let at: usize = 0; at < size; at += NUMBER) store<f64>(sums + at, 0);
  const count = fillBend(rows, rows + stride, places, points, eta, w, far);
  let from = 0;
  for (let range = 0; range <= knots; range++) {
    const own = sums + <usize>range * size;
    if (range > 0) copyOdd(own - size, own, size - NUMBER);
    const to = range == knots ? count : countAbove(places, count, load<f64>(above + <usize>range * NUMBER));
    addRange(places, weights, stride, lines, from, to, own);
    from = to;
  }
  const last = sums + <usize>knots * size;
  addRest(weights + <usize>(lines + 1) * stride, stride, lines, count, last);
  if (far) farSums(rows, stride, points, lines, eta, perLoss, last + size);
}

/** Sums of the square of the far side, times the weights, with 1, z, z^2, z^3, itself and every line. */
function farSums(rows: usize, stride: usize, points: i32, lines: i32, eta: f64, perLoss: f64, sums: usize): void {
  const squares = rows + 3 * stride;
  const weighted = rows + 4 * stride;
  const weights = rows + 5 * stride;
  fillFarSide(rows, rows + stride, squares, points, eta, perLoss);
  multiply(weights, squares, weighted, points);
  for (let k: usize = 0; k < PRODUCTS; k++) store<f64>(sums + k * NUMBER, 0);
  addLine(rows + 2 * stride, weighted, 0, points, sums);
  store<f64>(sums + PRODUCTS * NUMBER, dot(weighted, squares, points));
  for (let k = 0; k < lines; k++) {
    store<f64>(sums + (PRODUCTS + 1 + <usize>k) * NUMBER, dot(weights + <usize>(k + 1) * stride, squares, points));
  }
}

/** Rate of the growth in row 4: one row serves all locations. */
let grown: f64 = 0;

/** Forgets the growth of other losses. */
export function forget(): void {
  grown = 0;
}

/**
 * Sums of a column with the weights times itself and with every line: `kind` 0 is e^(-rate d), 1 a logistic, 2 a Gompertz curve with
 * e^(rate d) and `start`, d the row of distances; of lines there are two at least. Rows: distances twice (of losses, of their logarithms), column, free, growth, weights, lines.
 */
export function curveSums(
  rows: usize,
  stride: usize,
  points: i32,
  lines: i32,
  kind: i32,
  distance: i32,
  rate: f64,
  start: f64,
  sums: usize,
): void {
  const column = rows + 2 * stride;
  const growth = rows + 4 * stride;
  const weights = rows + 5 * stride;
  const distances = rows + <usize>distance * stride;
  if (kind == 0) {
    fillExponential(distances, column, points, -rate);
  } else {
    if (rate != grown) fillExponential(distances, growth, points, rate);
    grown = rate;
    if (kind == 1) fillLogistic(growth, column, points, start);
    else fillGompertz(growth, column, points, start);
  }
  squareAndTwo(column, weights, stride, points, sums);
  let k = 2;
  for (; k + 1 < lines; k += 2) dotTwo(column, weights + <usize>(k + 1) * stride, stride, points, sums + <usize>(k + 1) * NUMBER);
  if (k < lines) store<f64>(sums + <usize>(k + 1) * NUMBER, dot(weights + <usize>(k + 1) * stride, column, points));
}

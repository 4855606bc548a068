// AssemblyScript. Sums over points of weights and lines times powers of z.
import {addTo, NUMBER, pairOf, PAIR} from './rows';

/** Adds the moments 0 to 6 of the weights and the products of the values with 1, z, z^2, z^3, over points `from` to `to`, to eleven sums. */
export function addMoments(places: usize, weights: usize, values: usize, from: i32, to: i32, sums: usize): void {
  const zero = f64x2.splat(0);
  const end = <usize>to * NUMBER;
  let m0 = zero, m1 = zero, m2 = zero, m3 = zero, m4 = zero, m5 = zero, m6 = zero;
  let v0 = zero, v1 = zero, v2 = zero, v3 = zero;
  for (let at = <usize>from * NUMBER; at < end; at += PAIR) {
    const z = v128.load(places + at);
    const p0 = pairOf(weights, at, end);
    const q0 = pairOf(values, at, end);
    const z2 = f64x2.mul(z, z);
    const z3 = f64x2.mul(z2, z);
    const p3 = f64x2.mul(p0, z3);
    m0 = f64x2.add(m0, p0);
    m1 = f64x2.add(m1, f64x2.mul(p0, z));
    m2 = f64x2.add(m2, f64x2.mul(p0, z2));
    m3 = f64x2.add(m3, p3);
    m4 = f64x2.add(m4, f64x2.mul(p3, z));
    m5 = f64x2.add(m5, f64x2.mul(p3, z2));
    m6 = f64x2.add(m6, f64x2.mul(p3, z3));
    v0 = f64x2.add(v0, q0);
    v1 = f64x2.add(v1, f64x2.mul(q0, z));
    v2 = f64x2.add(v2, f64x2.mul(q0, z2));
    v3 = f64x2.add(v3, f64x2.mul(q0, z3));
  }
  addTo(sums, m0);
  addTo(sums + 8, m1);
  addTo(sums + 16, m2);
  addTo(sums + 24, m3);
  addTo(sums + 32, m4);
  addTo(sums + 40, m5);
  addTo(sums + 48, m6);
  addTo(sums + 56, v0);
  addTo(sums + 64, v1);
  addTo(sums + 72, v2);
  addTo(sums + 80, v3);
}

/** Adds the products of a line with 1, z, z^2, z^3, over points `from` to `to`, to four sums. */
export function addLine(places: usize, line: usize, from: i32, to: i32, sums: usize): void {
  const zero = f64x2.splat(0);
  const end = <usize>to * NUMBER;
  let v0 = zero, v1 = zero, v2 = zero, v3 = zero;
  for (let at = <usize>from * NUMBER; at < end; at += PAIR) {
    const z = v128.load(places + at);
    const q0 = pairOf(line, at, end);
    const q1 = f64x2.mul(q0, z);
    const q2 = f64x2.mul(q1, z);
    v0 = f64x2.add(v0, q0);
    v1 = f64x2.add(v1, q1);
    v2 = f64x2.add(v2, q2);
    v3 = f64x2.add(v3, f64x2.mul(q2, z));
  }
  addTo(sums, v0);
  addTo(sums + 8, v1);
  addTo(sums + 16, v2);
  addTo(sums + 24, v3);
}

/** How many of the first `count` places, which do not rise, are above a knot. */
export function countAbove(places: usize, count: i32, knot: f64): i32 {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (load<f64>(places + <usize>middle * NUMBER) > knot) low = middle + 1;
    else high = middle;
  }
  return low;
}

// AssemblyScript. Rows of points by rising loss in double precision: two points a vector. Rows hold an even number of points: where a curve has an odd one the last is there twice, with no weight.

/** Bytes of a number. */
export const NUMBER: usize = 8;
/** Bytes of a vector. */
export const PAIR: usize = 16;

/** Two numbers of a row below `end`, zero for the second where only one is left. */
// @ts-ignore: decorator
@inline
export function pairOf(row: usize, at: usize, end: usize): v128 {
  return at + NUMBER == end ? v128.load64_zero(row + at) : v128.load(row + at);
}

/** Adds the two numbers of a vector to a sum. */
// @ts-ignore: decorator
@inline
export function addTo(sum: usize, pair: v128): void {
  store<f64>(sum, load<f64>(sum) + (f64x2.extract_lane(pair, 0) + f64x2.extract_lane(pair, 1)));
}

/** Inner product of two rows of `count` numbers, an even one. */
export function dot(a: usize, b: usize, count: i32): f64 {
  const end = <usize>count * NUMBER;
  let even = f64x2.splat(0);
  let odd = f64x2.splat(0);
  let at: usize = 0;
  for (; at + 2 * PAIR <= end; at += 2 * PAIR) {
    even = f64x2.add(even, f64x2.mul(v128.load(a + at), v128.load(b + at)));
    odd = f64x2.add(odd, f64x2.mul(v128.load(a + at, PAIR), v128.load(b + at, PAIR)));
  }
  if (at < end) even = f64x2.add(even, f64x2.mul(v128.load(a + at), v128.load(b + at)));
  return total(even, odd);
}

/** Fills `out` with the products of two rows of `count` numbers. */
export function multiply(a: usize, b: usize, out: usize, count: i32): void {
  const end = <usize>count * NUMBER;
  for (let at: usize = 0; at < end; at += PAIR) {
    v128.store(out + at, f64x2.mul(v128.load(a + at), v128.load(b + at)));
  }
}

/** Copies four numbers: an engine calls out for a copy of memory, which takes longer. */
// @ts-ignore: decorator
@inline
export function copyFour(from: usize, to: usize): void {
  v128.store(to, v128.load(from));
  v128.store(to, v128.load(from, PAIR), PAIR);
}

/** Copies an odd number of numbers, up to and including that at `last` bytes. */
// @ts-ignore: decorator
@inline
export function copyOdd(from: usize, to: usize, last: usize): void {
  for (let at: usize = 0; at < last; at += PAIR) v128.store(to + at, v128.load(from + at));
  store<f64>(to + last, load<f64>(from + last));
}

/** Sum of two vectors' numbers, as `dot` ends. */
// @ts-ignore: decorator
@inline
function total(even: v128, odd: v128): f64 {
  const sum = f64x2.add(even, odd);
  return f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
}

/** Inner products of a row of `count` numbers with two rows, the second `stride` behind the first: those of `dot`. */
export function dotTwo(a: usize, b: usize, stride: usize, count: i32, sums: usize): void {
  const c = b + stride;
  const end = <usize>count * NUMBER;
  let even = f64x2.splat(0), odd = f64x2.splat(0);
  let evenC = f64x2.splat(0), oddC = f64x2.splat(0);
  let at: usize = 0;
  for (; at + 2 * PAIR <= end; at += 2 * PAIR) {
    const first = v128.load(a + at);
    const second = v128.load(a + at, PAIR);
    even = f64x2.add(even, f64x2.mul(first, v128.load(b + at)));
    odd = f64x2.add(odd, f64x2.mul(second, v128.load(b + at, PAIR)));
    evenC = f64x2.add(evenC, f64x2.mul(first, v128.load(c + at)));
    oddC = f64x2.add(oddC, f64x2.mul(second, v128.load(c + at, PAIR)));
  }
  if (at < end) {
    even = f64x2.add(even, f64x2.mul(v128.load(a + at), v128.load(b + at)));
    evenC = f64x2.add(evenC, f64x2.mul(v128.load(a + at), v128.load(c + at)));
  }
  store<f64>(sums, total(even, odd));
  store<f64>(sums + NUMBER, total(evenC, oddC));
}

/** Fills three sums: of the weights, times a row of `count` numbers, times it again, and its inner products with the two rows behind the weights. */
export function squareAndTwo(row: usize, weights: usize, stride: usize, count: i32, sums: usize): void {
  const end = <usize>count * NUMBER;
  let even = f64x2.splat(0), odd = f64x2.splat(0);
  let at: usize = 0;
  for (; at + 2 * PAIR <= end; at += 2 * PAIR) {
    const first = v128.load(row + at);
    const second = v128.load(row + at, PAIR);
    even = f64x2.add(even, f64x2.mul(f64x2.mul(v128.load(weights + at), first), first));
    odd = f64x2.add(odd, f64x2.mul(f64x2.mul(v128.load(weights + at, PAIR), second), second));
  }
  if (at < end) {
    const first = v128.load(row + at);
    even = f64x2.add(even, f64x2.mul(f64x2.mul(v128.load(weights + at), first), first));
  }
  store<f64>(sums, total(even, odd));
  dotTwo(row, weights + stride, stride, count, sums + NUMBER);
}

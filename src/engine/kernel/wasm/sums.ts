// AssemblyScript. Integer sums of SUMMED (src/engine/kernel/sums.ts): cut to integers, added in 32 bits within a chunk and as whole numbers in double precision between chunks, exact below 2^53.

/** Sums of a question. */
export const SUMMED: i32 = 11;

/** 2^23: a float from 0 to 2^23 added to it leaves its nearest integer in the low bits of the sum. */
const HOLDER: f32 = 8388608;
const HOLDER_BITS: i32 = 0x4b000000;

/**
 * `value`, not negative, in units of its statistic, cut to an integer of at most 2^23 and added to `sum`, which it makes larger by the bits of
 * HOLDER too: `flush` takes them away. Three operations, where a conversion with its guards against NaN and overflow takes seven.
 */
// @ts-ignore: decorator
@inline
export function add(sum: v128, value: v128, scale: v128): v128 {
  return i32x4.add(sum, f32x4.add(f32x4.floor(f32x4.mul(value, scale)), f32x4.splat(HOLDER)));
}

/** `value` of either sign in units of its statistic, cut to an integer. */
// @ts-ignore: decorator
@inline
export function cut(value: v128, scale: v128): v128 {
  return i32x4.trunc_sat_f32x4_s(f32x4.mul(value, scale));
}

/** Two 64-bit sums, each of two of the four 32-bit integers of a vector. */
// @ts-ignore: decorator
@inline
export function widened(lanes: v128): v128 {
  return i64x2.add(i64x2.extend_low_i32x4_s(lanes), i64x2.extend_high_i32x4_s(lanes));
}

/** Adds two 64-bit sums of statistic `index` to its sum in double precision. */
// @ts-ignore: decorator
@inline
export function flushWide(sums: usize, index: i32, pair: v128): void {
  const at = sums + (<usize>index << 3);
  store<f64>(at, load<f64>(at) + <f64>(i64x2.extract_lane(pair, 0) + i64x2.extract_lane(pair, 1)));
}

/** Adds the four 32-bit sums of statistic `index`, of `times` values each that `add` made, to its sum in double precision. */
// @ts-ignore: decorator
@inline
export function flush(sums: usize, index: i32, lanes: v128, times: i32): void {
  flushWide(sums, index, widened(i32x4.sub(lanes, i32x4.splat(times * HOLDER_BITS))));
}

/** Scale of statistic `index`: a power of two, or 0 in lanes without a question; for the first, which only counts, all bits or none. */
// @ts-ignore: decorator
@inline
export function scaleOf(scales: usize, index: i32): v128 {
  return v128.load(scales + (<usize>index << 4));
}

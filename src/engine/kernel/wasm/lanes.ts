// AssemblyScript. The sixteen lanes of src/numeric/lanes.ts as four vectors of four: the same numbers, in single precision.
import {cosPi, log, sinPi} from './float32';

/** Bytes of one number in all sixteen lanes. */
export const ROW: usize = 64;

const UNIT_24: f32 = 5.960464477539063e-8;
const UNIT_31: f32 = 4.656612873077393e-10;

/**
 * Fills `out`, shape [blocks, 2 pairs, 16], with standard normal numbers and moves the state, shape [4 words, 16], on (`fillNormals`).
 * Two vectors at a time: while one waits for its square root the other has work.
 */
export function fillNormals(state: usize, out: usize, blocks: i32, pairs: i32): void {
  const end = out + <usize>(2 * blocks * pairs) * ROW;
  for (; out < end; out += 2 * ROW) {
    for (let lanes: usize = 0; lanes < ROW; lanes += 32) {
      const first = next(state + lanes);
      const second = next(state + lanes);
      const third = next(state + lanes + 16);
      const fourth = next(state + lanes + 16);
      storePair(first, second, out + lanes);
      storePair(third, fourth, out + lanes + 16);
    }
  }
}

/** One word of xoshiro128+ in each of four lanes; their state moves on in memory. */
// @ts-ignore: decorator
@inline
function next(state: usize): v128 {
  const s0 = v128.load(state);
  const s1 = v128.load(state, ROW);
  const s2 = v128.xor(v128.load(state, 2 * ROW), s0);
  const s3 = v128.load(state, 3 * ROW);
  const word = i32x4.add(s0, s3);
  const turned = v128.xor(s3, s1);
  v128.store(state, v128.xor(s0, turned));
  v128.store(state, v128.xor(s1, s2), ROW);
  v128.store(state, v128.xor(s2, i32x4.shl(s1, 9)), 2 * ROW);
  v128.store(state, v128.or(i32x4.shl(turned, 11), i32x4.shr_u(turned, 21)), 3 * ROW);
  return word;
}

/** Two normal numbers in each of four lanes from a word for the radius and one for the angle (Box and Muller). */
// @ts-ignore: decorator
@inline
function storePair(first: v128, second: v128, to: usize): void {
  const k = f32x4.add(f32x4.convert_i32x4_s(i32x4.shr_u(first, 8)), f32x4.splat(0.5));
  const r = f32x4.sqrt(f32x4.mul(f32x4.splat(-2), log(f32x4.mul(k, f32x4.splat(UNIT_24)))));
  const v = f32x4.mul(f32x4.convert_i32x4_s(v128.and(second, i32x4.splat(0x3fffffff))), f32x4.splat(UNIT_31));
  v128.store(to, withSign(f32x4.mul(r, cosPi(v)), second));
  v128.store(to, withSign(f32x4.mul(r, sinPi(v)), i32x4.shl(second, 1)), ROW);
}

/** `x`, its sign turned where the top bit of `word` is set. */
// @ts-ignore: decorator
@inline
function withSign(x: v128, word: v128): v128 {
  return v128.xor(x, v128.and(word, i32x4.splat(0x80000000)));
}

/** Fills `out`, shape [rows, 16], with uniform numbers k / 2^24 and moves the state on (`fillUniforms`). */
export function fillUniforms(state: usize, out: usize, rows: i32): void {
  const end = out + <usize>rows * ROW;
  for (; out < end; out += ROW) {
    for (let lanes: usize = 0; lanes < ROW; lanes += 16) {
      const word = i32x4.shr_u(next(state + lanes), 8);
      v128.store(out + lanes, f32x4.mul(f32x4.convert_i32x4_s(word), f32x4.splat(UNIT_24)));
    }
  }
}

/** Mixes `numbers` fresh numbers with those that stay with a run: own fresh + kept habit (`mixHabit`). */
export function mix(fresh: usize, habit: usize, numbers: i32, own: f32, kept: f32): void {
  const a = f32x4.splat(own);
  const b = f32x4.splat(kept);
  const end = fresh + (<usize>numbers << 2);
  for (; fresh < end; fresh += 16, habit += 16) {
    v128.store(fresh, f32x4.add(f32x4.mul(a, v128.load(fresh)), f32x4.mul(b, v128.load(habit))));
  }
}

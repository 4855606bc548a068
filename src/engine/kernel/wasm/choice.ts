// AssemblyScript. Scores of multiple-choice questions (src/engine/kernel/choice.ts), four questions a vector, the same operations in the same order.
import {exp2, log} from './float32';
import {ROW} from './lanes';
import {add, cut, flush, flushWide, scaleOf, SUMMED, widened} from './sums';

/** Distances from the correct logit are held inside, in bits. */
const FAR: f32 = 60;

const held = memory.data(64, 16);

/**
 * Scores `blocks` blocks of 16 questions at one latent, s and tau in units of ln 2, and adds to `sums`, whole numbers in the order of SUMMED.
 * `strength` has shape [blocks, 16], `normals` [blocks, 2 pairs, 16], `scales` [SUMMED, 4]; where the last block is `short` its four vectors have scales of their own, behind.
 * At most 63 blocks: their sums fit 32 bits, and those of `held` 64.
 */
export function scoreChoice(
  blocks: i32,
  options: i32,
  strength: usize,
  normals: usize,
  s: f32,
  tau: f32,
  extended: bool,
  short: bool,
  scales: usize,
  sums: usize,
): void {
  const width = <usize>((options + 1) & ~1) * ROW;
  const wrong = <usize>options * ROW;
  const S = f32x4.splat(s);
  const T = f32x4.splat(tau);
  const one = f32x4.splat(1);
  let correct = i32x4.splat(0);
  let probability = i32x4.splat(0);
  let probabilitySquared = i32x4.splat(0);
  let brier = i32x4.splat(0);
  let brierSquared = i32x4.splat(0);
  for (let block = 0; block < blocks; block++, normals += width, strength += ROW) {
    const last = short && block == blocks - 1;
    for (let lanes: usize = 0; lanes < ROW; lanes += 16) {
      const scale = last ? scales + <usize>SUMMED * (16 + lanes) : scales;
      const e = normals + lanes;
      const right = f32x4.add(f32x4.mul(T, v128.load(e)), f32x4.mul(S, v128.load(strength + lanes)));
      let sum = one;
      let squares = f32x4.splat(0);
      let best = f32x4.splat(0);
      for (let c: usize = ROW; c < wrong; c += ROW) {
        const x = ratio(T, e, right, c);
        sum = f32x4.add(sum, x);
        squares = f32x4.add(squares, f32x4.mul(x, x));
        best = f32x4.pmax(best, x);
      }
      const p = f32x4.div(one, sum);
      const miss = f32x4.sub(one, p);
      const b = f32x4.add(f32x4.mul(miss, miss), f32x4.mul(f32x4.mul(squares, p), p));
      correct = i32x4.sub(correct, v128.and(f32x4.lt(best, one), scaleOf(scale, 0)));
      probability = add(probability, p, scaleOf(scale, 1));
      probabilitySquared = add(probabilitySquared, f32x4.mul(p, p), scaleOf(scale, 2));
      brier = add(brier, b, scaleOf(scale, 3));
      brierSquared = add(brierSquared, f32x4.mul(b, b), scaleOf(scale, 4));
      if (extended) addExtended(p, sum, best, scale);
    }
  }
  const times = 4 * blocks;
  flush(sums, 0, correct, 0);
  flush(sums, 1, probability, times);
  flush(sums, 2, probabilitySquared, times);
  flush(sums, 3, brier, times);
  flush(sums, 4, brierSquared, times);
  if (extended) flushExtended(sums);
}

/** x_c = 2^(z_c - z_0) of the wrong option that is `c` bytes on, its exponent held inside. */
// @ts-ignore: decorator
@inline
function ratio(tau: v128, normals: usize, right: v128, c: usize): v128 {
  const d = f32x4.sub(f32x4.mul(tau, v128.load(normals + c)), right);
  return exp2(f32x4.pmax(f32x4.pmin(d, f32x4.splat(FAR)), f32x4.splat(-FAR)));
}

/** Adds log probability and margin of four questions to the sums held in memory. */
function addExtended(p: v128, sum: v128, best: v128, scales: usize): void {
  const logProbability = f32x4.neg(log(sum));
  const gap = f32x4.sub(p, f32x4.mul(p, best));
  hold(0, cut(logProbability, scaleOf(scales, 5)));
  hold(1, cut(f32x4.mul(logProbability, logProbability), scaleOf(scales, 6)));
  hold(2, cut(gap, scaleOf(scales, 7)));
  hold(3, cut(f32x4.mul(gap, gap), scaleOf(scales, 8)));
}

/** Adds to two 64-bit sums held in memory: squares of log probabilities are too large for 32 bits. */
// @ts-ignore: decorator
@inline
function hold(index: usize, value: v128): void {
  const at = held + (index << 4);
  v128.store(at, i64x2.add(v128.load(at), widened(value)));
}

function flushExtended(sums: usize): void {
  for (let i = 0; i < 4; i++) {
    const at = held + (<usize>i << 4);
    flushWide(sums, 5 + i, v128.load(at));
    v128.store(at, i32x4.splat(0));
  }
}

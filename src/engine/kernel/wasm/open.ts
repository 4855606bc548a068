// AssemblyScript. Scores of open answers of T tokens (src/engine/kernel/open.ts), four questions a vector, the same operations in the same order.
import {exp2, log} from './float32';
import {ROW} from './lanes';
import {add, cut, flush, flushWide, scaleOf, SUMMED, widened} from './sums';

/** Logits are held inside, in bits. */
const FAR: f32 = 60;

/**
 * Scores `blocks` blocks of 16 open questions at shift `s`, in units of ln 2, and adds to `sums`. `ease` has shape [blocks, 16], in logits;
 * `uniforms` [blocks, tokens, 16]; `scales` and `short` as for `scoreChoice`.
 */
export function scoreOpen(
  blocks: i32,
  tokens: i32,
  ease: usize,
  uniforms: usize,
  s: f32,
  short: bool,
  scales: usize,
  sums: usize,
): void {
  const width = <usize>tokens * ROW;
  const one = f32x4.splat(1);
  const zero = i32x4.splat(0);
  let correct = zero;
  let probability = zero;
  let probabilitySquared = zero;
  let logProbabilities = zero;
  let logProbabilitiesSquared = zero;
  let mistakes = zero;
  let mistakesSquared = zero;
  for (let block = 0; block < blocks; block++, uniforms += width, ease += ROW) {
    const last = short && block == blocks - 1;
    for (let lanes: usize = 0; lanes < ROW; lanes += 16) {
      const scale = last ? scales + <usize>SUMMED * (16 + lanes) : scales;
      const logit = f32x4.add(f32x4.splat(s), f32x4.mul(f32x4.splat(1.4426950408889634), v128.load(ease + lanes)));
      const held = f32x4.pmax(f32x4.pmin(f32x4.neg(logit), f32x4.splat(FAR)), f32x4.splat(-FAR));
      const sum = f32x4.add(one, exp2(held));
      const p = f32x4.div(one, sum);
      const logP = f32x4.neg(log(sum));
      let all = one;
      let wrong = zero;
      for (let t: usize = 0; t < width; t += ROW) {
        all = f32x4.mul(all, p);
        wrong = i32x4.sub(wrong, f32x4.ge(v128.load(uniforms + lanes + t), p));
      }
      const asked = scaleOf(scale, 0);
      correct = i32x4.sub(correct, v128.and(i32x4.eq(wrong, zero), asked));
      probability = add(probability, all, scaleOf(scale, 1));
      probabilitySquared = add(probabilitySquared, f32x4.mul(all, all), scaleOf(scale, 2));
      logProbabilities = i32x4.add(logProbabilities, cut(logP, scaleOf(scale, 5)));
      logProbabilitiesSquared = i64x2.add(logProbabilitiesSquared, widened(cut(f32x4.mul(logP, logP), scaleOf(scale, 6))));
      mistakes = i32x4.add(mistakes, v128.and(wrong, asked));
      mistakesSquared = i32x4.add(mistakesSquared, v128.and(i32x4.mul(wrong, wrong), asked));
    }
  }
  flush(sums, 0, correct, 0);
  flush(sums, 1, probability, 4 * blocks);
  flush(sums, 2, probabilitySquared, 4 * blocks);
  flush(sums, 5, logProbabilities, 0);
  flushWide(sums, 6, logProbabilitiesSquared);
  flush(sums, 9, mistakes, 0);
  flush(sums, 10, mistakesSquared, 0);
}

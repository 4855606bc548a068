import {risingRoot} from '../../numeric/illinois.ts';
import {earlyConfidence, learnedConfidence} from '../answer/confidence.ts';
import {NEVER} from '../answer/openMeans.ts';
import {type Benchmark, chanceOf} from '../benchmark.ts';
import type {AnswerModel} from '../world.ts';

/**
 * Latents of a performance as the item model has them, to 1e-5 in expected accuracy but ten times as fast: the accuracy is inverted
 * by a table instead of bisection to the last bit.
 */
export function quickModel(benchmark: Benchmark, inverse: (share: number) => number): AnswerModel {
  const chance = chanceOf(benchmark);
  if (benchmark.answer.kind === 'open') {
    return {latentAt: (performance) => ({s: performance > 0 ? inverse(performance) : NEVER, tau: 1})};
  }
  const learned = learnedConfidence(benchmark.confidence);
  const top = learned(Number.POSITIVE_INFINITY);
  return {
    latentAt(performance, loss) {
      const early = earlyConfidence(benchmark.confidence, loss);
      const ratio = performance <= 0 ? 0 : inverse(chance + (1 - chance) * performance);
      const s = ratio <= 0 ? 0 : risingRoot((at) => at - ratio * (early + learned(at)), 0, ratio * (early + top));
      return {s, tau: early + learned(s)};
    },
  };
}

import {type Interpolant, solveRising} from '../../numeric/monotone.ts';
import {once} from '../../numeric/once.ts';
import {type Benchmark, chanceOf} from '../benchmark.ts';
import type {AnswerModel, Latent} from '../latent.ts';
import {SAMPLED, STATISTICS, type Statistic} from '../metric.ts';
import type {Sampling} from '../sampling.ts';
import {type AccuracyCurve, accuracyCurve} from './accuracy.ts';
import {abilityFor, earlyConfidence, learnedConfidence} from './confidence.ts';
import {NEVER, openMeans} from './openMeans.ts';
import {probabilityTable} from './probabilityTable.ts';
import {sampledMeans} from './sampledMeans.ts';
import {tokenLatent} from './token.ts';

/** A benchmark's item model: how performance becomes a latent, and what is expected of every metric there. */
export interface ItemModel extends AnswerModel {
  /** Mean over questions of every statistic, in the order of STATISTICS; NaN where only simulation can tell. */
  expected(latent: Latent): Float64Array;
}

/** Latents of multiple choice: the s and tau at which the expected accuracy is chance + (1 - chance) performance, or chance (1 + performance) below it. */
export function choiceLatents(benchmark: Benchmark, {ratioFor}: AccuracyCurve): AnswerModel {
  const learned = learnedConfidence(benchmark.confidence);
  const chance = chanceOf(benchmark);
  const ratioOf = (performance: number): number => {
    if (performance === 0) return 0;
    if (performance < 0) return Math.min(ratioFor(chance + chance * performance), 0);
    return Math.max(ratioFor(chance + (1 - chance) * performance), 0);
  };
  return {
    latentAt(performance, loss) {
      const early = earlyConfidence(benchmark.confidence, loss);
      const s = abilityFor(ratioOf(performance), early, learned);
      return {s, tau: early + learned(s)};
    },
    tokenLatent: tokenLatent(benchmark),
  };
}

/** Latents of open answers: the shift at which the expected share of right answers is the performance. */
export function openLatents(benchmark: Benchmark, share: Interpolant): AnswerModel {
  return {
    tokenLatent: tokenLatent(benchmark),
    latentAt(performance) {
      const s = performance <= share(NEVER) ? NEVER : solveRising(share, performance, NEVER, -NEVER);
      return {s, tau: 1};
    },
  };
}

/** Multiple choice: z_c = tau e_c + [c is correct] s a_i, p = softmax(z). */
function choiceModel(benchmark: Benchmark, options: number): ItemModel {
  const accuracy = accuracyCurve(options, benchmark.spread);
  const table = once(() => probabilityTable(options, benchmark.spread));
  return {
    ...choiceLatents(benchmark, accuracy),
    expected({s, tau}) {
      const out = new Float64Array(STATISTICS.length).fill(Number.NaN);
      out[0] = accuracy.at(s / tau);
      out.set(table()(s, tau), 1);
      return out;
    },
  };
}

/** Open answers of T tokens, each right with probability p = 1 / (1 + exp(-(s + spread b_i))), b_i the ease of the question. */
function openModel(benchmark: Benchmark, tokens: number, sampling: Sampling | null): ItemModel {
  const means = openMeans(benchmark.spread, tokens);
  const {share} = means;
  const sampled = once(() => (sampling ? sampledMeans(benchmark.spread, tokens, sampling) : null));
  return {
    ...openLatents(benchmark, share),
    expected({s}) {
      const values: Partial<Record<Statistic, number>> = {
        correct: share(s),
        probability: share(s),
        probabilitySquared: means.square(s),
        logProbability: means.logProbability(s),
        logProbabilitySquared: means.logProbabilitySquared(s),
        mistakes: means.mistakes(s),
        mistakesSquared: means.mistakesSquared(s),
      };
      const repeated = sampled();
      for (const name of SAMPLED) if (repeated) values[name] = repeated[name](s);
      return Float64Array.from(STATISTICS, (name) => values[name] ?? Number.NaN);
    },
  };
}

/** The item model of a benchmark; with `sampling` it also expects what repeated attempts give. */
export function itemModel(benchmark: Benchmark, sampling: Sampling | null = null): ItemModel {
  const {answer} = benchmark;
  return answer.kind === 'choice'
    ? choiceModel(benchmark, answer.options)
    : openModel(benchmark, answer.tokens, sampling);
}

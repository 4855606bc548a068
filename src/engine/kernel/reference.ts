import {blocksFor, fillNormals, fillUniforms, LANES} from '../../numeric/lanes.ts';
import {SUMMED} from '../../science/metric.ts';
import {scoreChoice} from './choice.ts';
import {type Kernel, rowsOf, type Scored, type Scorer, sharesOf} from './kernel.ts';
import {scoreOpen} from './open.ts';

/** Sums at every latent, from a function that scores one. */
function sumsAt<T>(latents: readonly T[], score: (latent: T, sums: Float64Array) => void): Float64Array {
  const sums = new Float64Array(latents.length * SUMMED.length);
  latents.forEach((latent, i) => {
    score(latent, sums.subarray(i * SUMMED.length, (i + 1) * SUMMED.length));
  });
  return sums;
}

/** Mixes into `fresh` what stays with a run: own fresh + kept habit. */
function mixHabit(fresh: Float32Array, habit: Float32Array, {fresh: own, kept}: ReturnType<typeof sharesOf>): void {
  for (let i = 0; i < fresh.length; i++) {
    fresh[i] = Math.fround(own * fresh[i]!) + Math.fround(kept * habit[i]!);
  }
}

function choiceScorer(benchmark: Scored, options: number, extended: boolean): Scorer {
  const {questions, persistence} = benchmark;
  const blocks = blocksFor(questions);
  const pairs = rowsOf(benchmark) / 2;
  const normals = new Float32Array(blocks * rowsOf(benchmark) * LANES);
  const habits = new Float32Array(persistence > 0 ? normals.length : 0);
  const shares = sharesOf(benchmark);
  let strength = new Float32Array();
  return {
    question(traits) {
      strength = Float32Array.from(traits);
    },
    answer(state, habit, latents, first = questions) {
      fillNormals(state, blocksFor(first), pairs, normals);
      if (habit) {
        fillNormals(habit, blocksFor(first), pairs, habits);
        mixHabit(normals, habits, shares);
      }
      return sumsAt(latents, (latent, sums) => {
        scoreChoice({questions: first, options, strength, normals}, latent, extended, sums);
      });
    },
  };
}

function openScorer({questions}: Scored, tokens: number): Scorer {
  const uniforms = new Float32Array(blocksFor(questions) * tokens * LANES);
  let ease = new Float32Array();
  return {
    question(traits) {
      ease = Float32Array.from(traits);
    },
    answer(state, _habit, latents, first = questions) {
      fillUniforms(state, blocksFor(first) * tokens, uniforms);
      return sumsAt(latents, ({s}, sums) => scoreOpen({questions: first, tokens, ease, uniforms}, s, sums));
    },
  };
}

/** The kernel in plain TypeScript: the truth that faster ones follow bit for bit. */
export const referenceKernel: Kernel = (benchmark, {extended}) =>
  benchmark.answer.kind === 'choice'
    ? choiceScorer(benchmark, benchmark.answer.options, extended)
    : openScorer(benchmark, benchmark.answer.tokens);

import {blocksFor, fillNormals, fillUniforms, LANES, laneState} from '../numeric/lanes.ts';
import {normals} from '../numeric/normal.ts';
import {type Address, type Key, nameWord, streamAt, streamKey} from '../numeric/stream.ts';
import {discrimination} from '../science/answer/spread.ts';
import type {Benchmark} from '../science/benchmark.ts';

/** Keys of the draws that questions and answers need, one purpose each. */
export interface QuestionKeys {
  readonly questions: Key;
  readonly answers: Key;
  readonly habits: Key;
}

/** Keys under one seed. */
export function questionKeys(seed: string): QuestionKeys {
  return {
    questions: streamKey(seed, 'questions'),
    answers: streamKey(seed, 'answers'),
    habits: streamKey(seed, 'habits'),
  };
}

/**
 * What each question is: discrimination a_i (choice) or ease b_i in logits (open), keyed by (seed, replicate, benchmark)
 * and so the same for every model and checkpoint; shape [blocks, LANES].
 */
export function questionTraits(key: Key, benchmark: Benchmark, replicate: number): Float32Array {
  const count = blocksFor(benchmark.questions) * LANES;
  const b = normals(streamAt(key, [replicate, 0, 0, nameWord(benchmark.name)]), count);
  const choice = benchmark.answer.kind === 'choice';
  return Float32Array.from(b, (z) => (choice ? discrimination(benchmark.spread, z) : benchmark.spread * z));
}

/** Normal numbers per question: the options, rounded up to a whole number of pairs. */
function pairsOf(options: number): number {
  return Math.ceil(options / 2);
}

/** A buffer for the answer draws of one cell. */
export function answerBuffer(benchmark: Benchmark): Float32Array {
  const {answer} = benchmark;
  const perQuestion = answer.kind === 'choice' ? 2 * pairsOf(answer.options) : 1;
  return new Float32Array(blocksFor(benchmark.questions) * LANES * perQuestion);
}

/** Fills `out` with the answer draws at an address: e_c (choice) or uniform numbers (open). */
export function drawAnswers(key: Key, address: Address, benchmark: Benchmark, out: Float32Array): void {
  const state = laneState(streamAt(key, address));
  const blocks = blocksFor(benchmark.questions);
  if (benchmark.answer.kind === 'choice') fillNormals(state, blocks, pairsOf(benchmark.answer.options), out);
  else fillUniforms(state, blocks, out);
}

/** Mixes into `fresh` the share rho of the variance that stays with a run: sqrt(1 - rho) fresh + sqrt(rho) habit. */
export function mixHabit(fresh: Float32Array, habit: Float32Array, rho: number): void {
  const own = Math.fround(Math.sqrt(1 - rho));
  const kept = Math.fround(Math.sqrt(rho));
  for (let i = 0; i < fresh.length; i++) {
    fresh[i] = Math.fround(own * fresh[i]!) + Math.fround(kept * habit[i]!);
  }
}

import {blocksFor, LANES} from '../numeric/lanes.ts';
import {normals} from '../numeric/normal.ts';
import {type Key, nameWord, streamAt, streamKey} from '../numeric/stream.ts';
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

import type {Benchmark} from '../../science/benchmark.ts';
import type {Latent} from '../../science/latent.ts';

/** The benchmark that a scorer is made for. */
export type Scored = Pick<Benchmark, 'questions' | 'answer' | 'persistence'>;

/** Draws and scores the cells of one benchmark; its buffers live from cell to cell. */
export interface Scorer {
  /** Takes what the questions of a replicate are: discrimination a_i (choice) or ease b_i in logits (open); shape [blocks, LANES]. */
  question(traits: Float32Array): void;
  /**
   * Draws the answers of one cell from the states of its lanes, shape [4, LANES], and scores them at every latent: integer sums of
   * SUMMED, shape [latents or more, SUMMED], valid until the next call. `habit` is the state of what stays with a run (choice only).
   * With `first` only so many questions are answered, the first ones, from the same draws as when all are.
   */
  answer(state: Int32Array, habit: Int32Array | null, latents: readonly Latent[], first?: number): Float64Array;
}

/**
 * A way to draw and score answers. All kernels give the same bits; the reference is the truth that the others are tested against.
 * `extended` says whether log probability and margin of choices are wanted; `latents` is the largest number of latents of a cell.
 */
export type Kernel = (benchmark: Scored, wanted: {readonly extended: boolean; readonly latents: number}) => Scorer;

/** Shares of fresh and persistent numbers in an answer, sqrt(1 - rho) and sqrt(rho), in single precision. */
export function sharesOf({persistence}: Scored): {readonly fresh: number; readonly kept: number} {
  return {fresh: Math.fround(Math.sqrt(1 - persistence)), kept: Math.fround(Math.sqrt(persistence))};
}

/** Rows of LANES numbers that one block of questions needs: its options, rounded up to pairs, or its tokens. */
export function rowsOf({answer}: Scored): number {
  return answer.kind === 'choice' ? 2 * Math.ceil(answer.options / 2) : answer.tokens;
}

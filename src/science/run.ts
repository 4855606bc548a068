/** Courses of the learning rate: cosine to 0 at the end of training, the same after a linear rise, or constant. */
export const SCHEDULES = ['cosine', 'warmup-cosine', 'constant'] as const;

/** One training run of one virtual model. */
export interface Run {
  /** `family/name`, the address of the run's random streams: adding runs moves no draw of another. */
  readonly id: string;
  readonly family: string;
  readonly name: string;
  /** N: total parameters. */
  readonly params: number;
  /** Nne: parameters without embeddings. */
  readonly paramsNonEmbedding: number;
  /** D: training tokens of the whole run, the length of its schedule. */
  readonly tokens: number;
  /** Tokens per optimiser step. */
  readonly batch: number;
  readonly schedule: (typeof SCHEDULES)[number];
  /** Steps over which the learning rate rises; only with `warmup-cosine`. */
  readonly warmup?: number;
  /** U: tokens of the data set, which a longer run passes over again; absent where no token is seen twice. */
  readonly unique?: number;
  /** Tokens seen at each checkpoint, rising. */
  readonly checkpoints: readonly number[];
}

/** Where a law is evaluated: one point of one run. */
export interface Source {
  /** N: total parameters. */
  readonly N: number;
  /** Nne: parameters without embeddings. */
  readonly Nne: number;
  /** D: tokens seen so far. */
  readonly D: number;
  /** S: optimiser steps so far. */
  readonly S: number;
  /** U: unique tokens, the size of the data set; infinite where no token is seen twice. */
  readonly U: number;
  /** Learning rate over its peak, 0 to 1. */
  readonly lr: number;
}

/** C = 6 N D, training compute in FLOP (Kaplan et al. 2020, section 2.1). */
export function compute(params: number, tokens: number): number {
  return 6 * params * tokens;
}

/** Number of checkpoints over all runs. */
export function checkpointCount(runs: readonly Run[]): number {
  return runs.reduce((sum, run) => sum + run.checkpoints.length, 0);
}

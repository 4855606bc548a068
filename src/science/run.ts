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
  readonly schedule: 'cosine' | 'constant';
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

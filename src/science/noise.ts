import {normals} from '../numeric/normal.ts';
import {type Key, nameWord, streamAt, streamKey, uniforms} from '../numeric/stream.ts';
import type {Run} from './run.ts';

/** Sizes of the noise sources; each has its own random stream and is switched off by 0. */
export interface Noise {
  /** Standard deviation of a run's offset in true loss, nats (seed of a training run; Kaplan et al. 2020, section 4.2). */
  readonly run: number;
  /** Stationary standard deviation of the wiggle of the true loss along a run, nats. */
  readonly checkpoint: number;
  /** Lag-1 correlation of that wiggle. */
  readonly correlation: number;
  /** Multiplies each benchmark's evaluation wiggle (standard deviation of s per checkpoint). */
  readonly evaluation: number;
  /** Lag-1 correlation of the evaluation wiggle along a run: letter bias that stays for a while; absent is 0. */
  readonly evaluationCorrelation?: number;
  /** Standard deviation of the measurement error on the loss axis, nats; ability does not see it. */
  readonly loss: number;
}

/** The keys of the noise streams under one seed. */
export interface NoiseKeys {
  readonly run: Key;
  readonly checkpoint: Key;
  readonly evaluation: Key;
  readonly loss: Key;
  readonly luck: Key;
}

/** Keys of the noise streams, one purpose each. */
export function noiseKeys(seed: string): NoiseKeys {
  return {
    run: streamKey(seed, 'run noise'),
    checkpoint: streamKey(seed, 'checkpoint noise'),
    evaluation: streamKey(seed, 'evaluation noise'),
    loss: streamKey(seed, 'loss measurement'),
    luck: streamKey(seed, 'luck'),
  };
}

/** Standard normal numbers along a run whose neighbours correlate by rho, from independent ones: AR(1), stationary from the start. */
function alongRun(fresh: Float64Array, rho: number): Float64Array {
  if (rho === 0) return fresh;
  const step = Math.sqrt(1 - rho * rho);
  let state = 0;
  return fresh.map((z, i) => {
    state = i === 0 ? z : rho * state + step * z;
    return state;
  });
}

/** Offset of the true loss at each checkpoint of a run: run offset plus an AR(1) wiggle, nats; shape [checkpoints]. */
export function lossOffsets(keys: NoiseKeys, noise: Noise, run: Run, replicate: number): Float64Array {
  const word = nameWord(run.id);
  const offset = noise.run * normals(streamAt(keys.run, [replicate, word, 0, 0]), 1)[0]!;
  const fresh = normals(streamAt(keys.checkpoint, [replicate, word, 0, 0]), run.checkpoints.length);
  return alongRun(fresh, noise.correlation).map((state) => offset + noise.checkpoint * state);
}

/** Measurement error of the loss axis at each checkpoint of a run, nats; shape [checkpoints]. */
export function lossErrors(keys: NoiseKeys, noise: Noise, run: Run, replicate: number): Float64Array {
  if (noise.loss === 0) return new Float64Array(run.checkpoints.length);
  const z = normals(streamAt(keys.loss, [replicate, nameWord(run.id), 0, 0]), run.checkpoints.length);
  return z.map((value) => noise.loss * value);
}

/** Evaluation wiggle of s at each checkpoint of a run on one benchmark, standard normal, with its correlation along the run; shape [checkpoints]. */
export function evaluationWiggle(
  keys: NoiseKeys,
  {evaluationCorrelation = 0}: Noise,
  run: Run,
  {benchmark, replicate}: {readonly benchmark: string; readonly replicate: number},
): Float64Array {
  const stream = streamAt(keys.evaluation, [replicate, nameWord(run.id), 0, nameWord(benchmark)]);
  return alongRun(normals(stream, run.checkpoints.length), evaluationCorrelation);
}

/** Luck of a training run on one benchmark: one uniform number in (0, 1) for all its checkpoints. */
export function luckOf(keys: NoiseKeys, run: Run, benchmark: string, replicate: number): number {
  return uniforms(streamAt(keys.luck, [replicate, nameWord(run.id), 0, nameWord(benchmark)]), 1)[0]!;
}

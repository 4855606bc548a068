import type {Run} from './run.ts';

/** An entry of the population registry: a published list of training runs. */
export interface PopulationPreset {
  readonly name: string;
  readonly about: string;
  readonly source: string;
  /** Tokens of a sequence, where a paper counts its training in sequences. */
  readonly sequence?: number;
  readonly runs: readonly Run[];
}

/** What a run needs to be written down; the rest follows. */
export interface RunSketch {
  readonly family: string;
  readonly name: string;
  readonly params: number;
  readonly paramsNonEmbedding?: number;
  readonly tokens: number;
  readonly batch?: number;
  readonly schedule?: Run['schedule'];
  readonly warmup?: number;
  readonly unique?: number;
  /** Tokens at each checkpoint; without it only the end of training. */
  readonly checkpoints?: readonly number[];
}

/** Steps of warm-up where none are stated (Kaplan et al. 2020, section 2.2). */
export const WARMUP = 3000;

/** Fills a sketch: all parameters count where no embedding is stated, 2^21 tokens per step, cosine, one final checkpoint. */
export function makeRun(sketch: RunSketch): Run {
  return {
    id: `${sketch.family}/${sketch.name}`,
    family: sketch.family,
    name: sketch.name,
    params: sketch.params,
    paramsNonEmbedding: sketch.paramsNonEmbedding ?? sketch.params,
    tokens: sketch.tokens,
    batch: sketch.batch ?? 2097152,
    schedule: sketch.schedule ?? 'cosine',
    checkpoints: sketch.checkpoints ?? [sketch.tokens],
    ...(sketch.schedule === 'warmup-cosine' ? {warmup: sketch.warmup ?? WARMUP} : {}),
    ...(sketch.unique === undefined ? {} : {unique: sketch.unique}),
  };
}

/** `count` checkpoints at equal steps, the last at `tokens`. */
export function evenCheckpoints(tokens: number, count: number): readonly number[] {
  return Array.from({length: count}, (_, i) => (tokens * (i + 1)) / count);
}

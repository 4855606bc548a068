import {cosPi} from '../numeric/elementary.ts';
import type {Run, Source} from './run.ts';

/** Learning rate over its peak after `tokens` of `run`: a linear rise over the warm-up where there is one, then cosine to 0; or constant. */
export function learningRate(run: Run, tokens: number): number {
  if (run.schedule === 'constant') return 1;
  const rise = (run.warmup ?? 0) * run.batch;
  if (tokens < rise) return tokens / rise;
  return 0.5 * (1 + cosPi(Math.min((tokens - rise) / (run.tokens - rise), 1)));
}

/** What a loss law sees of `run` after `tokens`. */
export function sourceAt(run: Run, tokens: number): Source {
  return {
    N: run.params,
    Nne: run.paramsNonEmbedding,
    D: tokens,
    S: tokens / run.batch,
    U: run.unique ?? Number.POSITIVE_INFINITY,
    lr: learningRate(run, tokens),
  };
}

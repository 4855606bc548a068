import {cosPi} from '../numeric/elementary.ts';
import type {Run, Source} from './run.ts';

/** Learning rate over its peak after `tokens` of `run`: cosine to 0 without warm-up, or constant. */
export function learningRate(run: Run, tokens: number): number {
  return run.schedule === 'constant' ? 1 : 0.5 * (1 + cosPi(Math.min(tokens / run.tokens, 1)));
}

/** What a loss law sees of `run` after `tokens`. */
export function sourceAt(run: Run, tokens: number): Source {
  return {
    N: run.params,
    Nne: run.paramsNonEmbedding,
    D: tokens,
    S: tokens / run.batch,
    lr: learningRate(run, tokens),
  };
}

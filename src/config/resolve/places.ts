import {equalRatios} from '../../numeric/ratios.ts';
import {evenCheckpoints, WARMUP} from '../../science/population.ts';
import type {Run} from '../../science/run.ts';
import type {Path, Report} from '../faults.ts';

/** Checkpoints at equal ratios of tokens. */
export interface Ratios {
  readonly from: number;
  readonly count: number;
}

/** How a config says where checkpoints are: a count at equal steps, equal ratios, or the tokens at each. */
export type Places = number | readonly number[] | Ratios;

/** How many values a number, a list or a mapping with a count stands for; a number of checkpoints for itself. */
export function sizeOf(places: Places): number {
  if (typeof places === 'number') return places;
  return 'count' in places ? places.count : places.length;
}

/** Tokens seen at each checkpoint of a run of `tokens`. */
export function placesOf(places: Places, tokens: number): readonly number[] {
  if (typeof places === 'number') return evenCheckpoints(tokens, places);
  return 'count' in places ? equalRatios(places.from, tokens, places.count) : places;
}

/** Reports equal ratios that begin at the end of training or after it. */
export function checkFirst({from, count}: Ratios, tokens: number, path: Path, report: Report): void {
  if (from < tokens || (count === 1 && from === tokens)) return;
  report({code: 'checkpoint-beyond', path: [...path, 'from'], data: {got: from, bound: tokens}});
}

/** Reports a warm-up without its schedule, and one that is as long as the training. */
export function checkWarmup(
  run: Pick<Run, 'schedule' | 'batch' | 'tokens'> & {readonly warmup?: number | undefined},
  path: Path,
  report: Report,
): void {
  const {schedule, warmup, batch, tokens} = run;
  if (schedule !== 'warmup-cosine') {
    if (warmup !== undefined) report({code: 'warmup-schedule', path: [...path, 'warmup'], data: {got: warmup}});
    return;
  }
  const steps = warmup ?? WARMUP;
  if (steps * batch < tokens) return;
  const key = warmup === undefined ? 'schedule' : 'warmup';
  report({code: 'warmup-beyond', path: [...path, key], data: {got: steps, bound: Math.floor(tokens / batch)}});
}

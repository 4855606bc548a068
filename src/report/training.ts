import type {Language} from './figure.ts';
import {countText, decimal, extent} from './numbers.ts';
import {recoverySummary} from './recoverySummary.ts';
import type {Study, TrajectoryRow} from './study.ts';
import type {Table} from './table.ts';
import {fill} from './words/fill.ts';
import {TRAINING_WORDS} from './words/training.ts';

/** The last checkpoint of every run of replicate 0. */
function finalsOf({trajectories}: Pick<Study, 'trajectories'>): readonly TrajectoryRow[] {
  return trajectories.filter((row, i) => {
    const next = trajectories[i + 1];
    return next?.run !== row.run || next.family !== row.family;
  });
}

/** What was simulated, in a sentence: how many runs and checkpoints, and between which losses. */
function trainingSummary(study: Study, language: Language): string {
  const {trajectories} = study;
  const [low, high] = extent(trajectories.map(({loss}) => loss)) ?? [Number.NaN, Number.NaN];
  const data = {runs: finalsOf(study).length, checkpoints: trajectories.length};
  return fill(TRAINING_WORDS.summary, language, {...data, low: decimal(low), high: decimal(high)});
}

/** What is said first of a study of training alone: its losses, and how the laws do that it recovers. */
export function trainingSentences(study: Study, language: Language): readonly string[] {
  const recovered = recoverySummary(study, language);
  return [trainingSummary(study, language), ...(recovered ? [recovered] : [])];
}

/** One row for each family: its runs, sizes, tokens and losses at the end of training. */
export function trainingRows(study: Study, language: Language): Table {
  const finals = finalsOf(study);
  const span = (
    rows: readonly TrajectoryRow[],
    read: (row: TrajectoryRow) => number,
    text: (value: number) => string,
  ) => {
    const [low, high] = (extent(rows.map(read)) ?? [Number.NaN, Number.NaN]).map((end) => text(end)) as [
      string,
      string,
    ];
    return low === high ? low : fill(TRAINING_WORDS.range, language, {low, high});
  };
  const heads = ['family', 'count', 'params', 'paramsNonEmbedding', 'tokens', 'loss'] as const;
  const rows = [...new Set(finals.map(({family}) => family))].map((family) => {
    const own = finals.filter((row) => row.family === family);
    return [
      family,
      String(own.length),
      span(own, ({params}) => params, countText),
      span(own, ({paramsNonEmbedding}) => paramsNonEmbedding, countText),
      span(own, ({tokens}) => tokens, countText),
      span(own, ({loss}) => loss, decimal),
    ];
  });
  return {head: heads.map((head) => TRAINING_WORDS[head][language]), rows};
}

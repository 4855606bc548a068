import {emergenceScore} from '../inference/classical/emergenceScore.ts';
import {scoredPairs} from './lookup.ts';
import type {ScoreRow, Study} from './study.ts';

/** The emergence score of one task by one metric; infinite where the usual step is exactly 0. */
export interface TaskScore {
  readonly benchmark: string;
  readonly metric: string;
  readonly score: number;
}

/** One row for each size of model: the one trained longest, in order of size. */
function bySize(rows: readonly ScoreRow[]): readonly ScoreRow[] {
  const longest = new Map<number, ScoreRow>();
  for (const row of rows) {
    if (row.params === null) continue;
    const known = longest.get(row.params);
    if (!known || (row.tokens ?? 0) > (known.tokens ?? 0)) longest.set(row.params, row);
  }
  return [...longest.values()].sort((a, b) => a.params! - b.params!);
}

/** Sizes of model of a study. */
export function sizesOf({scores}: Pick<Study, 'scores'>): number {
  return new Set(scores.flatMap(({params}) => params ?? [])).size;
}

/**
 * Emergence scores of every task and metric in one world, one point for each size of model in order of size, turned so that good is up
 * (Schaeffer et al. 2023, equation 1, arXiv:2304.15004). A score that moves, but whose median step is 0, has no finite one; one that never moves has none.
 */
export function taskScores(
  study: Pick<Study, 'scores' | 'benchmarks' | 'metrics'>,
  world: string | null,
): readonly TaskScore[] {
  return scoredPairs(study).flatMap(({benchmark: {name}, metric}) => {
    const mine = study.scores.filter(
      (row) => row.world === world && row.benchmark === name && row.metric === metric.name,
    );
    const sign = metric.direction === 'lower' ? -1 : 1;
    const values = bySize(mine).map(({value}) => sign * value);
    if (values.length < 2 || values.every((value) => value === values[0])) return [];
    const rise = Math.sign(values.indexOf(Math.max(...values)) - values.indexOf(Math.min(...values)));
    const score = emergenceScore(values) ?? rise * Number.POSITIVE_INFINITY;
    return [{benchmark: name, metric: metric.name, score}];
  });
}

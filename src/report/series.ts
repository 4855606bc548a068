import type {ScoreRow, Study} from './study.ts';
import {runColours} from './theme.ts';

/** Most runs that still get a colour each; above it families do. */
const MOST_RUNS = 8;

/** What colour stands for in a figure of points: runs, or families where there are many runs. */
export interface Series {
  readonly by: 'run' | 'family';
  readonly domain: readonly string[];
  readonly range: readonly string[];
  of(row: ScoreRow): string;
}

/** The series of a study, smallest model first, as the population lists them. */
export function seriesOf(study: Study): Series {
  const {runs} = study.experiment.population;
  const names = [...new Set(runs.map(({name}) => name))];
  const by = names.length <= MOST_RUNS ? 'run' : 'family';
  const domain = by === 'run' ? names : [...new Set(runs.map(({family}) => family))];
  return {by, domain, range: runColours(domain), of: (row) => row[by]};
}

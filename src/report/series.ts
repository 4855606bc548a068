import {countLabels} from './axes.ts';
import type {Language} from './figure.ts';
import {extent, significant} from './numbers.ts';
import type {ScoreRow, Study} from './study.ts';
import {INK, runColours} from './theme.ts';
import {AXIS_WORDS} from './words/figures.ts';

/** Most runs that still get a colour each. */
const MOST_RUNS = 8;

/** A training run as its colour needs it. */
export type SeriesRun = Pick<ScoreRow, 'run' | 'family' | 'params'>;

/** What colour stands for in a figure of points: runs; where there are many, families or sizes; where there is neither, nothing. */
export interface Series {
  readonly by: 'run' | 'family' | 'params' | null;
  readonly domain: readonly string[];
  readonly range: readonly string[];
  /** Runs by the index that residuals carry. */
  readonly runs: readonly SeriesRun[];
  of(row: SeriesRun): string | number | null;
}

/** The training runs of a study in the order of their indices. */
function runsOf({experiment, table, scores}: Study): readonly SeriesRun[] {
  if (experiment) return experiment.population.runs.map(({name, family, params}) => ({run: name, family, params}));
  const known = new Map(scores.map((row) => [row.run, row]));
  return (table?.runs ?? []).map((run) => known.get(run) ?? {run, family: '', params: null});
}

/** The series of a study, in the order its runs are listed. */
export function seriesOf(study: Study): Series {
  const runs = runsOf(study);
  const names = [...new Set(runs.map(({run}) => run))];
  const families = [...new Set(runs.map(({family}) => family))];
  const sized = new Set(runs.map(({params}) => params)).size > 1 && runs.every(({params}) => params !== null);
  if (names.length > 0 && names.length <= MOST_RUNS) {
    return {by: 'run', domain: names, range: runColours(names), runs, of: ({run}) => run};
  }
  if (families.length > (study.experiment ? 0 : 1) && families.length <= MOST_RUNS) {
    return {by: 'family', domain: families, range: runColours(families), runs, of: ({family}) => family};
  }
  if (sized) return {by: 'params', domain: [], range: [], runs, of: ({params}) => significant(params!, 4)};
  return {by: null, domain: [], range: [INK.points], runs, of: () => null};
}

/** The colour channel of a field `series`; undefined where colour stands for nothing. */
export function colourOf({by, domain, range, runs}: Series, language: Language) {
  if (by === null) return undefined;
  const title = AXIS_WORDS[by][language];
  if (by === 'params') {
    const [low, high] = extent(runs.flatMap(({params}) => params ?? []))!;
    const values = [low, Math.sqrt(low * high), high].map((value) => significant(value, 2));
    const scale = {type: 'log' as const, domain: [low, high], scheme: 'viridis' as const, reverse: true};
    const labelExpr = countLabels(2);
    const legend = {type: 'gradient' as const, gradientLength: 200, values, labelExpr};
    return {field: 'series', type: 'quantitative' as const, title, scale, legend};
  }
  const scale = {domain: [...domain], range: [...range]};
  return {field: 'series', type: 'nominal' as const, title, sort: null, scale};
}

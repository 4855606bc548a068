import {countLabels, logTicks} from '../axes.ts';
import type {Language} from '../figure.ts';
import {extent, significant} from '../numbers.ts';
import type {ScoreRow, Study} from '../study.ts';
import {AXIS_WORDS} from '../words/figures.ts';

/** What scale is measured in: size where each size is one finished model, else training compute. */
export type SizeAxis = 'params' | 'compute';

/** Room beyond the data, as a factor. */
const ROOM = 1.35;
/** Most sizes that are ticks themselves. */
const MOST_SIZES = 6;
/** Least ratio of neighbouring ticks, so that labels stay apart. */
const APART = 1.8;

/** Parameters where every run has one checkpoint and no two share a size, else compute; null for a table, which has an x axis of its own. */
export function sizeAxisOf({experiment, scores}: Pick<Study, 'experiment' | 'scores'>): SizeAxis | null {
  if (experiment === null) return null;
  const rows = [...new Map(scores.map((row) => [`${row.family} ${row.run} ${row.checkpoint}`, row])).values()];
  const known = (axis: SizeAxis): boolean => rows.length > 1 && rows.every((row) => (row[axis] ?? 0) > 0);
  const single = experiment.population.runs.every(({checkpoints}) => checkpoints.length === 1);
  if (single && known('params') && new Set(rows.map(({params}) => params)).size === rows.length) return 'params';
  return known('compute') ? 'compute' : null;
}

/** Ticks: the sizes themselves where they are few and apart, else round numbers. */
function ticksOf(values: readonly number[], domain: readonly [number, number]): readonly number[] {
  const sizes = [...new Set(values)].sort((a, b) => a - b);
  const apart = sizes.every((size, i) => i === 0 || size > APART * sizes[i - 1]!);
  return sizes.length <= MOST_SIZES && apart ? sizes : logTicks(domain);
}

/** The x channel of field `x`: logarithmic, rising to the right. */
export function sizeX(rows: readonly ScoreRow[], axis: SizeAxis, language: Language) {
  const values = rows.map((row) => row[axis]!);
  const [low, high] = extent(values)!;
  const domain: [number, number] = [significant(low / ROOM), significant(high * ROOM)];
  const look = axis === 'params' ? {labelExpr: countLabels(3)} : {format: '~e' as const};
  return {
    field: 'x',
    type: 'quantitative' as const,
    title: AXIS_WORDS[axis][language],
    scale: {type: 'log' as const, domain, nice: false},
    axis: {...look, values: [...ticksOf(values, domain)], grid: false},
  };
}

import type {Metric} from '../../science/metric.ts';
import type {Collected} from './collect.ts';
import type {Layout} from './layout.ts';
import {metricNamed} from './measures.ts';
import type {RawCurve} from './rawCurve.ts';

/** A curve of a table with its names. */
export interface NamedCurve {
  readonly raw: RawCurve;
  readonly benchmark: string;
  /** Name in findings: that of the registry, else of the column or of the table's own metric. */
  readonly metric: string;
  /** Column of the scores. */
  readonly column: string;
  /** Null for a score of its own: discontinuous, higher is better. */
  readonly entry: Metric | null;
}

/** A column that is known to hold names of metrics. */
const METRIC_COLUMN = 'metric';

/**
 * Place among the columns that split the table of the one that names metrics: the one called `metric`, else the last if every value of it is a name of
 * the registry; -1 where there is none, or where several columns of scores or their metrics are given.
 */
function metricPlace({by, measures}: Layout, {curves}: Collected): number {
  if (measures.length > 1 || measures[0]!.metric) return -1;
  const called = by.findIndex((column) => column.toLowerCase() === METRIC_COLUMN);
  if (called >= 0) return called;
  const last = by.length - 1;
  return last >= 0 && curves.every(({parts}) => metricNamed(parts[last]!) !== null) ? last : -1;
}

/** Names of the curves of a table; `file` names the benchmark where no column does. */
export function namedCurves(layout: Layout, collected: Collected, file: string): NamedCurve[] {
  const place = metricPlace(layout, collected);
  return collected.curves.map((raw) => {
    const {column, metric, benchmark} = layout.measures[raw.measure]!;
    const parts = [...(benchmark === null ? [] : [benchmark]), ...raw.parts.filter((_, i) => i !== place)];
    const entry = place < 0 ? metric : metricNamed(raw.parts[place]!);
    return {
      raw,
      benchmark: parts.length > 0 ? parts.join(', ') : file,
      metric: entry?.name ?? (place < 0 ? column : raw.parts[place]!),
      column: place < 0 ? column : raw.parts[place]!,
      entry,
    };
  });
}

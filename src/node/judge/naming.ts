import {Fault} from '../../numeric/fault.ts';
import type {Metric} from '../../science/metric.ts';
import type {Collected} from './collect.ts';
import {calledMetric, type Layout} from './layout.ts';
import {metricNamed} from './measures.ts';
import type {RawCurve} from './rawCurve.ts';

/** A curve of a table with its names. */
export interface NamedCurve {
  readonly raw: RawCurve;
  readonly benchmark: string;
  /** Name in findings: that of the registry, else of the column or of the table's own metric. */
  readonly metric: string;
  /** Name that options may use beside the metric: the column of the scores, or the table's own word for the metric. */
  readonly column: string;
  /** Column of the scores. */
  readonly source: string;
  /** Null for a score of its own: discontinuous, higher is better. */
  readonly entry: Metric | null;
}

/**
 * Place among the columns that split the table of the one that names metrics: the one called `metric`, else the last if every value of it is a name of
 * the registry; -1 where there is none, or where several columns of scores or their metrics are given.
 */
function metricPlace(layout: Layout, {curves}: Collected): number {
  const {by, measures} = layout;
  if (measures.length > 1 || measures[0]!.metric) return -1;
  const called = calledMetric(layout);
  if (called >= 0) return called;
  const last = by.length - 1;
  return last >= 0 && curves.every(({parts}) => metricNamed(parts[last]!) !== null) ? last : -1;
}

/** Makes sure that no two curves share benchmark and metric, which tell them apart from here on. Throws Fault `judge-same-curve`. */
function distinct(curves: readonly NamedCurve[]): readonly NamedCurve[] {
  const known = new Map<string, NamedCurve>();
  const cellsOf = ({source, raw}: NamedCurve): string => [source, ...raw.parts.map((part) => `"${part}"`)].join(' ');
  for (const curve of curves) {
    const {benchmark, metric} = curve;
    const key = JSON.stringify([benchmark, metric]);
    const rival = known.get(key);
    if (rival) throw new Fault('judge-same-curve', {benchmark, metric, first: cellsOf(rival), second: cellsOf(curve)});
    known.set(key, curve);
  }
  return curves;
}

/**
 * Names of the curves of a table; `file` names the benchmark where no column does. Several columns without a metric are benchmarks of their own:
 * nothing says that they score the same questions. Throws Fault `judge-same-curve`.
 */
export function namedCurves(layout: Layout, collected: Collected, file: string): readonly NamedCurve[] {
  const place = metricPlace(layout, collected);
  const apart = layout.by.length === 0 && layout.measures.length > 1;
  const curves = collected.curves.map((raw): NamedCurve => {
    const {column, metric, benchmark} = layout.measures[raw.measure]!;
    const own = benchmark ?? (apart && !metric ? column : null);
    const parts = [...(own === null ? [] : [own]), ...raw.parts.filter((_, i) => i !== place)];
    const entry = place < 0 ? metric : metricNamed(raw.parts[place]!);
    return {
      raw,
      benchmark: parts.length > 0 ? parts.join(', ') : file,
      metric: entry?.name ?? (place < 0 ? column : raw.parts[place]!),
      column: place < 0 ? column : raw.parts[place]!,
      source: column,
      entry,
    };
  });
  return distinct(curves);
}

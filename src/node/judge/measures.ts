import {wordData} from '../../config/nearest.ts';
import {Fault} from '../../numeric/fault.ts';
import type {Metric} from '../../science/metric.ts';
import {METRICS} from '../../science/metrics/registry.ts';
import {columnIn, namesIn} from './columns.ts';

/** One column of scores. */
export interface Measure {
  readonly column: string;
  /** Null for a score of its own: discontinuous, higher is better. */
  readonly metric: Metric | null;
  /** The benchmark that the column belongs to, null where it is not said. */
  readonly benchmark: string | null;
}

/** The entry of the metric registry with this name, in any case; null where there is none. */
export function metricNamed(name: string): Metric | null {
  const folded = name.toLowerCase();
  return METRICS.find((metric) => metric.name.toLowerCase() === folded) ?? null;
}

/** The longest column that a text starts with, followed by a colon or the end. */
function columnOf(text: string, columns: readonly string[]): string | null {
  const fitting = columns.filter((column) => column !== '' && (text === column || text.startsWith(`${column}:`)));
  return fitting.reduce<string | null>((best, one) => (one.length > (best?.length ?? 0) ? one : best), null);
}

function measureOf(text: string, columns: readonly string[]): Measure {
  const column = columnOf(text, columns) ?? columnIn('--y', text.split(':')[0]!, columns);
  const [name, ...rest] = text.slice(column.length + 1).split(':');
  const benchmark = rest.join(':').trim() || null;
  columnIn('--y', column, columns);
  if (!name) return {column, metric: null, benchmark};
  const metric = metricNamed(name.trim());
  if (!metric) {
    throw new Fault('judge-metric', {
      column,
      ...wordData(
        name.trim(),
        METRICS.map((known) => known.name),
      ),
    });
  }
  return {column, metric, benchmark};
}

/**
 * Reads `column`, `column:metric` and `column:metric:benchmark`, joined by commas. Throws Fault `judge-column`, `judge-column-twice`, `judge-metric`,
 * `judge-repeated`, `judge-metric-twice` (two columns with one metric on one benchmark).
 */
export function measuresOf(text: string, columns: readonly string[]): Measure[] {
  const whole = (piece: string): boolean => {
    const column = columnOf(piece, columns);
    return column !== null && !piece.slice(column.length).includes(',');
  };
  const measures = namesIn(text, whole).map((piece) => measureOf(piece, columns));
  measures.forEach(({column, metric, benchmark}, i) => {
    const before = measures.slice(0, i);
    if (before.some((one) => one.column === column)) throw new Fault('judge-repeated', {option: '--y', got: column});
    const rival = before.find((one) => metric && one.metric === metric && one.benchmark === benchmark);
    if (rival) throw new Fault('judge-metric-twice', {first: rival.column, second: column, metric: metric!.name});
  });
  return measures;
}

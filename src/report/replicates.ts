import type {Interval} from '../inference/interval.ts';
import type {Table} from '../numeric/table.ts';
import {numberColumn, textColumn} from './columns.ts';
import type {ReplicateRow} from './study.ts';

/** An estimate with its ends; null where one of the three is missing. */
function intervalAt([estimate, low, high]: readonly Float64Array[], row: number): Interval | null {
  const all = [estimate![row]!, low![row]!, high![row]!] as const;
  return all.some(Number.isNaN) ? null : {estimate: all[0], low: all[1], high: all[2]};
}

/**
 * The table of replicates as plain rows. Columns: world, benchmark, metric, shape (texts), replicate, onset, onsetLow, onsetHigh, width,
 * widthLow, widthHigh, smoothNullStatistic (numbers, NaN where missing). Throws Fault `table-column` if one is missing.
 */
export function replicateRows(table: Table): ReplicateRow[] {
  const [world, benchmark, metric, shape] = ['world', 'benchmark', 'metric', 'shape'].map((name) =>
    textColumn(table, name),
  );
  const number = (name: string): Float64Array => numberColumn(table, name);
  const onset = ['onset', 'onsetLow', 'onsetHigh'].map(number);
  const width = ['width', 'widthLow', 'widthHigh'].map(number);
  const replicate = number('replicate');
  const statistic = number('smoothNullStatistic');
  return Array.from({length: table.rows}, (_, i) => ({
    world: world![i]!,
    benchmark: benchmark![i]!,
    metric: metric![i]!,
    replicate: replicate[i]!,
    onset: intervalAt(onset, i),
    width: {estimate: width[0]![i]!, low: width[1]![i]!, high: width[2]![i]!},
    shape: shape![i]!,
    smoothNullStatistic: Number.isNaN(statistic[i]!) ? null : statistic[i]!,
  }));
}

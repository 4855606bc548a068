import {quantileOfSorted} from '../numeric/quantile.ts';
import type {Table} from '../numeric/table.ts';
import {numberColumn, textColumn} from './columns.ts';
import type {BandRow} from './study.ts';

/** Bins of the loss axis over its whole range. */
const BINS = 24;

/** Share of replicates outside each edge of a band. */
const EDGE = 0.025;

/** Median and central 95 % of scores over replicates and checkpoints, in 24 equal bins of loss. */
export function bandsOf(scores: Table): BandRow[] {
  const loss = numberColumn(scores, 'loss');
  const value = numberColumn(scores, 'value');
  const [world, benchmark, metric] = [
    textColumn(scores, 'world'),
    textColumn(scores, 'benchmark'),
    textColumn(scores, 'metric'),
  ];
  const low = loss.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const high = loss.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const width = (high - low) / BINS || 1;
  const bins = new Map<string, {row: number; bin: number; values: number[]}>();
  for (let row = 0; row < scores.rows; row++) {
    const bin = Math.min(Math.floor((loss[row]! - low) / width), BINS - 1);
    const key = `${world[row]} ${benchmark[row]} ${metric[row]} ${bin}`;
    const known = bins.get(key);
    if (known) known.values.push(value[row]!);
    else bins.set(key, {row, bin, values: [value[row]!]});
  }
  return [...bins.values()]
    .sort((a, b) => a.bin - b.bin)
    .map(({row, bin, values}) => {
      const sorted = Float64Array.from(values).sort();
      return {
        world: world[row]!,
        benchmark: benchmark[row]!,
        metric: metric[row]!,
        loss: low + (bin + 0.5) * width,
        low: quantileOfSorted(sorted, EDGE),
        middle: quantileOfSorted(sorted, 0.5),
        high: quantileOfSorted(sorted, 1 - EDGE),
      };
    });
}

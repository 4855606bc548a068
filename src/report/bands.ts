import {quantileOfSorted} from '../numeric/quantile.ts';
import type {LongTable, Table} from '../numeric/table.ts';
import {numberColumn, textColumn} from './columns.ts';
import type {BandRow} from './study.ts';

/** Bins of the loss axis over its whole range. */
const BINS = 24;

/** Share of replicates outside each edge of a band. */
const EDGE = 0.025;

/** Equal bins of loss and the points in each, over all replicates. */
interface Bins {
  readonly low: number;
  readonly width: number;
  readonly counts: Int32Array;
}

function binOf({low, width}: Omit<Bins, 'counts'>, loss: number): number {
  return Math.min(Math.floor((loss - low) / width), BINS - 1);
}

async function binsOf(trajectories: LongTable): Promise<Bins> {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for await (const piece of trajectories.pieces(['loss'])) {
    for (const loss of numberColumn(piece, 'loss')) {
      low = Math.min(low, loss);
      high = Math.max(high, loss);
    }
  }
  const axis = {low, width: (high - low) / BINS || 1};
  const counts = new Int32Array(BINS);
  for await (const piece of trajectories.pieces(['loss'])) {
    for (const loss of numberColumn(piece, 'loss')) counts[binOf(axis, loss)]! += 1;
  }
  return {...axis, counts};
}

/** Values of one curve by bin, as many as the bins count. */
interface Collected {
  readonly names: Pick<BandRow, 'world' | 'benchmark' | 'metric'>;
  readonly values: readonly Float64Array[];
  readonly filled: Int32Array;
}

const COLUMNS = ['world', 'benchmark', 'metric', 'loss', 'value'];

/** Runs of rows of one curve: `take` is called with its names and the rows `from` to `to`. */
export function eachCurve(piece: Table, take: (names: Collected['names'], from: number, to: number) => void): void {
  const [world, benchmark, metric] = ['world', 'benchmark', 'metric'].map((name) => textColumn(piece, name));
  const same = (a: number, b: number) =>
    world![a] === world![b] && benchmark![a] === benchmark![b] && metric![a] === metric![b];
  for (let from = 0, to = 0; from < piece.rows; from = to) {
    while (to < piece.rows && same(from, to)) to++;
    take({world: world![from]!, benchmark: benchmark![from]!, metric: metric![from]!}, from, to);
  }
}

/** Collects the values of `most` curves from the one at place `skip` on, in the order of their first rows; fewer at the end. */
async function collect(scores: LongTable, bins: Bins, skip: number, most: number): Promise<Collected[]> {
  const places = new Map<string, number>();
  const found: Collected[] = [];
  for await (const piece of scores.pieces(COLUMNS)) {
    const loss = numberColumn(piece, 'loss');
    const value = numberColumn(piece, 'value');
    eachCurve(piece, (names, from, to) => {
      const key = JSON.stringify(names);
      const place = places.get(key) ?? places.size;
      places.set(key, place);
      if (place < skip || place >= skip + most) return;
      found[place - skip] ??= {
        names,
        values: Array.from(bins.counts, (count) => new Float64Array(count)),
        filled: new Int32Array(BINS),
      };
      const {values, filled} = found[place - skip]!;
      for (let row = from; row < to; row++) {
        const bin = binOf(bins, loss[row]!);
        values[bin]![filled[bin]!++] = value[row]!;
      }
    });
  }
  return found;
}

function rowOf({names, values}: Collected, bin: number, {low, width}: Bins): BandRow {
  const sorted = values[bin]!.sort();
  return {
    ...names,
    loss: low + (bin + 0.5) * width,
    low: quantileOfSorted(sorted, EDGE),
    middle: quantileOfSorted(sorted, 0.5),
    high: quantileOfSorted(sorted, 1 - EDGE),
  };
}

/**
 * Median and central 95 % of scores over replicates and checkpoints, in 24 equal bins of loss. `trajectories` holds the loss of every
 * point of every replicate, `scores` the same points for each curve. At most `mostValues` are held at a time, or those of one curve: the scores
 * are read as often as that takes, some curves each time.
 */
export async function bandsOf(
  scores: LongTable,
  trajectories: LongTable,
  {mostValues = 8e6}: {readonly mostValues?: number} = {},
): Promise<BandRow[]> {
  const bins = await binsOf(trajectories);
  const most = Math.max(1, Math.floor(mostValues / Math.max(trajectories.rows, 1)));
  const rows: {bin: number; row: BandRow}[] = [];
  for (let skip = 0, found = most; found === most; skip += most) {
    const collected = await collect(scores, bins, skip, most);
    found = collected.length;
    for (const curve of collected) {
      bins.counts.forEach((count, bin) => {
        if (count > 0) rows.push({bin, row: rowOf(curve, bin, bins)});
      });
    }
  }
  return rows.sort((a, b) => a.bin - b.bin).map(({row}) => row);
}

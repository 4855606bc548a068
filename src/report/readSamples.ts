import type {LongTable} from '../numeric/table.ts';
import {eachCurve} from './bands.ts';
import {numberColumn} from './columns.ts';
import type {CurveNames, Samples} from './samples.ts';

/** Most values that are held; of a larger study the first replicates are. */
const MOST_VALUES = 4e6;

const keyOf = ({world, benchmark, metric}: CurveNames): string => JSON.stringify([world, benchmark, metric]);

/** Takes values one by one into rows of `size`. */
function rowsOf(size: number): {readonly rows: Float64Array[]; take(value: number): void} {
  const rows: Float64Array[] = [];
  let filled = size;
  return {
    rows,
    take(value) {
      if (filled === size) {
        rows.push(new Float64Array(size));
        filled = 0;
      }
      rows.at(-1)![filled++] = value;
    },
  };
}

/** The column of losses, row by row of a replicate, as long as there is room. */
async function everyLoss(trajectories: LongTable, size: number, most: number): Promise<Float64Array[]> {
  const {rows, take} = rowsOf(size);
  for await (const piece of trajectories.pieces(['replicate', 'loss'])) {
    const replicate = numberColumn(piece, 'replicate');
    const loss = numberColumn(piece, 'loss');
    if (replicate[0]! >= most) break;
    for (let row = 0; row < piece.rows && replicate[row]! < most; row++) take(loss[row]!);
  }
  return rows;
}

const COLUMNS = ['replicate', 'world', 'benchmark', 'metric', 'value'];

/**
 * Reads from the tables of a run, with `size` checkpoints a replicate, the losses and the asked curves of every replicate, or of the first ones of a study with more than 4 million
 * such values. Throws Fault `table-column` if a table lacks a column.
 */
export async function samplesOf(
  scores: LongTable | null,
  trajectories: LongTable,
  {size, asked}: {readonly size: number; readonly asked: readonly CurveNames[]},
): Promise<Samples> {
  const most = Math.max(2, Math.floor(MOST_VALUES / (size * (1 + asked.length))));
  const losses = await everyLoss(trajectories, size, most);
  const takers = new Map(asked.map((names) => [keyOf(names), {names, ...rowsOf(size)}]));
  if (scores && asked.length > 0) {
    for await (const piece of scores.pieces(COLUMNS)) {
      const replicate = numberColumn(piece, 'replicate');
      const value = numberColumn(piece, 'value');
      if (replicate[0]! >= most) break;
      eachCurve(piece, (names, from, to) => {
        const taker = takers.get(keyOf(names));
        for (let row = from; taker && row < to && replicate[row]! < most; row++) taker.take(value[row]!);
      });
    }
  }
  const curves = [...takers.values()].map(({names, rows}) => ({...names, values: rows}));
  return {losses, curves};
}

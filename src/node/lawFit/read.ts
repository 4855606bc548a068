import type {LawRow} from '../../inference/lawFit/data.ts';
import type {NumberedRow} from '../../inference/lawFit/rows.ts';
import {Fault} from '../../numeric/fault.ts';
import {tenText} from '../../report/training/numbers.ts';
import type {Cell} from '../judge/cells.ts';
import {conditionsOf} from '../judge/collect.ts';
import type {Reader} from '../judge/reader.ts';
import {makeTally, type Tally} from '../judge/tally.ts';
import type {LawColumns, Quantity} from './columns.ts';

/** What was read of a table of runs. */
export interface LawTable {
  /** Rows of the table. */
  readonly rows: number;
  /** Those that meet the conditions and have every number. */
  readonly kept: readonly NumberedRow[];
  /** Rows that meet the conditions and lack a number. */
  readonly incomplete: number;
}

/** Rows of one fit: resamples of more take too long. */
const MOST_ROWS = 1e5;

/** Least and largest of a loss, and of sizes, tokens, steps and compute in any unit: numbers beyond are slips, and their powers overflow. */
const RANGES = {loss: [1e-9, 1e9], amount: [1e-15, 1e35]} as const;

/** Notes what no run can have in a cell. */
function check(quantity: Quantity, value: number, place: number, cell: Cell, tally: Tally): void {
  if (quantity === 'lr') {
    if (value < 0 || value > 1) tally.trouble(place, 'fit-lr', cell);
    return;
  }
  const [low, high] = RANGES[quantity === 'loss' ? 'loss' : 'amount'];
  if (value <= 0) tally.trouble(place, 'fit-positive', cell);
  else if (value < low || value > high)
    tally.trouble(place, 'fit-range', cell, {low: tenText(low), high: tenText(high)});
}

/** Reads the numbers of a row; NaN where a cell is missing. What is not positive or far out of range, or no learning rate, is noted as trouble. */
function numbersOf(row: readonly Cell[], {places}: LawColumns, tally: Tally): Record<Quantity, number> {
  const read = (quantity: Quantity): number => {
    const place = places[quantity];
    if (place === null) return Number.NaN;
    const value = tally.number(row, place);
    check(quantity, value, place, row[place]!, tally);
    return value;
  };
  return {
    N: read('N'),
    D: read('D'),
    S: read('S'),
    C: read('C'),
    U: read('U'),
    lr: read('lr'),
    loss: read('loss'),
  };
}

function rowOf({N, D, S, C, U, lr, loss}: Record<Quantity, number>, {places}: LawColumns): LawRow {
  return {
    N,
    D: places.D === null ? C / (6 * N) : D,
    S,
    C: places.C === null ? 6 * N * D : C,
    ...(Number.isNaN(U) ? {} : {U}),
    lr: places.lr === null ? 0 : lr,
    loss,
  };
}

/** Reads a table of runs. Throws the Fault of a cell that will not do; `judge-no-rows`, `fit-none-kept`, `fit-many-rows`. */
export async function readLawTable(reader: Reader, columns: LawColumns, signal: AbortSignal): Promise<LawTable> {
  const tally = makeTally(columns.wanted);
  const holds = conditionsOf(columns);
  const kept: NumberedRow[] = [];
  let incomplete = 0;
  const {places} = columns;
  // Without unique tokens no token is seen twice.
  const needed = (Object.keys(places) as Quantity[]).filter((name) => places[name] !== null && name !== 'U');
  for await (const {rows} of reader.batches(columns.wanted)) {
    signal.throwIfAborted();
    for (const cells of rows) {
      const row = tally.next();
      if (!holds(cells)) continue;
      const numbers = numbersOf(cells, columns, tally);
      if (needed.every((name) => !Number.isNaN(numbers[name]))) kept.push({row, ...rowOf(numbers, columns)});
      else incomplete++;
    }
    if (kept.length > MOST_ROWS) throw new Fault('fit-many-rows', {bound: MOST_ROWS});
  }
  tally.check();
  if (tally.rows === 0) throw new Fault('judge-no-rows');
  if (kept.length === 0) throw new Fault('fit-none-kept', {rows: tally.rows});
  return {rows: tally.rows, kept, incomplete};
}

import {type Cell, readNumber, readText} from './cells.ts';

/** A column that may name the training runs although nobody said so. */
export interface Candidate {
  readonly column: string;
  readonly place: number;
}

/** Columns that are looked at, and values of one that are remembered: tables have fewer runs. */
const MOST_COLUMNS = 16;
const MOST_VALUES = 1000;
/** What columns of runs are called. */
const CALLED = /^(?:run|model|name)(?:[_ -]?(?:id|name))?$/i;

/** The columns that may name runs: those called so first, then others that have no use yet. */
export function candidateColumns(columns: readonly string[], used: ReadonlySet<string>): string[] {
  const free = columns.filter(
    (column, i) =>
      column !== '' && !used.has(column) && columns.indexOf(column) === i && !columns.includes(column, i + 1),
  );
  const called = free.filter((column) => CALLED.test(column));
  return [...called, ...free.filter((column) => !CALLED.test(column))].slice(0, MOST_COLUMNS);
}

/** Looks for a column of runs among the rows that are used. */
interface RunWatch {
  take(row: readonly Cell[]): void;
  /** The first column, of text or called run, model or name, with two values or more and at most half as many as rows; null if there is none. */
  likely(): string | null;
}

/** A watch over some columns. */
export function runWatch(candidates: readonly Candidate[]): RunWatch {
  const seen = candidates.map(({column, place}) => ({column, place, values: new Set<string>()}));
  let open = seen;
  let rows = 0;
  return {
    take(row) {
      rows++;
      open = open.filter(({column, place, values}) => {
        const cell = row[place]!;
        const text = readText(cell);
        if (text === null) return true;
        if (!CALLED.test(column) && (typeof cell !== 'string' || readNumber(cell) !== 'judge-not-number')) return false;
        values.add(text);
        return values.size <= MOST_VALUES;
      });
    },
    likely: () => open.find(({values}) => values.size > 1 && 2 * values.size <= rows)?.column ?? null,
  };
}

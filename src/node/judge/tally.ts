import {plainText} from '../../config/plainText.ts';
import {Fault, type FaultData} from '../../numeric/fault.ts';
import {type Cell, readNumber, readText} from './cells.ts';
import {quoted} from './text.ts';

/** Reads cells of the row at hand and counts what is missing or wrong in them. */
export interface Tally {
  /** Goes on to the next row; returns its number, from 1 below the header. */
  next(): number;
  /** The number at a place; NaN where it is missing or none. */
  number(row: readonly Cell[], place: number): number;
  /** The plain texts at some places; null where one is missing. */
  texts(row: readonly Cell[], places: readonly number[]): string[] | null;
  /** Notes that a cell will not do; `data` says more of its code. */
  trouble(place: number, code: string, cell: Cell, data?: FaultData): void;
  readonly rows: number;
  /** Missing cells by column. */
  readonly missing: ReadonlyMap<string, number>;
  /** Throws the Fault of the first cell that would not do, with the number of others in its column. */
  check(): void;
}

interface Trouble {
  readonly code: string;
  readonly row: number;
  readonly got: string;
  readonly data: FaultData;
  count: number;
}

/** A tally over columns. */
export function makeTally(columns: readonly string[]): Tally {
  const missing = new Map<string, number>();
  const troubles = new Map<number, Trouble>();
  let rows = 0;
  const miss = (place: number): void => {
    missing.set(columns[place]!, (missing.get(columns[place]!) ?? 0) + 1);
  };
  const trouble = (place: number, code: string, cell: Cell, data: FaultData = {}): void => {
    const known = troubles.get(place);
    if (known) known.count++;
    else troubles.set(place, {code, row: rows, got: quoted(String(cell)), data, count: 1});
  };
  return {
    next: () => ++rows,
    number(row, place) {
      const value = readNumber(row[place]!);
      if (typeof value === 'number') return value;
      if (value === null) miss(place);
      else trouble(place, value, row[place]!);
      return Number.NaN;
    },
    texts(row, places) {
      const names: string[] = [];
      for (const place of places) {
        const name = readText(row[place]!);
        if (name === null) {
          miss(place);
          return null;
        }
        // A name of control characters only is still a name.
        names.push(plainText(name) || '?');
      }
      return names;
    },
    trouble,
    get rows() {
      return rows;
    },
    missing,
    check() {
      const [first] = [...troubles].sort((a, b) => a[1].row - b[1].row);
      if (!first) return;
      const [place, {code, row, got, count, data: more}] = first;
      const data = {...more, column: columns[place]!, row, got};
      throw count > 1 ? new Fault(`${code}-many`, {...data, others: count - 1}) : new Fault(code, data);
    },
  };
}

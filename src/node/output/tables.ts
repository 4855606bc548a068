import {parquetWriteBuffer} from 'hyparquet-writer';
import type {Column, Table} from '../../numeric/table.ts';

/** Above this many rows a table is written as Parquet only. */
export const CSV_ROWS = 1e6;

/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** A text that no spreadsheet runs: an apostrophe stands before what looks like a formula. */
function harmless(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

function cell(column: Column, row: number): string {
  const found = column.values[row]!;
  if (typeof found === 'number') return Number.isNaN(found) ? '' : String(found);
  const value = harmless(found);
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** Rows handed to the file at a time. */
const CHUNK = 20_000;

/** A table as comma-separated text (RFC 4180, lines end with a line feed), in chunks. */
export function* csvChunks({columns, rows}: Table): Generator<string> {
  yield `${columns.map(({name}) => name).join(',')}\n`;
  for (let from = 0; from < rows; from += CHUNK) {
    const lines: string[] = [];
    for (let row = from; row < Math.min(from + CHUNK, rows); row++) {
      lines.push(columns.map((column) => cell(column, row)).join(','));
    }
    yield `${lines.join('\n')}\n`;
  }
}

const TYPES = {number: 'DOUBLE', integer: 'INT32', text: 'STRING'} as const;

/** A table as Parquet with Snappy compression. */
export function parquetBytes({columns}: Table): Uint8Array {
  const columnData = columns.map(({name, type, values}) => ({
    name,
    type: TYPES[type],
    data: values as ArrayLike<unknown> & unknown[],
  }));
  return new Uint8Array(parquetWriteBuffer({codec: 'SNAPPY', columnData}));
}

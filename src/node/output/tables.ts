import {type FileHandle, mkdir, open} from 'node:fs/promises';
import {join} from 'node:path';
import {ByteWriter, ParquetWriter, schemaFromColumnData} from 'hyparquet-writer';
import type {Column, LongTable, Table} from '../../numeric/table.ts';
import {onDisk} from './folder.ts';

/** Above this many rows a table is written as Parquet only. */
const CSV_ROWS = 1e6;

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

/** Rows as comma-separated text (RFC 4180, lines end with a line feed), in chunks. */
function* csvRows({columns, rows}: Table): Generator<string> {
  for (let from = 0; from < rows; from += CHUNK) {
    const lines: string[] = [];
    for (let row = from; row < Math.min(from + CHUNK, rows); row++) {
      lines.push(columns.map((column) => cell(column, row)).join(','));
    }
    yield `${lines.join('\n')}\n`;
  }
}

/** Takes the pieces of a table one after the other. */
interface Sink {
  take(piece: Table): Promise<void>;
  end(): Promise<void>;
}

function csvSink(file: FileHandle): Sink {
  let begun = false;
  return {
    async take(piece) {
      if (!begun) await file.appendFile(`${piece.columns.map(({name}) => name).join(',')}\n`);
      begun = true;
      for (const chunk of csvRows(piece)) await file.appendFile(chunk);
    },
    end: async () => {},
  };
}

const TYPES = {number: 'DOUBLE', integer: 'INT32', text: 'STRING'} as const;

/** Most rows of a row group. */
const GROUP = 100_000;

function columnData({columns}: Table) {
  return columns.map(({name, type, values}) => ({
    name,
    type: TYPES[type],
    // What is missing is NaN or an empty text.
    nullable: false,
    data: values as ArrayLike<unknown> & unknown[],
  }));
}

/** Parquet with Snappy compression, a row group or more for each piece. */
function parquetSink(file: FileHandle): Sink {
  const bytes = new ByteWriter();
  let writer: ParquetWriter | null = null;
  const drain = async () => {
    await file.appendFile(bytes.getBytes());
    bytes.index = 0;
  };
  return {
    async take(piece) {
      const data = columnData(piece);
      writer ??= new ParquetWriter({writer: bytes, schema: schemaFromColumnData({columnData: data}), codec: 'SNAPPY'});
      await writer.write({columnData: data, rowGroupSize: GROUP});
      await drain();
    },
    async end() {
      await writer?.finish();
      await drain();
    },
  };
}

/** Opens files to write, and closes them whatever comes. */
async function withFiles(paths: readonly string[], step: (files: readonly FileHandle[]) => Promise<void>) {
  const files: FileHandle[] = [];
  try {
    for (const path of paths) files.push(await open(path, 'w'));
    await step(files);
  } finally {
    for (const file of files) await file.close();
  }
}

/** Writes a table piece by piece below `tables/`, as Parquet and, up to a million rows, as CSV. Returns whether the CSV was left out. */
export async function writeTable(folder: string, table: LongTable): Promise<boolean> {
  const path = join(folder, 'tables', table.name);
  const shortened = table.rows > CSV_ROWS;
  await onDisk(path, async () => {
    await mkdir(join(folder, 'tables'), {recursive: true});
    await withFiles([`${path}.parquet`, ...(shortened ? [] : [`${path}.csv`])], async ([parquet, csv]) => {
      const sinks = [parquetSink(parquet!), ...(csv ? [csvSink(csv)] : [])];
      for await (const piece of table.pieces()) {
        for (const sink of sinks) await sink.take(piece);
      }
      for (const sink of sinks) await sink.end();
    });
  });
  return shortened;
}

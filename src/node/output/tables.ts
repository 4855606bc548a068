import {type FileHandle, mkdir, open} from 'node:fs/promises';
import {join} from 'node:path';
import {ByteWriter, ParquetWriter, schemaFromColumnData} from 'hyparquet-writer';
import type {LongTable, Table} from '../../numeric/table.ts';
import {csvWriter} from './csv.ts';
import {onDisk} from './folder.ts';

/** Above this many rows a table is written as Parquet only. */
const CSV_ROWS = 1e6;

/** Takes the pieces of a table one after the other. */
interface Sink {
  take(piece: Table): Promise<void>;
  end(): Promise<void>;
}

function csvSink(file: FileHandle): Sink {
  const rowsOf = csvWriter();
  let begun = false;
  return {
    async take(piece) {
      if (!begun) await file.appendFile(`${piece.columns.map(({name}) => name).join(',')}\n`);
      begun = true;
      for (const chunk of rowsOf(piece)) await file.appendFile(chunk);
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

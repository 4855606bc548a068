import {
  asyncBufferFromFile,
  type FileMetaData,
  parquetMetadataAsync,
  parquetReadObjects,
  parquetSchema,
} from 'hyparquet';
import {compressors} from 'hyparquet-compressors';
import {plainText} from '../../../config/plainText.ts';
import {Fault} from '../../../numeric/fault.ts';
import type {Cell} from '../cells.ts';
import {BATCH, type Batch, type Reader} from '../reader.ts';
import {quoted} from '../text.ts';
import {isParquet} from './bytes.ts';
import type {TextFile} from './csv.ts';

type Source = Awaited<ReturnType<typeof asyncBufferFromFile>>;

/** Most rows of one row group, which is held in memory. */
const LARGEST_GROUP = 2e7;

function cellOf(value: unknown): Cell {
  if (value === undefined || value === null) return null;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  return JSON.stringify(value, (_, inner) => (typeof inner === 'bigint' ? String(inner) : inner)) ?? null;
}

async function guarded<T>(name: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw new Fault('judge-parquet', {file: name, reason: quoted((error as Error).message)});
  }
}

async function* batchesOf(
  file: Source,
  metadata: FileMetaData,
  name: string,
  keys: readonly string[],
): AsyncGenerator<Batch> {
  const total = Number(metadata.num_rows);
  let from = 0;
  for (const group of metadata.row_groups) {
    const count = Number(group.num_rows);
    if (count > LARGEST_GROUP) throw new Fault('judge-parquet-group', {file: name, got: count, bound: LARGEST_GROUP});
    const options = {file, metadata, compressors, columns: [...new Set(keys)], rowStart: from, rowEnd: from + count};
    const rows = await guarded(name, () => parquetReadObjects(options));
    for (let at = 0; at < rows.length; at += BATCH) {
      const part = rows.slice(at, at + BATCH).map((row) => keys.map((key) => cellOf(row[key])));
      yield {rows: part, share: (from + at + part.length) / total};
    }
    from += count;
  }
}

/** Reads Parquet, row group by row group, whatever its compression. Throws Fault `judge-not-parquet`, `judge-parquet`, `judge-parquet-group`. */
export async function parquetReader({path, name, size}: TextFile): Promise<Reader> {
  if (size === 0) throw new Fault('judge-empty', {file: name});
  if (!(await isParquet(path))) throw new Fault('judge-not-parquet', {file: name});
  const file = await asyncBufferFromFile(path);
  const metadata = await guarded(name, () => parquetMetadataAsync(file));
  const keys = parquetSchema(metadata).children.map(({element}) => element.name);
  const columns = keys.map(plainText);
  return {
    columns,
    notes: [],
    defaults: {},
    errors: new Map(),
    batches: (wanted) =>
      batchesOf(
        file,
        metadata,
        name,
        wanted.map((column) => keys[columns.indexOf(column)]!),
      ),
  };
}

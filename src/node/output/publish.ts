import {createWriteStream} from 'node:fs';
import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import type {Table} from '../../numeric/table.ts';
import type {Picture} from '../render/draw.ts';
import {onDisk} from './folder.ts';
import {CSV_ROWS, csvChunks, parquetBytes} from './tables.ts';

/** Writes a table below `tables/`, as Parquet and, up to a million rows, as CSV. Returns whether the CSV was left out. */
export async function writeTable(folder: string, table: Table): Promise<boolean> {
  const path = join(folder, 'tables', table.name);
  return onDisk(path, async () => {
    await mkdir(join(folder, 'tables'), {recursive: true});
    await writeFile(`${path}.parquet`, parquetBytes(table));
    if (table.rows > CSV_ROWS) return true;
    await pipeline(Readable.from(csvChunks(table)), createWriteStream(`${path}.csv`));
    return false;
  });
}

/** Writes pictures below `figures/`. */
export async function writePictures(folder: string, pictures: readonly Picture[]): Promise<void> {
  const path = join(folder, 'figures');
  await onDisk(path, async () => {
    await mkdir(path, {recursive: true});
    for (const {files} of pictures) {
      for (const {name, content} of files) await writeFile(join(path, name), content);
    }
  });
}

/** Writes one text file of a run. */
export async function writeText(folder: string, name: string, text: string): Promise<void> {
  await onDisk(join(folder, name), () => writeFile(join(folder, name), text));
}

/** Writes one text file of a run, piece by piece. */
export async function writeChunks(folder: string, name: string, chunks: Iterable<string>): Promise<void> {
  const path = join(folder, name);
  await onDisk(path, () => pipeline(Readable.from(chunks), createWriteStream(path)));
}

/** JSON as it is written to files: indented by one space, ending in a line feed. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}

import {createWriteStream} from 'node:fs';
import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import type {Picture} from '../render/draw.ts';
import {onDisk} from './folder.ts';

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

import {stat} from 'node:fs/promises';
import {extname, isAbsolute, join} from 'node:path';
import {nearest} from '../../config/nearest.ts';
import {Fault} from '../../numeric/fault.ts';
import type {JudgeOptions} from '../commands/options.ts';
import type {Reader} from './reader.ts';
import {csvReader, type TextFile} from './readers/csv.ts';
import {harnessReader} from './readers/harnessTable.ts';
import {jsonArrayReader, jsonLinesReader} from './readers/json.ts';
import {readCompanion} from './readers/losses.ts';
import {parquetReader} from './readers/parquet.ts';
import {quoted} from './text.ts';

const READERS: Readonly<Record<string, (file: TextFile) => Promise<Reader>>> = {
  '.csv': csvReader,
  '.tsv': csvReader,
  '.tab': csvReader,
  '.jsonl': jsonLinesReader,
  '.ndjson': jsonLinesReader,
  '.json': jsonArrayReader,
  '.parquet': parquetReader,
  '.pq': parquetReader,
};

/** What the path of a table leads to; throws Fault `judge-file-missing`, `judge-file-special`, `judge-file-unreadable`. */
async function lookAt(name: string, cwd: string): Promise<{file: TextFile; directory: boolean}> {
  const path = isAbsolute(name) ? name : join(cwd, name);
  try {
    const found = await stat(path);
    if (!found.isFile() && !found.isDirectory()) throw new Fault('judge-file-special', {file: quoted(name)});
    return {file: {path, name: quoted(name), size: found.size}, directory: found.isDirectory()};
  } catch (error) {
    if (error instanceof Fault) throw error;
    const {code = 'unknown'} = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new Fault('judge-file-missing', {file: quoted(name)});
    throw new Fault('judge-file-unreadable', {file: quoted(name), reason: code});
  }
}

/** Runs a step that reads the disk; what the disk refuses becomes Fault `judge-file-unreadable`. */
async function readable<T>(file: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof Fault || !(error instanceof Error && 'syscall' in error)) throw error;
    const {code = 'unknown'} = error as NodeJS.ErrnoException;
    throw new Fault('judge-file-unreadable', {file, reason: code});
  }
}

async function openFile(file: TextFile): Promise<Reader> {
  const extension = extname(file.name).toLowerCase();
  const open = READERS[extension];
  const known = Object.keys(READERS);
  if (!open) {
    const near = nearest(extension, known);
    const data = {file: file.name, got: extension || '-', allowed: known};
    throw new Fault('judge-extension', near === null ? data : {...data, nearest: near});
  }
  if (file.size === 0) throw new Fault('judge-empty', {file: file.name});
  return readable(file.name, () => open(file));
}

/** Opens a table that is one file, by its extension. Throws Fault `fit-folder` and the faults of the readers. */
export async function openTableFile(table: string, cwd: string): Promise<Reader> {
  const {file, directory} = await lookAt(table, cwd);
  if (directory) throw new Fault('fit-folder', {file: file.name});
  return openFile(file);
}

/** Opens a table by what it is: a file by its extension, a folder as result files of the evaluation harness. Throws the faults of the readers. */
export async function openTable({table, losses, x}: JudgeOptions, cwd: string): Promise<Reader> {
  const {file, directory} = await lookAt(table, cwd);
  if (!directory) {
    if (losses !== undefined) throw new Fault('judge-losses-file', {file: file.name});
    return openFile(file);
  }
  if (losses === undefined) return readable(file.name, () => harnessReader(file.path, file.name, {companion: null, x}));
  const beside = await lookAt(losses, cwd);
  if (beside.directory) throw new Fault('judge-losses-folder', {file: beside.file.name});
  const companion = await readCompanion(await openFile(beside.file), beside.file.name, x);
  return readable(file.name, () => harnessReader(file.path, file.name, {companion, x}));
}

import {readFile} from 'node:fs/promises';
import {plainText} from '../../../config/plainText.ts';
import {Fault} from '../../../numeric/fault.ts';
import type {Cell} from '../cells.ts';
import {BATCH, type Batch, type Reader} from '../reader.ts';
import {quoted} from '../text.ts';
import {textChunks} from './bytes.ts';
import type {TextFile} from './csv.ts';

type Row = Readonly<Record<string, unknown>>;

/** Longest line, characters. */
const LONGEST_LINE = 1.6e7;
/** Largest JSON file that is read whole, bytes. */
const LARGEST = 2.5e8;
/** Rows whose keys are the columns. */
const HEAD = 1000;

/** Not JSON, but what Python writes for them. */
const OUTSIDE = /"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g;

/** Reads JSON, also with the NaN and Infinity of Python. Throws SyntaxError. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const mended = text.replace(OUTSIDE, (part) =>
      part.startsWith('"') ? part : part === 'NaN' ? 'null' : `"${part}"`,
    );
    if (mended === text) throw error;
    return JSON.parse(mended);
  }
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function cellOf(value: unknown): Cell {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return JSON.stringify(value);
}

function rowOf(text: string, file: string, line: number): Row {
  try {
    const value = parseJson(text);
    if (isRow(value)) return value;
  } catch {
    // Said below.
  }
  throw new Fault('judge-json-line', {file, line, got: quoted(text)});
}

/** The rows of JSON lines, each with the share of the file that has been read. */
async function* rowsOf({path, name, size}: TextFile): AsyncGenerator<{row: Row; share: number}> {
  const decoder = new TextDecoder();
  let rest = '';
  let line = 0;
  let done = 0;
  for await (const {chunk, read} of textChunks(path, name)) {
    const lines = (rest + decoder.decode(chunk, {stream: true})).split('\n');
    rest = lines.pop()!;
    if (rest.length > LONGEST_LINE)
      throw new Fault('judge-row-long', {file: name, line: line + 1, bound: LONGEST_LINE});
    done = read;
    for (const text of lines) {
      line++;
      if (text.trim() !== '') yield {row: rowOf(text, name, line), share: done / size};
    }
  }
  if (rest.trim() !== '') yield {row: rowOf(rest, name, line + 1), share: 1};
}

/** Every key of some rows, in the order of first appearance. */
function columnsOf(rows: readonly Row[]): string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row).map(plainText)))];
}

function reading(rows: readonly Row[], wanted: readonly string[]): Cell[][] {
  // A column is found by its plain name, the key may hold more.
  return rows.map((row) => {
    const entries = new Map(Object.entries(row).map(([key, value]) => [plainText(key), value]));
    return wanted.map((column) => cellOf(entries.get(column)));
  });
}

async function* lineBatches(file: TextFile, wanted: readonly string[]): AsyncGenerator<Batch> {
  let rows: Row[] = [];
  let share = 0;
  for await (const one of rowsOf(file)) {
    rows.push(one.row);
    share = one.share;
    if (rows.length < BATCH) continue;
    yield {rows: reading(rows, wanted), share};
    rows = [];
  }
  yield {rows: reading(rows, wanted), share};
}

/** Reads JSON lines, one object a line, as a stream; its columns are the keys of the first thousand rows. Throws Fault `judge-empty`, `judge-json-line`. */
export async function jsonLinesReader(file: TextFile): Promise<Reader> {
  const head: Row[] = [];
  for await (const {row} of rowsOf(file)) {
    head.push(row);
    if (head.length === HEAD) break;
  }
  if (head.length === 0) throw new Fault('judge-empty', {file: file.name});
  return {
    columns: columnsOf(head),
    notes: [],
    defaults: {},
    errors: new Map(),
    batches: (wanted) => lineBatches(file, wanted),
  };
}

/** A table of rows in memory. */
export function rowsReader(rows: readonly Row[]): Pick<Reader, 'columns' | 'batches'> {
  async function* batches(wanted: readonly string[]): AsyncGenerator<Batch> {
    for (let from = 0; from < rows.length; from += BATCH) {
      const part = rows.slice(from, from + BATCH);
      yield {rows: reading(part, wanted), share: (from + part.length) / rows.length};
    }
  }
  return {columns: columnsOf(rows), batches};
}

/** Reads a JSON array of objects, as a whole. Throws Fault `judge-json-large`, `judge-empty`, `judge-json`, `judge-json-array`. */
export async function jsonArrayReader({path, name, size}: TextFile): Promise<Reader> {
  if (size > LARGEST) throw new Fault('judge-json-large', {file: name, got: size, bound: LARGEST});
  for await (const _ of textChunks(path, name)) {
    // Only looks whether it is text.
  }
  const text = (await readFile(path, 'utf8')).replace(/^\ufeff/, '');
  if (text.trim() === '') throw new Fault('judge-empty', {file: name});
  let value: unknown;
  try {
    value = parseJson(text);
  } catch (error) {
    throw new Fault('judge-json', {file: name, reason: quoted((error as Error).message)});
  }
  if (!Array.isArray(value) || !value.every(isRow)) throw new Fault('judge-json-array', {file: name});
  return {...rowsReader(value), notes: [], defaults: {}, errors: new Map()};
}

import {plainText} from '../../../config/plainText.ts';
import {Fault} from '../../../numeric/fault.ts';
import {type Cell, readText} from '../cells.ts';
import {columnIn} from '../columns.ts';
import type {Reader} from '../reader.ts';
import type {ResultFile} from './harness.ts';

type Row = Record<string, Cell>;

/** The losses that belong to result files, by file or by model and checkpoint. */
export interface Companion {
  /** Column of the losses. */
  readonly loss: string;
  readonly byFile: ReadonlyMap<string, Row>;
  readonly byModel: ReadonlyMap<string, Row>;
}

const FILE = ['file', 'path'] as const;
const MODEL = ['model', 'name'] as const;
const CHECKPOINT = ['checkpoint', 'revision', 'step'] as const;

function keyOf(model: string, checkpoint: string): string {
  return JSON.stringify([model, checkpoint]);
}

/** A checkpoint as it may be written: `step1000`, `1000`; the number alone if there is one. */
function checkpointForms(checkpoint: string): string[] {
  const [number] = /\d+(?!.*\d)/.exec(checkpoint) ?? [];
  return number === undefined ? [checkpoint] : [checkpoint, String(Number(number))];
}

/** A model as it may be written: whole, its last part, and as the harness writes it in file names. */
function modelForms(model: string): string[] {
  const parts = model.split('/').filter((part) => part !== '');
  return [...new Set([model, parts[parts.length - 1] ?? model, model.replaceAll('/', '__')])];
}

function found(columns: readonly string[], names: readonly string[]): string | undefined {
  return columns.find((column) => names.includes(column.toLowerCase()));
}

/**
 * Reads a companion table: a column of losses (`loss` if not said) and either `file` (or `path`) or `model` (or `name`) with, where a model has several
 * checkpoints, `checkpoint` (or `revision`, `step`). Its other columns stand beside the scores. Throws Fault `judge-losses-columns`,
 * `judge-column`, `judge-losses-twice`.
 */
export async function readCompanion(reader: Reader, name: string, x: string | undefined): Promise<Companion> {
  const {columns} = reader;
  const loss = columnIn('--x', x ?? 'loss', columns);
  const [file, model, checkpoint] = [FILE, MODEL, CHECKPOINT].map((names) => found(columns, names));
  if (file === undefined && model === undefined) throw new Fault('judge-losses-columns', {file: name, got: columns});
  const byFile = new Map<string, Row>();
  const byModel = new Map<string, Row>();
  const put = (map: Map<string, Row>, key: string, row: Row, got: string): void => {
    if (map.has(key)) throw new Fault('judge-losses-twice', {file: name, got});
    map.set(key, row);
  };
  for await (const {rows} of reader.batches(columns)) {
    for (const cells of rows) {
      const row: Row = Object.fromEntries(columns.map((column, i) => [column, cells[i]!]));
      const text = (column: string | undefined) => plainText((column !== undefined && readText(row[column]!)) || '');
      const told = [text(model), text(checkpoint)].filter((part) => part !== '').join(' ');
      if (file !== undefined && text(file) !== '') put(byFile, text(file).replaceAll('\\', '/'), row, text(file));
      else if (model !== undefined && text(model) !== '') put(byModel, keyOf(text(model), text(checkpoint)), row, told);
    }
  }
  return {loss, byFile, byModel};
}

/** What a companion says of a result file; null where it says nothing. */
export function companionRow({byFile, byModel}: Companion, {file, model, checkpoint}: ResultFile): Row | null {
  const parts = file.split('/');
  const tails = parts.map((_, i) => parts.slice(i).join('/'));
  for (const tail of [...tails, ...tails.map((one) => one.replace(/\.json$/, ''))]) {
    const row = byFile.get(tail);
    if (row) return row;
  }
  for (const name of modelForms(model)) {
    for (const point of [...checkpointForms(checkpoint), '']) {
      const row = byModel.get(keyOf(name, point));
      if (row) return row;
    }
  }
  return null;
}

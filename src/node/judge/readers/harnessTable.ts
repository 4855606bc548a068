import {Fault} from '../../../numeric/fault.ts';
import type {TableNote} from '../../../report/study.ts';
import type {Cell} from '../cells.ts';
import {note} from '../note.ts';
import type {Reader, ReaderDefaults} from '../reader.ts';
import {numberAt, type ResultFile, resultFiles} from './harness.ts';
import {rowsReader} from './json.ts';
import {type Companion, companionRow} from './losses.ts';

type Row = Record<string, Cell>;

/** How a metric key of the harness is called: `acc` (older versions), `acc,none`, `exact_match,strict-match` (metric and filter). */
interface Key {
  readonly name: string;
  readonly error: boolean;
}

const STDERR = '_stderr';
/** What is judged where nothing else is asked for: metric of the harness and of our registry. */
const USUAL: ReadonlyArray<readonly [RegExp, string | null]> = [
  [/^acc$/, 'accuracy'],
  [/^acc_norm$/, null],
  [/^(?:exact_match|em)(?:,|$)/, 'exactStringMatch'],
];

/** The metric that a key names, without its filter where that is `none`, and whether it is a standard error. */
function keyOf(key: string): Key {
  const [metric, ...rest] = key.split(',');
  const filter = rest.join(',');
  const error = metric!.endsWith(STDERR);
  const plain = error ? metric!.slice(0, -STDERR.length) : metric!;
  return {name: filter === '' || filter === 'none' ? plain : `${plain},${filter}`, error};
}

function effective(samples: unknown): Cell {
  const counts = (samples ?? {}) as {effective?: unknown; original?: unknown};
  const count = counts.effective ?? counts.original;
  return typeof count === 'number' ? count : null;
}

function taskRow(task: string, scores: Readonly<Record<string, unknown>>, samples: Cell): Row {
  const row: Row = {benchmark: task, n: samples};
  for (const [key, value] of Object.entries(scores)) {
    if (key === 'alias' || key === 'name') continue;
    const {name, error} = keyOf(key);
    if (typeof value === 'number' || error)
      row[error ? `${name}${STDERR}` : name] = typeof value === 'number' ? value : null;
  }
  return row;
}

function fileRows({file, model, checkpoint, results, samples}: ResultFile, beside: Row): Row[] {
  return Object.entries(results).map(([task, scores]) => ({
    ...beside,
    file,
    model,
    checkpoint,
    ...taskRow(task, scores, effective(samples[task])),
  }));
}

const NATURAL = new Intl.Collator('en', {numeric: true});

/** Files of a model by the number of their checkpoint. */
function inTraining(a: ResultFile, b: ResultFile): number {
  return (
    NATURAL.compare(a.model, b.model) || NATURAL.compare(a.checkpoint, b.checkpoint) || NATURAL.compare(a.file, b.file)
  );
}

/** Where the losses come from: a companion table, or a number in every file. */
export interface LossSource {
  readonly companion: Companion | null;
  /** Path of the number, or column of the companion. */
  readonly x: string | undefined;
}

/** What stands beside every score of a file: its loss, and what else the companion says; null where it has no loss. */
function besideOf(result: ResultFile, {companion, x}: LossSource): Row | null {
  if (companion) return companionRow(companion, result);
  const loss = numberAt(result.content, x!);
  return loss === null ? null : {[x!]: loss};
}

function defaultsOf(columns: readonly string[], {companion, x}: LossSource): ReaderDefaults {
  const measures = USUAL.flatMap(([pattern, metric]) => {
    const column = columns.find((one) => pattern.test(one) && !one.endsWith(STDERR));
    return column === undefined ? [] : [metric ? `${column}:${metric}` : column];
  });
  const y = measures.length > 0 ? {y: measures.join(',')} : {};
  return {by: 'benchmark', run: 'model', n: 'n', unit: 'fraction', x: x ?? companion!.loss, ...y};
}

/** Each metric with the column of its standard errors. */
function errorsOf(columns: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    columns.map((column) => [column, `${column}${STDERR}`] as const).filter(([, error]) => columns.includes(error)),
  );
}

function unmatched(total: number, without: readonly ResultFile[]): TableNote[] {
  if (without.length === 0) return [];
  return [note('files-without-loss', {count: without.length, total, file: without[0]!.file})];
}

/**
 * Reads a folder of result files of the evaluation harness (github.com/EleutherAI/lm-evaluation-harness, versions 0.3 and 0.4) as a table: one row a
 * task of a file, with columns file, model, checkpoint, benchmark, n and one a metric. Throws Fault `judge-harness-loss` where no loss is named,
 * `judge-harness-no-loss` where no file has one, and those of `resultFiles`.
 */
export async function harnessReader(folder: string, name: string, losses: LossSource): Promise<Reader> {
  const files = (await resultFiles(folder, name)).sort(inTraining);
  if (!losses.companion && losses.x === undefined) throw new Fault('judge-harness-loss', {count: files.length});
  const beside = files.map((file) => besideOf(file, losses));
  const without = files.filter((_, i) => beside[i] === null);
  if (without.length === files.length) {
    const {file, model, checkpoint} = files[0]!;
    const data = {count: files.length, file, model, checkpoint: checkpoint || '-'};
    if (losses.companion) throw new Fault('judge-losses-none', data);
    throw new Fault('judge-harness-no-loss', {...data, got: losses.x!});
  }
  const rows = files.flatMap((file, i) => (beside[i] ? fileRows(file, beside[i]) : []));
  const {columns, batches} = rowsReader(rows);
  const notes = unmatched(files.length, without);
  return {columns, batches, notes, defaults: defaultsOf(columns, losses), errors: errorsOf(columns)};
}

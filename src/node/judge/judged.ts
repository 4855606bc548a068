import {createHash} from 'node:crypto';
import {basename, extname, resolve} from 'node:path';
import {plainText} from '../../config/plainText.ts';
import type {Curve} from '../../inference/curve.ts';
import type {TableBenchmark, TableMetric} from '../../report/makeTableStudy.ts';
import type {TableNote, TableSource} from '../../report/study.ts';
import type {JudgeOptions} from '../commands/options.ts';
import type {Effects} from '../effects.ts';
import {type Asked, askedOf, baseName, commandText} from './asked.ts';
import {type Collected, collector} from './collect.ts';
import {type TableCurve, tableCurves} from './curves.ts';
import {type Layout, layoutOf} from './layout.ts';
import {marginNote} from './margins.ts';
import {checkNames} from './namesThere.ts';
import {type NamedCurve, namedCurves} from './naming.ts';
import {readingNotes} from './notes.ts';
import {openTable} from './open.ts';
import {type Request, requestOf} from './request.ts';
import {scalesOf} from './scales.ts';

/** A table that was read: its curves on a loss-like axis, and what the report says of it. */
export interface ReadTable {
  readonly request: Request;
  readonly curves: readonly TableCurve[];
  readonly asked: Asked;
  readonly table: TableSource;
  readonly benchmarks: readonly TableBenchmark[];
  readonly metrics: readonly TableMetric[];
}

/** The name of a table: that of its file without folder and extension. */
export function nameOf(table: string, cwd: string): string {
  const name = basename(resolve(cwd, table));
  return plainText(basename(name, extname(name))) || 'table';
}

/** The name of the folder of a judgement: letters, digits, dots, dashes and underscores. */
export function folderName(name: string): string {
  return `judge-${name.replace(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 80)}`;
}

async function collect(
  reader: Awaited<ReturnType<typeof openTable>>,
  layout: Layout,
  {axis, window}: Request,
  {strict, signal}: {strict: boolean; signal: AbortSignal},
  watch: (done: number, total: number) => void,
): Promise<Collected> {
  const collecting = collector(layout, {log: axis.log, window, strict});
  for await (const batch of reader.batches(layout.wanted)) {
    signal.throwIfAborted();
    collecting.take(batch);
    watch(batch.share, 1);
  }
  return collecting.end();
}

function benchmarksOf(curves: readonly TableCurve[]): TableBenchmark[] {
  const found = new Map<string, number | null>();
  for (const {benchmark, questions} of curves) {
    found.set(benchmark, found.get(benchmark) ?? questions);
  }
  return [...found].map(([name, questions]) => ({name, label: name, questions}));
}

function metricsOf(named: readonly NamedCurve[]): TableMetric[] {
  const found = new Map(named.map(({metric, column, entry}) => [metric, {column, metric: entry?.name ?? null}]));
  return [...found.values()];
}

/** Reads a table as its options ask; throws the faults of the options, of the readers, and of the values. */
export async function readTable(
  given: JudgeOptions,
  effects: Effects,
  watch: (done: number, total: number) => void,
): Promise<ReadTable> {
  const byUser = requestOf(given);
  const reader = await openTable(given, effects.cwd);
  const options = {...reader.defaults, ...given};
  const said = requestOf(options);
  const request = options.se === undefined ? {...said, standardError: {all: null, each: reader.errors}} : said;
  const layout = layoutOf(reader.columns, options, request);
  const collected = await collect(
    reader,
    layout,
    request,
    {strict: given.y !== undefined, signal: effects.signal},
    watch,
  );
  const named = namedCurves(layout, collected, nameOf(given.table, effects.cwd));
  checkNames(byUser, named);
  const scales = scalesOf(named, request);
  const {curves, notes} = tableCurves(named, layout, scales, request);
  const told: TableNote[] = [
    ...reader.notes,
    ...readingNotes(layout, collected, named, given.y !== undefined),
    ...scales.notes,
    ...notes,
    ...marginNote(curves, request),
  ];
  const asked = askedOf(given, effects.cwd);
  const table: TableSource = {
    file: baseName(given.table, effects.cwd),
    command: commandText(asked),
    rows: collected.rows,
    used: collected.used,
    x: layout.xColumn,
    log: request.axis.log,
    ascending: request.axis.ascending,
    by: layout.by,
    runs: layout.run.length > 0 ? collected.runs : [],
    unit: scales.unit,
    notes: told,
  };
  return {request, asked, curves, table, benchmarks: benchmarksOf(curves), metrics: metricsOf(named)};
}

/** Numbers as 64-bit little-endian floats. */
export function bytesOf(values: Float64Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(8 * values.length));
  values.forEach((value, i) => {
    view.setFloat64(8 * i, value, true);
  });
  return new Uint8Array(view.buffer);
}

/** SHA-256, in hex, of the points that are fitted: per curve loss, score and standard error, as 64-bit little-endian floats. */
export function pointsHash(curves: ReadonlyArray<{readonly curve: Curve}>): string {
  const hash = createHash('sha256');
  for (const {curve} of curves) {
    for (const values of [curve.loss, curve.value, curve.standardError]) if (values) hash.update(bytesOf(values));
  }
  return hash.digest('hex');
}

import {Fault} from '../../numeric/fault.ts';
import {type Cell, isMissing, readNumber} from './cells.ts';
import {calledMetric, type Layout} from './layout.ts';
import {runWatch} from './likelyRun.ts';
import {metricNamed} from './measures.ts';
import {type CurveStore, curveStore, type RawCurve} from './rawCurve.ts';
import type {Batch} from './reader.ts';
import {makeTally, type Tally} from './tally.ts';

/** What was read of a table. */
export interface Collected {
  readonly rows: number;
  /** Rows that gave at least one point. */
  readonly used: number;
  /** Rows that conditions leave out, and that lie outside the window. */
  readonly leftOut: number;
  readonly outside: number;
  readonly curves: readonly RawCurve[];
  readonly runs: readonly string[];
  /** A column that seems to name runs although none was said to. */
  readonly likelyRun: string | null;
  /** Missing cells by column, among the rows that were not left out. */
  readonly missing: ReadonlyMap<string, number>;
}

/** How a table is read. */
export interface CollectOptions {
  /** Whether x must be positive. */
  readonly log: boolean;
  readonly window: readonly [number, number] | null;
  /** Whether every column of scores must have a value. */
  readonly strict: boolean;
}

/** Takes rows and sorts them into curves. */
export interface Collector {
  take(batch: Batch): void;
  /** Throws the Fault of a cell that will not do; `judge-no-rows`, `judge-none-kept`, `judge-no-values` where nothing is left. */
  end(): Collected;
}

/** The places of the columns that a curve keeps beside its values. */
export function extraPlaces({standardError, questions}: Layout): number[] {
  const asked = [questions.all, ...questions.each.values()].flatMap((one) =>
    one && 'place' in one ? [one.place] : [],
  );
  const errors = [standardError.all, ...standardError.each.values()].flatMap((place) =>
    place === null ? [] : [place],
  );
  return [...new Set([...errors, ...asked])];
}

/** Whether a row meets every condition: a cell equals a value as text, or as a number. */
export function conditionsOf({where}: Pick<Layout, 'where'>): (row: readonly Cell[]) => boolean {
  const checks = where.map(({place, values}) => {
    const numbers = new Set([...values].map(readNumber).filter((value) => typeof value === 'number'));
    return (row: readonly Cell[]): boolean => {
      const cell = row[place]!;
      if (values.has(isMissing(cell) ? '' : String(cell).trim())) return true;
      const number = numbers.size > 0 ? readNumber(cell) : null;
      return typeof number === 'number' && numbers.has(number);
    };
  });
  return (row) => checks.every((check) => check(row));
}

/** What tells curves apart: their parts, where a metric counts as the same however its name is written. */
function keysOf(layout: Layout): (parts: readonly string[]) => string {
  const place = calledMetric(layout);
  const names = new Map<string, string>();
  const nameOf = (part: string): string => {
    const name = names.get(part) ?? metricNamed(part)?.name ?? part;
    names.set(part, name);
    return name;
  };
  return (parts) => JSON.stringify(parts.map((part, i) => (i === place ? nameOf(part) : part)));
}

/** Names of runs, from the keys that tell them apart: a name that two runs would share is numbered. */
function runNames(keys: Iterable<string>): string[] {
  const names = new Set<string>();
  for (const key of keys) {
    const name = (JSON.parse(key) as string[]).join(', ');
    let free = name;
    for (let copy = 2; names.has(free); copy++) free = `${name} (${copy})`;
    names.add(free);
  }
  return [...names];
}

/** Adds the points of a row; returns whether it had any. */
function pointAdder(layout: Layout, tally: Tally, store: CurveStore) {
  const {params, compute, values} = layout;
  const extras = extraPlaces(layout);
  const keyOf = keysOf(layout);
  const optional = (row: readonly Cell[], place: number | null): number =>
    place === null ? Number.NaN : tally.number(row, place);
  return (row: readonly Cell[], parts: readonly string[], x: number, run: number): boolean => {
    const point = {
      row: tally.rows,
      x,
      run,
      params: optional(row, params),
      compute: optional(row, compute),
      extra: extras.map((place) => tally.number(row, place)),
    };
    const key = keyOf(parts);
    let any = false;
    values.forEach((place, measure) => {
      const y = tally.number(row, place);
      if (Number.isNaN(y)) return;
      store.add(parts, key, measure, point, y);
      any = true;
    });
    return any;
  };
}

/** A collector for a layout. Its `take` throws Fault `judge-many-points`, `judge-many-curves`. */
export function collector(layout: Layout, {log, window, strict}: CollectOptions): Collector {
  const {x: xPlace, byPlaces, run: runPlaces} = layout;
  const tally = makeTally(layout.wanted);
  const store = curveStore(extraPlaces(layout).length);
  const holds = conditionsOf(layout);
  const add = pointAdder(layout, tally, store);
  const watch = runWatch(layout.candidates);
  const runs = new Map<string, number>();
  const count = {used: 0, leftOut: 0, outside: 0};
  const takeRow = (row: readonly Cell[]): void => {
    tally.next();
    if (!holds(row)) {
      count.leftOut++;
      return;
    }
    const x = tally.number(row, xPlace);
    if (window && (x < window[0] || x > window[1])) {
      count.outside++;
      return;
    }
    if (log && x <= 0) tally.trouble(xPlace, 'judge-log', row[xPlace]!);
    const parts = tally.texts(row, byPlaces);
    const names = tally.texts(row, runPlaces);
    if (Number.isNaN(x) || parts === null || names === null) return;
    const run = JSON.stringify(names);
    const index = runs.get(run) ?? runs.size;
    if (!add(row, parts, x, index)) return;
    runs.set(run, index);
    watch.take(row);
    count.used++;
  };
  const end = (): Collected => {
    tally.check();
    const {rows, missing} = tally;
    if (rows === 0) throw new Fault('judge-no-rows');
    if (count.leftOut + count.outside === rows) throw new Fault('judge-none-kept', {rows});
    const empty = layout.measures.find((_, i) => !store.curves.some(({measure}) => measure === i));
    if (empty && (strict || store.curves.length === 0))
      throw new Fault('judge-no-values', {column: empty.column, x: layout.xColumn});
    return {...count, rows, missing, curves: store.curves, runs: runNames(runs.keys()), likelyRun: watch.likely()};
  };
  return {take: ({rows}) => rows.forEach(takeRow), end};
}

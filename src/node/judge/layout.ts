import {Fault} from '../../numeric/fault.ts';
import type {JudgeOptions} from '../commands/options.ts';
import {columnIn, columnsIn} from './columns.ts';
import {type Candidate, candidateColumns} from './likelyRun.ts';
import {type Measure, measuresOf} from './measures.ts';
import type {PerName} from './perName.ts';
import type {Request} from './request.ts';

/** Which columns are read and what each is for; places are places among `wanted`. */
export interface Layout {
  readonly wanted: readonly string[];
  readonly x: number;
  readonly xColumn: string;
  readonly measures: readonly Measure[];
  /** Place of each measure's column. */
  readonly values: readonly number[];
  readonly by: readonly string[];
  readonly byPlaces: readonly number[];
  readonly run: readonly number[];
  readonly params: number | null;
  readonly compute: number | null;
  /** Questions: a number, or the place of a column, by benchmark. */
  readonly questions: PerName<{readonly count: number} | {readonly place: number}>;
  /** Place of the column of standard errors, by metric or column. */
  readonly standardError: PerName<number>;
  readonly where: ReadonlyArray<{readonly place: number; readonly values: ReadonlySet<string>}>;
  /** Columns that may name the runs; empty where one was said to. */
  readonly candidates: readonly Candidate[];
}

function mapped<T, U>({all, each}: PerName<T>, read: (value: T) => U): PerName<U> {
  return {
    all: all === null ? null : read(all),
    each: new Map([...each].map(([name, value]) => [name, read(value)])),
  };
}

/** A column that is known to hold names of metrics. */
const METRIC_COLUMN = 'metric';

/** Place among the columns that split the table of the one called `metric`, -1 where there is none or the options say what the metrics are. */
export function calledMetric({by, measures}: Pick<Layout, 'by' | 'measures'>): number {
  if (measures.length > 1 || measures[0]!.metric) return -1;
  return by.findIndex((column) => column.toLowerCase() === METRIC_COLUMN);
}

/** One column of standard errors for several columns of scores does not say whose they are. */
function checkErrors({standardError}: Request, measures: readonly Measure[]): void {
  if (standardError.all !== null && measures.length - standardError.each.size > 1)
    throw new Fault('judge-se-shared', {got: standardError.all});
}

/**
 * Finds the columns that the options name. Throws Fault `judge-x-missing`, `judge-y-missing`, `judge-x-is-y`, and those of `columnsIn` and `measuresOf`;
 * `judge-se-shared`.
 */
export function layoutOf(columns: readonly string[], options: JudgeOptions, request: Request): Layout {
  const wanted: string[] = [];
  const placeOf = (column: string): number => {
    if (!wanted.includes(column)) wanted.push(column);
    return wanted.indexOf(column);
  };
  const one = (option: string, column: string): number => placeOf(columnIn(option, column, columns));
  const several = (option: string, text: string | undefined): string[] =>
    text === undefined ? [] : columnsIn(option, text, columns);
  const {x, y} = options;
  if (x === undefined) throw new Fault('judge-x-missing', {allowed: columns});
  if (y === undefined) throw new Fault('judge-y-missing', {allowed: columns});
  const xPlace = one('--x', x);
  const measures = measuresOf(y, columns);
  checkErrors(request, measures);
  if (measures.some(({column}) => column === x)) throw new Fault('judge-x-is-y', {got: x});
  const by = several('--by', options.by);
  const questions = mapped(request.questions, (value) =>
    typeof value === 'number' ? {count: value} : {place: one('--n', value)},
  );
  const layout = {
    x: xPlace,
    xColumn: x,
    measures,
    values: measures.map(({column}) => placeOf(column)),
    by,
    byPlaces: by.map(placeOf),
    run: several('--run', options.run).map(placeOf),
    params: options.params === undefined ? null : one('--params', options.params),
    compute: options.compute === undefined ? null : one('--compute', options.compute),
    questions,
    standardError: mapped(request.standardError, (column) => one('--se', column)),
    where: request.where.map(({column, values}) => ({place: one('--where', column), values: new Set(values)})),
    wanted,
  };
  // Last, when every other use of a column is known.
  const free = options.run === undefined ? candidateColumns(columns, new Set(wanted)) : [];
  return {...layout, candidates: free.map((column) => ({column, place: placeOf(column)}))};
}

import type {VerdictRule} from '../../config/experiment.ts';
import {DEFAULTS, verdictRule} from '../../config/schema/config.ts';
import type {Axis} from '../../inference/axis.ts';
import type {Judging} from '../../inference/judging.ts';
import {Fault, type FaultData} from '../../numeric/fault.ts';
import type {JudgeOptions} from '../commands/options.ts';
import {readNumber} from './cells.ts';
import {NOTHING, type PerName, perName} from './perName.ts';

/** How a table writes shares. */
export type Unit = 'percent' | 'fraction';

/** A row is kept where the column has one of the values. */
export interface Condition {
  readonly column: string;
  readonly values: readonly string[];
}

/** What is asked of a table, checked as far as it can be without the table. */
export interface Request {
  readonly axis: Axis;
  readonly where: readonly Condition[];
  /** Lowest and highest x that are used. */
  readonly window: readonly [number, number] | null;
  readonly unit: PerName<Unit>;
  /** Chance level, a fraction, by benchmark. */
  readonly chance: PerName<number>;
  /** Questions, a number or a column, by benchmark. */
  readonly questions: PerName<number | string>;
  /** Columns of standard errors, by metric or column. */
  readonly standardError: PerName<string>;
  readonly judging: Judging;
}

const MOST_RESAMPLES = 1e5;
const WINDOW = /^(.+?)\.\.(.+)$/;

function bad(code: string, data: FaultData): never {
  throw new Fault(code, data);
}

function numberOf(option: string, text: string): number {
  const value = readNumber(text);
  return typeof value === 'number' ? value : bad('judge-option-number', {option, got: text});
}

/** Texts `column=value`, joined by column. Throws Fault `judge-where`. */
export function conditionsOf(texts: readonly string[]): Condition[] {
  const conditions = new Map<string, string[]>();
  for (const text of texts) {
    const at = text.indexOf('=');
    if (at < 1) bad('judge-where', {got: text});
    const column = text.slice(0, at).trim();
    conditions.set(column, [...(conditions.get(column) ?? []), text.slice(at + 1).trim()]);
  }
  return [...conditions].map(([column, values]) => ({column, values}));
}

function windowOf(text: string | undefined): readonly [number, number] | null {
  if (text === undefined) return null;
  const [, low, high] = WINDOW.exec(text) ?? [];
  const ends = [readNumber(low ?? ''), readNumber(high ?? '')] as const;
  const [from, to] = ends;
  if (typeof from !== 'number' || typeof to !== 'number' || !(from < to)) return bad('judge-window', {got: text});
  return [from, to];
}

function unitOf(text: string): Unit {
  return text === 'percent' || text === 'fraction' ? text : bad('judge-unit-name', {got: text});
}

function chanceOf(text: string): number {
  const value = readNumber(text);
  return typeof value === 'number' && value >= 0 && value < 1 ? value : bad('judge-chance', {got: text});
}

function questionsOf(text: string): number | string {
  const value = readNumber(text);
  if (typeof value !== 'number') return text;
  return Number.isSafeInteger(value) && value >= 1 ? value : bad('judge-questions', {got: text});
}

/** A number of resamples. Throws Fault `judge-resamples`. */
export function resamplesOf(text: string): number {
  const value = readNumber(text);
  const right = typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST_RESAMPLES;
  return right ? value : bad('judge-resamples', {got: text, bound: MOST_RESAMPLES});
}

function ruleOf({widthShare, margin}: JudgeOptions): VerdictRule {
  const given = {
    ...(widthShare === undefined ? {} : {widthShare: numberOf('--width-share', widthShare)}),
    ...(margin === undefined ? {} : {margin: numberOf('--margin', margin)}),
  };
  const rule = verdictRule(given);
  if (!rule) return bad('judge-rule', {got: [widthShare, margin].filter((text) => text !== undefined).join(', ')});
  // A wide interval is not held to a narrower margin.
  return {...rule, wideMargin: Math.max(rule.wideMargin, rule.margin)};
}

function optional<T>(text: string | undefined, read: (value: string) => T): PerName<T> {
  return text === undefined ? NOTHING : perName(text, read);
}

/**
 * Checks the options of `judge`. Throws Fault `judge-where`, `judge-window`, `judge-unit-name`, `judge-chance`, `judge-questions`,
 * `judge-resamples`, `judge-option-number`, `judge-rule`.
 */
export function requestOf(options: JudgeOptions): Request {
  const {log, ascending, where, window, unit, chance, n, se, seed, resamples, decide} = options;
  return {
    axis: {log, ascending},
    where: conditionsOf(where),
    window: windowOf(window),
    unit: optional(unit, unitOf),
    chance: optional(chance, chanceOf),
    questions: optional(n, questionsOf),
    standardError: optional(se, (column) => column),
    judging: {
      rule: ruleOf(options),
      seed: seed ?? DEFAULTS.seed,
      resamples: resamples === undefined ? DEFAULTS.resamples : resamplesOf(resamples),
      ...(decide === undefined ? {} : {decide: Number(decide)}),
    },
  };
}

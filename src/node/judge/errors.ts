import {Fault} from '../../numeric/fault.ts';
import type {TableNote} from '../../report/study.ts';
import {accuracy} from '../../science/metrics/discrete.ts';
import {extraPlaces} from './collect.ts';
import type {Layout} from './layout.ts';
import type {NamedCurve} from './naming.ts';
import {note} from './note.ts';
import {valueFor} from './perName.ts';

/** Standard errors of a curve and the questions behind them. */
export interface CurveErrors {
  /** Null where a point lacks one. */
  readonly standardError: Float64Array | null;
  /** Questions of every point, null where they are not known or differ. */
  readonly questions: number | null;
  /** Questions behind each score that is a share of them; null where it is none or a point lacks them. */
  readonly trials: Float64Array | null;
  /** Points that lack a standard error although others have one. */
  readonly lacking: number;
}

const OPEN = {answer: {kind: 'open', tokens: 1}} as const;

/** Numbers of questions of the points of a curve; null where nothing is said. */
function questionsOf({raw, benchmark, metric}: NamedCurve, layout: Layout): Float64Array | null {
  const said = valueFor(layout.questions, benchmark);
  if (said === null) return null;
  if ('count' in said) return new Float64Array(raw.x.length).fill(said.count);
  const counts = raw.extra[extraPlaces(layout).indexOf(said.place)]!.values();
  const wrong = counts.find((count) => !Number.isNaN(count) && !(count >= 1));
  if (wrong !== undefined) throw new Fault('judge-count', {column: layout.wanted[said.place]!, metric, got: wrong});
  return counts;
}

function givenErrors({raw, metric, column}: NamedCurve, layout: Layout, factor: number): Float64Array | null {
  const place = valueFor(layout.standardError, metric, column);
  if (place === null) return null;
  const errors = raw.extra[extraPlaces(layout).indexOf(place)]!.values();
  const wrong = errors.find((error) => error < 0);
  if (wrong !== undefined) throw new Fault('judge-negative', {column: layout.wanted[place]!, got: wrong});
  return errors.map((error) => factor * error);
}

/** Whether the scores of a curve are shares of questions: accuracy and its like but for repeated attempts, or a score of its own between 0 and 1. */
function isShare({entry, raw}: NamedCurve, factor: number): boolean {
  return entry ? entry.percent && !entry.attempts : factor * raw.range.lowest >= 0 && factor * raw.range.highest <= 1;
}

/**
 * Standard errors of the scores y (fractions) of a curve: its column, and where that has none the binomial one of its number of questions.
 * Throws Fault `judge-negative`, `judge-count`.
 */
export function errorsOf(curve: NamedCurve, layout: Layout, y: Float64Array, factor: number): CurveErrors {
  const counts = questionsOf(curve, layout);
  const given = givenErrors(curve, layout, factor);
  const share = isShare(curve, factor);
  const errors = y.map((value, i) => {
    const known = given ? given[i]! : Number.NaN;
    if (!Number.isNaN(known) || !counts || Number.isNaN(counts[i]!) || !share) return known;
    return accuracy.read(() => value, counts[i]!, OPEN).standardError;
  });
  const lacking = errors.reduce((count, error) => (Number.isNaN(error) ? count + 1 : count), 0);
  const questions = counts?.every((count) => count === counts[0]) ? counts[0]! : null;
  return {
    standardError: lacking > 0 ? null : errors,
    questions,
    trials: share && counts && !counts.some(Number.isNaN) ? counts : null,
    lacking: lacking < errors.length ? lacking : 0,
  };
}

/** A note where some points lack the standard error that others have. */
export function errorNote({benchmark, metric}: NamedCurve, {lacking}: CurveErrors): TableNote[] {
  return lacking > 0 ? [note('errors-missing', {benchmark, metric, count: lacking})] : [];
}

/** A note where `--n` was taken as the questions of a score without a metric, and one where no score could use it. */
export function questionNotes(curves: readonly NamedCurve[], factors: readonly number[], layout: Layout): TableNote[] {
  const asked = curves.flatMap((curve, i) => {
    const {benchmark, metric, column} = curve;
    const told =
      valueFor(layout.questions, benchmark) !== null && valueFor(layout.standardError, metric, column) === null;
    return told ? [{curve, share: isShare(curve, factors[i]!)}] : [];
  });
  if (asked.length === 0) return [];
  const own = asked.find(({curve, share}) => share && !curve.entry);
  if (own) return [note('questions-own', {column: own.curve.column})];
  return asked.some(({share}) => share) ? [] : [note('questions-unused')];
}

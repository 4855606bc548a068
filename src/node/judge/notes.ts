import {FEWEST_RESAMPLES} from '../../config/resamples.ts';
import {FEWEST_POINTS} from '../../inference/bentHinge.ts';
import type {Findings} from '../../inference/findings.ts';
import type {TableNote} from '../../report/study.ts';
import type {Collected} from './collect.ts';
import type {Layout} from './layout.ts';
import type {NamedCurve} from './naming.ts';
import {note} from './note.ts';

/** Reasons of an undetermined shape that lie in the table. */
const WHY: ReadonlySet<string> = new Set(['too-few-points', 'no-fit', 'data-gap', 'edge']);

/** The reason that more points or less noise would lift. */
const WIDE = 'interval-too-wide';

/** Notes of one kind that are told one by one. */
const MOST_ALIKE = 5;

/** Notes with the sixth and further ones of a kind counted instead. */
export function shortened(notes: readonly TableNote[]): TableNote[] {
  const seen = new Map<string, number>();
  const told = notes.filter(({code}) => {
    seen.set(code, (seen.get(code) ?? 0) + 1);
    return seen.get(code)! <= MOST_ALIKE;
  });
  const more = [...seen.values()].reduce((sum, count) => sum + Math.max(count - MOST_ALIKE, 0), 0);
  return more > 0 ? [...told, note('more', {count: more})] : told;
}

/** Why curves cannot be told, where a reader would ask, how to find out what would decide them, and whether the bootstraps could reject anything at 5 %. */
export function fitNotes({curves}: Findings): TableNote[] {
  const tested = curves.find(({smoothNull}) => smoothNull !== null && smoothNull.resamples < FEWEST_RESAMPLES);
  const data = {count: tested?.smoothNull?.resamples ?? 0, bound: FEWEST_RESAMPLES};
  const why = curves
    .filter(({reason}) => WHY.has(reason))
    .map(({benchmark, metric, points, reason}) => {
      const data = {benchmark, metric, points, fewest: FEWEST_POINTS};
      return {code: `why-${reason}`, data};
    });
  const wide = curves.filter((curve) => curve.reason === WIDE && curve.decision === undefined);
  return [
    ...why,
    ...(wide.length > 0 ? [note('decide-not-asked', {count: wide.length})] : []),
    ...(tested ? [note('resamples-few', data)] : []),
  ];
}

/** What was left out of a table, and what was taken for granted of its runs and metrics; gaps in scores only where `strict`. */
export function readingNotes(
  layout: Layout,
  {leftOut, outside, missing, runs, likelyRun}: Collected,
  curves: readonly NamedCurve[],
  strict: boolean,
): TableNote[] {
  const {wanted, x, values, byPlaces, run, params, compute, measures} = layout;
  const sizes = [params, compute].flatMap((place) => place ?? []);
  const told = new Set([x, ...(strict ? values : []), ...byPlaces, ...run, ...sizes]);
  const gaps = [...told].map((place) => ({column: wanted[place]!, count: missing.get(wanted[place]!) ?? 0}));
  // Names in a column of metrics; a column of its own was asked for by name.
  const own = curves.filter(({entry, column, raw}) => !entry && column !== measures[raw.measure]!.column);
  const names = [...new Set(own.map(({metric}) => metric))];
  const few = names.slice(0, MOST_ALIKE).join(', ');
  return [
    ...(leftOut > 0 ? [note('left-out', {count: leftOut})] : []),
    ...(outside > 0 ? [note('outside-window', {count: outside})] : []),
    ...gaps.filter(({count}) => count > 0).map((data) => note('missing', data)),
    ...(run.length > 0 ? [] : [likelyRun === null ? note('no-runs') : note('no-runs-column', {column: likelyRun})]),
    ...(run.length > 0 && runs.length === 1 ? [note('one-run')] : []),
    ...(names.length > 0 ? [note('metrics-own', {names: few, count: names.length})] : []),
  ];
}

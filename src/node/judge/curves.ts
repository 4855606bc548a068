import {lossOf} from '../../inference/axis.ts';
import type {Curve} from '../../inference/curve.ts';
import type {CurveInput} from '../../inference/summary.ts';
import type {TableNote} from '../../report/study.ts';
import {chanceNote, chanceOf} from './chances.ts';
import {errorNote, errorsOf, questionNotes} from './errors.ts';
import type {Growing} from './growing.ts';
import type {Layout} from './layout.ts';
import type {NamedCurve} from './naming.ts';
import {note} from './note.ts';
import {inTrainingOrder, type PointColumns, thinned, withoutDuplicates} from './points.ts';
import type {Request} from './request.ts';
import type {Scales} from './scales.ts';
import {worseNote} from './worse.ts';

/** A curve of a table, ready for the estimators, with what the report says of it. */
export interface TableCurve extends CurveInput {
  readonly questions: number | null;
}

/** The curves of a table and what was done to their points. */
export interface TableCurves {
  readonly curves: readonly TableCurve[];
  readonly notes: readonly TableNote[];
}

/** A column that every point has; null where one lacks it. */
function whole(values: Growing): Float64Array | null {
  const all = values.values();
  return all.some((value) => Number.isNaN(value)) ? null : all;
}

interface Counts {
  duplicates: number;
  resorted: number;
  thinned: number;
  before: number;
  after: number;
}

function pointsOf(columns: PointColumns, named: boolean, counts: Counts): PointColumns {
  const {points: single, gone} = named ? withoutDuplicates(columns) : {points: columns, gone: 0};
  const {points: ordered, resorted} = inTrainingOrder(single, named);
  const few = thinned(ordered);
  counts.resorted += resorted;
  counts.duplicates += gone;
  if (few !== ordered) {
    counts.thinned++;
    counts.before += ordered.x.length;
    counts.after += few.x.length;
  }
  return few;
}

function countNotes({duplicates, resorted, thinned: curves, before, after}: Counts): TableNote[] {
  return [
    ...(duplicates > 0 ? [note('duplicates', {count: duplicates})] : []),
    ...(resorted > 0 ? [note('resorted', {count: resorted})] : []),
    ...(curves > 0 ? [note('thinned', {curves, before, after})] : []),
  ];
}

/** Turns the named points of a table into curves on a loss-like axis. Throws the faults of `errorsOf`. */
export function tableCurves(
  named: readonly NamedCurve[],
  layout: Layout,
  {factors}: Scales,
  request: Request,
): TableCurves {
  const counts = {duplicates: 0, resorted: 0, thinned: 0, before: 0, after: 0};
  const notes: TableNote[] = questionNotes(named, factors, layout);
  const curves = named.map((one, i): TableCurve => {
    const {raw, benchmark, metric, entry} = one;
    const factor = factors[i]!;
    const y = raw.y.values().map((value) => factor * value);
    const errors = errorsOf(one, layout, y, factor);
    const chance = chanceOf(one, request);
    notes.push(...chanceNote(one, factor, request), ...errorNote(one, errors));
    const columns: PointColumns = {
      x: raw.x.values().map((value) => lossOf(request.axis, value)),
      y,
      run: Int32Array.from(raw.run.values()),
      standardError: errors.standardError,
      trials: errors.trials,
      params: whole(raw.params),
      compute: whole(raw.compute),
    };
    const {x, y: value, ...rest} = pointsOf(columns, layout.run.length > 0, counts);
    const curve: Curve = {
      ...rest,
      loss: x,
      value,
      chance,
      direction: entry?.direction ?? 'higher',
      continuous: entry?.continuous ?? false,
      calibration: entry?.calibration ?? false,
    };
    notes.push(...worseNote({benchmark, metric, curve}, request.axis));
    return {world: null, benchmark, metric, curve, questions: errors.questions};
  });
  return {curves, notes: [...notes, ...countNotes(counts)]};
}

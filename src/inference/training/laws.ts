import type {Values} from '../../science/parameter.ts';
import {type LawRow, lawData} from '../lawFit/data.ts';
import {fitLaw, valuesOf} from '../lawFit/fit.ts';
import type {Fittable} from '../lawFit/fittable.ts';
import {fittableKaplan, fittableKaplanD, fittableKaplanN, fittableKaplanS} from '../lawFit/forms/kaplan.ts';
import {type CurvePoint, finalPoint, type TrainingCurve} from './curves.ts';

/** Rows of a table for each fitted number below which nothing is fitted. */
const FEWEST_ROWS = 2;

/** The constants of a law that meets some rows best; null where they are too few or all the same, or the loss does not follow one of them. */
function fitted(fittable: Fittable, rows: readonly LawRow[]): Values | null {
  const needed = FEWEST_ROWS + Object.keys(fittable.law.parameters).length;
  const same = fittable.needs.some((need) => new Set(rows.map((row) => row[need])).size < FEWEST_ROWS);
  if (rows.length < needed || same) return null;
  const {theta} = fitLaw(fittable, lawData(rows));
  const values = valuesOf(fittable, theta);
  return Object.values(values).every((value) => value > 0 && Number.isFinite(value)) ? values : null;
}

function rowOf({size, unique}: TrainingCurve, {leastSteps, loss}: CurvePoint): LawRow {
  return {N: size, D: unique, S: leastSteps, C: Number.NaN, lr: 0, loss};
}

const finals = (curves: readonly TrainingCurve[]): LawRow[] => curves.map((curve) => rowOf(curve, finalPoint(curve)));

/** Nc and aN of L(N) = (Nc/N)^aN, from the last checkpoints (Kaplan et al. 2020, equation 1.1). */
export function sizeLaw(curves: readonly TrainingCurve[]): Values | null {
  return fitted(fittableKaplanN, finals(curves));
}

/** Dc and aD of L(D) = (Dc/D)^aD over data sets, from the last checkpoints (Kaplan et al. 2020, equation 1.2). */
export function dataLaw(curves: readonly TrainingCurve[]): Values | null {
  return fitted(fittableKaplanD, finals(curves));
}

/** Nc, aN, Dc and aD of L(N, D) over sizes and data sets, from the last checkpoints (Kaplan et al. 2020, equation 1.5). */
export function sizeAndDataLaw(curves: readonly TrainingCurve[]): Values | null {
  return fitted(fittableKaplan, finals(curves));
}

/** Nc, aN, Sc and aS of L(N, Smin), from every checkpoint after `warmup` steps (Kaplan et al. 2020, equation 5.6). */
export function courseLaw(curves: readonly TrainingCurve[], warmup: number): Values | null {
  return fitted(
    fittableKaplanS,
    curves.flatMap((curve) => curve.points.filter(({steps}) => steps >= warmup).map((point) => rowOf(curve, point))),
  );
}

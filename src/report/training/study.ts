import {type TrainingCurve, trainingCurves} from '../../inference/training/curves.ts';
import type {Source} from '../../science/run.ts';
import type {Study} from '../study.ts';

/** The training curves of replicate 0, apart: runs on data that do not run out, and runs on data sets. */
export interface StudyCurves {
  /** One a size, at one batch, by rising size. */
  readonly sizes: readonly TrainingCurve[];
  /** By rising data set, then size. */
  readonly data: readonly TrainingCurve[];
}

/** The training curves that figures of compute and size are drawn from. */
export function studyCurves({trajectories}: Study): StudyCurves {
  const curves = trainingCurves(trajectories);
  const bySize = (a: TrainingCurve, b: TrainingCurve): number => a.size - b.size;
  const endless = curves.filter(({unique}) => !Number.isFinite(unique));
  const batch = endless[0]?.batch;
  return {
    sizes: endless.filter((curve) => curve.batch === batch).sort(bySize),
    data: curves.filter(({unique}) => Number.isFinite(unique)).sort((a, b) => a.unique - b.unique || bySize(a, b)),
  };
}

/** The curves of the largest size on each data set but the largest one, where the size sets the loss. */
export function dataScan(data: readonly TrainingCurve[]): readonly TrainingCurve[] {
  const size = Math.max(...data.map((curve) => curve.size));
  const full = Math.max(...data.map((curve) => curve.unique));
  return data.filter((curve) => curve.size === size && curve.unique < full);
}

/** A point of training of which a law reads only what is given. */
export function sourceOf(given: Partial<Source>): Source {
  return {N: Number.NaN, Nne: Number.NaN, D: Number.NaN, S: Number.NaN, U: Number.POSITIVE_INFINITY, lr: 0, ...given};
}

import {type TrainingCurve, type TrainingRow, trainingCurves} from '../../inference/training/curves.ts';
import {remembered} from '../../numeric/remembered.ts';
import type {Source} from '../../science/run.ts';
import type {Study} from '../study.ts';

/** The training curves of one replicate, apart: runs on data that do not run out, and runs on data sets. */
export interface StudyCurves {
  /** Every run, in the order of the study. */
  readonly all: readonly TrainingCurve[];
  /** One a size, at one batch, by rising size. */
  readonly sizes: readonly TrainingCurve[];
  /** By rising data set, then size. */
  readonly data: readonly TrainingCurve[];
}

/** The curves of the rows of one replicate. */
function apart(rows: readonly TrainingRow[]): StudyCurves {
  const curves = trainingCurves(rows);
  const bySize = (a: TrainingCurve, b: TrainingCurve): number => a.size - b.size;
  const endless = curves.filter(({unique}) => !Number.isFinite(unique));
  const batch = endless[0]?.batch;
  return {
    all: curves,
    sizes: endless.filter((curve) => curve.batch === batch).sort(bySize),
    data: curves.filter(({unique}) => Number.isFinite(unique)).sort((a, b) => a.unique - b.unique || bySize(a, b)),
  };
}

/** The training curves of replicate 0, which figures of compute and size are drawn from. */
export function studyCurves({trajectories}: Pick<Study, 'trajectories'>): StudyCurves {
  return apart(trajectories);
}

/** The training curves of every replicate; none of a study whose losses were not kept. */
export const replicateCurves = remembered(
  ({trajectories, samples}: Pick<Study, 'trajectories' | 'samples'>): readonly StudyCurves[] =>
    (samples?.losses ?? []).map((losses) => apart(trajectories.map((row, i) => ({...row, loss: losses[i]!})))),
);

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

import {type TrainingCurve, type TrainingRow, trainingCurves} from '../../inference/training/curves.ts';
import {remembered} from '../../numeric/remembered.ts';
import {CRITICAL_BATCH, type CriticalBatch} from '../../science/kaplan/criticalBatch.ts';
import type {Source} from '../../science/run.ts';
import type {Study} from '../study.ts';

/** Different sizes that a parabola over sizes goes through. */
const FEWEST_SIZES = 5;

/** The training curves of one replicate, apart: runs on data that do not run out, and runs on data sets. */
export interface StudyCurves {
  /** Every run, in the order of the study. */
  readonly all: readonly TrainingCurve[];
  /** On data that do not run out, at one batch, by rising size; none where they have fewer than five sizes. */
  readonly sizes: readonly TrainingCurve[];
  /** By rising data set, then size. */
  readonly data: readonly TrainingCurve[];
}

/** The constants of the critical batch that a study obeys; the published ones where its law has none. */
function criticalOf({experiment}: Pick<Study, 'experiment'>): CriticalBatch {
  const {Bstar, aB} = experiment?.loss.values ?? {};
  return Bstar === undefined || aB === undefined ? CRITICAL_BATCH : {Bstar, aB};
}

/** The curves of the rows of one replicate. */
function apart(rows: readonly TrainingRow[], critical: CriticalBatch): StudyCurves {
  const curves = trainingCurves(rows, critical);
  const bySize = (a: TrainingCurve, b: TrainingCurve): number => a.size - b.size;
  const endless = curves.filter(({unique}) => !Number.isFinite(unique));
  const batch = endless[0]?.batch;
  const sizes = endless.filter((curve) => curve.batch === batch).sort(bySize);
  return {
    all: curves,
    sizes: new Set(sizes.map(({size}) => size)).size < FEWEST_SIZES ? [] : sizes,
    data: curves.filter(({unique}) => Number.isFinite(unique)).sort((a, b) => a.unique - b.unique || bySize(a, b)),
  };
}

/** The training curves of replicate 0, which figures of compute and size are drawn from. */
export function studyCurves(study: Pick<Study, 'experiment' | 'trajectories'>): StudyCurves {
  return apart(study.trajectories, criticalOf(study));
}

/** The training curves of every replicate; none of a study whose losses were not kept. */
export const replicateCurves = remembered(
  (study: Pick<Study, 'experiment' | 'trajectories' | 'samples'>): readonly StudyCurves[] => {
    const critical = criticalOf(study);
    const rowsOf = (losses: Float64Array) => study.trajectories.map((row, i) => ({...row, loss: losses[i]!}));
    return (study.samples?.losses ?? []).map((losses) => apart(rowsOf(losses), critical));
  },
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

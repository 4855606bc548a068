import {type Ratio, ratioPenalty, ratiosOf} from '../../science/kaplan/shape.ts';
import {SHAPED_RUNS} from '../../science/populations/kaplan2020Shapes.ts';
import {finalPoint, type TrainingCurve} from './curves.ts';

/** The end of one run of a series in which one ratio of the shape varies. */
export interface ShapePoint {
  readonly ratio: Ratio;
  readonly series: string;
  /** Value of the ratio. */
  readonly value: number;
  /** Share by which the loss is higher than that of the best shape. */
  readonly increase: number;
}

const SHAPES = new Map(SHAPED_RUNS.map((one) => [one.run.id, one]));

/**
 * Loss increases of runs of known shape: the loss of a run, raised by what its ratio costs (`ratioPenalty`, illustrative), over the loss of
 * the best shape, which is the mean loss of the runs of its series before that.
 */
export function shapePoints(curves: readonly TrainingCurve[]): ShapePoint[] {
  const known = curves.flatMap((curve) => {
    const one = SHAPES.get(`${curve.family}/${curve.run}`);
    return one ? [{...one, loss: finalPoint(curve).loss}] : [];
  });
  return known.map(({ratio, series, shape, loss}) => {
    const mates = known.filter((other) => other.ratio === ratio && other.series === series);
    const best = mates.reduce((sum, other) => sum + other.loss, 0) / mates.length;
    const value = ratiosOf(shape)[ratio];
    return {ratio, series, value, increase: (loss * (1 + ratioPenalty(ratio, value))) / best - 1};
  });
}

import {pow} from '../../numeric/elementary.ts';
import {earliestStop, overfittingLoss} from '../../science/kaplan/earlyStop.ts';
import {overfit} from '../../science/kaplan/overfit.ts';
import type {Values} from '../../science/parameter.ts';
import type {TrainingCurve} from './curves.ts';

/** One checkpoint of a run that passes over its data again and again, nats per token. */
export interface TestPoint {
  readonly steps: number;
  /** Loss on the text of the data set. */
  readonly train: number;
  /** Loss on other text. */
  readonly test: number;
}

/** Where a run is best stopped. */
export interface Stop {
  readonly size: number;
  readonly unique: number;
  /** L(N, D) - L(N, infinity) of the law, nats. */
  readonly excess: number;
  /** Sc excess^(-1/aS). */
  readonly bound: number;
  /** Steps at the least test loss. */
  readonly steps: number;
}

/** L(N, D) - L(N, infinity), nats: what limited data cost a model in the end. */
function excessOf({size, unique}: TrainingCurve, values: Values): number {
  return pow(values.Nc! / size, values.aN!) * overfit(size, unique, values);
}

/**
 * Train and test loss along a run: the loss of unlimited data, the run's own less what its data cost it in the end; and the same with what
 * repeated data add by and by (`overfittingLoss`, in steps of Smin).
 */
export function testCourse(curve: TrainingCurve, values: Values): TestPoint[] {
  const excess = excessOf(curve, values);
  return curve.points.map(({steps, leastSteps, loss}) => {
    const train = loss - excess;
    return {steps, train, test: train + overfittingLoss(leastSteps, excess, values)};
  });
}

/** The step of the least test loss of every run that reaches it before its end. */
export function stopsOf(curves: readonly TrainingCurve[], values: Values): Stop[] {
  return curves.flatMap((curve) => {
    const course = testCourse(curve, values);
    const best = course.reduce((least, point) => (point.test < least.test ? point : least));
    if (best === course[course.length - 1]) return [];
    const excess = excessOf(curve, values);
    const {size, unique} = curve;
    return [{size, unique, excess, bound: earliestStop(excess, values), steps: best.steps}];
  });
}

import {grouped} from '../../numeric/grouped.ts';
import {overfitMeasure} from '../../science/kaplan/overfit.ts';
import type {Values} from '../../science/parameter.ts';
import {finalPoint, type TrainingCurve} from './curves.ts';

/** The end of one run on a part of the data. */
export interface DataPoint {
  /** N without embeddings. */
  readonly size: number;
  /** Tokens of the data set. */
  readonly unique: number;
  /** Nats per token. */
  readonly loss: number;
  /** L / L(D = infinity) - 1, the limit taken from the run of this size on the most data. */
  readonly excess: number;
}

/** Final losses of runs of several sizes on several data sets, with what each is above the run of its size on the most data. */
export function dataPoints(curves: readonly TrainingCurve[]): DataPoint[] {
  const limits = new Map(
    [...grouped(curves, ({size}) => size)].map(([size, mine]) => {
      const most = mine.reduce((best, other) => (other.unique > best.unique ? other : best));
      return [size, finalPoint(most).loss];
    }),
  );
  return curves.map((curve) => {
    const {size, unique} = curve;
    const {loss} = finalPoint(curve);
    return {size, unique, loss, excess: loss / limits.get(size)! - 1};
  });
}

/** N^(aN/aD) / D of a point, with given exponents. */
export function measureOf({size, unique}: DataPoint, values: Values): number {
  return overfitMeasure(size, unique, values);
}

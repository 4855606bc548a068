import {overfitMeasure} from '../../science/kaplan/overfit.ts';
import {kaplan} from '../../science/laws/kaplan.ts';
import type {Values} from '../../science/parameter.ts';
import {lawData} from '../lawFit/data.ts';
import {fitLaw, valuesOf} from '../lawFit/fit.ts';
import {fittableKaplan} from '../lawFit/forms/kaplan.ts';
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
  return curves.map((curve) => {
    const most = curves
      .filter(({size}) => size === curve.size)
      .reduce((best, other) => (other.unique > best.unique ? other : best));
    const {loss} = finalPoint(curve);
    return {size: curve.size, unique: curve.unique, loss, excess: loss / finalPoint(most).loss - 1};
  });
}

/** Nc, aN, Dc and aD of L(N, D) = ((Nc / N)^(aN/aD) + Dc / D)^aD fitted to final losses; null where there are too few sizes or data sets. */
export function fitDataLaw(points: readonly DataPoint[]): Values | null {
  const different = (key: 'size' | 'unique'): number => new Set(points.map((point) => point[key])).size;
  if (different('size') < 2 || different('unique') < 2 || points.length <= Object.keys(kaplan.parameters).length)
    return null;
  const rows = points.map(({size, unique, loss}) => ({N: size, D: unique, S: NaN, C: NaN, lr: 0, loss}));
  const fit = fitLaw(fittableKaplan, lawData(rows));
  return valuesOf(fit.fittable, fit.theta);
}

/** N^(aN/aD) / D of a point, with given exponents. */
export function measureOf({size, unique}: DataPoint, values: Values): number {
  return overfitMeasure(size, unique, values);
}

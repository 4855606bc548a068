import {depthFactor} from '../../science/kaplan/shape.ts';
import {DEEP_RUNS} from '../../science/populations/kaplan2020Shapes.ts';
import {type PowerLaw, powerLaw} from '../powerLaw.ts';
import {finalPoint, type TrainingCurve} from './curves.ts';

/** The end of one run of known depth. */
export interface DepthPoint {
  readonly layers: number;
  /** Parameters with embeddings. */
  readonly params: number;
  /** N without embeddings. */
  readonly size: number;
  /** Nats per token. */
  readonly loss: number;
}

const RUNS = new Map(DEEP_RUNS.map((one) => [one.run.id, one]));

/** Fewest layers of the models that the paper fits. */
const FITTED_FROM = 2;

/** Final losses of runs of known depth, those of one layer raised by `depthFactor` (illustrative). */
export function depthPoints(curves: readonly TrainingCurve[]): DepthPoint[] {
  return curves.flatMap((curve) => {
    const one = RUNS.get(`${curve.family}/${curve.run}`);
    if (!one) return [];
    const {layers, run} = one;
    const loss = finalPoint(curve).loss * depthFactor(layers, curve.size);
    return [{layers, params: run.params, size: curve.size, loss}];
  });
}

/** One power law through models of every depth from two layers on. */
export interface DepthFit extends PowerLaw {
  /** Root mean square of ln L about it: how far depths are from one line. */
  readonly scatter: number;
}

/** The power law of loss on parameters, with or without embeddings; null with fewer than three models. */
export function fitDepths(points: readonly DepthPoint[], by: 'params' | 'size'): DepthFit | null {
  const deep = points.filter(({layers}) => layers >= FITTED_FROM);
  const law = powerLaw(
    deep.map((point) => point[by]),
    deep.map(({loss}) => loss),
  );
  if (!law) return null;
  const squares = deep.map((point) => Math.log(point.loss / (law.scale * point[by] ** law.exponent)) ** 2);
  return {...law, scatter: Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / deep.length)};
}

import type {Curve, Points} from './curve.ts';
import {type HingeLine, residualsOf} from './hingeLine.ts';

/**
 * What the fit of one metric tells of the noise of another that is read off the same answers: a checkpoint with luck in one has luck in the
 * other, so the residuals of the first serve as covariates of the second (analysis of covariance; seemingly unrelated regressions, Zellner 1962).
 */
export interface Companion {
  /** Losses of the curve, to know that the points are the same. */
  readonly loss: Float64Array;
  /** Residuals, in the order of the curve; 0 for points that were not fitted. */
  readonly residual: Float64Array;
}

/** The companion that a fitted curve is to others with the same checkpoints. */
export function companionOf({loss}: Curve, points: Points, line: HingeLine): Companion {
  const residual = new Float64Array(loss.length);
  residualsOf(line, points).forEach((value, i) => {
    residual[points.order[i]!] = value;
  });
  return {loss, residual};
}

/** Whether a companion was fitted to the same checkpoints. */
export function sameCheckpoints({loss}: Pick<Companion, 'loss'>, curve: Curve): boolean {
  return loss.length === curve.loss.length && loss.every((value, i) => value === curve.loss[i]);
}

/** Covariates of a companion: its residual, and its residual times loss, because the share of its luck changes along the curve. */
export function covariatesOf({order, x}: Points, {residual}: Companion): Float64Array[] {
  const own = Float64Array.from(order, (place) => residual[place]!);
  const middle = 0.5 * (x[0]! + x[x.length - 1]!);
  return [own, own.map((value, i) => value * (x[i]! - middle))];
}

import {pow} from '../../numeric/elementary.ts';
import {solveRising} from '../../numeric/monotone.ts';
import {criticalBatch, minimumSteps} from '../../science/kaplan/criticalBatch.ts';
import {lawData} from '../lawFit/data.ts';
import {fitLaw, valuesOf} from '../lawFit/fit.ts';
import {fittableHenighan} from '../lawFit/forms/henighan.ts';
import {finalPoint, type TrainingCurve} from './curves.ts';

/** Fewest checkpoints that a curve of three numbers is fitted to. */
const FEWEST = 5;

/** How far a forecast may lie outside the usual bracket, as factors; what lies further away is none. */
const LOWEST = 1e-6;
const HIGHEST = 10;

/** What the first part of a run says of its end. */
export interface Extrapolated {
  /** Share of the steps that was seen. */
  readonly share: number;
  /** Loss at the end as foreseen from it, nats per token. */
  readonly foreseen: number;
  /** The same minus the loss that was reached. */
  readonly error: number;
  /** What was fitted: L = floor + (scale / Smin)^exponent. */
  readonly law: {readonly floor: number; readonly scale: number; readonly exponent: number};
}

/**
 * Fits L = floor + (Sc/Smin)^aS to the checkpoints after `warmup` steps and within the first `share` of the steps, and reads it at the last
 * step, whose Smin follows from the loss there (Kaplan et al. 2020, equations 5.4 and 5.6, for one run). Null with fewer than five
 * checkpoints, and where the fitted law has no loss to read there.
 */
export function extrapolate(curve: TrainingCurve, share: number, warmup: number): Extrapolated | null {
  const last = finalPoint(curve);
  const seen = curve.points.filter(({steps}) => steps >= warmup && steps <= share * last.steps);
  if (seen.length < FEWEST) return null;
  const rows = seen.map(({leastSteps, loss}) => ({N: leastSteps, D: NaN, S: NaN, C: NaN, lr: 0, loss}));
  const fit = fitLaw(fittableHenighan, lawData(rows));
  const {Linf, N0, alphaN} = valuesOf(fit.fittable, fit.theta);
  // A lower loss means a larger critical batch, fewer steps at the limit, and a higher loss: the difference rises.
  const excess = (loss: number): number =>
    loss - Linf! - pow(N0! / minimumSteps(last.steps, curve.batch, criticalBatch(loss, curve.constants)), alphaN!);
  // Half the loss reached and the first one seen hold the forecast, unless the curve turns after the part seen or noise hides its fall.
  const [half, first] = [0.5 * last.loss, seen[0]!.loss];
  const low = excess(half) > 0 ? LOWEST * half : half;
  const high = excess(first) < 0 ? HIGHEST * first : first;
  if (!(excess(low) <= 0 && excess(high) >= 0)) return null;
  const foreseen = solveRising(excess, 0, low, high);
  return {share, foreseen, error: foreseen - last.loss, law: {floor: Linf!, scale: N0!, exponent: alphaN!}};
}

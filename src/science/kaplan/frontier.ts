import {pow} from '../../numeric/elementary.ts';
import {solveRising} from '../../numeric/monotone.ts';
import {kaplanTraining} from '../laws/kaplanTraining.ts';
import {CRITICAL_BATCH, type CriticalBatch} from './criticalBatch.ts';

const PRESET = kaplanTraining.presets['kaplan2020-training']!.values;

/** Constants of L(N, Smin) = (Nc/N)^aN + (Sc/Smin)^aS and of Bcrit(L); N without embeddings, S in steps. */
export interface TrainingConstants extends CriticalBatch {
  readonly Nc: number;
  readonly aN: number;
  readonly Sc: number;
  readonly aS: number;
}

/**
 * Table 3 with B* and aB of table 5: what Kaplan et al. 2020 fit to learning curves. Table 5 prints Nc 8.8e13 and aN 0.076, fitted to
 * converged losses.
 */
export const TRAINING_CONSTANTS: TrainingConstants = {
  Nc: PRESET.Nc!,
  aN: PRESET.aN!,
  Sc: PRESET.Sc!,
  aS: PRESET.aS!,
  ...CRITICAL_BATCH,
};

/**
 * L(N, C): the root of L = (Nc/N)^aN + (6 B* Sc N / (L^(1/aB) C))^aS, nats per token, of `size` parameters without embeddings trained with
 * `compute` FLOP at small batches (Kaplan et al. 2020, equation B.2). The right side falls in L, so that there is one root.
 */
export function lossOfSize(size: number, compute: number, constants: TrainingConstants = TRAINING_CONSTANTS): number {
  const {Nc, aN, Sc, aS, Bstar, aB} = constants;
  const floor = pow(Nc / size, aN);
  const rise = pow((6 * Bstar * Sc * size) / compute, aS);
  return solveRising((loss) => loss - rise * pow(loss, -aS / aB), floor, floor, floor + Math.max(rise, 1));
}

/** aN / aS: how far above its converged loss a model stops when compute is spent best, about 0.10 (Kaplan et al. 2020, B.3). */
export function efficientExcess({aN, aS}: Pick<TrainingConstants, 'aN' | 'aS'>): number {
  return aN / aS;
}

/** What stopping at one excess costs against stopping at another, at the same loss: factors. */
export interface StoppingCost {
  readonly size: number;
  readonly steps: number;
  readonly compute: number;
}

/**
 * Sizes, steps and compute of runs that stop at a share `excess` above their converged loss, over those of runs that stop at `other` and
 * reach the same loss: size ((1+f)/(1+f'))^(1/aN), steps (f'(1+f) / (f(1+f')))^(1/aS), compute their product (equations B.12 to B.14).
 */
export function stoppingCost(
  excess: number,
  other: number,
  {aN, aS}: Pick<TrainingConstants, 'aN' | 'aS'> = TRAINING_CONSTANTS,
): StoppingCost {
  const size = pow((1 + excess) / (1 + other), 1 / aN);
  const steps = pow((other * (1 + excess)) / (excess * (1 + other)), 1 / aS);
  return {size, steps, compute: size * steps};
}

/**
 * What a model of `ratio` times the best size needs to reach the same loss, over what the best size needs: steps
 * (1 + (aS/aN)(1 - r^-aN))^(-1/aS), compute r times that; infinite for a size that never reaches it (equations B.16 and B.17).
 */
export function sizeCost(
  ratio: number,
  {aN, aS}: Pick<TrainingConstants, 'aN' | 'aS'> = TRAINING_CONSTANTS,
): {steps: number; compute: number} {
  const inner = 1 + (aS / aN) * (1 - pow(ratio, -aN));
  const steps = inner > 0 ? pow(inner, -1 / aS) : Number.POSITIVE_INFINITY;
  return {steps, compute: ratio * steps};
}

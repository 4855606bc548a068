import {pow} from '../../numeric/elementary.ts';
import {kaplanTraining} from '../laws/kaplanTraining.ts';

const PRESET = kaplanTraining.presets['kaplan2020-training']!.values;

/** Constants of the critical batch size. */
export interface CriticalBatch {
  /** B*, tokens. */
  readonly Bstar: number;
  readonly aB: number;
}

/** Published constants: table 5 and the legend of Fig 10. Equation 1.4 and section 5.3 round B* to 2e8 tokens. */
export const CRITICAL_BATCH: CriticalBatch = {Bstar: PRESET.Bstar!, aB: PRESET.aB!};

/** Bcrit(L) = B* / L^(1/aB), tokens: the batch at which time and compute are traded evenly (Kaplan et al. 2020, equation 5.3). */
export function criticalBatch(loss: number, {Bstar, aB}: CriticalBatch = CRITICAL_BATCH): number {
  return Bstar * pow(loss, -1 / aB);
}

/** Smin = S / (1 + Bcrit / B): the steps that a batch far above the critical one would have needed (Kaplan et al. 2020, equation 5.4). */
export function minimumSteps(steps: number, batch: number, critical: number): number {
  return steps / (1 + critical / batch);
}

/** Cmin = C / (1 + B / Bcrit): the compute that a batch far below the critical one would have needed, in the unit of `compute` (equation 5.5). */
export function minimumCompute(compute: number, batch: number, critical: number): number {
  return compute / (1 + batch / critical);
}

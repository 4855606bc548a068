import type {ComputePower} from '../../science/kaplan/allocation.ts';
import {type Crossing, crossing, type LossPower} from '../../science/kaplan/crossing.ts';
import {PF_DAY} from '../../science/kaplan/pfDay.ts';
import type {TrainingCurve} from './curves.ts';
import {type Best, frontierLaw, spendingLaw} from './frontier.ts';
import {dataLaw} from './laws.ts';

/** The laws that meet, and where; the meeting is null where they run apart. */
export interface Contradiction {
  /** L(Cmin). */
  readonly frontier: LossPower;
  /** L(D). */
  readonly data: LossPower;
  /** D(C), tokens. */
  readonly need: ComputePower;
  readonly meeting: Crossing | null;
}

/**
 * The contradiction point of some runs: their frontier, L(D) fitted to `scan`, one size on growing data sets, and the data
 * D = 2 C / (6 N) of the best size at the critical batch (Kaplan et al. 2020, section 6.3). Null where one of the laws cannot be fitted.
 */
export function contradictionOf(frontier: readonly Best[], scan: readonly TrainingCurve[]): Contradiction | null {
  const law = frontierLaw(frontier);
  const size = spendingLaw(frontier, (best) => best.size);
  const limit = dataLaw(scan);
  if (!law || !size || !limit) return null;
  const data = {scale: limit.Dc!, exponent: limit.aD!};
  const need = {scale: (2 * PF_DAY) / (6 * size.scale), exponent: 1 - size.exponent};
  return {frontier: law, data, need, meeting: crossing(law, data, need, size)};
}

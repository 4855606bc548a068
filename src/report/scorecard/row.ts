import type {Unit} from '../../science/quantity.ts';
import type {Reference} from '../../science/reference.ts';

/** A published number beside the simulated one. */
export interface ScorecardRow extends Reference {
  readonly unit: Unit;
  /** Null where the study lacks what the quantity needs. */
  readonly simulated: number | null;
  /** Monte Carlo standard error over replicates; null where nothing is random, or there is one replicate. */
  readonly error: number | null;
  /** Whether |simulated - paper| <= tolerance + 2 error. */
  readonly ok: boolean;
}

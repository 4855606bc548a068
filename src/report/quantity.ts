import type {Of, QuantityForm} from '../science/quantity.ts';
import type {StudyNumbers} from './study.ts';

/** A quantity of a study. */
export interface Measured {
  readonly value: number;
  /** Monte Carlo standard error over replicates; null where nothing is random, or there is one replicate. */
  readonly error: number | null;
}

/** A quantity of the registry: how it is measured on a study; null where the study lacks what it needs. */
export interface Quantity extends QuantityForm {
  measure(study: StudyNumbers, of: Of): Measured | null;
}

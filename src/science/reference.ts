import type {Words} from './parameter.ts';
import type {Of} from './quantity.ts';

/** A published number with what of a study is compared with it. */
export interface Reference {
  /** Unique in a study. */
  readonly id: string;
  /** Where it is printed. */
  readonly source: string;
  /** Name of a quantity. */
  readonly quantity: string;
  readonly of: Of;
  /** The published number, in the unit of the quantity. */
  readonly paper: number;
  /** How far off is still agreement: the error of the published number. */
  readonly tolerance: number;
  /** What explains a difference; null where nothing needs to. */
  readonly note: Words | null;
}

/** Published numbers under one name. */
export interface ReferenceList {
  readonly name: string;
  readonly about: Words;
  readonly source: string;
  readonly references: readonly Reference[];
}

import type {VerdictRule} from '../config/experiment.ts';

/** How curves are judged. */
export interface Judging {
  readonly rule: VerdictRule;
  /** Resamples of every bootstrap; 0 leaves the bootstraps out. */
  readonly resamples: number;
  /** Seed of the resamples. */
  readonly seed: string;
}

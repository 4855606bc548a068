import type {VerdictRule} from '../config/experiment.ts';
import type {FitKernel} from './kernel/kernel.ts';

/** How curves are judged. */
export interface Judging {
  readonly rule: VerdictRule;
  /** Resamples of every bootstrap; 0 leaves the bootstraps out. */
  readonly resamples: number;
  /** Seed of the resamples. */
  readonly seed: string;
  /** Tables simulated of each truth and design for an undetermined curve; absent or 0 leaves that out. */
  readonly decide?: number;
  /** What sums over points: the reference unless a faster one is handed in. */
  readonly kernel?: FitKernel;
}

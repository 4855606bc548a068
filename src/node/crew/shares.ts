import type {Experiment} from '../../config/experiment.ts';

/** Pieces in which replicate 0 is simulated: its benchmarks, or one of losses alone. */
export function sharesOf({benchmarks}: Pick<Experiment, 'benchmarks'>): number {
  return Math.max(benchmarks.length, 1);
}

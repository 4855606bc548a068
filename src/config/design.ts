import {checkpointCount} from '../science/run.ts';
import type {Experiment} from './experiment.ts';

/** How large a study is. */
export interface Design {
  readonly worlds: number;
  readonly runs: number;
  readonly checkpoints: number;
  readonly benchmarks: number;
  readonly replicates: number;
  /** A cell is one (replicate, run, checkpoint, benchmark); every world answers each. */
  readonly cells: number;
  /** One option (or one token of an open answer) of one question, over all cells and worlds; 0 without simulated questions. */
  readonly choiceEvaluations: number;
}

/**
 * The largest study that is accepted; a grid or a list of runs has as many checkpoints at most. `recovered` bounds what laws are recovered from:
 * checkpoints that are simulated, and runs that are fitted in every resample.
 */
export const LIMITS = {cells: 1e9, checkpoints: 5e7, choiceEvaluations: 1e14, recovered: 1e10} as const;

/** Counts of a study, before anything runs. */
export function designOf(experiment: Experiment): Design {
  const {worlds, benchmarks, replicates, fidelity} = experiment;
  const checkpoints = checkpointCount(experiment.population.runs);
  const perCheckpoint = benchmarks.reduce(
    (sum, {questions, answer}) => sum + questions * (answer.kind === 'choice' ? answer.options : answer.tokens),
    0,
  );
  return {
    worlds: worlds.length,
    runs: experiment.population.runs.length,
    checkpoints,
    benchmarks: benchmarks.length,
    replicates,
    cells: replicates * checkpoints * benchmarks.length,
    choiceEvaluations: fidelity === 'items' ? worlds.length * replicates * checkpoints * perCheckpoint : 0,
  };
}

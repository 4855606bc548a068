import {STATISTICS} from '../science/metric.ts';
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
  /** Size of the tables of scores in memory, bytes. */
  readonly memory: number;
}

/** The largest study that is accepted. */
export const LIMITS = {cells: 5e7, choiceEvaluations: 1e14, memory: 2e9} as const;

const BYTES = 8;

/** One row of the table of scores: its names, numbers and bookkeeping, bytes. */
const ROW = 150;

/** Counts of a study, before anything runs. */
export function designOf(experiment: Experiment): Design {
  const {worlds, benchmarks, metrics, replicates, fidelity} = experiment;
  const checkpoints = checkpointCount(experiment.population.runs);
  const cells = replicates * checkpoints * benchmarks.length;
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
    cells,
    choiceEvaluations: fidelity === 'items' ? worlds.length * replicates * checkpoints * perCheckpoint : 0,
    // Per cell and world the kernel's sums; per metric a value with its standard error, and a row of the table.
    memory: cells * worlds.length * (BYTES * STATISTICS.length + metrics.length * (2 * BYTES + ROW)),
  };
}

import type {Experiment} from '../config/experiment.ts';
import {STATISTICS} from '../science/metric.ts';
import type {Run} from '../science/run.ts';

/** One checkpoint of one run. */
export interface Point {
  /** Index into the runs of the population. */
  readonly run: number;
  /** Index into the checkpoints of the run. */
  readonly checkpoint: number;
  /** Tokens seen. */
  readonly tokens: number;
}

/** What is to be simulated: every (replicate, benchmark, point) is a cell, evaluated in all worlds on the same draws. */
export interface Plan {
  readonly experiment: Experiment;
  readonly points: readonly Point[];
  /** replicates x benchmarks x points. */
  readonly cells: number;
  /** Cells per shard; results do not depend on it. */
  readonly shardSize: number;
  readonly shards: number;
}

/** Where a cell is: its index is ((replicate * benchmarks) + benchmark) * points + point. */
export interface Cell {
  readonly replicate: number;
  readonly benchmark: number;
  readonly point: number;
}

function pointsOf(runs: readonly Run[]): Point[] {
  return runs.flatMap((run, index) => run.checkpoints.map((tokens, checkpoint) => ({run: index, checkpoint, tokens})));
}

/** The plan of an experiment; shards of one benchmark of one replicate unless a size is given. */
export function planOf(experiment: Experiment, shardSize?: number): Plan {
  const points = pointsOf(experiment.population.runs);
  const cells = experiment.replicates * experiment.benchmarks.length * points.length;
  const size = shardSize ?? points.length;
  return {experiment, points, cells, shardSize: size, shards: Math.ceil(cells / size)};
}

/** The cell at an index. */
export function cellAt(plan: Plan, index: number): Cell {
  const points = plan.points.length;
  const benchmarks = plan.experiment.benchmarks.length;
  const group = Math.floor(index / points);
  return {replicate: Math.floor(group / benchmarks), benchmark: group % benchmarks, point: index % points};
}

/** Numbers that a cell holds: the mean of every statistic in every world; shape [cells, worlds, STATISTICS]. */
export function valuesPerCell(plan: Plan): number {
  return plan.experiment.worlds.length * STATISTICS.length;
}

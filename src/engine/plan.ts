import {blockSize} from '../config/blockSize.ts';
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
}

/** Consecutive replicates, `to` not among them. */
export interface Range {
  readonly from: number;
  readonly to: number;
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

/** The plan of an experiment. */
export function planOf(experiment: Experiment): Plan {
  const points = pointsOf(experiment.population.runs);
  return {experiment, points, cells: experiment.replicates * experiment.benchmarks.length * points.length};
}

/** Cells of one replicate: those of replicate r start at r times this. */
export function cellsPerReplicate({experiment, points}: Plan): number {
  return experiment.benchmarks.length * points.length;
}

/** The replicates of shard `index` of `count`, counted from 1: shards differ by at most one replicate. */
export function shardRange(replicates: number, index: number, count: number): Range {
  return {from: Math.floor(((index - 1) * replicates) / count), to: Math.floor((index * replicates) / count)};
}

/**
 * A range in blocks of consecutive replicates, each the work of one thread and one file; replicate 0, which is fitted in detail, is not among
 * them. They depend on the range alone, so that a run of the same range finds them again.
 */
export function blocksOf({from, to}: Range): Range[] {
  const size = blockSize(to - from);
  const start = Math.max(from, 1);
  const count = Math.max(0, Math.ceil((to - start) / size));
  return Array.from({length: count}, (_, i) => ({
    from: start + i * size,
    to: Math.min(start + (i + 1) * size, to),
  }));
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

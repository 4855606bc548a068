import ndarray, {type NdArray} from 'ndarray';
import type {Experiment} from '../config/experiment.ts';
import {metricsOf} from '../config/metricsOf.ts';
import {type Metric, type Score, STATISTICS, type Statistic} from '../science/metric.ts';
import {cellsPerReplicate, type Plan, valuesPerCell} from './plan.ts';

/** One curve of one replicate: which numbers of the results it reads. */
export interface CurveKey {
  readonly world: number;
  readonly benchmark: number;
  readonly metric: Metric;
}

/** Every curve of an experiment, by world, benchmark and metric. */
export function curveKeys(experiment: Experiment): CurveKey[] {
  return experiment.worlds.flatMap((_, world) =>
    experiment.benchmarks.flatMap((benchmark, b) =>
      metricsOf(experiment, benchmark).map((metric) => ({world, benchmark: b, metric})),
    ),
  );
}

const COLUMN = Object.fromEntries(STATISTICS.map((name, i) => [name, i])) as Readonly<Record<Statistic, number>>;

/** Results of any number of whole replicates as an array of shape [replicates, benchmarks, points, worlds, STATISTICS] over the same memory. */
function resultsView(plan: Plan, values: Float64Array): NdArray<Float64Array> {
  const {points, experiment} = plan;
  const {benchmarks, worlds} = experiment;
  const replicates = values.length / (cellsPerReplicate(plan) * valuesPerCell(plan));
  return ndarray(values, [replicates, benchmarks.length, points.length, worlds.length, STATISTICS.length]);
}

/** Reads one curve of one replicate off results of shape [cells, worlds, STATISTICS]; `replicate` counts from the first that they hold; shape [points]. */
export function readCurve(plan: Plan, values: Float64Array, replicate: number, key: CurveKey): Score[] {
  const benchmark = plan.experiment.benchmarks[key.benchmark]!;
  const means = resultsView(plan, values).pick(replicate, key.benchmark, null, key.world, null);
  return plan.points.map((_, point) =>
    key.metric.read((statistic) => means.get(point, COLUMN[statistic]), benchmark.questions, benchmark),
  );
}

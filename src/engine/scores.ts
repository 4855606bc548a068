import type {Experiment} from '../config/experiment.ts';
import type {Benchmark} from '../science/benchmark.ts';
import {type Metric, type Score, STATISTICS, type Statistic} from '../science/metric.ts';
import {METRICS} from '../science/metrics/registry.ts';
import {type Plan, valuesPerCell} from './plan.ts';

/** One curve of one replicate: which numbers of the results it reads. */
export interface CurveKey {
  readonly world: number;
  readonly benchmark: number;
  readonly metric: Metric;
}

/** The metrics of an experiment that a benchmark has, in the order of the config. */
export function metricsOf({metrics}: Pick<Experiment, 'metrics'>, benchmark: Benchmark): Metric[] {
  return metrics
    .map((name) => METRICS.find((metric) => metric.name === name))
    .filter((metric) => metric !== undefined)
    .filter((metric) => metric.answers.includes(benchmark.answer.kind));
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

/** Reads one curve of one replicate off the results; shape [points]. `values` holds [cells, worlds, STATISTICS]. */
export function readCurve(plan: Plan, values: Float64Array, replicate: number, key: CurveKey): Score[] {
  const {benchmarks} = plan.experiment;
  const benchmark = benchmarks[key.benchmark]!;
  const width = valuesPerCell(plan);
  const points = plan.points.length;
  const first = (replicate * benchmarks.length + key.benchmark) * points;
  return plan.points.map((_, point) => {
    const at = (first + point) * width + key.world * STATISTICS.length;
    return key.metric.read((statistic) => values[at + COLUMN[statistic]]!, benchmark.questions, benchmark);
  });
}

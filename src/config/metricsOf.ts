import type {Benchmark} from '../science/benchmark.ts';
import type {Metric} from '../science/metric.ts';
import {METRICS} from '../science/metrics/registry.ts';
import type {Experiment} from './experiment.ts';

/** The metrics of an experiment that a benchmark has, in the order of the config. */
export function metricsOf({metrics}: Pick<Experiment, 'metrics'>, {answer}: Pick<Benchmark, 'answer'>): Metric[] {
  return metrics
    .map((name) => METRICS.find((metric) => metric.name === name))
    .filter((metric) => metric !== undefined)
    .filter(({answers}) => answers.includes(answer.kind));
}

/** Whether any metric of a study reads repeated attempts at a question. */
export function asksAttempts({metrics}: Pick<Experiment, 'metrics'>): boolean {
  return METRICS.some(({name, attempts}) => attempts !== undefined && metrics.includes(name));
}

/** Curves of one replicate: one for every world, benchmark and metric that the benchmark has. */
export function curveCount(experiment: Pick<Experiment, 'worlds' | 'benchmarks' | 'metrics'>): number {
  const perWorld = experiment.benchmarks.reduce((sum, benchmark) => sum + metricsOf(experiment, benchmark).length, 0);
  return experiment.worlds.length * perWorld;
}

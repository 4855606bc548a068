import type {BenchmarkFinding, CurveFinding} from '../inference/findings.ts';
import type {Language} from './figure.ts';
import type {BenchmarkView, MetricView, Study} from './study.ts';

/** One (world, benchmark) with its finding, its curves in the order of the metrics, and printable names. */
export interface Case {
  readonly finding: BenchmarkFinding;
  readonly curves: readonly CurveFinding[];
  readonly world: string;
  readonly benchmark: string;
}

/** Printed name of a world; empty for a table that has none. */
export function worldLabel(study: Pick<Study, 'worlds'>, name: string | null, language: Language): string {
  return study.worlds.find((world) => world.name === name)?.label[language] ?? name ?? '';
}

/** Printed name of a benchmark. */
export function benchmarkLabel(study: Study, name: string): string {
  return study.benchmarks.find((benchmark) => benchmark.name === name)?.label ?? name;
}

/** Printed name of a metric. */
export function metricLabel(study: Study, name: string, language: Language): string {
  return study.metrics.find((metric) => metric.name === name)?.label[language] ?? name;
}

/** Every (world, benchmark) that was judged, in the order of the findings. */
export function casesOf(study: Study, language: Language): readonly Case[] {
  return study.findings.benchmarks.map((finding) => ({
    finding,
    curves: curvesOf(study, finding.world, finding.benchmark),
    world: worldLabel(study, finding.world, language),
    benchmark: benchmarkLabel(study, finding.benchmark),
  }));
}

/** The curves of one (world, benchmark) in the order of the study's metrics. */
export function curvesOf(study: Study, world: string | null, benchmark: string): readonly CurveFinding[] {
  return study.metrics.flatMap(({name}) =>
    study.findings.curves.filter(
      (curve) => curve.world === world && curve.benchmark === benchmark && curve.metric === name,
    ),
  );
}

/** The (benchmark, metric) pairs that have scores, row by row. */
export function scoredPairs(
  study: Study,
): ReadonlyArray<{readonly benchmark: BenchmarkView; readonly metric: MetricView}> {
  const scored = new Set(study.scores.map(({benchmark, metric}) => `${benchmark} ${metric}`));
  return study.benchmarks.flatMap((benchmark) =>
    study.metrics
      .filter((metric) => scored.has(`${benchmark.name} ${metric.name}`))
      .map((metric) => ({benchmark, metric})),
  );
}

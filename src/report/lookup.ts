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

/** Names of the worlds of a study; a table has one without a name. */
export function worldsOf({worlds, table}: Pick<Study, 'worlds' | 'table'>): readonly (string | null)[] {
  return table ? [null] : worlds.map(({name}) => name);
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
  study: Pick<Study, 'scores' | 'benchmarks' | 'metrics'>,
): ReadonlyArray<{readonly benchmark: BenchmarkView; readonly metric: MetricView}> {
  const scored = new Set(study.scores.map(({benchmark, metric}) => `${benchmark} ${metric}`));
  return study.benchmarks.flatMap((benchmark) =>
    study.metrics
      .filter((metric) => scored.has(`${benchmark.name} ${metric.name}`))
      .map((metric) => ({benchmark, metric})),
  );
}

/** The first metric of each benchmark that has scores. */
export function firstMetrics(study: Study): ReturnType<typeof scoredPairs> {
  const pairs = scoredPairs(study);
  return pairs.filter(({benchmark}, i) => pairs.findIndex((other) => other.benchmark === benchmark) === i);
}

/** Most benchmarks that a figure draws. */
const MOST_DRAWN = 12;

/** A study with only the benchmarks that a figure has room for: the first twelve. */
export function drawnPart(study: Study): Study {
  if (study.benchmarks.length <= MOST_DRAWN) return study;
  const benchmarks = study.benchmarks.slice(0, MOST_DRAWN);
  const names = new Set(benchmarks.map(({name}) => name));
  const drawn = <T extends {readonly benchmark: string}>(rows: readonly T[]): readonly T[] =>
    rows.filter(({benchmark}) => names.has(benchmark));
  const {version, curves, benchmarks: cases} = study.findings;
  return {
    ...study,
    benchmarks,
    scores: drawn(study.scores),
    bands: drawn(study.bands),
    intervals: drawn(study.intervals),
    paper: drawn(study.paper),
    findings: {version, curves: drawn(curves), benchmarks: drawn(cases)},
  };
}

/** Columns of a figure with a panel for each curve: one for each metric; where there is one metric, benchmarks stand side by side. */
export function columnsFor({metrics, benchmarks}: Study, most: number): number {
  return Math.max(1, Math.min(most, metrics.length > 1 ? metrics.length : benchmarks.length));
}

/** Whether a study simulates training alone: it has no benchmarks and judges nothing. */
export function isTraining({experiment}: Pick<Study, 'experiment'>): boolean {
  return experiment !== null && experiment.benchmarks.length === 0;
}

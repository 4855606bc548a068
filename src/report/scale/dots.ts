import {NORMAL_95, significant} from '../numbers.ts';
import type {BenchmarkView, MetricView, Study} from '../study.ts';
import type {SizeAxis} from './sizeAxis.ts';
import type {SizeSeries} from './sizeSeries.ts';

/** What shares one panel: benchmarks of one world. */
export interface Facet {
  readonly world: string | null;
  readonly title: string;
  readonly benchmarks: readonly BenchmarkView[];
}

/** How scores become points. */
export interface DotOptions {
  readonly axis: SizeAxis;
  readonly series: SizeSeries;
  /** Whether scores stand on a logarithmic axis. */
  readonly log: boolean;
}

/** A score of replicate 0 with its 95 % interval, in the unit that is printed. */
export interface Dot {
  readonly x: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Whether the score is 0; on a logarithmic axis it stands where half a question would. */
  readonly zero: boolean;
  readonly series: string;
  readonly run: string;
}

/** Points of one metric in one facet; shares and their intervals are held between 0 and 1. */
export function dotsOf(study: Study, {world, benchmarks}: Facet, metric: MetricView, options: DotOptions): Dot[] {
  const {axis, series, log} = options;
  const factor = metric.percent ? 100 : 1;
  const most = metric.percent ? 1 : Number.POSITIVE_INFINITY;
  return benchmarks.flatMap((benchmark) =>
    study.scores
      .filter((row) => row.world === world && row.benchmark === benchmark.name && row.metric === metric.name)
      .map((row) => {
        const {value, questions, run} = row;
        const least = log ? 0.5 / (questions ?? 1) : metric.percent ? 0 : Number.NEGATIVE_INFINITY;
        const half = NORMAL_95 * (row.standardError ?? 0);
        const printed = (at: number): number => significant(factor * Math.min(Math.max(at, least), most), 5);
        return {
          x: significant(row[axis]!, 5),
          value: printed(value),
          low: printed(value - half),
          high: printed(value + half),
          zero: value === 0,
          series: series.of(benchmark),
          run,
        };
      }),
  );
}

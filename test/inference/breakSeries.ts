import {readFileSync} from 'node:fs';
import type {Sample} from '../../src/inference/classical/sample.ts';
import {LOSSES, SERIES} from './series.ts';

const read = (name: string): string => readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8');

const ROWS = read('breakSeries.csv')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','));

/** A series of the fixture, or KINK, SOFT or LINE, by rising x. For `down` the weights are births and y counts cases. */
export function breakSeries(name: string): Sample {
  const made = name in SERIES ? SERIES[name as keyof typeof SERIES].map((y, i) => [LOSSES[i]!, y, Number.NaN]) : [];
  const found = ROWS.filter(([series]) => series === name).map(([, x, y, weight]) => [
    Number(x),
    Number(y),
    weight ? Number(weight) : Number.NaN,
  ]);
  const rows = [...made, ...found].sort((a, b) => a[0]! - b[0]!);
  const column = (k: number): Float64Array => Float64Array.from(rows, (row) => row[k]!);
  const weight = column(2);
  return {x: column(0), y: column(1), weight: weight.some(Number.isNaN) ? null : weight};
}

/** What R's segmented says of a series. */
export interface SegmentedAnswer {
  readonly psi: number;
  readonly psiError: number;
  readonly intercept: number;
  readonly interceptError: number;
  readonly slopes: readonly [number, number];
  readonly slopeErrors: readonly [number, number];
  readonly change: number;
  readonly changeError: number;
  readonly deviance: number;
  readonly logLikelihood: number;
  readonly aic: number;
  readonly bic: number;
  readonly degrees: number;
}

/** What R's davies.test and pscore.test say. */
export interface TestAnswers {
  readonly davies: {
    readonly p: number;
    readonly best: number;
    readonly at: readonly number[];
    readonly t: readonly number[];
  };
  readonly score: {readonly statistic: number; readonly p: number} | null;
  readonly segmented: SegmentedAnswer;
}

/** What R's strucchange says. */
export interface ChangeAnswer {
  readonly supF: number;
  readonly supFp: number;
  readonly expF: number | null;
  readonly expFp: number | null;
  readonly aveF: number;
  readonly aveFp: number;
  readonly statistics: readonly number[];
  readonly cusum: number;
  readonly cusumP: number;
  readonly rss: readonly number[];
  readonly bic: readonly number[];
  readonly breaks: Readonly<Record<string, readonly number[]>>;
  readonly best: readonly number[] | null;
}

/** Answers of R about the series; scripts/oracles.R remakes them. */
export const ANSWERS = JSON.parse(read('breakAnswers.json')) as {
  readonly kinks: Readonly<
    Record<
      string,
      TestAnswers & {
        readonly quadratic: number;
        readonly cubic: number;
        readonly line: {readonly rss: number; readonly bic: number};
      }
    >
  >;
  readonly changes: Readonly<Record<string, ChangeAnswer>> & {
    readonly nile: ChangeAnswer & {readonly interval: readonly [number, number]};
  };
  readonly down: TestAnswers & {readonly deviance: number; readonly aic: number};
  readonly law: {readonly [column in 'k' | 'statistic' | 'supP' | 'expP' | 'aveP']: readonly number[]};
};

/** Relative distance, for numbers that R gives up to its own rounding. */
export function apart(value: number, reference: number): number {
  return Math.abs(value - reference) / Math.abs(reference);
}

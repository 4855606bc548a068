import type {Answer, Benchmark} from './benchmark.ts';
import type {Words} from './parameter.ts';

/**
 * What the kernels sum over questions, in the order of their columns. Of an open answer of T tokens `probability` is that of the
 * whole answer, `logProbability` that of one token, `mistakes` the number of wrong tokens.
 */
export const SUMMED = [
  'correct',
  'probability',
  'probabilitySquared',
  'brier',
  'brierSquared',
  'logProbability',
  'logProbabilitySquared',
  'margin',
  'marginSquared',
  'mistakes',
  'mistakesSquared',
] as const;

/** One column of the kernels' sums. */
export type Summed = (typeof SUMMED)[number];

/** What repeated attempts at every open answer give, drawn beside the kernels and only where a metric asks; 0 where none does. */
export const SAMPLED = ['passAtK', 'passAtKSquared', 'passUntil', 'passUntilSquared'] as const;

/** One statistic of repeated attempts. */
export type Sampled = (typeof SAMPLED)[number];

/** Every statistic of a cell, a mean over its questions, in the order of the columns: those of the kernels first. */
export const STATISTICS = [...SUMMED, ...SAMPLED] as const;

/** One statistic of a cell. */
export type Statistic = (typeof STATISTICS)[number];

/** Mean over questions of every statistic. */
export type Means = (statistic: Statistic) => number;

/** A metric value with the standard error that its questions give it. */
export interface Score {
  readonly value: number;
  readonly standardError: number;
}

/** An entry of the metric registry. */
export interface Metric {
  readonly name: string;
  readonly label: Words;
  /** What is averaged over the questions, K options or T tokens each. */
  readonly formula: Words;
  readonly range: readonly [number, number];
  readonly direction: 'higher' | 'lower';
  /** Whether the score of one answer moves continuously with the model's probabilities. */
  readonly continuous: boolean;
  /** Whether it also moves with over-confidence, before any ability: its far side is then not flat. */
  readonly calibration: boolean;
  /** Whether it reads log probability or margin, which are summed only where a metric needs them. */
  readonly extended?: true;
  /** Whether it has no value where an answer is never right. */
  readonly bottomless?: true;
  /** Whether the papers print it in percent. */
  readonly percent: boolean;
  /** The statistic of repeated attempts that it reads; without one it is read off the one simulated answer. */
  readonly attempts?: 'passAtK' | 'passUntil';
  readonly answers: ReadonlyArray<Answer['kind']>;
  /** Fidelities that can give it. */
  readonly fidelities: ReadonlyArray<'items' | 'surrogate' | 'expected'>;
  readonly source: string;
  /** `chance` as a formula of K options, or of T tokens; null where there is no such value. */
  readonly guess: string | null;
  /** Value of a blind guess that knows it is one; null where there is no such value. */
  chance(benchmark: Pick<Benchmark, 'answer'>): number | null;
  /** Reads the metric off the sums over `questions` questions. */
  read(mean: Means, questions: number, benchmark: Pick<Benchmark, 'answer'>): Score;
}

/** Standard error of a mean from the mean and the mean of squares over `questions` questions. */
export function standardError(mean: number, meanSquare: number, questions: number): number {
  return Math.sqrt(Math.max(meanSquare - mean * mean, 0) / questions);
}

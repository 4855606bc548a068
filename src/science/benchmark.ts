import type {CurveChoice} from './curve.ts';

/** How a question is answered. */
export type Answer =
  | {readonly kind: 'choice'; readonly options: number}
  | {readonly kind: 'open'; readonly tokens: number};

/** How options are asked for: by their letters, or each as the end of the text (ranked by probability). */
export const FORMATS = ['lettered', 'cloze'] as const;

/** Format of a multiple-choice question. */
export type Format = (typeof FORMATS)[number];

/**
 * Confidence that knowledge does not back: tau = early(L) + g(s).
 * early(L) = size / (1 + exp(-(L - middle) / scale)) is over-confidence that fades with training; g is monotone through `learned`.
 */
export interface Confidence {
  readonly early: {readonly size: number; readonly middle: number; readonly scale: number};
  /** Points [s, tau] of g, both rising; constant outside. */
  readonly learned: ReadonlyArray<readonly [number, number]>;
}

/** Curves of normalised performance by the name a world asks for: `threshold`, `smooth`, or the name of a form. */
export type BenchmarkCurves = Readonly<Record<string, CurveChoice>> & {readonly smooth: CurveChoice};

/** A benchmark: its questions and how ability shows in them. */
export interface Benchmark {
  readonly name: string;
  readonly label: string;
  readonly language: 'en' | 'zh';
  readonly task: string;
  readonly answer: Answer;
  /** Null for open answers. */
  readonly format: Format | null;
  readonly questions: number;
  /** Metric the paper reports. */
  readonly metric: string;
  /** sigma_a, the spread of log discrimination (choice), or the standard deviation of difficulty in logits (open). */
  readonly spread: number;
  readonly confidence: Confidence;
  /** Standard deviation of s per checkpoint: letter bias and prompt luck, the same for every question. */
  readonly wiggle: number;
  /** rho: share of the variance of the answer noise that stays with a run from checkpoint to checkpoint. */
  readonly persistence: number;
  readonly curves: BenchmarkCurves;
  readonly source: string;
  /** Parts that no published table gives, in words; null where everything is published or fitted to published points. */
  readonly illustrative: string | null;
}

/** Chance of a blind guess: 1 / K, or 0 for open answers. */
export function chanceOf(benchmark: Pick<Benchmark, 'answer'>): number {
  return benchmark.answer.kind === 'choice' ? 1 / benchmark.answer.options : 0;
}

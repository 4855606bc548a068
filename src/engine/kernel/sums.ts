import {SUMMED, type Summed} from '../../science/metric.ts';

/**
 * Sums over questions are kept as integers: each question's value is scaled by a power of two and cut to an integer, so that
 * a sum is exact up to 1e9 questions and the same in any order (squares of log probabilities up to 6e7 questions that are all as wrong
 * as can be). Cutting moves a mean towards 0 by less than one unit, 2^-shift.
 */
const SHIFTS = {
  correct: 0,
  probability: 22,
  probabilitySquared: 22,
  brier: 22,
  brierSquared: 21,
  logProbability: 16,
  logProbabilitySquared: 16,
  margin: 22,
  marginSquared: 22,
  mistakes: 0,
  mistakesSquared: 0,
} as const satisfies Record<Summed, number>;

/** Scale of each statistic, a power of two, in the order of SUMMED. */
export const SCALES: readonly number[] = SUMMED.map((name) => 2 ** SHIFTS[name]);

/** Means over questions from the integer sums that start at `from`, in the order of SUMMED, into `out` at `to`. */
export function putMeans(sums: Float64Array, from: number, questions: number, out: Float64Array, to: number): void {
  for (let i = 0; i < SCALES.length; i++) out[to + i] = sums[from + i]! / (SCALES[i]! * questions);
}

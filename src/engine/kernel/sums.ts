import {STATISTICS} from '../../science/metric.ts';

/**
 * Sums over questions are kept as integers: each question's value is scaled by a power of two and cut to an integer, so that
 * a sum is exact up to 1e9 questions and the same in any order. Cutting moves a mean towards 0 by less than one unit, 2^-shift.
 */
const SHIFTS = [0, 22, 22, 22, 21, 16, 9, 22, 22] as const;

/** Scale of each statistic, a power of two. */
export const SCALES: readonly number[] = SHIFTS.map((shift) => 2 ** shift);

/** Means over questions from integer sums, in the order of STATISTICS. */
export function meansOf(sums: Float64Array, questions: number): Float64Array {
  return Float64Array.from(STATISTICS, (_, i) => sums[i]! / (SCALES[i]! * questions));
}

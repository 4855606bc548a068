import {studentUpper} from '../../numeric/student.ts';
import {evenPlaces, scoreOf, withoutLine} from './hingeColumn.ts';
import {lineNull} from './lineNull.ts';
import type {Sample} from './sample.ts';

/** Muggeo's test: does the mean of hinges over many places help? */
export interface PseudoScoreTest {
  /** Positive where the slope rises with x. */
  readonly statistic: number;
  /** Two-sided p from Student's law with n - 2 degrees of freedom. */
  readonly p: number;
}

/** Mean of the hinges at `points` places at equal distance over the range of x. */
export function meanHinge(x: Float64Array, points: number): Float64Array {
  const places = evenPlaces(x[0]!, x[x.length - 1]!, points);
  const out = new Float64Array(x.length);
  for (const psi of places) {
    for (let i = 0; i < out.length; i++) out[i]! += Math.max(x[i]! - psi, 0) / points;
  }
  return out;
}

/**
 * Pseudo-score test (Muggeo 2016, "Testing with a nuisance parameter present only under the alternative") of a straight line against a kink:
 * the mean hinge, without its part along the line, times the residuals of the line, over its standard deviation under the line.
 * Like Davies' test it takes every bend for a break. Null where `lineNull` is.
 */
export function pseudoScoreTest(sample: Sample, {points = 10} = {}): PseudoScoreTest | null {
  const line = lineNull(sample);
  const column = line && withoutLine(line, meanHinge(sample.x, points));
  if (!column) return null;
  const df = sample.x.length - 2;
  const statistic = scoreOf(line.weight, line.residual, column) / Math.sqrt((column.square * line.rss) / df);
  return {statistic, p: 2 * studentUpper(Math.abs(statistic), df)};
}

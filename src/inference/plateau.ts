import {leastSquares} from '../numeric/leastSquares.ts';
import {studentQuantile} from '../numeric/student.ts';
import type {Points} from './curve.ts';
import type {Plateau} from './findings.ts';
import {type HingeLine, valuesOf} from './hingeLine.ts';
import type {Interval} from './interval.ts';
import type {RootWeights} from './weights.ts';

/** The flat side starts this many widths above eta. */
const CLEAR = 2;
const FEWEST = 5;
/** Distances from chance below this share of the fitted range count as none. */
const MARGIN = 0.05;

function meanInterval(estimate: number, standardError: number, quantile: number): Interval {
  return {estimate, low: estimate - quantile * standardError, high: estimate + quantile * standardError};
}

/**
 * Level and slope of the flat side, the points with loss above eta + 2 w, by weighted regression with variances inflated for dependence;
 * equivalence of the level to chance by two one-sided tests at 5 % (Schuirmann 1987). Null with fewer than five such points.
 */
export function plateauOf(
  points: Points,
  root: RootWeights,
  line: HingeLine,
  inflation: number,
  chance: number | null,
): Plateau | null {
  const from = points.x.findIndex((loss) => loss > line.frame.eta + CLEAR * line.frame.w);
  const count = from === -1 ? 0 : points.x.length - from;
  if (count < FEWEST) return null;
  const x = points.x.slice(from);
  const y = points.y.slice(from);
  const weights = root.slice(from);
  const one = new Float64Array(count).fill(1);
  const centre = x.reduce((sum, value) => sum + value, 0) / count;
  const level = leastSquares([one], y, weights);
  const sloped = leastSquares([one, x.map((value) => value - centre)], y, weights);
  const levelError = Math.sqrt((level.rss / (count - 1)) * level.inverse[0]! * inflation);
  const slopeError = Math.sqrt((sloped.rss / (count - 2)) * sloped.inverse[3]! * inflation);
  const fitted = valuesOf(line, points.x);
  const margin = MARGIN * (fitted.reduce((a, b) => Math.max(a, b)) - fitted.reduce((a, b) => Math.min(a, b)));
  const mean = level.coefficients[0]!;
  return {
    level: meanInterval(mean, levelError, studentQuantile(0.975, count - 1)),
    slope: meanInterval(sloped.coefficients[1]!, slopeError, studentQuantile(0.975, count - 2)),
    chance,
    atChance: chance === null ? null : Math.abs(mean - chance) + studentQuantile(0.95, count - 1) * levelError < margin,
    margin,
    points: count,
  };
}

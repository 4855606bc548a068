import {studentUpper} from '../../numeric/student.ts';
import type {Descent} from './descent.ts';

/** What is tested: the mean of `window` neighbouring points against a known level, or against the mean of all points of higher loss. */
export interface SequenceOptions {
  /** The known level; null for the mean of the points above the window. */
  readonly level: number | null;
  /** Variances are multiplied by this. */
  readonly inflation: number;
  readonly window: number;
  /** Level of each one-sided test. */
  readonly alpha: number;
}

/** Fewest points above the window that say what the level is. */
const FEWEST_ABOVE = 5;

/** Sums over the first i points of a descent. */
function cumulative({y, weight}: Descent): {mass: Float64Array; sum: Float64Array; square: Float64Array} {
  const size = y.length + 1;
  const out = {mass: new Float64Array(size), sum: new Float64Array(size), square: new Float64Array(size)};
  for (let i = 0; i < y.length; i++) {
    out.mass[i + 1] = out.mass[i]! + weight[i]!;
    out.sum[i + 1] = out.sum[i]! + weight[i]! * y[i]!;
    out.square[i + 1] = out.square[i]! + weight[i]! * y[i]! * y[i]!;
  }
  return out;
}

/**
 * Fixed-sequence test of where a monotone curve is still at its level, from the lowest loss upwards, the place of the last rejection in the
 * descent (its length where none is rejected). The hypothesis at a point is that the curve has not risen there; then it has not risen at any
 * higher loss either, so the window of points from there upwards tests it by a t statistic whose variance is pooled from the window and all
 * points above. The first hypothesis that is kept ends the sequence, so each is tested at the full level and the family-wise error is that of
 * the first true one (Hsu and Berger 1999; Tamhane, Hochberg and Dunnett 1996).
 */
export function lastRejected(descent: Descent, {level, inflation, window, alpha}: SequenceOptions): number {
  const n = descent.y.length;
  const {mass, sum, square} = cumulative(descent);
  let last = n;
  for (let i = n - 1; i >= window - 1; i--) {
    const above = i - window + 1;
    if (level === null && above < FEWEST_ABOVE) break;
    const own = mass[i + 1]! - mass[above]!;
    const total = sum[i + 1]! - sum[above]!;
    const mean = total / own;
    const within = Math.max(square[i + 1]! - square[above]! - total * mean, 0);
    const base = above > 0 ? sum[above]! / mass[above]! : 0;
    const around = Math.max(square[above]! - sum[above]! * base, 0);
    const degrees = window - 1 + Math.max(above - 1, 0);
    const variance = ((within + around) / degrees) * (1 / own + (level === null ? 1 / mass[above]! : 0));
    const t = (mean - (level ?? base)) / Math.sqrt(variance * inflation);
    if (!(t > 0 && studentUpper(t, Math.max(degrees / inflation, 1)) < alpha)) break;
    last = i;
  }
  return last;
}

import {studentQuantile} from '../../numeric/student.ts';
import type {Curve} from '../curve.ts';
import type {ShapeFreeOnset} from '../evidence.ts';
import {type Descent, descend, type FlatSide, flatSide} from './descent.ts';
import {lastRejected} from './sequence.ts';
import {takeOff} from './takeOff.ts';

/** Fewer points than this are not looked at. */
const FEWEST_POINTS = 12;
/** Fewer points than this are no flat side. */
const FEWEST_FLAT = 8;
/** One window of neighbouring points a this many points of the curve, and at least so many. */
const WINDOW_SHARE = 1 / 40;
const SMALLEST_WINDOW = 4;
/** Level of each one-sided test: the sign of the rise is read off the data, so two of them make 5 %. */
const ALPHA = 0.025;

/** What may be set. */
export interface ShapeFreeOptions {
  /** Highest loss that is used, for a metric that moves before ability does. */
  readonly highest?: number;
}

/** Whether a flat side lies off a level: two-sided t test at 5 %. */
function liesOff({level, variance, mass, count, inflation}: FlatSide, from: number): boolean {
  const limit = studentQuantile(0.975, Math.max((count - 1) / inflation, 1));
  return Math.abs(level - from) > limit * Math.sqrt((variance / mass) * inflation);
}

/** The flat side as tested against itself: all points above the last loss at which the mean of the points above is rejected. */
function roughFlatSide(descent: Descent, window: number): FlatSide {
  const count = lastRejected(descent, {level: null, inflation: 1, window, alpha: ALPHA});
  return flatSide(descent, Math.max(count, 2));
}

/**
 * Where a curve leaves its flat side, without a shape for what follows. `firstRejection`: with probability at least 95 % a monotone curve with
 * a flat side has risen there (family-wise error of a fixed sequence of tests from the lowest loss upwards). `onset`: the corner between the
 * flat side and the first part of the rise; null where there is no flat side of at least eight points or nothing is rejected.
 * In worlds that nothing was tuned on the first rejection kept its 5 % but for a single run of 40 points with lag-1 correlation 0.85 (10 to 11 %), and
 * the interval of the onset its 95 % where the rise starts straight; one that starts as a power of 0.8 or 1.5, with a jump, or so slowly as
 * CorrectChoiceProb can beside few questions is off by 0.02 to 0.06 nats: its interval misses the threshold in up to two thirds of curves, after a jump in nearly all.
 * Null with fewer than 12 points.
 */
export function shapeFreeOnset(
  curve: Curve,
  {highest = Number.POSITIVE_INFINITY}: ShapeFreeOptions = {},
): ShapeFreeOnset | null {
  const descent = descend(curve, highest);
  const n = descent.x.length;
  if (n < FEWEST_POINTS) return null;
  const window = Math.max(SMALLEST_WINDOW, Math.round(WINDOW_SHARE * n));
  const rough = roughFlatSide(descent, window);
  const chance = curve.chance === null ? null : descent.sign * curve.chance;
  const known = chance !== null && (rough.count < FEWEST_FLAT || !liesOff(rough, chance)) ? chance : null;
  const last = lastRejected(descent, {level: known, inflation: rough.inflation, window, alpha: ALPHA});
  const found = last < n;
  return {
    onset:
      found && rough.count >= FEWEST_FLAT ? takeOff(descent, flatSide(descent, Math.max(last, FEWEST_FLAT))) : null,
    firstRejection: found ? descent.x[last]! : null,
    level: descent.sign * (known ?? rough.level),
    levelOf: known === null ? 'plateau' : 'chance',
    tests: n - window + 1,
  };
}

import {studentQuantile} from '../../numeric/student.ts';
import type {Interval} from '../interval.ts';
import {isotonic} from '../isotonic.ts';
import {acceptedPieces, CRITICAL, intervalOf} from '../profile.ts';
import type {Descent, FlatSide} from './descent.ts';

/** The first part of the rise ends where its summed squared signal to noise passes this: a corner is then known to about a ninth of that part. */
const SIGNAL = 100;
/** The first part is at most this share of the whole rise, and at least so many points. */
const LONGEST = 0.4;
const FEWEST_BELOW = 2;
/** Onsets looked at, twice: over all points of the window, then over the interval. */
const STEPS = 240;
const NEAR = 8;

/** Number of points of the descent down to the end of the first part of the rise, found on the isotonic fit. */
function windowEnd({y, weight}: Descent, flat: FlatSide): number {
  const rise = isotonic(y, weight).map((value) => Math.max(value - flat.level, 0));
  const whole = rise[rise.length - 1]!;
  let signal = 0;
  for (let i = 0; i < rise.length; i++) {
    signal += (rise[i]! * rise[i]! * weight[i]!) / (flat.variance * flat.inflation);
    const enough = signal > SIGNAL || rise[i]! > LONGEST * whole;
    if (enough && i + 1 >= flat.count + FEWEST_BELOW) return i + 1;
  }
  return rise.length;
}

/** Residual sums of squares of "level, then a straight rise below eta" over the first `count` points, for every eta; a rise of the wrong sign is none. */
function heights({x, y, weight}: Descent, count: number, etas: Float64Array): Float64Array {
  let mass = 0;
  let sum = 0;
  for (let i = 0; i < count; i++) {
    mass += weight[i]!;
    sum += weight[i]! * y[i]!;
  }
  const mean = sum / mass;
  const total = y.subarray(0, count).reduce((square, value, i) => square + weight[i]! * (value - mean) ** 2, 0);
  return etas.map((eta) => {
    let [first, second, mixed] = [0, 0, 0];
    for (let i = count - 1; i >= 0 && x[i]! < eta; i--) {
      const bend = eta - x[i]!;
      const share = weight[i]! * bend;
      first += share;
      second += share * bend;
      mixed += share * (y[i]! - mean);
    }
    const own = second - (first * first) / mass;
    return mixed > 0 && own > 1e-12 * second ? Math.max(total - (mixed * mixed) / own, 0) : total;
  });
}

function even(low: number, high: number): Float64Array {
  return Float64Array.from({length: STEPS + 1}, (_, k) => low + ((high - low) * k) / STEPS);
}

function placeOfLeast(values: Float64Array): number {
  return values.reduce((best, value, i) => (value < values[best]! ? i : best), 0);
}

/**
 * Where a curve takes off from its flat side: the corner of "level, then a straight first part of the rise" fitted to the points down to the
 * end of that first part, which lies as close as the noise allows, so that what the curve does further down has no say. Likelihood-ratio
 * interval with the t quantile, ratios divided by the inflation of dependence. A stump fitted to p-values of "still at the level" (Mallik, Sen,
 * Banerjee and Michailidis 2011) needs no straight part, but lies 0.04 to 0.10 nats too high with a spread of 0.06 to 0.09 in the design of Du et al.
 * 2024, where this corner is unbiased with a spread of 0.006. Null where fewer than five points are left above the corner.
 */
export function takeOff(descent: Descent, flat: FlatSide): Interval | null {
  const count = windowEnd(descent, flat);
  const {x} = descent;
  const degrees = Math.max(count - 4, 1);
  const scaled = (etas: Float64Array): {best: number; ratio: Float64Array} => {
    const rss = heights(descent, count, etas);
    const best = placeOfLeast(rss);
    const unit = (rss[best]! / degrees) * flat.inflation * (studentQuantile(0.975, degrees) ** 2 / CRITICAL);
    return {best, ratio: rss.map((value) => (value === rss[best] ? 0 : (value - rss[best]!) / unit))};
  };
  const wide = even(x[count - 1]!, x[0]!);
  const first = scaled(wide);
  const near = wide.filter((_, k) => first.ratio[k]! < NEAR * CRITICAL || Math.abs(k - first.best) < 2);
  const fine = even(near[0]!, near[near.length - 1]!);
  const {best, ratio} = scaled(fine);
  const corner = fine[best]!;
  return x[4]! > corner ? intervalOf(corner, acceptedPieces(fine, ratio)) : null;
}

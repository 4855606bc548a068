import {peakReach, type Sides} from './peakLaw.ts';
import {running, slopeAt} from './runningLines.ts';
import {type Ordered, segmentRss} from './structuralChange.ts';

/** Coefficients, mean square of regressors and error variance of one segment. */
interface Regime {
  readonly level: number;
  readonly slope: number;
  readonly variance: number;
  readonly from: number;
  readonly to: number;
}

function regime({y, x}: Ordered, from: number, to: number): Regime {
  const k = x ? 2 : 1;
  const zeros = new Float64Array(y.length);
  const sums = running({x: x ?? zeros, y, weight: null}, from, to, 1);
  const last = to - 1;
  const slope = x ? slopeAt(sums, last) : 0;
  return {
    level: sums.y[last]! - slope * sums.x[last]!,
    slope,
    variance: segmentRss(sums, last, k) / (to - from),
    from,
    to,
  };
}

/** delta' (mean of z z') delta over a segment: the mean square of the jump of the fitted value. */
function jumpSquare({x}: Ordered, one: Regime, two: Regime, {from, to}: Regime): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += (two.level - one.level + (two.slope - one.slope) * (x ? x[i]! : 0)) ** 2;
  return sum / (to - from);
}

/**
 * 95 % interval of one break date, as numbers of points before it (Bai 1997, "Estimation of a change point in multiple regression models", section 3;
 * Bai and Perron 2003, section 4.3): the error of the date times a scale tends to the place of the highest point of a two-sided Wiener process with drift,
 * with regressors and variances that may differ between the sides; rounded outward by one point. `before` points lie before the break, `from` and `to`
 * bound the two segments around it.
 */
export function breakInterval(data: Ordered, from: number, before: number, to: number, level = 0.95): [number, number] {
  const one = regime(data, from, before);
  const two = regime(data, before, to);
  const tail = (1 - level) / 2;
  // In units of 4 own / jump^2 the drift is one standard deviation at time 1.
  const reach = (sides: Sides, jump: number): number => ((4 * sides.own) / jump) * peakReach(sides, tail) ** 2;
  const left = reach({own: one.variance, other: two.variance}, jumpSquare(data, one, two, one));
  const right = reach({own: two.variance, other: one.variance}, jumpSquare(data, one, two, two));
  // The error is the estimate minus the truth, so the side after the break bounds the truth from below.
  return [before - Math.floor(right) - 1, before + Math.floor(left) + 1];
}

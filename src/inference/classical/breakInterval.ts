import {normalDensity, normalUpper} from '../../numeric/normalCdf.ts';
import {running, slopeAt} from './runningLines.ts';
import {type Ordered, segmentRss} from './structuralChange.ts';

const INTERVALS = 4000;

/** 1 - z P(Z > z) / phi(z), which falls from 1 to 1 / z^2. */
function shortfall(z: number): number {
  if (z > 12) return (1 - 3 / (z * z) + 15 / z ** 4) / (z * z);
  return 1 - (z * normalUpper(z)) / normalDensity(z);
}

/**
 * Density at distance t of the highest point of a random walk's limit, on one side: sigma W(t) - mu t there, with a maximum whose rate is
 * `other` on the other side. The maximum m is reached at t with density (2 mu / sigma^2) h(t; m), h the first-passage density, and the other
 * side stays below it with probability 1 - exp(-other m); the integral over m is closed.
 */
function peakDensity(t: number, mu: number, sigma: number, other: number): number {
  const root = sigma * Math.sqrt(t);
  const front = (Math.exp((-mu * mu * t) / (2 * sigma * sigma)) * sigma) / Math.sqrt(2 * Math.PI * t);
  const from = (rate: number): number => shortfall((mu * t + rate * root * root) / root);
  return ((2 * mu) / (sigma * sigma)) * front * (from(0) - from(other));
}

/** Distance that the peak exceeds on this side with probability `tail`; 0 where the whole side is less likely. */
function tailDistance(mu: number, sigma: number, other: number, tail: number): number {
  // t = v^2 takes away the singularity at 0; beyond 12 standard deviations of the drift nothing is left.
  const most = (12 * sigma) / mu;
  const step = most / INTERVALS;
  let left = 0;
  for (let i = INTERVALS - 1; i >= 0; i--) {
    const v = (i + 0.5) * step;
    const share = peakDensity(v * v, mu, sigma, other) * 2 * v * step;
    if (left + share >= tail) return (v + 0.5 * step - (step * (tail - left)) / share) ** 2;
    left += share;
  }
  return 0;
}

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
  const q1 = jumpSquare(data, one, two, one);
  const q2 = jumpSquare(data, one, two, two);
  const xi = q2 / q1;
  const phi1 = Math.sqrt(one.variance);
  const phi2 = Math.sqrt(two.variance);
  const scale = one.variance / q1;
  const tail = (1 - level) / 2;
  // Time is counted in units of scale: W(s) - |s| / 2 before the break, sqrt(xi) (phi2 / phi1) W(s) - xi |s| / 2 after it.
  const ratio = phi2 / phi1;
  const left = tailDistance(0.5, 1, 1 / (ratio * ratio), tail);
  const right = tailDistance(xi / 2, Math.sqrt(xi) * ratio, 1, tail);
  // The error is the estimate minus the truth, so the side after the break bounds the truth from below.
  return [before - Math.floor(right * scale) - 1, before + Math.floor(left * scale) + 1];
}

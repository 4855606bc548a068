import {solveRising} from '../../numeric/monotone.ts';
import {millsRatio, normalDensity, normalUpper} from '../../numeric/normalCdf.ts';

/** Noise a unit of time on this side of a break and on the other. */
export interface Sides {
  readonly own: number;
  readonly other: number;
}

/** Beyond 12 standard deviations of the drift nothing is left. */
const FARTHEST = 12;

/**
 * Probability that the highest point of a two-sided Wiener process with drift lies on this side, beyond r standard deviations of the drift there:
 * past a time t of variance `own` t and drift -mu t, r = mu sqrt(t / own), both sides falling at mu a unit of the mean square of their jump
 * (Bai 1997, appendix B, where it is written as a distribution function). With q = other / (other + 2 own) and M Mills' ratio it is
 * 2 {((1 + q^2) / (1 - q^2) + r^2) P(Z > r) - phi(r) (2 q M(r / q) / (1 - q^2) + r)}, and own / (own + other) at r = 0.
 */
export function peakUpper(r: number, {own, other}: Sides): number {
  // A power of two changes no bit, and keeps the sums of large variances from running out of numbers.
  const scale = Math.max(own, other) > 1 ? 0.25 : 1;
  const [near, far] = [scale * own, scale * other];
  if (r === 0) return near / (near + far);
  const q = far / (far + 2 * near);
  const rest = 1 - q * q;
  const here = ((1 + q * q) / rest + r * r) * normalUpper(r);
  return 2 * (here - normalDensity(r) * ((2 * q * millsRatio(r / q)) / rest + r));
}

/** The r that the highest point exceeds on this side with probability `tail`; 0 where the whole side is less likely. */
export function peakReach(sides: Sides, tail: number): number {
  return peakUpper(0, sides) > tail ? solveRising((r) => -peakUpper(r, sides), -tail, 0, FARTHEST) : 0;
}

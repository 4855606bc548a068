import {exp} from '../../src/numeric/elementary.ts';
import {lowerGamma, upperGamma} from '../../src/numeric/incompleteGamma.ts';

/**
 * P(|z| > x) of Box and Muller with a radius of 24 bits: r_k = sqrt(-2 ln((k + 1/2) / 2^24)), and P(r_k |cos| > x) = (2 / pi) acos(x / r_k).
 * The angle has 2^30 steps in a quadrant, which moves the probability by less than 2^-30 of itself.
 */
export function boxMullerBeyond(x: number): number {
  let sum = 0;
  for (let k = 0; ; k++) {
    const r = Math.sqrt(-2 * Math.log((k + 0.5) / 2 ** 24));
    if (r <= x) return sum / 2 ** 24;
    sum += (2 / Math.PI) * Math.acos(x / r);
  }
}

/** P(D > distance) of the distance of Kolmogorov and Smirnov between `count` draws and their law (Stephens 1970). */
export function kolmogorovUpper(distance: number, count: number): number {
  const root = Math.sqrt(count);
  const t = (root + 0.12 + 0.11 / root) * distance;
  // The series for small t is another one; there p is 1 to six digits.
  if (t < 0.3) return 1;
  let p = 0;
  for (let j = 1; j <= 20; j++) p += (j % 2 === 1 ? 2 : -2) * exp(-2 * j * j * t * t);
  return p;
}

/** The p-value of Kolmogorov and Smirnov for draws whose law has the distribution function `cdf`; sorts the draws. */
export function kolmogorovTest(draws: Float64Array, cdf: (x: number) => number): number {
  const n = draws.length;
  const distance = draws.sort().reduce((d, x, i) => {
    const p = cdf(x);
    return Math.max(d, p - i / n, (i + 1) / n - p);
  }, 0);
  return kolmogorovUpper(distance, n);
}

/** Two-sided p-value of a count of rare events whose expected number is `mean`: twice the smaller tail of the Poisson law. */
export function poissonTest(count: number, mean: number): number {
  const atMost = upperGamma(count + 1, mean);
  const atLeast = count === 0 ? 1 : lowerGamma(count, mean);
  return Math.min(1, 2 * Math.min(atMost, atLeast));
}

import {exp, log} from './elementary.ts';
import {normalCdf} from './normalCdf.ts';

/** From this variance on the expansion is used: its largest error of the distribution function is then below 0.001. */
const LARGE = 30;

/** Successes at lower tail `u` by summing the law from 0 on, for a small n p. */
function summed(u: number, n: number, p: number): number {
  const odds = p / (1 - p);
  let term = exp(n * log(1 - p));
  let below = term;
  let k = 0;
  while (below < u && k < n && term > 0) {
    term *= (odds * (n - k)) / (k + 1);
    below += term;
    k += 1;
  }
  return k;
}

/** Successes of n trials, at most 1000, from a uniform number inside (0, 1): the inverse of the binomial law, by summing it. */
export function binomialFrom(u: number, n: number, p: number): number {
  return p <= 0.5 ? summed(u, n, p) : n - summed(1 - u, n, 1 - p);
}

/**
 * Successes of n trials that lie where the standard normal number z lies: the quantile of the binomial law at Phi(z), from
 * np + sd (z + skewness (z^2 - 1) / 6) rounded (Cornish and Fisher 1938) where np(1 - p) is at least 30, else by summing the law.
 */
export function binomialAt(z: number, n: number, p: number): number {
  if (p <= 0) return 0;
  if (p >= 1) return n;
  const variance = n * p * (1 - p);
  if (variance < LARGE) return p <= 0.5 ? summed(normalCdf(z), n, p) : n - summed(normalCdf(-z), n, 1 - p);
  const skewed = Math.sqrt(variance) * z + ((1 - 2 * p) * (z * z - 1)) / 6;
  return Math.min(Math.max(Math.floor(n * p + skewed + 0.5), 0), n);
}

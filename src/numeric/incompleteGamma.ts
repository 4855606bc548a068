import {poissonDeviance, stirlingError} from './gamma.ts';

const TINY = 1e-300;
const MOST_TERMS = 100_000;

/** x^a e^-x / Gamma(a) by its saddle point (Loader 2000). */
function front(a: number, x: number): number {
  return Math.sqrt(a / (2 * Math.PI)) * Math.exp(-stirlingError(a) - poissonDeviance(a, x));
}

/** P(a, x) by its series, x < a + 1 (Abramowitz and Stegun 6.5.29). */
function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let k = 1; k < MOST_TERMS && term > 1e-17 * sum; k++) {
    term *= x / (a + k);
    sum += term;
  }
  return front(a, x) * sum;
}

/** Q(a, x) by its continued fraction, x >= a + 1 (Abramowitz and Stegun 6.5.31, by Lentz's method). */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let h = d;
  for (let k = 1; k < MOST_TERMS; k++) {
    const an = -k * (k - a);
    b += 2;
    d = 1 / (an * d + b);
    c = b + an / c;
    const change = d * c;
    h *= change;
    if (Math.abs(change - 1) < 1e-16) break;
  }
  return front(a, x) * h;
}

/** Regularised upper incomplete gamma function Q(a, x) for a >= 1/2 and x >= 0, without cancellation in the far tail. */
export function upperGamma(a: number, x: number): number {
  if (x <= 0) return 1;
  if (x === Number.POSITIVE_INFINITY) return 0;
  return x < a + 1 ? 1 - lowerSeries(a, x) : upperFraction(a, x);
}

/** Regularised lower incomplete gamma function P(a, x) for a >= 1/2 and x >= 0, without cancellation near 0. */
export function lowerGamma(a: number, x: number): number {
  if (x <= 0) return 0;
  if (x === Number.POSITIVE_INFINITY) return 1;
  return x < a + 1 ? lowerSeries(a, x) : 1 - upperFraction(a, x);
}

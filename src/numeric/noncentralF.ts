import {incompleteBeta} from './incompleteBeta.ts';
import {normalCdf} from './normalCdf.ts';

/** Noncentralities above this are handled by a normal approximation, whose error is below 0.001 there. */
const LARGE = 400;
/** Poisson weights below this, past the mode, end the sum. */
const NEGLIGIBLE = 1e-12;

/** Sum over Poisson weights of central laws (Abramowitz and Stegun 26.6.20). */
function mixture(f: number, first: number, second: number, lambda: number): number {
  const x = (first * f) / (first * f + second);
  const mean = lambda / 2;
  let weight = Math.exp(-mean);
  let sum = 0;
  for (let j = 0; weight > NEGLIGIBLE || j < mean; j++) {
    if (weight > NEGLIGIBLE) sum += weight * incompleteBeta(first / 2 + j, second / 2, x, 1 - x);
    weight *= mean / (j + 1);
  }
  return sum;
}

/** Cube-root normal approximation (Severo and Zelen 1960; Abramowitz and Stegun 26.6.27). */
function cubeRoot(f: number, first: number, second: number, lambda: number): number {
  const total = first + lambda;
  const ratio = ((first * f) / total) ** (1 / 3);
  const above = (2 * (first + 2 * lambda)) / (9 * total * total);
  const below = 2 / (9 * second);
  return normalCdf(((1 - below) * ratio - (1 - above)) / Math.sqrt(above + below * ratio * ratio));
}

/** P(F <= f) of the noncentral F law with `first` and `second` degrees of freedom (need not be whole) and noncentrality lambda. */
export function noncentralFCdf(f: number, first: number, second: number, lambda: number): number {
  if (!(f > 0)) return 0;
  return lambda > LARGE ? cubeRoot(f, first, second, lambda) : mixture(f, first, second, lambda);
}

/** The noncentrality at which an observed f lies at the level p of its law; 0 where it lies lower even without. */
function noncentralityAt(p: number, f: number, first: number, second: number): number {
  if (noncentralFCdf(f, first, second, 0) <= p) return 0;
  let high = 1;
  while (noncentralFCdf(f, first, second, high) > p) high *= 2;
  let low = high === 1 ? 0 : high / 2;
  for (let i = 0; i < 60 && high - low > 1e-9 * high; i++) {
    const middle = 0.5 * (low + high);
    if (noncentralFCdf(f, first, second, middle) > p) low = middle;
    else high = middle;
  }
  return 0.5 * (low + high);
}

/** 95 % interval [low, high] of the noncentrality of an observed f, by inverting its law (Steiger and Fouladi 1997). */
export function noncentralityInterval(f: number, first: number, second: number): [number, number] {
  return [noncentralityAt(0.975, f, first, second), noncentralityAt(0.025, f, first, second)];
}

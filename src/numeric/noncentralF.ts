import {incompleteBeta} from './incompleteBeta.ts';
import {normalCdf} from './normalCdf.ts';

/** Noncentralities above this are handled by a normal approximation, whose error is below 0.001 there. */
const LARGE = 400;
/** Poisson weights below this, past the mode, end the sum. */
const NEGLIGIBLE = 1e-12;

/** A noncentral F law at one point, as a function of its noncentrality. */
type ByNoncentrality = (lambda: number) => number;

/** Sum over Poisson weights of central laws (Abramowitz and Stegun 26.6.20); each central law is worked out once for all noncentralities. */
function mixture(f: number, first: number, second: number): ByNoncentrality {
  const x = (first * f) / (first * f + second);
  const central: number[] = [];
  return (lambda) => {
    const mean = lambda / 2;
    let weight = Math.exp(-mean);
    let sum = 0;
    for (let j = 0; weight > NEGLIGIBLE || j < mean; j++) {
      if (weight > NEGLIGIBLE) {
        central[j] ??= incompleteBeta(first / 2 + j, second / 2, x, 1 - x);
        sum += weight * central[j]!;
      }
      weight *= mean / (j + 1);
    }
    return sum;
  };
}

/** Cube-root normal approximation (Severo and Zelen 1960; Abramowitz and Stegun 26.6.27). */
function cubeRoot(f: number, first: number, second: number, lambda: number): number {
  const total = first + lambda;
  const ratio = ((first * f) / total) ** (1 / 3);
  const above = (2 * (first + 2 * lambda)) / (9 * total * total);
  const below = 2 / (9 * second);
  return normalCdf(((1 - below) * ratio - (1 - above)) / Math.sqrt(above + below * ratio * ratio));
}

function cdfAt(f: number, first: number, second: number): ByNoncentrality {
  if (!(f > 0)) return () => 0;
  const mixed = mixture(f, first, second);
  return (lambda) => (lambda > LARGE ? cubeRoot(f, first, second, lambda) : mixed(lambda));
}

/** P(F <= f) of the noncentral F law with `first` and `second` degrees of freedom (need not be whole) and noncentrality lambda. */
export function noncentralFCdf(f: number, first: number, second: number, lambda: number): number {
  return cdfAt(f, first, second)(lambda);
}

/** The noncentrality at which an observed value lies at the level p of its law; 0 where it lies lower even without. */
function noncentralityAt(p: number, cdf: ByNoncentrality): number {
  if (cdf(0) <= p) return 0;
  let high = 1;
  while (cdf(high) > p) high *= 2;
  let low = high === 1 ? 0 : high / 2;
  for (let i = 0; i < 60 && high - low > 1e-9 * high; i++) {
    const middle = 0.5 * (low + high);
    if (cdf(middle) > p) low = middle;
    else high = middle;
  }
  return 0.5 * (low + high);
}

/** 95 % interval [low, high] of the noncentrality of an observed f, by inverting its law (Steiger and Fouladi 1997). */
export function noncentralityInterval(f: number, first: number, second: number): [number, number] {
  const cdf = cdfAt(f, first, second);
  return [noncentralityAt(0.975, cdf), noncentralityAt(0.025, cdf)];
}

import {exp, log, pow} from './elementary.ts';

/** B_2j / (2j)! for j = 1 to 8. */
const BERNOULLI = [
  1 / 12,
  -1 / 720,
  1 / 30240,
  -1 / 1209600,
  1 / 47900160,
  -691 / 1307674368000,
  1 / 74724249600,
  -3617 / 10670622842880000,
] as const;

/** From here eight terms of the Euler-Maclaurin formula are good to 1e-16 for exponents up to 10. */
const LARGE = 20;

/**
 * zeta(s, a) = sum_{k >= 0} (a + k)^-s for s > 1, a > 0 (Hurwitz): terms up to a + k = 20, the rest by the Euler-Maclaurin formula
 * (Johansson 2013, arXiv:1309.2877). With a = n + 1 it is the tail of Riemann's zeta after n terms, and with a = 1 all of it. Relative
 * error below 1e-13 for s up to 10.
 */
export function hurwitzZeta(s: number, a: number): number {
  const terms = Math.max(0, Math.ceil(LARGE - a));
  let sum = 0;
  for (let k = 0; k < terms; k++) sum += pow(a + k, -s);
  const x = a + terms;
  return sum + pow(x, -s) * tail(s, x);
}

/** Hurwitz's zeta with its slope in s and what that in a needs. */
export interface ZetaSlopes {
  readonly value: number;
  /** d zeta(s, a) / d s; relative error below 1e-12 for s up to 10. */
  readonly byS: number;
  /** zeta(s + 1, a): d zeta(s, a) / d a is -s times it. */
  readonly next: number;
}

/** The value of `hurwitzZeta`, bit for bit, and what its slopes need, term by term: each term takes one logarithm. */
export function hurwitzZetaSlopes(s: number, a: number): ZetaSlopes {
  const terms = Math.max(0, Math.ceil(LARGE - a));
  let [sum, next, slope] = [0, 0, 0];
  for (let k = 0; k < terms; k++) {
    const ln = log(a + k);
    const term = exp(-s * ln);
    sum += term;
    next += exp(-(s + 1) * ln);
    slope -= ln * term;
  }
  const x = a + terms;
  const ln = log(x);
  const last = exp(-s * ln);
  return {
    value: sum + last * tail(s, x),
    byS: slope + last * tailSlope(s, x, ln),
    next: next + exp(-(s + 1) * ln) * tail(s + 1, x),
  };
}

/** The rest of zeta over x^-s from x on (Euler-Maclaurin). */
function tail(s: number, x: number): number {
  let rising = s / x;
  let correction = 0;
  for (let j = 0; j < BERNOULLI.length; j++) {
    correction += BERNOULLI[j]! * rising;
    rising *= ((s + 2 * j + 1) * (s + 2 * j + 2)) / (x * x);
  }
  return x / (s - 1) + 0.5 + correction;
}

/** The slope in s of the rest of zeta, over x^-s. */
function tailSlope(s: number, x: number, lnX: number): number {
  let rising = s / x;
  // The slope of ln rising.
  let growth = 1 / s;
  let correction = 0;
  let slope = 0;
  for (let j = 0; j < BERNOULLI.length; j++) {
    const coefficient = BERNOULLI[j]!;
    correction += coefficient * rising;
    slope += coefficient * rising * growth;
    const [first, second] = [s + 2 * j + 1, s + 2 * j + 2];
    rising *= (first * second) / (x * x);
    growth += 1 / first + 1 / second;
  }
  const whole = x / (s - 1) + 0.5 + correction;
  return slope - x / (s - 1) ** 2 - lnX * whole;
}

import {exp, log} from '../numeric/elementary.ts';

/**
 * f ln(1 + exp(u / f)): 0 far below 0, u far above, with a bend of width f; exact where it is small, too. -c times it is the logarithm
 * of (1 + e^(u / f))^(-c f).
 */
export function bend(u: number, f: number): number {
  const t = u / f;
  if (t > 40) return u;
  const x = exp(t);
  return f * (t < -10 ? x * (1 - x * (1 / 2 - x / 3)) : log(1 + x));
}

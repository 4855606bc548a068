import {exp, log} from '../numeric/elementary.ts';

/** f ln(1 + exp(u / f)): 0 far below 0, u far above, with a bend of width f; -c times it is the logarithm of (1 + e^(u / f))^(-c f). */
export function bend(u: number, f: number): number {
  const t = u / f;
  return t > 40 ? u : f * log(1 + exp(t));
}

import {incompleteBeta} from './incompleteBeta.ts';

/** P(F > f) of Fisher's law with d1 and d2 degrees of freedom, relative error below 1e-10 in the far tail too. */
export function fUpper(f: number, d1: number, d2: number): number {
  if (f <= 0) return 1;
  const sum = d2 + d1 * f;
  return sum === Number.POSITIVE_INFINITY ? 0 : incompleteBeta(d2 / 2, d1 / 2, d2 / sum, (d1 * f) / sum);
}

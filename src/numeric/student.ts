import {incompleteBeta} from './incompleteBeta.ts';

/** P(T > t) of Student's law with `degrees` degrees of freedom, relative error below 1e-10 in the far tail too. */
export function studentUpper(t: number, degrees: number): number {
  if (t < 0) return 1 - studentUpper(-t, degrees);
  const sum = degrees + t * t;
  return sum === Number.POSITIVE_INFINITY ? 0 : 0.5 * incompleteBeta(degrees / 2, 0.5, degrees / sum, (t * t) / sum);
}

/** P(T <= t) of Student's law with `degrees` degrees of freedom. */
export function studentCdf(t: number, degrees: number): number {
  return studentUpper(-t, degrees);
}

/** Quantile of Student's law at p in (0, 1), by bisection. */
export function studentQuantile(p: number, degrees: number): number {
  if (p < 0.5) return -studentQuantile(1 - p, degrees);
  const tail = 1 - p;
  let high = 1;
  while (studentUpper(high, degrees) > tail) high *= 2;
  let low = 0;
  for (let i = 0; i < 200 && high - low > 1e-14 * high; i++) {
    const middle = 0.5 * (low + high);
    if (studentUpper(middle, degrees) > tail) low = middle;
    else high = middle;
  }
  return 0.5 * (low + high);
}

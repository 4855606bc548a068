import {leftover, type Ordered} from './structuralChange.ts';

/** Largest excursion of the cumulated residuals. */
export interface CusumTest {
  /** max |sum of the first residuals| / (s sqrt(n)), s^2 = RSS / (n - k). */
  readonly statistic: number;
  /** P(sup |Brownian bridge| > statistic). */
  readonly p: number;
}

/** P(sup |B| > x) of a Brownian bridge: 2 sum (-1)^(j + 1) exp(-2 j^2 x^2), and its theta dual for small x (Kolmogorov 1933). */
export function bridgeUpper(x: number): number {
  if (!(x > 0)) return 1;
  let sum = 0;
  if (x < 0.8) {
    for (let j = 1; j < 12; j += 2) sum += Math.exp((-j * j * Math.PI * Math.PI) / (8 * x * x));
    return 1 - (Math.sqrt(2 * Math.PI) / x) * sum;
  }
  for (let j = 1; j < 12; j++) sum += (j % 2 === 1 ? 2 : -2) * Math.exp(-2 * j * j * x * x);
  return sum;
}

/** CUSUM test of the residuals of least squares (Ploberger and Kramer 1992). Null for points that the model fits up to rounding, or too few. */
export function cusumTest(data: Ordered): CusumTest | null {
  const n = data.y.length;
  const degrees = n - (data.x ? 2 : 1);
  const rest = degrees > 0 ? leftover(data) : null;
  if (!rest) return null;
  let sum = 0;
  let most = 0;
  for (const value of rest.residual) {
    sum += value;
    most = Math.max(most, Math.abs(sum));
  }
  const statistic = most / Math.sqrt((rest.rss / degrees) * n);
  return {statistic, p: bridgeUpper(statistic)};
}

import {logGamma} from '../../numeric/gamma.ts';
import {normalUpper} from '../../numeric/normalCdf.ts';
import {studentUpper} from '../../numeric/student.ts';
import {evenPlaces, hingeColumn, scoreOf, withoutLine} from './hingeColumn.ts';
import {lineNull} from './lineNull.ts';
import type {Sample} from './sample.ts';

/** Davies' test: is there a kink anywhere? */
export interface DaviesTest {
  /** Two-sided upper bound of the p-value, at most 1. */
  readonly p: number;
  /** Place with the largest |T|. */
  readonly best: number;
  /** Places that were tried. */
  readonly at: readonly number[];
  /** T statistic of the hinge at each place. */
  readonly t: readonly number[];
}

/** Places that Davies' test tries: `points` at equal distance from the second smallest to the second largest x, ties counted. */
export function daviesPlaces(x: Float64Array, points: number): number[] {
  return evenPlaces(x[1]!, x[x.length - 2]!, points);
}

/** Index of the largest |T|. */
function largest(t: readonly number[]): number {
  return t.reduce((best, value, k) => (Math.abs(value) > Math.abs(t[best]!) ? k : best), 0);
}

/** Sum of |differences| of neighbours. */
function variation(values: readonly number[]): number {
  return values.slice(1).reduce((sum, value, k) => sum + Math.abs(value - values[k]!), 0);
}

/** Two-sided bound of a normal process: 2 {P(Z > M) + V exp(-M^2 / 2) / sqrt(8 pi)} (Davies 1987, equation 3.2, with unknown sign). */
export function daviesNormal(at: readonly number[], t: readonly number[]): DaviesTest {
  const k = largest(t);
  const m = Math.abs(t[k]!);
  const p = 2 * (normalUpper(m) + (variation(t) * Math.exp((-m * m) / 2)) / Math.sqrt(8 * Math.PI));
  return {p: Math.min(p, 1), best: at[k]!, at, t};
}

/**
 * Davies' test (1987, 2002) of a straight line against a line with one kink, normal errors of unknown variance:
 * p <= 2 {P(t_df > M) + V (1 - u)^((df - 1) / 2) Gamma((df + 1) / 2) / (2 Gamma(df / 2) sqrt(pi))}, M the largest |T| over `points` places,
 * u = M^2 / (df + M^2), V = sum |asin sqrt(r_k) - asin sqrt(r_(k-1))|, r = Z^2 / (Z^2 + RSS); df = n - 3.
 * Every bend, however smooth, is an alternative to the line: a small p does not say that there is a kink. Errors of equal variance are assumed:
 * where they grow tenfold along x, 16 to 18 % of straight lines fall below 5 %. Null where `lineNull` is, or where no place lets a hinge be told from the line.
 */
export function daviesTest(sample: Sample, {points = 10} = {}): DaviesTest | null {
  const line = lineNull(sample);
  if (!line) return null;
  const df = sample.x.length - 3;
  const tried = daviesPlaces(sample.x, points).flatMap((psi) => {
    const column = withoutLine(line, hingeColumn(sample.x, psi));
    if (!column) return [];
    const z = scoreOf(line.weight, line.residual, column) / Math.sqrt(column.square);
    const rss = Math.max(line.rss - z * z, Number.EPSILON * line.rss);
    return [{psi, t: z / Math.sqrt(rss / df), angle: Math.asin(Math.sqrt(Math.min((z * z) / line.rss, 1)))}];
  });
  if (tried.length === 0) return null;
  const t = tried.map((one) => one.t);
  const k = largest(t);
  const m = Math.abs(t[k]!);
  const beyond = ((df - 1) / 2) * Math.log(df / (df + m * m));
  const gammas = logGamma((df + 1) / 2) - logGamma(df / 2);
  const bound = (variation(tried.map(({angle}) => angle)) * Math.exp(beyond + gammas)) / (2 * Math.sqrt(Math.PI));
  return {p: Math.min(2 * (studentUpper(m, df) + bound), 1), best: tried[k]!.psi, at: tried.map(({psi}) => psi), t};
}

import {log} from '../../numeric/elementary.ts';
import {median} from '../../numeric/quantile.ts';
import {type LawRow, pointOf} from './data.ts';
import type {LawFit} from './fit.ts';

/** A row of a table of runs with its number, from 1 below the header. */
export interface NumberedRow extends LawRow {
  readonly row: number;
}

/** A row beside what the fitted law says of it; null where the table does not say. */
export interface FittedRow {
  readonly row: number;
  readonly N: number | null;
  readonly D: number | null;
  readonly S: number | null;
  /** FLOP. */
  readonly C: number | null;
  readonly lr: number;
  /** Nats per token. */
  readonly loss: number;
  readonly fitted: number;
  /** ln L fitted - ln L. */
  readonly residual: number;
  /** Whether the residual is further from 0 than three robust standard deviations. */
  readonly outlier: boolean;
}

/** Robust standard deviations from which a row is an outlier. */
const FAR = 3;
/** Median of the size of a standard normal number. */
const NORMAL_MEDIAN = 0.6744897501960817;

function known(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** The rows with fitted losses and residuals, and the robust standard deviation of those: the median size over 0.6745 (Hampel 1974). */
export function fittedRows(
  {fittable, theta}: LawFit,
  rows: readonly NumberedRow[],
): {readonly rows: readonly FittedRow[]; readonly spread: number} {
  const law = fittable.sloped(theta);
  const room = new Float64Array(theta.length);
  const fitted = rows.map((row) => law(pointOf(row), room));
  const residuals = rows.map(({loss}, i) => log(fitted[i]!) - log(loss));
  const spread = median(residuals.map(Math.abs)) / NORMAL_MEDIAN;
  const shown = rows.map(({row, N, D, S, C, lr, loss}, i): FittedRow => {
    const residual = residuals[i]!;
    const numbers = {N: known(N), D: known(D), S: known(S), C: known(C), lr, loss};
    return {row, ...numbers, fitted: fitted[i]!, residual, outlier: Math.abs(residual) > FAR * spread};
  });
  return {rows: shown, spread};
}

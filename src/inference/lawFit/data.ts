import {exp, log} from '../../numeric/elementary.ts';
import {quantileOfSorted} from '../../numeric/quantile.ts';
import type {LawPoint, Layout} from './fittable.ts';

/** One row of a table of runs; NaN where the table does not say. */
export interface LawRow {
  /** Parameters, without embeddings where the form asks for that. */
  readonly N: number;
  /** Training tokens. */
  readonly D: number;
  /** Optimiser steps. */
  readonly S: number;
  /** Training compute, FLOP. */
  readonly C: number;
  /** Unique tokens; absent where no token is seen twice, or the table does not say. */
  readonly U?: number;
  /** Learning rate over its peak, 0 to 1. */
  readonly lr: number;
  /** Nats per token. */
  readonly loss: number;
}

/** Rows as the fit takes them. */
export interface LawData {
  readonly points: readonly LawPoint[];
  /** Natural logarithms of the losses, in the order of the points. */
  readonly lnLoss: Float64Array;
}

const ORDER = ['N', 'D', 'S', 'C', 'lr', 'loss', 'U'] as const;

/** What a law sees of a row. */
export function pointOf({N, D, S, C, U, lr}: LawRow): LawPoint {
  const lnU = U === undefined ? Number.POSITIVE_INFINITY : log(U);
  return {lnN: log(N), lnD: log(D), lnS: log(S), lnC: log(C), lnU, lr};
}

/** Rows in an order of their own, so that a fit and its resamples do not depend on that of the table. */
export function lawData(rows: readonly LawRow[]): LawData {
  const known = (value = Number.NaN): number => (Number.isNaN(value) ? -1 : value);
  const sorted = [...rows].sort((a, b) => {
    const key = ORDER.find((name) => known(a[name]) !== known(b[name]));
    return key === undefined ? 0 : known(a[key]) - known(b[key]);
  });
  return {
    points: sorted.map(pointOf),
    lnLoss: Float64Array.from(sorted, ({loss}) => log(loss)),
  };
}

function mean(values: ArrayLike<number>): number {
  return Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
}

/** The middle and the spread of some points. */
export function layoutOf({points, lnLoss}: LawData): Layout {
  const middle = (key: keyof LawPoint): number => mean(points.map((point) => point[key]));
  const lnD = points.map((point) => point.lnD).sort((a, b) => a - b);
  return {
    middle: {
      lnN: middle('lnN'),
      lnD: middle('lnD'),
      lnS: middle('lnS'),
      lnC: middle('lnC'),
      lnU: mean(points.map(({lnU}) => lnU).filter(Number.isFinite)),
      lr: middle('lr'),
    },
    low: exp(Math.min(...lnLoss)),
    level: exp(mean(lnLoss)),
    quartilesD: [0.25, 0.5, 0.75].map((p) => quantileOfSorted(lnD, p)),
  };
}

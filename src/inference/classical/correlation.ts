import {type Curve, sortedPoints} from '../curve.ts';
import {finite} from './row.ts';

/** Share of the sum of squares below which a spread is rounding. */
const CONSTANT = 1e-28;

/** Pearson's correlation; null where one side is constant. */
export function pearson(x: Float64Array, y: Float64Array): number | null {
  const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const mx = mean(x);
  const my = mean(y);
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let i = 0; i < x.length; i++) {
    xx += (x[i]! - mx) * (x[i]! - mx);
    yy += (y[i]! - my) * (y[i]! - my);
    xy += (x[i]! - mx) * (y[i]! - my);
  }
  const varies = (square: number, centre: number): boolean => square > CONSTANT * x.length * centre * centre;
  return varies(xx, mx) && varies(yy, my) ? xy / Math.sqrt(xx * yy) : null;
}

/** Ranks from 1, ties sharing their mean rank. */
function ranks(values: Float64Array): Float64Array {
  const order = Array.from(values.keys()).sort((a, b) => values[a]! - values[b]!);
  const out = new Float64Array(values.length);
  for (let i = 0; i < order.length; ) {
    let last = i;
    while (last + 1 < order.length && values[order[last + 1]!] === values[order[i]!]) last++;
    for (let k = i; k <= last; k++) out[order[k]!] = 1 + (i + last) / 2;
    i = last + 1;
  }
  return out;
}

/** Spearman's rank correlation; null where one side is constant. */
export function spearman(x: Float64Array, y: Float64Array): number | null {
  return pearson(ranks(x), ranks(y));
}

/** Kinds of correlation. */
export const CORRELATIONS = ['spearman', 'pearson'] as const;

/** Correlations of value and loss over the points of a curve; null where one side is constant. */
export type Correlations = Readonly<Record<(typeof CORRELATIONS)[number], number | null>>;

/** Both correlations of a curve. */
export function correlations(curve: Curve): Correlations {
  const {x, y} = sortedPoints(curve);
  return {spearman: finite(spearman(x, y)), pearson: finite(pearson(x, y))};
}

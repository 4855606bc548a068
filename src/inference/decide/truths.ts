import {leastSquares} from '../../numeric/leastSquares.ts';
import {bayesCriterion} from '../candidates.ts';
import type {Points} from '../curve.ts';
import type {Comparison} from '../hingeDetail.ts';
import {valuesOf} from '../hingeLine.ts';
import {type Noise, whiten} from '../noise.ts';
import type {SmoothFit} from '../smoothCurves.ts';

/** The two rivals of a curve at its points, and the noise about both. */
export interface Rivals {
  /** Values of the best hinge (w = 0), and where it breaks. */
  readonly sharp: {readonly mean: Float64Array; readonly onset: number};
  /** Values of the smooth curve with the lowest BIC, and its name. */
  readonly soft: {readonly mean: Float64Array; readonly curve: string};
  /** Standard deviation of each value about the bent hinge, which holds both shapes. */
  readonly sd: Float64Array;
}

/** Fitted values of a smooth curve. */
function smoothMean({columns}: SmoothFit, {x, y}: Points, noise: Noise): Float64Array {
  const all = [new Float64Array(x.length).fill(1), ...columns];
  const {coefficients} = leastSquares(
    all.map((column) => whiten(noise, column)),
    whiten(noise, y),
  );
  return x.map((_, i) => all.reduce((sum, column, k) => sum + coefficients[k]! * column[i]!, 0));
}

/** The best hinge and the best smooth curve of a fit; null where the hinge breaks at an end of the data. */
export function rivalsOf({points, noise, hinge, bent, smooth, optimum, inflation}: Comparison): Rivals | null {
  const {onset} = optimum.explored.grid;
  const {eta} = hinge.frame;
  if (!(eta > onset[0]! && eta < onset[onset.length - 1]!)) return null;
  const n = points.x.length;
  const bic = smooth.map(({rss, count}) => bayesCriterion(rss, count, n / inflation));
  const best = smooth[bic.indexOf(Math.min(...bic))]!;
  const variance = bent.rss / Math.max(n - bent.shape.parameters, 1);
  return {
    sharp: {mean: valuesOf(hinge, points.x), onset: eta},
    soft: {mean: smoothMean(best, points, noise), curve: best.name},
    sd: noise.root.map((root) => Math.sqrt(variance) / root),
  };
}

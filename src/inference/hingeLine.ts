import {leastSquares} from '../numeric/leastSquares.ts';
import type {Points} from './curve.ts';
import {bendOf, designColumns, type Frame, frameOf} from './design.ts';
import {columnOrder, type ShapeChoice} from './menu.ts';
import {type Noise, whiten} from './noise.ts';

/** A bent hinge with its linear coefficients at one (eta, w). */
export interface HingeLine {
  readonly frame: Frame;
  readonly shape: ShapeChoice;
  readonly coefficients: Float64Array;
  /** Residual sum of squares of the whitened points. */
  readonly rss: number;
}

/** The columns of a shape in its own order, at losses in rising order. */
export function columnsOf(
  {frame, shape}: Pick<HingeLine, 'frame' | 'shape'>,
  x: Float64Array,
  {bend} = bendOf(x, frame.eta, frame.w),
): Float64Array[] {
  const columns = designColumns(x, bend, frame, {knots: shape.knots, far: shape.far !== 'flat'});
  return columnOrder(shape.far, shape.knots)
    .slice(0, shape.count)
    .map((column) => columns[column]!);
}

/** The columns of a shape beside its constant at (eta, w) and losses in rising order. */
export function bentColumns(x: Float64Array, shape: ShapeChoice, eta: number, w: number): Float64Array[] {
  const bent = bendOf(x, eta, w);
  return columnsOf({frame: frameOf(x, bent.bend, eta, w, bent.count), shape}, x, bent).slice(1);
}

/** The linear part of a bent hinge at (eta, w) by generalised least squares. */
export function hingeLine({x, y}: Points, noise: Noise, shape: ShapeChoice, eta: number, w: number): HingeLine {
  const bent = bendOf(x, eta, w);
  const frame = frameOf(x, bent.bend, eta, w, bent.count);
  const columns = columnsOf({frame, shape}, x, bent).map((column) => whiten(noise, column));
  const {coefficients, rss} = leastSquares(columns, whiten(noise, y));
  return {frame, shape, coefficients, rss};
}

/** Values of a bent hinge at losses in rising order. */
export function valuesOf(line: HingeLine, x: Float64Array): Float64Array {
  const out = new Float64Array(x.length);
  columnsOf(line, x).forEach((column, k) => {
    for (let i = 0; i < out.length; i++) out[i]! += line.coefficients[k]! * column[i]!;
  });
  return out;
}

/** Observed minus fitted values, in the order of the points. */
export function residualsOf(line: HingeLine, {x, y}: Points): Float64Array {
  return valuesOf(line, x).map((value, i) => y[i]! - value);
}

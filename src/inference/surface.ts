import {dot} from '../numeric/leastSquares.ts';
import {times} from '../numeric/times.ts';
import type {Points} from './curve.ts';
import {farPlaces, fillSlope, knotsOf} from './design.ts';
import {knotSums} from './gram.ts';
import {type FitKernel, type Fixed, MOMENTS, PRODUCTS} from './kernel/kernel.ts';
import {referenceKernel} from './kernel/reference.ts';
import {columnOrder, type ShapeChoice} from './menu.ts';
import type {Noise} from './noise.ts';

/** Residual sums of squares of every shape of a menu at one (eta, w). */
export interface Surface {
  /** Fills `out`, one number a shape. */
  at(eta: number, w: number, out: Float64Array): void;
}

/** Residual sums of squares below this share of the total are rounding. */
const ROUNDING = 1e-13;

/** Values less their weighted mean. */
function centredValues(y: Float64Array, root: Float64Array): Float64Array {
  const weight = times(root, root);
  const middle = dot(weight, y) / weight.reduce((sum, value) => sum + value, 0);
  return y.map((value) => value - middle);
}

/** The column of a sloped far side. */
function slopeOf(x: Float64Array): Float64Array {
  const slope = new Float64Array(x.length);
  fillSlope(slope, x, {first: x[0]!, last: x[x.length - 1]!});
  return slope;
}

/** For each far side of a menu its shapes and the order of their columns, as long as the longest of them needs. */
function ordersOf(menu: readonly ShapeChoice[], knots: number) {
  return [...new Set(menu.map(({far}) => far))].map((far) => {
    const shapes = menu.flatMap((one, s) => (one.far === far ? [s] : []));
    return {order: columnOrder(far, knots).slice(0, Math.max(...shapes.map((s) => menu[s]!.count))), shapes};
  });
}

/** Points with all that enters sums: values, directions of the noise, and the slope of a far side. */
function linedPoints(x: Float64Array, value: Float64Array, {root, directions}: Noise, slope: Float64Array | null) {
  const weight = times(root, root);
  const weighted = (line: Float64Array): Float64Array => times(line, weight);
  const lines = directions.map((direction) => times(direction, root));
  return {x, weight, lines: [weighted(value), ...lines, ...(slope ? [weighted(slope)] : [])]};
}

/**
 * The surface of weighted residual sums of squares (variable projection: Golub and Pereyra 1973): all shapes from one table of cross products,
 * and that from the sums that a kernel makes.
 */
export function makeSurface(
  {x, y}: Pick<Points, 'x' | 'y'>,
  noise: Noise,
  menu: readonly ShapeChoice[],
  kernel: FitKernel = referenceKernel,
): Surface {
  const far = menu.some((shape) => shape.far !== 'flat');
  const knots = knotsOf(Math.max(...menu.map((shape) => shape.knots)));
  const value = centredValues(y, noise.root);
  const slope = far ? slopeOf(x) : null;
  const lined = linedPoints(x, value, noise, slope);
  const fixed = (line: Float64Array): Fixed => ({values: dot(line, value), slope: slope ? dot(line, slope) : 0});
  const range = MOMENTS + PRODUCTS * lined.lines.length;
  const total = dot(lined.lines[0]!, value);
  const size = farPlaces(knots.length)[far ? 1 : 0] + (far ? 2 : 1);
  const orders = ordersOf(menu, knots.length);
  const sumsAt = kernel.bent(lined, {knots: [...knots].sort((a, b) => b - a), far});
  const residualsOf = kernel.residuals({
    size,
    knots: knotSums(knots, range),
    all: range * knots.length,
    range,
    total,
    directions: lined.lines.slice(1, 1 + noise.directions.length).map(fixed),
    slope: slope && {slope: dot(lined.lines.at(-1)!, slope), values: dot(lined.lines[0]!, slope)},
    orders: orders.map(({order}) => order),
  });
  const places = Int32Array.from(menu, ({count}, s) => {
    const k = orders.findIndex(({shapes}) => shapes.includes(s));
    return k * size + count - 1;
  });
  const floor = ROUNDING * total;
  return {
    at(eta, w, out) {
      const residuals = residualsOf(sumsAt(eta, w));
      for (let s = 0; s < places.length; s++) out[s] = Math.max(residuals[places[s]!]!, floor);
    },
  };
}

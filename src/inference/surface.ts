import {dot} from '../numeric/leastSquares.ts';
import {factorRoom, partialResiduals} from '../numeric/partialResiduals.ts';
import type {Points} from './curve.ts';
import {farPlaces, fillSlope, knotsOf} from './design.ts';
import {
  cubeSums,
  type Gram,
  type KnotSums,
  knotSums,
  makeGram,
  putColumn,
  putKnots,
  putPair,
  putPowers,
} from './gram.ts';
import {type FitKernel, type LinedPoints, MOMENTS, PRODUCTS} from './kernel/kernel.ts';
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
  const weight = root.map((value) => value * value);
  const middle = dot(weight, y) / weight.reduce((sum, value) => sum + value, 0);
  return y.map((value) => value - middle);
}

/** The column of a sloped far side. */
function slopeOf(x: Float64Array): Float64Array {
  const slope = new Float64Array(x.length);
  fillSlope(slope, x, {first: x[0]!, last: x[x.length - 1]!});
  return slope;
}

/** Where sums are: `range` numbers a range, the last of which starts at `all`; behind it those of the far side. */
interface Places {
  readonly range: number;
  readonly knots: readonly KnotSums[];
  readonly all: number;
  /** Columns of the slope and of the square of the far side. */
  readonly far: readonly [number, number];
}

/** Puts the columns of the far side; the line of the slope is the last. What does not change with (eta, w) is known beforehand. */
function farSide({lines}: LinedPoints, slope: Float64Array, {range, all, far: [first, second]}: Places) {
  const last = lines.length - 1;
  const own = dot(lines[last]!, slope);
  const withValues = dot(lines[0]!, slope);
  const square = all + range;
  return (gram: Gram, sums: Float64Array): void => {
    const {size} = gram;
    putColumn(gram, first, sums, all + MOMENTS + PRODUCTS * last);
    putPair(gram, first, first, own);
    putPair(gram, first, size - 1, withValues);
    putColumn(gram, second, sums, square);
    putPair(gram, second, second, sums[square + PRODUCTS]!);
    putPair(gram, second, size - 1, sums[square + PRODUCTS + 1]!);
    putPair(gram, second, first, sums[square + PRODUCTS + 1 + last]!);
  };
}

/** Takes the directions of the noise, lines 1 and after, out of the cross products: G - d d', d the products of every column with a direction. */
function directionRemover(
  {lines}: LinedPoints,
  count: number,
  value: Float64Array,
  slope: Float64Array | null,
  {range, knots, all, far}: Places,
) {
  const directions = lines.slice(1, 1 + count);
  const right = directions.map((line) => dot(line, value));
  const sloped = directions.map((line) => (slope ? dot(line, slope) : 0));
  return ({table, size, products: d}: Gram, sums: Float64Array): void => {
    for (let k = 0; k < count; k++) {
      const at = MOMENTS + PRODUCTS * (1 + k);
      for (let a = 0; a < PRODUCTS; a++) d[a] = sums[all + at + a]!;
      for (let j = 0; j < knots.length; j++) cubeSums(d, 4 + j, sums, knots[j]!.at + at, knots[j]!.knot, 1);
      if (slope) {
        d[far[0]] = sloped[k]!;
        d[far[1]] = sums[all + range + PRODUCTS + 2 + k]!;
      }
      d[size - 1] = right[k]!;
      for (let a = 0; a < size; a++) {
        for (let b = 0; b < size; b++) table[a * size + b]! -= d[a]! * d[b]!;
      }
    }
  };
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
  const weight = root.map((one) => one * one);
  const weighted = (line: Float64Array): Float64Array => line.map((one, i) => one * weight[i]!);
  const lines = directions.map((direction) => direction.map((one, i) => one * root[i]!));
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
  const range = MOMENTS + PRODUCTS * lined.lines.length;
  const places = {range, knots: knotSums(knots, range), all: range * knots.length, far: farPlaces(knots.length)};
  const total = dot(lined.lines[0]!, value);
  const size = places.far[far ? 1 : 0] + (far ? 2 : 1);
  const gram = makeGram(size);
  const room = factorRoom(size);
  const partial = new Float64Array(size);
  const sumsAt = kernel.bent(lined, {knots: [...knots].sort((a, b) => b - a), far});
  const putFarSide = slope && farSide(lined, slope, places);
  const takeOut = directionRemover(lined, noise.directions.length, value, slope, places);
  const orders = ordersOf(menu, knots.length);
  return {
    at(eta, w, out) {
      const sums = sumsAt(eta, w);
      putPowers(gram, sums, places.all);
      putKnots(gram, sums, places.knots);
      putFarSide?.(gram, sums);
      gram.table[size * size - 1] = total;
      takeOut(gram, sums);
      for (let k = 0; k < orders.length; k++) {
        const {order, shapes} = orders[k]!;
        partialResiduals(gram.table, size, order, room, partial);
        for (const s of shapes) out[s] = Math.max(partial[menu[s]!.count - 1]!, ROUNDING * total);
      }
    },
  };
}

import {dot} from '../numeric/leastSquares.ts';
import {factorRoom, partialResiduals} from '../numeric/partialResiduals.ts';
import {fillBend} from './bend.ts';
import {
  columnProducts,
  directionProducts,
  knotProducts,
  pairProduct,
  powerProducts,
  type WeightedPoints,
} from './crossProducts.ts';
import type {Points} from './curve.ts';
import {bendScale, fillFarSide, fillSlope} from './design.ts';
import {type Gram, makeGram} from './gram.ts';
import {columnOrder, type ShapeChoice} from './menu.ts';
import type {Noise} from './noise.ts';

/** Residual sums of squares of every shape of a menu at one (eta, w). */
export interface Surface {
  /** Fills `out`, one number a shape. */
  at(eta: number, w: number, out: Float64Array): void;
}

/** Residual sums of squares below this share of the total are rounding. */
const ROUNDING = 1e-13;

/** Sums of `values` from each place on. */
function sumsFrom(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let i = values.length - 1; i >= 0; i--) sums[i] = sums[i + 1]! + values[i]!;
  return sums;
}

function weightedPoints({y}: Pick<Points, 'y'>, {root}: Noise): WeightedPoints {
  const weight = root.map((value) => value * value);
  const weightFrom = sumsFrom(weight);
  const middle = sumsFrom(weight.map((value, i) => value * y[i]!))[0]! / weightFrom[0]!;
  const value = y.map((one) => one - middle);
  return {weight, value, weightFrom, valueFrom: sumsFrom(weight.map((one, i) => one * value[i]!))};
}

/** The two columns of the far side and their cross products with everything else, in columns 6 and 7. */
function farSide(x: Float64Array, points: WeightedPoints, gram: Gram) {
  const slope = new Float64Array(x.length);
  const square = new Float64Array(x.length);
  const range = {first: x[0]!, last: x[x.length - 1]!};
  fillSlope(slope, x, range);
  const add = (bend: Float64Array, places: Float64Array, eta: number): void => {
    fillFarSide(square, x, bend, {...range, eta});
    columnProducts(gram, points, places, slope, 6);
    columnProducts(gram, points, places, square, 7);
    pairProduct(gram, points.weight, slope, 6, square, 7);
  };
  return {add, columns: [slope, square]};
}

/** Takes the directions of the noise out of the cross products: G - d d', d the products of every column with a direction. */
function directionRemover(
  {table, size}: Gram,
  {value}: WeightedPoints,
  {root, directions}: Noise,
  knots: boolean,
  farColumns: readonly Float64Array[],
) {
  const d = new Float64Array(size);
  const parts = directions.map((direction) => {
    const line = direction.map((one, i) => one * root[i]!);
    return {line, from: sumsFrom(line), right: dot(line, value)};
  });
  return (places: Float64Array, count: number): void => {
    for (let k = 0; k < parts.length; k++) {
      const {line, from, right} = parts[k]!;
      directionProducts(d, line, from[count]!, places, count, knots);
      for (let j = 0; j < farColumns.length; j++) d[6 + j] = dot(line, farColumns[j]!);
      d[size - 1] = right;
      for (let a = 0; a < size; a++) {
        for (let b = 0; b < size; b++) table[a * size + b]! -= d[a]! * d[b]!;
      }
    }
  };
}

/** For each far side of a menu its shapes and the order of their columns, as long as the longest of them needs. */
function ordersOf(menu: readonly ShapeChoice[]) {
  return [...new Set(menu.map(({far}) => far))].map((far) => {
    const shapes = menu.flatMap((one, s) => (one.far === far ? [s] : []));
    return {order: columnOrder(far).slice(0, Math.max(...shapes.map((s) => menu[s]!.count))), shapes};
  });
}

/**
 * The surface of weighted residual sums of squares (variable projection: Golub and Pereyra 1973): all shapes from one table of cross products.
 * With a flat far side the points whose bend is 0 enter as one row.
 */
export function makeSurface(points: Pick<Points, 'x' | 'y'>, noise: Noise, menu: readonly ShapeChoice[]): Surface {
  const {x} = points;
  const n = x.length;
  const flat = menu.every(({far}) => far === 'flat');
  const knots = menu.some(({post}) => post === 'spline');
  const size = flat ? 7 : 9;
  const weighted = weightedPoints(points, noise);
  const gram = makeGram(size);
  const total = weighted.weight.reduce((sum, value, i) => sum + value * weighted.value[i]! * weighted.value[i]!, 0);
  const bend = new Float64Array(n);
  const places = new Float64Array(n);
  const room = factorRoom(size);
  const partial = new Float64Array(size);
  const far = flat ? null : farSide(x, weighted, gram);
  const takeOut = directionRemover(gram, weighted, noise, knots, far?.columns ?? []);
  const orders = ordersOf(menu);
  return {
    at(eta, w, out) {
      const count = fillBend(bend, x, eta, w);
      const used = flat ? count : n;
      bend.fill(0, count, used);
      const low = count < n ? 0 : bend[n - 1]!;
      powerProducts(gram, weighted, bend, low, bendScale(low, count > 0 ? bend[0]! : 0), used, places);
      if (knots) knotProducts(gram, weighted, places, used);
      far?.add(bend, places, eta);
      gram.table[size * size - 1] = total;
      takeOut(places, used);
      for (let k = 0; k < orders.length; k++) {
        const {order, shapes} = orders[k]!;
        partialResiduals(gram.table, size, order, room, partial);
        for (const s of shapes) out[s] = Math.max(partial[menu[s]!.count - 1]!, ROUNDING * total);
      }
    },
  };
}

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
import {type BendScale, bendScale, type Frame, fillFarSide, frameOf} from './design.ts';
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

function weightedPoints({y}: Points, {root}: Noise): WeightedPoints {
  const weight = root.map((value) => value * value);
  const weightFrom = sumsFrom(weight);
  const middle = sumsFrom(weight.map((value, i) => value * y[i]!))[0]! / weightFrom[0]!;
  const value = y.map((one) => one - middle);
  return {weight, value, weightFrom, valueFrom: sumsFrom(weight.map((one, i) => one * value[i]!))};
}

/** The cross products of the two columns of the far side with everything else, in columns 6 and 7. */
function farProducts(x: Float64Array, {weight, value}: WeightedPoints, gram: Float64Array, size: number) {
  const n = x.length;
  const slope = new Float64Array(n);
  const square = new Float64Array(n);
  const points = {weight, value, weightFrom: weight, valueFrom: value};
  const add = (bend: Float64Array, places: Float64Array, frame: Frame): void => {
    fillFarSide(slope, square, x, bend, frame);
    const scale = bendScale(frame);
    columnProducts(gram, size, points, places, scale, slope, 6);
    columnProducts(gram, size, points, places, scale, square, 7);
    pairProduct(gram, size, weight, slope, 6, slope, 6);
    pairProduct(gram, size, weight, slope, 6, square, 7);
    pairProduct(gram, size, weight, square, 7, square, 7);
  };
  return {add, columns: [slope, square]};
}

/** Takes the directions of the noise out of the cross products: G - d d', d the products of every column with a direction. */
function directionRemover(
  gram: Float64Array,
  size: number,
  {value}: WeightedPoints,
  {root, directions}: Noise,
  farColumns: readonly Float64Array[],
) {
  const d = new Float64Array(size);
  const parts = directions.map((direction) => {
    const line = direction.map((one, i) => one * root[i]!);
    return {line, from: sumsFrom(line), right: line.reduce((sum, one, i) => sum + one * value[i]!, 0)};
  });
  return (places: Float64Array, scale: BendScale, count: number): void => {
    for (const {line, from, right} of parts) {
      directionProducts(d, line, from[count]!, places, scale, count);
      farColumns.forEach((column, k) => {
        d[6 + k] = line.reduce((sum, one, i) => sum + one * column[i]!, 0);
      });
      d[size - 1] = right;
      for (let a = 0; a < size; a++) {
        for (let b = 0; b < size; b++) gram[a * size + b]! -= d[a]! * d[b]!;
      }
    }
  };
}

/**
 * The surface of weighted residual sums of squares (variable projection: Golub and Pereyra 1973): all shapes from one table of cross products.
 * With a flat far side the points whose bend is 0 enter as one row.
 */
export function makeSurface(points: Points, noise: Noise, menu: readonly ShapeChoice[]): Surface {
  const {x} = points;
  const n = x.length;
  const fars = [...new Set(menu.map(({far}) => far))];
  const flat = fars.every((far) => far === 'flat');
  const size = flat ? 7 : 9;
  const weighted = weightedPoints(points, noise);
  const gram = new Float64Array(size * size);
  const total = weighted.weight.reduce((sum, value, i) => sum + value * weighted.value[i]! * weighted.value[i]!, 0);
  const bend = new Float64Array(n);
  const places = new Float64Array(n);
  const room = factorRoom(size);
  const partial = new Float64Array(size);
  const addFar = flat ? null : farProducts(x, weighted, gram, size);
  const takeOut = directionRemover(gram, size, weighted, noise, addFar?.columns ?? []);
  const orders = fars.map((far) => ({
    order: columnOrder(far),
    shapes: menu.flatMap((one, s) => (one.far === far ? [s] : [])),
  }));
  return {
    at(eta, w, out) {
      const count = fillBend(bend, x, eta, w);
      const used = flat ? count : n;
      bend.fill(0, count, used);
      const frame = frameOf(x, bend, eta, w, count);
      const scale = bendScale(frame);
      powerProducts(gram, size, weighted, bend, frame.low, scale.scale, used, places);
      knotProducts(gram, size, weighted, places, scale, used);
      addFar?.add(bend, places, frame);
      gram[size * size - 1] = total;
      takeOut(places, scale, used);
      for (const {order, shapes} of orders) {
        partialResiduals(gram, size, order, room, partial);
        for (const s of shapes) out[s] = Math.max(partial[menu[s]!.count - 1]!, ROUNDING * total);
      }
    },
  };
}

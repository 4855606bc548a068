import {type Curve, type Points, sortedPoints} from '../curve.ts';
import {inflationOf} from '../dependence.ts';
import {equalWeights, knownWeights} from '../weights.ts';

/** The points of a curve by falling loss, so that the flat side comes first and the rise goes up. */
export interface Descent {
  readonly x: Float64Array;
  /** Values, turned over where the curve falls towards low losses. */
  readonly y: Float64Array;
  /** Weights: one over the relative variances. */
  readonly weight: Float64Array;
  /** 1 where the curve rises towards low losses, -1 where it falls. */
  readonly sign: 1 | -1;
  readonly points: Points;
  readonly curve: Curve;
}

/** Points that stand for an end of the curve. */
const END = 4;
const END_SHARE = 0.1;

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The points with loss at most `highest` by falling loss; the sign is that of the change from the upper half of the losses to the lowest tenth. */
export function descend(curve: Curve, highest: number): Descent {
  const points = sortedPoints(curve, highest);
  const n = points.x.length;
  const end = Math.max(END, Math.round(END_SHARE * n));
  const sign = meanOf(points.y.subarray(0, end)) >= meanOf(points.y.subarray(n >> 1)) ? 1 : -1;
  const known = points.standardError?.some((value) => value > 0) ? points.standardError : null;
  const root = known ? knownWeights(known, 0) : equalWeights(n);
  return {
    x: points.x.slice().reverse(),
    y: points.y.map((value) => sign * value).reverse(),
    weight: root.map((value) => value * value).reverse(),
    sign,
    points,
    curve,
  };
}

/** Weighted mean of the first `count` points of a descent with the variance of a point of weight 1 and its degrees of freedom. */
export interface FlatSide {
  readonly count: number;
  readonly level: number;
  readonly variance: number;
  /** Sum of weights. */
  readonly mass: number;
  /** (1 + r) / (1 - r) of the residuals about the level. */
  readonly inflation: number;
}

/** The `count` highest losses of the points of a descent, predecessors outside them left out. */
function topPoints({points, curve}: Descent, count: number): Points {
  const start = points.x.length - count;
  const order = points.order.slice(start);
  const lengths = new Map<number, number>();
  for (const place of order) lengths.set(curve.run[place]!, (lengths.get(curve.run[place]!) ?? 0) + 1);
  return {
    order,
    x: points.x.slice(start),
    y: points.y.slice(start),
    standardError: null,
    previous: points.previous.slice(start).map((place) => (place >= start ? place - start : -1)),
    runLengths: [...lengths.values()],
  };
}

/** The flat side that the first `count` points of a descent make. */
export function flatSide(descent: Descent, count: number): FlatSide {
  const {y, weight} = descent;
  let mass = 0;
  let sum = 0;
  for (let i = 0; i < count; i++) {
    mass += weight[i]!;
    sum += weight[i]! * y[i]!;
  }
  const level = sum / mass;
  const residuals = Float64Array.from({length: count}, (_, i) => Math.sqrt(weight[i]!) * (y[i]! - level));
  const square = residuals.reduce((total, value) => total + value * value, 0);
  const inflation = count > 1 ? inflationOf(topPoints(descent, count), residuals.reverse()) : 1;
  return {count, level, variance: square / Math.max(count - 1, 1), mass, inflation};
}

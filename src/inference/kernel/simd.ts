import {instances} from '../../numeric/vectors.ts';
import {type Heights, heightFrom} from '../centred.ts';
import {bendScale} from '../design.ts';
import {startOf} from '../smoothFamilies.ts';
import {
  type BentResiduals,
  type BentSums,
  type BentTable,
  type BentWanted,
  bentSize,
  type FamilyHeights,
  type FitKernel,
  type LinedPoints,
} from './kernel.ts';
import {type Exports, type Held, layout, type Memory, makeMemory} from './memory.ts';
import {referenceKernel} from './reference.ts';
import {simdRests} from './rests.ts';

/** Rows before the weights: losses or distances, and room. */
const ROOM = 5;

/** Sums of a row from each point on. */
function sumsFrom(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let i = values.length - 1; i >= 0; i--) sums[i] = sums[i + 1]! + values[i]!;
  return sums;
}

function bentSums(exports: Exports, memory: Memory, lined: LinedPoints, wanted: BentWanted): BentSums {
  const {x, weight, lines} = lined;
  const first = x[0]!;
  const last = x[x.length - 1]!;
  const {points, stride} = layout(x.length);
  const size = bentSize(lined, wanted);
  const all = [weight, ...lines];
  const held: Held = {
    points,
    count: ROOM + 2 * all.length + 1,
    rows: () => [
      {index: 0, values: x, pad: last},
      ...all.map((values, k) => ({index: ROOM + k, values, pad: 0})),
      ...all.map((values, k) => ({index: ROOM + all.length + k, values: sumsFrom(values), pad: 0})),
      {index: ROOM + 2 * all.length, values: Float64Array.from(wanted.knots, (knot) => 2 * knot - 1), pad: 0},
    ],
  };
  const {rows, sums} = memory;
  const knots = wanted.knots.length;
  // At one loss the square of the far side is 0; a scale of 0 itself would say that none is wanted.
  const perLoss = wanted.far ? bendScale(first, last) || Number.MIN_VALUE : 0;
  return (eta, w) => {
    memory.hold(held);
    exports.bentSums(rows, stride, points, lines.length, eta, w, knots, perLoss, sums);
    return memory.seen(size);
  };
}

function residualsOf(exports: Exports, memory: Memory, table: BentTable): BentResiduals {
  const {size, range, knots, directions, slope, orders, total} = table;
  const numbers = Float64Array.from([
    total,
    slope?.slope ?? 0,
    slope?.values ?? 0,
    ...knots.map(({knot}) => knot),
    ...directions.map((one) => one.values),
    ...directions.map((one) => one.slope),
  ]);
  const fixture = {numbers, places: Int32Array.from(orders.flatMap((order) => [order.length, ...order]))};
  const {fixed, places, residuals, sums: place} = memory;
  const far = slope !== null;
  const count = size * orders.length;
  return (sums) => {
    memory.fix(fixture);
    const own = memory.seen(sums.length);
    if (own !== sums) own.set(sums);
    exports.bentResiduals(
      fixed,
      places,
      place,
      residuals,
      size,
      range,
      knots.length,
      directions.length,
      far,
      orders.length,
    );
    return memory.seenResiduals(count);
  };
}

/** A family as the kernel knows it: e^(-rate d), or logistic or Gompertz curves of e^(rate d); d is the distance from the first loss, or of their logarithms. */
interface Form {
  readonly kind: 0 | 1 | 2;
  readonly logarithmic: boolean;
  rate(scale: number): number;
}

const inverse = (scale: number): number => 1 / scale;

const FORMS: Readonly<Record<string, Form>> = {
  exponential: {kind: 0, logarithmic: false, rate: inverse},
  logistic: {kind: 1, logarithmic: false, rate: inverse},
  gompertz: {kind: 2, logarithmic: false, rate: inverse},
  power: {kind: 0, logarithmic: true, rate: (power) => power},
};

/** Points made ready for every family. */
function heldFor(x: Float64Array, {weight, value, lines}: Heights): Held {
  const first = x[0]!;
  const all = [weight, value, ...lines];
  return {
    points: layout(x.length).points,
    count: ROOM + all.length,
    rows: () => [
      {index: 0, values: x.map((at) => at - first), pad: 0},
      {index: 1, values: x.map((at) => (first > 0 ? Math.log(at / first) : 0)), pad: 0},
      ...all.map((values, k) => ({index: ROOM + k, values, pad: 0})),
    ],
  };
}

function familyHeights(
  exports: Exports,
  memory: Memory,
  {kind, logarithmic, rate}: Form,
  held: Held,
  {first, lines, total}: {readonly first: number; readonly lines: number; readonly total: number},
): FamilyHeights {
  const {rows, sums} = memory;
  const {points, stride} = layout(held.points);
  const row = Number(logarithmic);
  return (location, scale) => {
    memory.hold(held);
    const start = kind === 0 ? 0 : startOf(first, location, scale);
    exports.curveSums(rows, stride, points, lines, kind, row, rate(scale), start, sums);
    return heightFrom(memory.seen(1 + lines), total);
  };
}

/**
 * The kernel in WebAssembly with vectors of two points (src/inference/kernel/wasm), from the bytes of kernel.wasm. The reference itself where
 * an engine has no vectors.
 */
export function simdFitKernel(bytes: Uint8Array): FitKernel {
  const make = instances<Exports>(bytes);
  if (!make) return referenceKernel;
  const exports = make();
  const memory = makeMemory(exports);
  const ready = new WeakMap<Heights, Held>();
  return {
    bent: (points, wanted) => bentSums(exports, memory, points, wanted),
    residuals: (table) => residualsOf(exports, memory, table),
    // Bases are large: an instance of their own, whose memory the rows of curves do not share.
    rests: simdRests(make()),
    family(family, x, heights) {
      const form = FORMS[family.name];
      if (!form) return referenceKernel.family(family, x, heights);
      const held = ready.get(heights) ?? heldFor(x, heights);
      ready.set(heights, held);
      return familyHeights(exports, memory, form, held, {
        first: x[0]!,
        lines: 1 + heights.lines.length,
        total: heights.total,
      });
    },
  };
}

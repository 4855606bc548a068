import {dot} from '../../numeric/leastSquares.ts';
import {fillBend} from '../bend.ts';
import {heightOn} from '../centred.ts';
import {bendScale, fillFarSide} from '../design.ts';
import {restsAt} from '../smoothNull/bases.ts';
import {type BentWanted, bentSize, type FitKernel, type LinedPoints, MOMENTS, PRODUCTS} from './kernel.ts';
import {bentResiduals} from './residuals.ts';

/** Adds the products of a line with the first powers of z, as many as are wanted, over points `from` to `to`. */
function addPowers(
  sums: Float64Array,
  at: number,
  line: Float64Array,
  places: Float64Array,
  [from, to]: readonly [number, number],
  powers: number,
): void {
  for (let i = from; i < to; i++) {
    const z = places[i]!;
    let value = line[i]!;
    for (let k = 0; k < powers; k++) {
      sums[at + k]! += value;
      value *= z;
    }
  }
}

/** Fills the sums of one range, in addition to those of the range before it, and returns the place after them. */
function addRange(
  sums: Float64Array,
  at: number,
  {weight, lines}: LinedPoints,
  places: Float64Array,
  range: readonly [number, number],
): number {
  const size = MOMENTS + PRODUCTS * lines.length;
  for (let k = 0; k < size; k++) sums[at + k] = at > 0 ? sums[at - size + k]! : 0;
  addPowers(sums, at, weight, places, range, MOMENTS);
  lines.forEach((line, l) => {
    addPowers(sums, at + MOMENTS + PRODUCTS * l, line, places, range, PRODUCTS);
  });
  return at + size;
}

function addFarSide(
  sums: Float64Array,
  at: number,
  {weight, lines}: LinedPoints,
  places: Float64Array,
  square: Float64Array,
) {
  const weighted = square.map((value, i) => value * weight[i]!);
  sums.fill(0, at, at + PRODUCTS);
  addPowers(sums, at, weighted, places, [0, places.length], PRODUCTS);
  sums[at + PRODUCTS] = dot(weighted, square);
  lines.forEach((line, l) => {
    sums[at + PRODUCTS + 1 + l] = dot(line, square);
  });
}

function bentSums(points: LinedPoints, wanted: BentWanted) {
  const {x} = points;
  const n = x.length;
  const sums = new Float64Array(bentSize(points, wanted));
  const bend = new Float64Array(n);
  const places = new Float64Array(n);
  const square = new Float64Array(n);
  return (eta: number, w: number): Float64Array => {
    const count = fillBend(bend, x, eta, w);
    bend.fill(0, count);
    const low = bend[n - 1]!;
    const scale = bendScale(low, bend[0]!);
    for (let i = 0; i < n; i++) places[i] = 2 * ((bend[i]! - low) * scale) - 1;
    let at = 0;
    let from = 0;
    for (const knot of [...wanted.knots, -1]) {
      let to = from;
      while (to < n && places[to]! > 2 * knot - 1) to++;
      at = addRange(sums, at, points, places, [from, to]);
      from = to;
    }
    if (wanted.far) {
      fillFarSide(square, x, bend, {eta, first: x[0]!, last: x[n - 1]!});
      addFarSide(sums, at, points, places, square);
    }
    return sums;
  };
}

/** The kernel in TypeScript. */
export const referenceKernel: FitKernel = {
  bent: bentSums,
  residuals: bentResiduals,
  rests: restsAt,
  family(family, x, heights) {
    const column = new Float64Array(x.length);
    const tables = new Map<number, Float64Array>();
    return (location, scale) => {
      const table = tables.get(scale) ?? family.table(x, scale);
      tables.set(scale, table);
      family.fill(column, table, x, location, scale);
      return heightOn(heights, column);
    };
  },
};

import {fillBend} from './bend.ts';

/** Knots of the splines: places of t, which runs from 0 to 1 over the fitted points. A spline has the first of them, in the order of its columns. */
const KNOTS = [0.2, 0.5, 0.35, 0.65] as const;
/** Columns of 1, z, z^2, z^3. */
const POWERS = 4;

/** The first `count` knots, in the order of their columns. */
export function knotsOf(count: number): readonly number[] {
  return KNOTS.slice(0, count);
}

/** What scales the columns: fixed by the points that were fitted, kept for drawing the curve elsewhere. */
export interface Frame {
  readonly eta: number;
  readonly w: number;
  /** Smallest and largest bend over the fitted points. */
  readonly low: number;
  readonly high: number;
  /** Loss range of the fitted points. */
  readonly first: number;
  readonly last: number;
}

/** The frame of a bend that fills the first `count` of losses `x` in rising order. */
export function frameOf(x: Float64Array, bend: Float64Array, eta: number, w: number, count: number): Frame {
  const n = x.length;
  return {eta, w, low: count < n ? 0 : bend[n - 1]!, high: count > 0 ? bend[0]! : 0, first: x[0]!, last: x[n - 1]!};
}

/** What scales the bend: t = (h - low) scale runs from 0 to 1 over the fitted points. */
export function bendScale(low: number, high: number): number {
  return high > low ? 1 / (high - low) : 0;
}

/** Fills place `i` of every column (t - knot)+^3. */
function fillSplines(columns: readonly Float64Array[], i: number, t: number, knots: readonly number[]): void {
  for (let k = 0; k < knots.length; k++) {
    const distance = Math.max(t - knots[k]!, 0);
    columns[k]![i] = distance * distance * distance;
  }
}

/**
 * The linear columns of a bent hinge at losses `x` in rising order: 1, z, z^2, z^3 and (t - k)+^3 for each knot, with z = 2 t - 1, which span
 * the same curves as 1, h, h^2, h^3, (h - k)+^3 with h scaled to 1; with `far` also the loss and the squared far side.
 */
export function designColumns(
  x: Float64Array,
  bend: Float64Array,
  frame: Frame,
  {knots, far}: {readonly knots: number; readonly far: boolean},
): Float64Array[] {
  const scale = bendScale(frame.low, frame.high);
  const places = knotsOf(knots);
  const columns = Array.from({length: POWERS + places.length}, () => new Float64Array(x.length));
  const [one, z, square, cube, ...splines] = columns as [Float64Array, Float64Array, Float64Array, Float64Array];
  one.fill(1);
  for (let i = 0; i < x.length; i++) {
    const t = (bend[i]! - frame.low) * scale;
    const at = 2 * t - 1;
    z[i] = at;
    square[i] = at * at;
    cube[i] = at * at * at;
    fillSplines(splines, i, t, places);
  }
  if (!far) return columns;
  const sides = [new Float64Array(x.length), new Float64Array(x.length)] as const;
  fillSlope(sides[0], x, frame);
  fillFarSide(sides[1], x, bend, frame);
  return [...columns, ...sides];
}

/** Places of the slope and of the square of a far side among the columns. */
export function farPlaces(knots: number): readonly [number, number] {
  return [POWERS + knots, POWERS + knots + 1];
}

const perLoss = ({first, last}: Pick<Frame, 'first' | 'last'>): number => (last > first ? 1 / (last - first) : 0);

/** Fills the column of a sloped far side: the loss scaled to [-1, 1]. */
export function fillSlope(out: Float64Array, x: Float64Array, frame: Pick<Frame, 'first' | 'last'>): void {
  const {first} = frame;
  const scale = 2 * perLoss(frame);
  for (let i = 0; i < x.length; i++) out[i] = (x[i]! - first) * scale - 1;
}

/** Fills the column of a curved far side: the square of g = h - u = w ln(1 + exp(-u / w)). */
export function fillFarSide(
  out: Float64Array,
  x: Float64Array,
  bend: Float64Array,
  frame: Pick<Frame, 'eta' | 'first' | 'last'>,
): void {
  const {eta} = frame;
  const scale = perLoss(frame);
  for (let i = 0; i < x.length; i++) {
    const g = (bend[i]! + x[i]! - eta) * scale;
    out[i] = g * g;
  }
}

/** The bend at (eta, w) over losses in rising order. */
export function bendOf(x: Float64Array, eta: number, w: number): {bend: Float64Array; count: number} {
  const bend = new Float64Array(x.length);
  return {bend, count: fillBend(bend, x, eta, w)};
}

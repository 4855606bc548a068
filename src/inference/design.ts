import {fillBend} from './bend.ts';

/** Knots of the spline: places of t, which runs from 0 to 1 over the fitted points. */
export const KNOTS = [0.2, 0.5] as const;
/** Columns without and with the two of the far side. */
const FLAT_COLUMNS = 6;
const ALL_COLUMNS = 8;

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

/**
 * The linear columns of a bent hinge at losses `x` in rising order: 1, z, z^2, z^3, (t - k1)+^3, (t - k2)+^3 with z = 2 t - 1, which span
 * the same curves as 1, h, h^2, h^3, (h - .2)+^3, (h - .5)+^3 with h scaled to 1; with `far` also the loss and the squared far side.
 */
export function designColumns(x: Float64Array, bend: Float64Array, frame: Frame, far: boolean): Float64Array[] {
  const scale = bendScale(frame.low, frame.high);
  const [knot1, knot2] = KNOTS;
  const columns = Array.from({length: far ? ALL_COLUMNS : FLAT_COLUMNS}, () => new Float64Array(x.length));
  const [one, z1, z2, z3, s1, s2] = columns as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (let i = 0; i < x.length; i++) {
    const t = (bend[i]! - frame.low) * scale;
    const z = 2 * t - 1;
    const d1 = Math.max(t - knot1, 0);
    const d2 = Math.max(t - knot2, 0);
    one[i] = 1;
    z1[i] = z;
    z2[i] = z * z;
    z3[i] = z * z * z;
    s1[i] = d1 * d1 * d1;
    s2[i] = d2 * d2 * d2;
  }
  if (far) {
    fillSlope(columns[6]!, x, frame);
    fillFarSide(columns[7]!, x, bend, frame);
  }
  return columns;
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

import type {Axis} from './lineNull.ts';

/** A regressor without its part along the line, and its weighted sum of squares. */
export interface FreeColumn {
  readonly values: Float64Array;
  readonly square: number;
}

/** Share of a regressor's sum of squares around its mean below which the rest is rounding. */
const SINGULAR = 1e-20;

/** Takes the weighted line out of a regressor, twice for its digits; null where nothing is left. */
export function withoutLine({x, weight, total, centre, spread}: Axis, column: Float64Array): FreeColumn | null {
  const values = column.slice();
  let before = 0;
  let square = 0;
  for (let round = 0; round < 2; round++) {
    let sum = 0;
    let cross = 0;
    for (let i = 0; i < values.length; i++) {
      const w = weight ? weight[i]! : 1;
      sum += w * values[i]!;
      cross += w * values[i]! * (x[i]! - centre);
      if (round === 0) before += w * values[i]! * values[i]!;
    }
    square = 0;
    for (let i = 0; i < values.length; i++) {
      values[i]! -= sum / total + (cross / spread) * (x[i]! - centre);
      square += (weight ? weight[i]! : 1) * values[i]! * values[i]!;
    }
  }
  return square > SINGULAR * before ? {values, square} : null;
}

/** max(x - psi, 0). */
export function hingeColumn(x: Float64Array, psi: number): Float64Array {
  return x.map((value) => Math.max(value - psi, 0));
}

/** -1 above psi; `closed` counts a point at psi as above. */
export function stepColumn(x: Float64Array, psi: number, closed: boolean): Float64Array {
  return x.map((value) => (value > psi || (closed && value === psi) ? -1 : 0));
}

/** Weighted inner product of a regressor without its line with the residuals of the line. */
export function scoreOf(weight: Float64Array | null, residual: Float64Array, {values}: FreeColumn): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (weight ? weight[i]! : 1) * values[i]! * residual[i]!;
  return sum;
}

/** `count` places at equal distance from `low` to `high`. */
export function evenPlaces(low: number, high: number, count: number): number[] {
  return Array.from({length: count}, (_, i) => low + ((high - low) * i) / (count - 1));
}

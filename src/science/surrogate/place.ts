import {pieceOf} from '../../numeric/monotone.ts';
import {abilityAt, confidenceAt, S_COUNT, S_STEP, S_UNIT, TAU_COUNT, TAU_STEP} from '../answer/probabilityRows.ts';

/** The s of every point of the table of means. */
export const ABILITIES = Float64Array.from({length: S_COUNT}, (_, i) => abilityAt(i));

/** The tau of every row of the table of means. */
export const CONFIDENCES = Float64Array.from({length: TAU_COUNT}, (_, i) => confidenceAt(i));

function held(x: number, knots: Float64Array): number {
  return Math.min(Math.max(x, knots[0]!), knots[knots.length - 1]!);
}

/** The point of the table of means at an s, in fractions of one and held inside: asinh(s / unit) / step, by a series from the point below. */
export function quickAbilityPlace(s: number): number {
  const inside = held(s, ABILITIES);
  const i = pieceOf(ABILITIES, inside);
  const q = inside / S_UNIT;
  const low = ABILITIES[i]! / S_UNIT;
  // sinh of the difference of two asinh, at most sinh(0.1).
  const y = q * Math.sqrt(1 + low * low) - low * Math.sqrt(1 + q * q);
  const z = y * y;
  return i + (y * (1 - z * (1 / 6 - z * (3 / 40)))) / S_STEP;
}

/** The row of the table of means at a tau, in fractions of one and held inside: ln(tau / lowest) / step, by a series from the row below. */
export function quickConfidencePlace(tau: number): number {
  const inside = held(tau, CONFIDENCES);
  const i = pieceOf(CONFIDENCES, inside);
  const x = inside / CONFIDENCES[i]! - 1;
  return i + (x * (1 - x * (1 / 2 - x * (1 / 3 - x * (1 / 4 - x * (1 / 5 - x * (1 / 6 - x / 7))))))) / TAU_STEP;
}

import {quickLog} from '../../numeric/quickLog.ts';
import {
  abilityAt,
  confidenceAt,
  S_BELOW,
  S_COUNT,
  S_STEP,
  S_UNIT,
  TAU_COUNT,
  TAU_LOW,
  TAU_STEP,
} from '../answer/probabilityRows.ts';

/** The s of every point of the table of means. */
export const ABILITIES = Float64Array.from({length: S_COUNT}, (_, i) => abilityAt(i));

/** The tau of every row of the table of means. */
export const CONFIDENCES = Float64Array.from({length: TAU_COUNT}, (_, i) => confidenceAt(i));

function held(place: number, count: number): number {
  return Math.min(Math.max(place, 0), count - 1);
}

/** asinh x = ln(x + sqrt(x^2 + 1)) for x from -10 on, error below 1e-11; further below the sum cancels. */
export function quickAsinh(x: number): number {
  return quickLog(x + Math.sqrt(x * x + 1));
}

/** The point of the table of means at an s, in fractions of one and held inside: asinh(s / unit) / step. */
export function quickAbilityPlace(s: number): number {
  return held(quickAsinh(Math.max(s, ABILITIES[0]!) / S_UNIT) / S_STEP + S_BELOW, S_COUNT);
}

/** The row of the table of means at a tau, in fractions of one and held inside: ln(tau / lowest) / step. */
export function quickConfidencePlace(tau: number): number {
  return held(quickLog(Math.max(tau, TAU_LOW) / TAU_LOW) / TAU_STEP, TAU_COUNT);
}

import {exp, log} from '../../numeric/elementary.ts';
import {cubicPlace} from '../../numeric/lagrange.ts';
import {SHIFT_COUNT, SHIFT_LOW, SHIFT_STEP, softmaxMoments} from './softmaxMoments.ts';
import {discrimination, normalRule} from './spread.ts';

/** Numbers at one point of a row: the means over questions of p, p^2, Brier, Brier^2, ln p and the margin. */
export const ROW_WIDTH = 6;

/** Lowest tau of the table. */
export const TAU_LOW = 0.05;
/** Step of ln tau. */
export const TAU_STEP = 0.1;
/** Rows of the table: tau from 0.05 to 3. */
export const TAU_COUNT = 42;

/** Ability up to which the grid is nearly even. */
export const S_UNIT = 0.05;
/** Step of asinh(s / S_UNIT). */
export const S_STEP = 0.1;
/** Points below s = 0. */
export const S_BELOW = 30;
/** Points of a row: s from -0.5 to 3700. */
export const S_COUNT = 150;

function asinh(x: number): number {
  return x < 0 ? -log(-x + Math.sqrt(x * x + 1)) : log(x + Math.sqrt(x * x + 1));
}

/** The tau of row i. */
export function confidenceAt(i: number): number {
  return TAU_LOW * exp(TAU_STEP * i);
}

/** The row, in fractions of one, of a tau. */
export function confidencePlace(tau: number): number {
  return log(tau / TAU_LOW) / TAU_STEP;
}

/** The s of point i, finer around 0: unit sinh(step (i - below)). */
export function abilityAt(i: number): number {
  const t = S_STEP * (i - S_BELOW);
  return 0.5 * S_UNIT * (exp(t) - exp(-t));
}

/** The point, in fractions of one, of an s. */
export function abilityPlace(s: number): number {
  return asinh(s / S_UNIT) / S_STEP + S_BELOW;
}

/** Mean over questions a(b) of tables over shifts, at ability s. */
function averageOver(strength: Float64Array, weights: Float64Array, s: number, tables: Float64Array[]): number[] {
  const sums = tables.map(() => 0);
  for (let j = 0; j < strength.length; j++) {
    const {start, weights: cubic} = cubicPlace((s * strength[j]! - SHIFT_LOW) / SHIFT_STEP, SHIFT_COUNT);
    for (let k = 0; k < tables.length; k++) {
      const table = tables[k]!;
      let value = 0;
      for (let m = 0; m < 4; m++) value += cubic[m]! * table[start + m]!;
      sums[k]! += weights[j]! * value;
    }
  }
  return sums;
}

/** Row i of the table of means of the item model with K options and spread sigma_a; shape [S_COUNT, ROW_WIDTH]. */
export type ProbabilityRows = (i: number) => Float64Array;

/** The rows of a benchmark, made when they are first needed, for a benchmark uses few values of tau. */
export function probabilityRows(options: number, sigma: number): ProbabilityRows {
  const rule = normalRule();
  const strength = rule.nodes.map((b) => discrimination(sigma, b));
  const rows = new Array<Float64Array | undefined>(TAU_COUNT);
  const make = (i: number): Float64Array => {
    const of = softmaxMoments(options, confidenceAt(i));
    const tables = [of.probability, of.probabilitySquared, of.brier, of.brierSquared, of.logProbability, of.margin];
    const points = Array.from({length: S_COUNT}, (_, j) => averageOver(strength, rule.weights, abilityAt(j), tables));
    return Float64Array.from(points.flat());
  };
  return (i) => {
    rows[i] ??= make(i);
    return rows[i];
  };
}

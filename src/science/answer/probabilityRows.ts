import {exp, log} from '../../numeric/elementary.ts';
import {cubicPlace} from '../../numeric/lagrange.ts';
import {MOMENTS, type Moment, SHIFT_COUNT, SHIFT_LOW, SHIFT_STEP, softmaxMoments} from './softmaxMoments.ts';
import {discrimination, normalRule} from './spread.ts';

/** Numbers at one point of a row: the means over questions of MOMENTS. */
export const ROW_WIDTH = MOMENTS.length;

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

/** Place of ln p among MOMENTS; its square follows. */
const LOG = MOMENTS.indexOf('logProbability');

/** Writes the mean over questions a(b) of a table over shifts, shape [SHIFT_COUNT, ROW_WIDTH], at ability s. */
function putAverage(
  {strength, weights}: {strength: Float64Array; weights: Float64Array},
  s: number,
  table: Float64Array,
  out: Float64Array,
  to: number,
): void {
  for (let j = 0; j < strength.length; j++) {
    const {start, weights: cubic} = cubicPlace((s * strength[j]! - SHIFT_LOW) / SHIFT_STEP, SHIFT_COUNT);
    const at = ROW_WIDTH * start;
    const weight = weights[j]!;
    const [a, b, c, d] = cubic;
    for (let k = 0; k < ROW_WIDTH; k++) {
      const low = a * table[at + k]! + b * table[at + ROW_WIDTH + k]!;
      out[to + k]! += weight * (low + c * table[at + 2 * ROW_WIDTH + k]! + d * table[at + 3 * ROW_WIDTH + k]!);
    }
    // Below the table p is next to 0 and ln p falls as fast as the shift.
    const beyond = s * strength[j]! - SHIFT_LOW;
    if (beyond < 0) {
      out[to + LOG]! += weight * beyond;
      out[to + LOG + 1]! += weight * beyond * (2 * table[LOG]! + beyond);
    }
  }
}

/** Row i of the table of means of the item model with K options and spread sigma_a; shape [S_COUNT, ROW_WIDTH]. */
export type ProbabilityRows = (i: number) => Float64Array;

/** The rows of a benchmark, made when they are first needed, for a benchmark uses few values of tau; means that are not wanted are 0. */
export function probabilityRows(options: number, sigma: number, wanted: readonly Moment[] = MOMENTS): ProbabilityRows {
  const rule = normalRule();
  const questions = {strength: rule.nodes.map((b) => discrimination(sigma, b)), weights: rule.weights};
  const rows = new Array<Float64Array | undefined>(TAU_COUNT);
  const make = (i: number): Float64Array => {
    const of = softmaxMoments(options, confidenceAt(i));
    const table = new Float64Array(SHIFT_COUNT * ROW_WIDTH);
    for (const name of wanted) {
      const column = of[name]();
      const k = MOMENTS.indexOf(name);
      for (let j = 0; j < SHIFT_COUNT; j++) table[j * ROW_WIDTH + k] = column[j]!;
    }
    const row = new Float64Array(S_COUNT * ROW_WIDTH);
    for (let j = 0; j < S_COUNT; j++) putAverage(questions, abilityAt(j), table, row, ROW_WIDTH * j);
    return row;
  };
  return (i) => {
    rows[i] ??= make(i);
    return rows[i];
  };
}

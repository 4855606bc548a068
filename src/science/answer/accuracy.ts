import {exp} from '../../numeric/elementary.ts';
import {monotone, solveRising} from '../../numeric/monotone.ts';
import {normalCdf, normalDensity} from '../../numeric/normalCdf.ts';
import {discrimination, normalRule} from './spread.ts';

/** P(x + delta beats K - 1 standard normals) on a grid of delta; the multiple-choice accuracy of one question. */
function winningTable(options: number, step: number, low: number, count: number): Float64Array {
  const reach = 9;
  const points = Math.round((2 * reach) / step) + 1;
  const others = Float64Array.from({length: points}, (_, i) => {
    const phi = normalCdf(-reach + i * step);
    let product = 1;
    for (let k = 1; k < options; k++) product *= phi;
    return product;
  });
  return Float64Array.from({length: count}, (_, j) => {
    const delta = low + j * step;
    let sum = 0;
    for (let i = 0; i < points; i++) sum += normalDensity(-reach + i * step - delta) * others[i]!;
    // Beyond the grid everything is won.
    return Math.min(step * sum + 1 - normalCdf(reach - delta), 1);
  });
}

const STEP = 0.1;
const LOW = -6;
const COUNT = 211;

/** Expected accuracy as a function of r = s / tau, and its inverse. */
export interface AccuracyCurve {
  at(ratio: number): number;
  /** r at which the expected accuracy is `target`, above chance or, down to r = -1.36, below it. */
  ratioFor(target: number): number;
}

/** Ratio up to which the grid is nearly even. */
export const RATIO_UNIT = 0.05;
/** Step of asinh(r / RATIO_UNIT). */
export const RATIO_STEP = 0.04;
/** Points of the grid below r = 0. */
export const RATIO_BELOW = 100;
const RATIO_COUNT = 600;

/** The ratios at which the accuracy is tabulated, from -1.36 on and finer around 0: unit sinh(step (i - below)). */
export function ratioGrid(): Float64Array {
  return Float64Array.from({length: RATIO_COUNT}, (_, i) => {
    const t = RATIO_STEP * (i - RATIO_BELOW);
    return 0.5 * RATIO_UNIT * (exp(t) - exp(-t));
  });
}

/**
 * Expected accuracy of the item model, E_b P(e_0 + r a(b) > max_c e_c) with a = exp(sigma b - sigma^2 / 2),
 * by quadrature (error below 1e-6 between grid points).
 */
export function accuracyCurve(options: number, sigma: number): AccuracyCurve {
  const table = winningTable(options, STEP, LOW, COUNT);
  const grid = Float64Array.from({length: COUNT}, (_, j) => LOW + j * STEP);
  const winning = monotone(grid, table);
  const rule = normalRule();
  const strength = rule.nodes.map((b) => discrimination(sigma, b));
  const ratios = ratioGrid();
  const expected = ratios.map((r) => {
    let sum = 0;
    for (let i = 0; i < strength.length; i++) sum += rule.weights[i]! * winning(r * strength[i]!);
    return sum;
  });
  const at = monotone(ratios, expected);
  const chance = at(0);
  const top = ratios[ratios.length - 1]!;
  return {
    at,
    ratioFor(target) {
      if (target === chance) return 0;
      return target > chance ? solveRising(at, target, 0, top) : solveRising(at, target, ratios[0]!, 0);
    },
  };
}

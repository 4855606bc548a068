import {exp, log} from '../../numeric/elementary.ts';
import {cubicPlace} from '../../numeric/lagrange.ts';
import {SHIFT_COUNT, SHIFT_LOW, SHIFT_STEP, type ShiftMoments, softmaxMoments} from './softmaxMoments.ts';
import {discrimination, normalRule} from './spread.ts';

/** Means over questions of the probability metrics at one latent: p, p^2, Brier, Brier^2. */
export type ProbabilityMeans = readonly [number, number, number, number];

const TAU_LOW = 0.05;
const TAU_STEP = 0.1;
const TAU_COUNT = 42;
const S_UNIT = 0.05;
const S_STEP = 0.1;
const S_BELOW = 30;
const S_COUNT = 150;

function asinh(x: number): number {
  return x < 0 ? -log(-x + Math.sqrt(x * x + 1)) : log(x + Math.sqrt(x * x + 1));
}

/** The grid of s, finer around 0: unit sinh(step (i - below)), from -0.5 to 3700. */
function abilities(): Float64Array {
  return Float64Array.from({length: S_COUNT}, (_, i) => {
    const t = S_STEP * (i - S_BELOW);
    return 0.5 * S_UNIT * (exp(t) - exp(-t));
  });
}

/** Mean over questions a(b) of a table over shifts, at ability s. */
function averageOver(strength: Float64Array, weights: Float64Array, s: number, moments: ShiftMoments): number[] {
  const rows = [moments.probability, moments.probabilitySquared, moments.brier, moments.brierSquared];
  const sums = rows.map(() => 0);
  for (let j = 0; j < strength.length; j++) {
    const place = cubicPlace((s * strength[j]! - SHIFT_LOW) / SHIFT_STEP, SHIFT_COUNT);
    rows.forEach((row, k) => {
      let value = 0;
      for (let m = 0; m < 4; m++) value += place.weights[m]! * row[place.start + m]!;
      sums[k]! += weights[j]! * value;
    });
  }
  return sums;
}

/**
 * Expected probability metrics of the item model with K options and spread sigma_a, by interpolation (error below 1e-5)
 * in a table over (s, tau): s from -0.5 to 3700, tau from 0.05 to 3; values outside are held at the edge.
 * Rows are made when they are first needed, for a benchmark uses few values of tau.
 */
export function probabilityTable(options: number, sigma: number): (s: number, tau: number) => ProbabilityMeans {
  const rule = normalRule();
  const strength = rule.nodes.map((b) => discrimination(sigma, b));
  const grid = abilities();
  const rows = new Array<Float64Array | undefined>(TAU_COUNT);
  const makeRow = (i: number): Float64Array => {
    const moments = softmaxMoments(options, TAU_LOW * exp(TAU_STEP * i));
    return Float64Array.from([...grid].flatMap((s) => averageOver(strength, rule.weights, s, moments)));
  };
  const rowAt = (i: number): Float64Array => {
    rows[i] ??= makeRow(i);
    return rows[i];
  };
  return (s, tau) => {
    const place = cubicPlace(log(tau / TAU_LOW) / TAU_STEP, TAU_COUNT);
    const column = cubicPlace(asinh(s / S_UNIT) / S_STEP + S_BELOW, S_COUNT);
    const out: [number, number, number, number] = [0, 0, 0, 0];
    for (let i = 0; i < 4; i++) {
      const row = rowAt(place.start + i);
      for (let j = 0; j < 4; j++) {
        const weight = place.weights[i]! * column.weights[j]!;
        for (let k = 0; k < 4; k++) out[k]! += weight * row[4 * (column.start + j) + k]!;
      }
    }
    return out;
  };
}

import type {Latent} from '../latent.ts';
import {ANSWER_FUNCTIONS, inner, QUESTION_FUNCTIONS} from './basis.ts';
import {DRAWN, type Panel} from './panel.ts';

const COUNT = DRAWN.length;

/** Place among the draws of what is left of the indicator; the other statistics follow it. */
export const INDICATOR = QUESTION_FUNCTIONS + ANSWER_FUNCTIONS;

/** Standard normal numbers on which a statistic depends: question effects, answer effects, what is left of each statistic. */
export const DRAWS = INDICATOR + COUNT;

/** Place in a node of the standard deviations of the statistics. */
export const SCALES = COUNT * DRAWS;

/** Place in a node of the slopes of the squares on the values. */
export const SLOPES = SCALES + COUNT;

/** Place in a node of the skewnesses of the statistics. */
export const SKEWS = SLOPES + COUNT;

/** Length of a node. */
const NODE_WIDTH = SKEWS + COUNT;

/** Lower factor of a covariance matrix, row by row; a direction without variance is left out. */
function cholesky(matrix: Float64Array): Float64Array {
  const lower = new Float64Array(COUNT * COUNT);
  for (let r = 0; r < COUNT; r++) {
    for (let c = 0; c <= r; c++) {
      let left = matrix[r * COUNT + c]!;
      for (let k = 0; k < c; k++) left -= lower[r * COUNT + k]! * lower[c * COUNT + k]!;
      const pivot = lower[c * COUNT + c]!;
      if (r === c) lower[r * COUNT + c] = left > 1e-12 ? Math.sqrt(left) : 0;
      else lower[r * COUNT + c] = pivot > 0 ? left / pivot : 0;
    }
  }
  return lower;
}

/** Writes the coefficients of the statistics on the basis; returns the covariance that they leave, shape [DRAWN, DRAWN]. */
function project(scores: readonly Float64Array[], basis: readonly Float64Array[], node: Float64Array): Float64Array {
  const left = new Float64Array(COUNT * COUNT);
  const parts = scores.map((score) => basis.map((direction) => inner(score, direction)));
  for (let r = 0; r < scores.length; r++) {
    // The constant is the mean, which comes from elsewhere.
    node.set(parts[r]!.slice(1), r * DRAWS);
    for (let c = 0; c <= r; c++) {
      const known = parts[r]!.reduce((sum, part, k) => sum + part * parts[c]![k]!, 0);
      left[r * COUNT + c] = inner(scores[r]!, scores[c]!) - known;
    }
  }
  return left;
}

/** Mean of the third powers of the distances from the mean. */
function thirdMoment(score: Float64Array, mean: number): number {
  let sum = 0;
  for (let i = 0; i < score.length; i++) {
    const distance = score[i]! - mean;
    sum += distance * distance * distance;
  }
  return sum / score.length;
}

/**
 * The law of the mean of n scores at one latent, per root of n: coefficient of each statistic, in its own standard deviations, on
 * each draw, shape [DRAWN, DRAWS]; then standard deviations, slopes Cov(y^2, y) / Var(y) and
 * skewnesses, shape [DRAWN] each. Statistics after the first `count` are left at 0 and change nothing of the others.
 */
export function makeNode(
  panel: Panel,
  basis: readonly Float64Array[],
  latent: Latent,
  count: number = COUNT,
): Float64Array {
  const node = new Float64Array(NODE_WIDTH);
  const flat = panel.answer(latent);
  const scores = DRAWN.slice(0, count).map((_, k) => flat.subarray(k * panel.size, (k + 1) * panel.size));
  const lower = cholesky(project(scores, basis, node));
  scores.forEach((score, k) => {
    const own = node.subarray(k * DRAWS, (k + 1) * DRAWS);
    own.set(lower.subarray(k * COUNT, (k + 1) * COUNT), INDICATOR);
    const length = Math.sqrt(own.reduce((sum, c) => sum + c * c, 0));
    if (length < 1e-6) return;
    own.forEach((c, j) => {
      own[j] = c / length;
    });
    const mean = inner(score, basis[0]!);
    const third = thirdMoment(score, mean);
    node[SCALES + k] = length;
    // Cov(y^2, y) = E (y - m)^3 + 2 m Var(y)
    node[SLOPES + k] = third / (length * length) + 2 * mean;
    node[SKEWS + k] = third / (length * length * length);
  });
  return node;
}

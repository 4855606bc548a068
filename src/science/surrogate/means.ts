import {cubicWeights} from '../../numeric/lagrange.ts';
import {type ProbabilityRows, ROW_WIDTH, S_COUNT, TAU_COUNT} from '../answer/probabilityRows.ts';

/**
 * Fills places 1 to 4 of `out` with the means of p, Brier, ln p and the margin at point x of row y of the table of means,
 * in fractions of one and held inside: cubic in both directions (error below 1e-5).
 */
export function fillMeans(rows: ProbabilityRows, x: number, y: number, out: Float64Array): void {
  const inX = Math.min(Math.max(x, 0), S_COUNT - 1);
  const inY = Math.min(Math.max(y, 0), TAU_COUNT - 1);
  const column = Math.min(Math.max(Math.floor(inX) - 1, 0), S_COUNT - 4);
  const first = Math.min(Math.max(Math.floor(inY) - 1, 0), TAU_COUNT - 4);
  const across = cubicWeights(inX - column - 1);
  const along = cubicWeights(inY - first - 1);
  let p = 0;
  let brier = 0;
  let logProbability = 0;
  let margin = 0;
  for (let i = 0; i < 4; i++) {
    const row = rows(first + i);
    for (let j = 0; j < 4; j++) {
      const weight = along[i]! * across[j]!;
      const at = ROW_WIDTH * (column + j);
      p += weight * row[at]!;
      brier += weight * row[at + 2]!;
      logProbability += weight * row[at + 4]!;
      margin += weight * row[at + 5]!;
    }
  }
  out[1] = p;
  out[2] = brier;
  out[3] = logProbability;
  out[4] = margin;
}

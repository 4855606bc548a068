import {type ProbabilityRows, ROW_WIDTH, S_COUNT, TAU_COUNT} from '../answer/probabilityRows.ts';

/** The first of four points around a place, among `count`. */
function firstOf(place: number, count: number): number {
  return Math.min(Math.max(Math.floor(place) - 1, 0), count - 4);
}

/** Weights along the points, then along the rows: kept, for four numbers returned would be an object. */
const WEIGHTS = new Float64Array(8);

/** Puts the weights of cubic interpolation at fraction t between the second and third of four points from `at` on. */
function fillWeights(t: number, at: number): void {
  WEIGHTS[at] = -(t * (t - 1) * (t - 2)) / 6;
  WEIGHTS[at + 1] = ((t + 1) * (t - 1) * (t - 2)) / 2;
  WEIGHTS[at + 2] = -((t + 1) * t * (t - 2)) / 2;
  WEIGHTS[at + 3] = ((t + 1) * t * (t - 1)) / 6;
}

/**
 * Fills places 1 to 4 of `out` with the means of p, Brier, ln p and the margin at a place of the table of means, in fractions of
 * one: cubic (Lagrange) in both directions, error below 1e-5; the last two only where they are among the first `count` statistics.
 */
export function fillMeans(rows: ProbabilityRows, point: number, row: number, count: number, out: Float64Array): void {
  const column = firstOf(point, S_COUNT);
  const first = firstOf(row, TAU_COUNT);
  fillWeights(point - column - 1, 0);
  fillWeights(row - first - 1, 4);
  const [w0, w1, w2, w3] = [WEIGHTS[0]!, WEIGHTS[1]!, WEIGHTS[2]!, WEIGHTS[3]!];
  const at = ROW_WIDTH * column;
  let [p, brier, logProbability, margin] = [0, 0, 0, 0];
  for (let i = 0; i < 4; i++) {
    const values = rows(first + i);
    const along = WEIGHTS[4 + i]!;
    const a = along * w0;
    const b = along * w1;
    const c = along * w2;
    const d = along * w3;
    p += a * values[at]! + b * values[at + 8]! + c * values[at + 16]! + d * values[at + 24]!;
    brier += a * values[at + 2]! + b * values[at + 10]! + c * values[at + 18]! + d * values[at + 26]!;
    if (count <= 3) continue;
    logProbability += a * values[at + 4]! + b * values[at + 12]! + c * values[at + 20]! + d * values[at + 28]!;
    margin += a * values[at + 6]! + b * values[at + 14]! + c * values[at + 22]! + d * values[at + 30]!;
  }
  out[1] = p;
  out[2] = brier;
  out[3] = logProbability;
  out[4] = margin;
}

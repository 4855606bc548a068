import {leastSquares} from '../../numeric/leastSquares.ts';
import {times} from '../../numeric/times.ts';
import {varianceOf} from './gridPosterior.ts';
import type {KnownSums, LawNoise} from './posterior.ts';
import type {Predictive} from './predictive.ts';
import type {Task} from './training.ts';

/** Powers 0 to `degree` of loss, scaled so that each lies within [-1, 1] over all that is known and predicted. */
function powers(x: Float64Array, {known, ahead}: Task, degree: number): Float64Array[] {
  const top = known.x[known.x.length - 1]!;
  const length = top - ahead[0]!;
  return Array.from({length: degree + 1}, (_, k) => x.map((at) => ((top - at) / length) ** k));
}

/** A column after weighting, and room for the priors below it. */
function weighted(column: Float64Array, root: Float64Array, room: number): Float64Array {
  const out = new Float64Array(column.length + room);
  out.set(times(column, root));
  return out;
}

/** A polynomial by least squares with a normal prior of the size of the metric on every term but the base: its noise, its weighted residuals, its prediction. */
export function polynomialForecast(
  degree: number,
  task: Task,
  sums: KnownSums,
  inflation: number,
): {noise: LawNoise; residuals: Float64Array; predictive: Predictive} {
  const {known, ahead, aheadVariance, size} = task;
  const columns = powers(known.x, task, degree);
  const root = sums.weight.map(Math.sqrt);
  const free = leastSquares(columns, known.y, root);
  const variance = varianceOf(free.rss, known.y.length, degree + 1, size);
  const held = Math.sqrt(variance * inflation) / size;
  const priored = columns.map((column, k) => {
    const out = weighted(column, root, degree);
    if (k > 0) out[column.length + k - 1] = held;
    return out;
  });
  const {coefficients, inverse} = leastSquares(priored, weighted(known.y, root, degree));
  const valueAt = (at: readonly Float64Array[], i: number): number =>
    at.reduce((sum, column, k) => sum + coefficients[k]! * column[i]!, 0);
  const targets = powers(ahead, task, degree);
  const spread = ahead.map((_, i) => {
    let sum = 0;
    for (let a = 0; a <= degree; a++)
      for (let b = 0; b <= degree; b++) sum += targets[a]![i]! * targets[b]![i]! * inverse[a * (degree + 1) + b]!;
    return variance * aheadVariance[i]! + variance * inflation * sum;
  });
  return {
    noise: {variance, inflation},
    residuals: known.y.map((value, i) => root[i]! * (value - valueAt(columns, i))),
    predictive: {weight: Float64Array.of(1), mean: ahead.map((_, i) => valueAt(targets, i)), variance: spread},
  };
}

import type {Points} from './curve.ts';

/** Runs shorter than this say nothing about correlation along a run. */
const SHORTEST = 10;
const HIGHEST = 0.9;

/**
 * (1 + r) / (1 - r), by which neighbours along a run inflate variances: r is the lag-1 correlation of residuals (in the order of `points`)
 * within runs, raised by 2 / n a run for its small-sample bias and kept in [0, 0.9].
 */
export function inflationOf({previous, runLengths}: Points, residuals: Float64Array): number {
  const runs = runLengths.filter((length) => length >= SHORTEST).length;
  if (runs === 0) return 1;
  let product = 0;
  let square = 0;
  for (let i = 0; i < residuals.length; i++) {
    const value = residuals[i]!;
    square += value * value;
    if (previous[i]! >= 0) product += value * residuals[previous[i]!]!;
  }
  if (square === 0) return 1;
  const r = Math.min(Math.max(product / square + (2 * runs) / residuals.length, 0), HIGHEST);
  return (1 + r) / (1 - r);
}

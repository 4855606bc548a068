/** Quantile at p in [0, 1] of values in rising order, linear between order statistics (Hyndman and Fan 1996, type 7). */
export function quantileOfSorted(sorted: ArrayLike<number>, p: number): number {
  const at = p * (sorted.length - 1);
  const below = Math.floor(at);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below]! + (at - below) * (sorted[above]! - sorted[below]!);
}

/** Quantile at p in [0, 1] of values in any order. */
export function quantile(values: ArrayLike<number>, p: number): number {
  return quantileOfSorted(Float64Array.from(values).sort(), p);
}

/** Median: mean of the middle two where the count is even. */
export function median(values: ArrayLike<number>): number {
  return quantile(values, 0.5);
}

import {quantileOfSorted} from '../../numeric/quantile.ts';

/** Values at rising x, as a classical test sees a curve. */
export interface Sample {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Inverse variances up to a common factor; null where all points weigh the same. */
  readonly weight: Float64Array | null;
}

/** Square roots of the weights for `leastSquares`; null for equal weights. */
export function rootsOf({weight}: Sample): Float64Array | null {
  return weight ? weight.map(Math.sqrt) : null;
}

/** Index of the first point of each distinct x, and the number of points at the end. */
export function groupStarts(x: Float64Array): number[] {
  const starts: number[] = [];
  for (let i = 0; i < x.length; i++) {
    if (i === 0 || x[i]! > x[i - 1]!) starts.push(i);
  }
  starts.push(x.length);
  return starts;
}

/**
 * Distinct x at which a kink may lie: between the quantiles `trim` and `1 - trim` of x, and inside the outermost two distinct values,
 * where both slopes can be told.
 */
export function innerPlaces(x: Float64Array, trim: number): number[] {
  const distinct = groupStarts(x)
    .slice(0, -1)
    .map((i) => x[i]!);
  const low = quantileOfSorted(x, trim);
  const high = quantileOfSorted(x, 1 - trim);
  return distinct.slice(1, -1).filter((place) => place >= low && place <= high);
}

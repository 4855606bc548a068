import {median} from '../../numeric/quantile.ts';

/**
 * Emergence score: sign(argmax y - argmin y) (max y - min y) / sqrt(median of squared steps), values in order of scale
 * (Schaeffer et al. 2023, equation 1; Srivastava et al. 2022). Null where the median step is 0 or there are fewer than two values.
 */
export function emergenceScore(y: ArrayLike<number>): number | null {
  if (y.length < 2) return null;
  let low = 0;
  let high = 0;
  for (let i = 1; i < y.length; i++) {
    if (y[i]! < y[low]!) low = i;
    if (y[i]! > y[high]!) high = i;
  }
  const squares = Array.from({length: y.length - 1}, (_, i) => (y[i + 1]! - y[i]!) ** 2);
  const typical = Math.sqrt(median(squares));
  return typical > 0 ? (Math.sign(high - low) * (y[high]! - y[low]!)) / typical : null;
}

/** Inverse of a small square matrix, row by row, by Gauss-Jordan elimination with row exchanges; null where it is singular. */
export function inverse(matrix: Float64Array, size: number): Float64Array | null {
  const a = matrix.slice();
  const out = new Float64Array(size * size);
  for (let i = 0; i < size; i++) out[i * size + i] = 1;
  const exchange = (values: Float64Array, r: number, s: number): void => {
    for (let c = 0; c < size; c++) {
      const kept = values[r * size + c]!;
      values[r * size + c] = values[s * size + c]!;
      values[s * size + c] = kept;
    }
  };
  for (let k = 0; k < size; k++) {
    let pivot = k;
    for (let r = k + 1; r < size; r++) if (Math.abs(a[r * size + k]!) > Math.abs(a[pivot * size + k]!)) pivot = r;
    const head = a[pivot * size + k]!;
    if (!(Math.abs(head) > 0)) return null;
    exchange(a, k, pivot);
    exchange(out, k, pivot);
    for (let r = 0; r < size; r++) {
      if (r === k) continue;
      const factor = a[r * size + k]! / head;
      for (let c = 0; c < size; c++) {
        a[r * size + c]! -= factor * a[k * size + c]!;
        out[r * size + c]! -= factor * out[k * size + c]!;
      }
    }
    for (let c = 0; c < size; c++) {
      a[k * size + c]! /= head;
      out[k * size + c]! /= head;
    }
  }
  return out;
}

/** Share of a column's square left after the columns before it, below which it counts as dependent on them. */
const DEPENDENT = 1e-10;

/** Room for the factorisation of at most `size` columns and a right-hand side. */
export function factorRoom(size: number): Float64Array {
  return new Float64Array((size + 1) * (size + 1));
}

/**
 * Residual sums of squares of every leading set of columns at once: out[k] uses the first k + 1 of `order`.
 * `gram` is [size, size] row by row, the cross products of all columns with the right-hand side as the last one;
 * one Cholesky factorisation in `room`, dependent columns skipped.
 */
export function partialResiduals(
  gram: Float64Array,
  size: number,
  order: readonly number[],
  room: Float64Array,
  out: Float64Array,
): void {
  const right = size - 1;
  const count = order.length;
  let rest = gram[right * size + right]!;
  for (let k = 0; k < count; k++) {
    const column = order[k]!;
    const row = k * count;
    const own = gram[column * size + column]!;
    let pivot = own;
    let share = gram[column * size + right]!;
    for (let j = 0; j < k; j++) {
      let sum = gram[column * size + order[j]!]!;
      for (let i = 0; i < j; i++) sum -= room[row + i]! * room[j * count + i]!;
      const inverse = room[j * count + j]!;
      const value = sum * inverse;
      room[row + j] = value;
      pivot -= value * value;
      share -= value * room[count * count + j]!;
    }
    const kept = pivot > DEPENDENT * own;
    // The diagonal holds its inverse; a dependent column is left out by an inverse of 0.
    const inverse = kept ? 1 / Math.sqrt(pivot) : 0;
    room[row + k] = inverse;
    const z = share * inverse;
    room[count * count + k] = z;
    rest -= z * z;
    out[k] = rest;
  }
}

/** Equally many neighbours a part (fewer in the last), so that there are at most `most` parts. */
function partsOf(values: Float64Array, most: number): Float64Array[] {
  const size = Math.ceil(values.length / most);
  return Array.from({length: Math.ceil(values.length / Math.max(size, 1))}, (_, g) =>
    values.subarray(g * size, (g + 1) * size),
  );
}

const sumOf = (part: Float64Array): number => part.reduce((sum, value) => sum + value, 0);

/** Means of neighbours, at most `most`; the values themselves where there are no more. */
export function averaged(values: Float64Array, most: number): Float64Array {
  return Float64Array.from(partsOf(values, most), (part) => sumOf(part) / part.length);
}

/** Sums of the same neighbours. */
export function summed(values: Float64Array, most: number): Float64Array {
  return Float64Array.from(partsOf(values, most), sumOf);
}

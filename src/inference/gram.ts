/** A table of cross products, [size, size] row by row, the right-hand side last. */
export interface Gram {
  readonly table: Float64Array;
  readonly size: number;
  /** Room for sums on their way into the table: numbers handed over one by one would be allocated one by one. */
  readonly sums: Float64Array;
}

/** An empty table. */
export function makeGram(size: number): Gram {
  return {table: new Float64Array(size * size), size, sums: new Float64Array(11)};
}

/** Puts the first six sums where column `index` meets 1, z, z^2, z^3, the values and itself. */
export function putColumn({table, size, sums}: Gram, index: number): void {
  for (let a = 0; a < 4; a++) {
    table[a * size + index] = sums[a]!;
    table[index * size + a] = sums[a]!;
  }
  table[index * size + size - 1] = sums[4]!;
  table[index * size + index] = sums[5]!;
}

/** Puts eleven sums, seven moments and four with the values, where 1, z, z^2, z^3 and the values meet. */
export function putPowers({table, size, sums}: Gram): void {
  for (let a = 0; a < 4; a++) {
    for (let b = 0; b < 4; b++) table[a * size + b] = sums[a + b]!;
    table[a * size + size - 1] = sums[7 + a]!;
  }
}

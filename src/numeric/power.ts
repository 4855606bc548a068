/** base^count for a whole count, by products: base itself for 1, to the last bit, and the same bits in every engine. */
export function power(base: number, count: number): number {
  let all = 1;
  for (let i = 0; i < count; i++) all *= base;
  return all;
}

/** Pairs among n things. */
const pairs = (n: number): number => (n * (n - 1)) / 2;

/** Pairs of neighbours in a sorted order that are equal, each run of k equal ones giving k (k - 1) / 2. */
function tiedPairs(n: number, equal: (i: number) => boolean): number {
  let sum = 0;
  let run = 1;
  for (let i = 1; i <= n; i++) {
    if (i < n && equal(i)) run++;
    else {
      sum += pairs(run);
      run = 1;
    }
  }
  return sum;
}

/** Sorts values in place by merging and counts the pairs that stood in falling order. */
function inversions(values: Float64Array): number {
  let from = values;
  let to: Float64Array = new Float64Array(values.length);
  let count = 0;
  for (let width = 1; width < from.length; width *= 2) {
    for (let low = 0; low < from.length; low += 2 * width) {
      const middle = Math.min(low + width, from.length);
      const high = Math.min(low + 2 * width, from.length);
      for (let left = low, right = middle, at = low; at < high; at++) {
        if (right >= high || (left < middle && from[left]! <= from[right]!)) to[at] = from[left++]!;
        else {
          to[at] = from[right++]!;
          count += middle - left;
        }
      }
    }
    [from, to] = [to, from];
  }
  if (from !== values) values.set(from);
  return count;
}

/**
 * Kendall's tau-b, (concordant - discordant) / sqrt((pairs - ties in x) (pairs - ties in y)), in O(n log n) (Knight 1966,
 * doi:10.1080/01621459.1966.10480879); null where one side is constant.
 */
export function kendall(x: Float64Array, y: Float64Array): number | null {
  const n = x.length;
  const order = Array.from(x.keys()).sort((a, b) => x[a]! - x[b]! || y[a]! - y[b]!);
  const sameX = (i: number): boolean => x[order[i]!] === x[order[i - 1]!];
  const tiedX = tiedPairs(n, sameX);
  const tiedBoth = tiedPairs(n, (i) => sameX(i) && y[order[i]!] === y[order[i - 1]!]);
  const sorted = Float64Array.from(order, (i) => y[i]!);
  const discordant = inversions(sorted);
  const tiedY = tiedPairs(n, (i) => sorted[i] === sorted[i - 1]);
  const scale = Math.sqrt((pairs(n) - tiedX) * (pairs(n) - tiedY));
  return scale > 0 ? (pairs(n) - tiedX - tiedY + tiedBoth - 2 * discordant) / scale : null;
}

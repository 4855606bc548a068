/** A step of a monotone fit: neighbouring points that share one value. */
interface Block {
  value: number;
  mass: number;
  count: number;
}

/**
 * Weighted least-squares fit that never falls (`rising`) or never rises, for values in the order of their places; shape [points].
 * Pool adjacent violators (Barlow, Bartholomew, Bremner and Brunk 1972). Weights are positive; all 1 without.
 */
export function isotonic(
  values: Float64Array,
  weights: Float64Array | null = null,
  direction: 'rising' | 'falling' = 'rising',
): Float64Array {
  const sign = direction === 'rising' ? 1 : -1;
  const blocks: Block[] = [];
  values.forEach((value, i) => {
    let last: Block = {value, mass: weights ? weights[i]! : 1, count: 1};
    for (let before = blocks[blocks.length - 1]; before; before = blocks[blocks.length - 1]) {
      if (sign * before.value <= sign * last.value) break;
      const mass = before.mass + last.mass;
      const mean = (before.mass * before.value + last.mass * last.value) / mass;
      last = {value: mean, mass, count: before.count + last.count};
      blocks.pop();
    }
    blocks.push(last);
  });
  const out = new Float64Array(values.length);
  let at = 0;
  for (const {value, count} of blocks) {
    out.fill(value, at, at + count);
    at += count;
  }
  return out;
}

/** Products of two vectors of one length, place by place; a plain loop, for `map` takes several times as long. */
export function times(a: Float64Array, b: Float64Array): Float64Array {
  const out = new Float64Array(a.length);
  for (let i = 0; i < out.length; i++) out[i] = a[i]! * b[i]!;
  return out;
}

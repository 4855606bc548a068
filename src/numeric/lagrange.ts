/** Four weights of cubic Lagrange interpolation at fraction `t` between the second and third of four equally spaced points. */
export function cubicWeights(t: number): readonly [number, number, number, number] {
  const a = t + 1;
  const c = t - 1;
  const d = t - 2;
  return [-(t * c * d) / 6, (a * c * d) / 2, -(a * t * d) / 2, (a * t * c) / 6];
}

/** Start index and fraction for cubic interpolation at index coordinate `x` among `count` points, held inside. */
export function cubicPlace(
  x: number,
  count: number,
): {start: number; weights: readonly [number, number, number, number]} {
  const inside = Math.min(Math.max(x, 0), count - 1);
  const start = Math.min(Math.max(Math.floor(inside) - 1, 0), count - 4);
  return {start, weights: cubicWeights(inside - start - 1)};
}

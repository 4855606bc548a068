/** Huber's loss of one residual: r^2 / 2 up to delta, delta (|r| - delta / 2) beyond (Huber 1964); delta may be infinite. */
export function huber(residual: number, delta: number): number {
  const size = Math.abs(residual);
  return size <= delta ? 0.5 * size * size : delta * (size - 0.5 * delta);
}

/** Slope of Huber's loss: the residual, held between -delta and delta. */
export function huberSlope(residual: number, delta: number): number {
  return Math.max(-delta, Math.min(delta, residual));
}

/** A monotone piecewise cubic through points, constant outside them. */
export type Interpolant = (x: number) => number;

/** Slope at an end from the first two pieces, held so that the end piece stays monotone (Fritsch and Carlson 1980). */
function endSlope(h0: number, h1: number, d0: number, d1: number): number {
  const slope = ((2 * h0 + h1) * d0 - h0 * d1) / (h0 + h1);
  if (slope * d0 <= 0) return 0;
  return d0 * d1 <= 0 && Math.abs(slope) > 3 * Math.abs(d0) ? 3 * d0 : slope;
}

/** Slopes at the points of PCHIP, which keep each piece monotone: weighted harmonic means inside (Fritsch and Butland 1984), one-sided at the ends. */
export function monotoneSlopes(x: ArrayLike<number>, y: ArrayLike<number>): Float64Array {
  const n = x.length;
  const h = Array.from({length: n - 1}, (_, i) => x[i + 1]! - x[i]!);
  const d = h.map((width, i) => (y[i + 1]! - y[i]!) / width);
  if (n === 2) return Float64Array.of(d[0]!, d[0]!);
  const out = new Float64Array(n);
  for (let i = 1; i < n - 1; i++) {
    const [before, after] = [d[i - 1]!, d[i]!];
    if (before * after > 0) {
      const [h0, h1] = [h[i - 1]!, h[i]!];
      out[i] = (3 * (h0 + h1)) / ((2 * h1 + h0) / before + (h1 + 2 * h0) / after);
    }
  }
  out[0] = endSlope(h[0]!, h[1]!, d[0]!, d[1]!);
  out[n - 1] = endSlope(h[n - 2]!, h[n - 3]!, d[n - 2]!, d[n - 3]!);
  return out;
}

/** Index of the last of `x`, rising, that is not above `at`, by bisection; the last piece or the first where `at` lies outside. */
export function pieceOf(x: ArrayLike<number>, at: number): number {
  let low = 0;
  let high = x.length - 1;
  while (high - low > 1) {
    const mid = (low + high) >> 1;
    if (x[mid]! <= at) low = mid;
    else high = mid;
  }
  return low;
}

/** PCHIP: monotone where the points are, smooth (C1) between the first and last of them; `x` rising. */
export function monotone(x: ArrayLike<number>, y: ArrayLike<number>): Interpolant {
  const n = x.length;
  const d = monotoneSlopes(x, y);
  return (at) => {
    if (at <= x[0]!) return y[0]!;
    if (at >= x[n - 1]!) return y[n - 1]!;
    const i = pieceOf(x, at);
    const h = x[i + 1]! - x[i]!;
    const t = (at - x[i]!) / h;
    const u = 1 - t;
    return (
      (1 + 2 * t) * u * u * y[i]! + t * u * u * h * d[i]! + t * t * (3 - 2 * t) * y[i + 1]! - t * t * u * h * d[i + 1]!
    );
  };
}

/** The x in [low, high] at which a rising function reaches `target`, by bisection to the last bit; an end if it lies outside. */
export function solveRising(f: (x: number) => number, target: number, low: number, high: number): number {
  let a = low;
  let b = high;
  for (let i = 0; i < 80; i++) {
    const mid = 0.5 * (a + b);
    if (mid === a || mid === b) break;
    if (f(mid) < target) a = mid;
    else b = mid;
  }
  return 0.5 * (a + b);
}

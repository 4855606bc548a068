/** u / w below which the bend counts as 0, and above which as u: e^-25 = 1e-11 of w is left out. */
const REACH = 25;
/** Largest exponent for which products of tabulated powers stay exact. */
const SAFE = 600;

/** exp(-(x_i - x_0) / w) for losses in rising order: lets one exponential a row replace one a point. */
export function decayOf(x: Float64Array, w: number): Float64Array {
  return x.map((value) => Math.exp((x[0]! - value) / w));
}

/**
 * Fills `out` with the bent hinge of points in rising loss and returns how many are not 0.
 * h_w(u) = w ln(1 + exp(u / w)), h_0(u) = max(u, 0), with u = eta - x (bent-cable idea: Chiu, Lockhart and Routledge 2006).
 * `decay` is `decayOf(x, w)` where it is at hand.
 */
export function fillBend(
  out: Float64Array,
  x: Float64Array,
  eta: number,
  w: number,
  decay: Float64Array | null,
): number {
  const n = x.length;
  if (w === 0) {
    let i = 0;
    for (; i < n && x[i]! < eta; i++) out[i] = eta - x[i]!;
    return i;
  }
  const rate = 1 / w;
  const top = (eta - x[0]!) * rate;
  const factor = Math.exp(top);
  const table = decay && top < SAFE ? decay : null;
  let i = 0;
  for (; i < n; i++) {
    const u = eta - x[i]!;
    const ratio = u * rate;
    if (ratio > REACH) out[i] = u;
    else if (ratio < -REACH) return i;
    else out[i] = w * Math.log(1 + (table ? factor * table[i]! : Math.exp(ratio)));
  }
  return i;
}

/** Beyond this distance from 0 the soft plus counts as its asymptote: e^-25 = 1e-11. */
export const SOFT_PLUS_REACH = 25;
const STEPS = 64;

/** Values and derivatives of ln(1 + e^-v) at v = 0, 1/64, ..., 25, by turns; the derivative is in units of a step. */
const TABLE = Float64Array.from({length: 2 * (SOFT_PLUS_REACH * STEPS + 2)}, (_, i) => {
  const v = (i >> 1) / STEPS;
  return i % 2 === 0 ? Math.log1p(Math.exp(-v)) : -1 / (1 + Math.exp(v)) / STEPS;
});

/** ln(1 + e^v) for |v| <= 25 by cubic Hermite interpolation between tabulated values; error below 3e-11. */
export function softPlus(v: number): number {
  const place = Math.abs(v) * STEPS;
  const i = Math.floor(place);
  const t = place - i;
  const a = TABLE[2 * i]!;
  const b = TABLE[2 * i + 2]!;
  const da = TABLE[2 * i + 1]!;
  const db = TABLE[2 * i + 3]!;
  const rise = b - a;
  const value = a + t * (da + t * (3 * rise - 2 * da - db + t * (da + db - 2 * rise)));
  return v > 0 ? v + value : value;
}

/** Beyond this distance from 0 the soft plus counts as its asymptote: e^-25 = 1e-11. */
export const SOFT_PLUS_REACH = 25;
const STEPS = 64;

/** ln(1 + e^-v) between v = k / 64 and the next such place: the four coefficients of the cubic with its values and slopes there, for k = 0 to 25 * 64. */
export const CUBICS = Float64Array.from({length: 4 * (SOFT_PLUS_REACH * STEPS + 1)}, (_, i) => {
  const value = (k: number): number => Math.log1p(Math.exp(-k / STEPS));
  const slope = (k: number): number => -1 / (1 + Math.exp(k / STEPS)) / STEPS;
  const k = i >> 2;
  const rise = value(k + 1) - value(k);
  const cubic = [
    value(k),
    slope(k),
    3 * rise - 2 * slope(k) - slope(k + 1),
    slope(k) + slope(k + 1) - 2 * rise,
  ] as const;
  return cubic[i & 3]!;
});

/** ln(1 + e^v) for |v| <= 25 by cubic Hermite interpolation between tabulated values; error below 3e-11. */
export function softPlus(v: number): number {
  const place = Math.abs(v) * STEPS;
  const k = place | 0;
  const t = place - k;
  const at = 4 * k;
  const value = CUBICS[at]! + t * (CUBICS[at + 1]! + t * (CUBICS[at + 2]! + t * CUBICS[at + 3]!));
  return v > 0 ? v + value : value;
}

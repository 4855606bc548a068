import {SOFT_PLUS_REACH, softPlus} from '../numeric/softplus.ts';

/**
 * Fills `out` with the bent hinge of points in rising loss and returns how many are not 0.
 * h_w(u) = w ln(1 + exp(u / w)), h_0(u) = max(u, 0), with u = eta - x (bent-cable idea: Chiu, Lockhart and Routledge 2006).
 */
export function fillBend(out: Float64Array, x: Float64Array, eta: number, w: number): number {
  const n = x.length;
  const reach = w * SOFT_PLUS_REACH;
  let i = 0;
  for (; i < n && eta - x[i]! > reach; i++) out[i] = eta - x[i]!;
  if (w === 0) return i;
  const rate = 1 / w;
  for (; i < n && x[i]! - eta <= reach; i++) out[i] = w * softPlus((eta - x[i]!) * rate);
  return i;
}

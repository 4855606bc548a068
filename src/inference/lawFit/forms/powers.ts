import {exp, log} from '../../../numeric/elementary.ts';

/** Slopes of one power term. */
export interface Power {
  readonly value: number;
  /** d value / d ln exponent. */
  readonly byExponent: number;
}

/** (scale / x)^exponent with its slope; d value / d ln scale is exponent times the value. */
export function ratioPower(lnScale: number, exponent: number, lnX: number): Power {
  const reach = exponent * (lnScale - lnX);
  const value = exp(reach);
  return {value, byExponent: value * reach};
}

/** A term (u + v)^beta with what its slopes need. */
export interface Mixed {
  readonly value: number;
  /** u / (u + v). */
  readonly share: number;
  /** d value / d ln beta at fixed u and v. */
  readonly byBeta: number;
}

/** (u + v)^beta from ln u and ln v, in logarithms so that neither term overflows (Kaplan et al. 2020, equation 1.5). */
export function mixedPower(lnU: number, lnV: number, beta: number): Mixed {
  const most = Math.max(lnU, lnV);
  const u = exp(lnU - most);
  const v = exp(lnV - most);
  const lnSum = most + log(u + v);
  const value = exp(beta * lnSum);
  return {value, share: u / (u + v), byBeta: value * beta * lnSum};
}

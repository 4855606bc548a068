import type {LossPower} from '../../science/kaplan/crossing.ts';
import {decimal} from '../numbers.ts';

/** A round number by its power of ten: 1e−4, 3e3. */
export function tenText(value: number): string {
  return value.toExponential().replace('e+', 'e').replaceAll('-', '\u2212');
}

/** A number with two digits: 1.3e9 from a million on and below a thousandth, else as it is. */
export function scaleText(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e4 || size < 1e-3)
    return Number(value.toPrecision(2)).toExponential().replace('e+', 'e').replaceAll('-', '\u2212');
  return String(Number(value.toPrecision(3)));
}

/** A law of loss: (C / 2.3e8)^-0.050. */
export function lossPowerText(symbol: string, {scale, exponent}: LossPower, digits = 3): string {
  return `(${symbol}/${scaleText(scale)})^${decimal(-exponent, digits)}`;
}

/** A law of spending: 1.3e9 C^0.73. */
export function powerText(
  symbol: string,
  {scale, exponent}: {readonly scale: number; readonly exponent: number},
  digits = 2,
): string {
  return `${scaleText(scale)} ${symbol}^${decimal(exponent, digits)}`;
}

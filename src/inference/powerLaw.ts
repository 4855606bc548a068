import {leastSquares} from '../numeric/leastSquares.ts';

/** y = scale x^exponent. */
export interface PowerLaw {
  readonly exponent: number;
  /** Of the exponent, from the residuals of n points with n - 2 degrees of freedom. */
  readonly standardError: number;
  readonly scale: number;
}

/** Fewest points that leave something to judge the error by. */
const FEWEST = 3;

/** Least squares of ln y on ln x, all of them positive; null with fewer than three points or without two different x. */
export function powerLaw(x: readonly number[], y: readonly number[]): PowerLaw | null {
  if (x.length < FEWEST) return null;
  const columns = [new Float64Array(x.length).fill(1), Float64Array.from(x, Math.log)];
  const {coefficients, rss, rank, inverse} = leastSquares(columns, Float64Array.from(y, Math.log));
  if (rank < 2) return null;
  const standardError = Math.sqrt((rss / (x.length - 2)) * inverse[3]!);
  return {exponent: coefficients[1]!, standardError, scale: Math.exp(coefficients[0]!)};
}

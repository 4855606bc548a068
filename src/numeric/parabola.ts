import {leastSquares} from './leastSquares.ts';

/** y = level + slope x + bend x^2. */
export interface Parabola {
  readonly level: number;
  readonly slope: number;
  readonly bend: number;
}

/** The parabola of least squares through points; null with fewer than three different `x`. */
export function fitParabola(x: readonly number[], y: readonly number[]): Parabola | null {
  const places = Float64Array.from(x);
  const columns = [new Float64Array(x.length).fill(1), places, places.map((at) => at * at)];
  const {coefficients, rank} = leastSquares(columns, Float64Array.from(y));
  if (rank < columns.length) return null;
  return {level: coefficients[0]!, slope: coefficients[1]!, bend: coefficients[2]!};
}

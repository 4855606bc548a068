import {goldenMinimum} from '../../numeric/golden.ts';
import {leastSquares} from '../../numeric/leastSquares.ts';
import type {PositionLaw} from '../../science/kaplan/tokens.ts';

/** Where the power is looked for, and how often that interval shrinks by 0.618. */
const POWERS = {low: 0.05, high: 2, steps: 60} as const;

/** Least squares of a + b T^-p to losses at positions T of the context; for every p a and b are those of a straight line. */
export function fitPositions(positions: readonly number[], losses: readonly number[]): PositionLaw {
  const y = Float64Array.from(losses);
  const one = new Float64Array(y.length).fill(1);
  const at = (p: number) => leastSquares([one, Float64Array.from(positions, (T) => T ** -p)], y);
  const p = goldenMinimum((power) => at(power).rss, POWERS.low, POWERS.high, POWERS.steps);
  const {coefficients} = at(p);
  return {a: coefficients[0]!, b: coefficients[1]!, p};
}

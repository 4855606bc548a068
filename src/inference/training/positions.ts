import {goldenMinimum} from '../../numeric/golden.ts';
import {leastSquares} from '../../numeric/leastSquares.ts';
import {
  CONTEXT,
  POSITION_MODELS,
  type PositionLaw,
  type PositionModel,
  positionLaw,
  positionLoss,
} from '../../science/kaplan/tokens.ts';
import {finalPoint, type TrainingCurve} from './curves.ts';

/** Positions at which losses are read: 1 to 1,024 in steps of the square root of two. */
export const POSITIONS: readonly number[] = [
  ...new Set(Array.from({length: 2 * Math.log2(CONTEXT) + 1}, (_, i) => Math.round(2 ** (i / 2)))),
];
/** How far a size may be from one of the paper and still stand for it. */
const NEAR = 1.1;

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

/** The curve whose size is nearest to `size` parameters; null where that is more than a tenth away. */
export function curveNear(curves: readonly TrainingCurve[], size: number): TrainingCurve | null {
  const away = (curve: TrainingCurve): number => Math.abs(Math.log(curve.size / size));
  const [best] = [...curves].sort((a, b) => away(a) - away(b));
  return best && away(best) < Math.log(NEAR) ? best : null;
}

/** One of the six models of Kaplan et al. 2020, Fig 20, beside the run of its size. */
export interface ReadPositions extends PositionModel {
  /** Losses at `POSITIONS`, nats: the final loss of the run, spread over positions. */
  readonly losses: readonly number[];
  readonly fitted: PositionLaw;
}

/** Those of the six models whose sizes are among the runs. */
export function readPositions(curves: readonly TrainingCurve[]): ReadPositions[] {
  return POSITION_MODELS.flatMap((model) => {
    const curve = curveNear(curves, model.params);
    if (!curve) return [];
    const law = positionLaw(finalPoint(curve).loss);
    const losses = POSITIONS.map((T) => positionLoss(law, T));
    return [{...model, losses, fitted: fitPositions(POSITIONS, losses)}];
  });
}

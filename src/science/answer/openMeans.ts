import {exp, log} from '../../numeric/elementary.ts';
import {type Interpolant, monotone} from '../../numeric/monotone.ts';
import {normalRule} from './spread.ts';

/** The shift in logits at which an open answer is never right. */
export const NEVER = -60;

const STEP = 0.25;
const COUNT = 481;

/** Means over questions of an open answer of one token, by the shift s in logits. */
export interface OpenMeans {
  /** Shifts of the table, from NEVER to -NEVER. */
  readonly shifts: Float64Array;
  readonly share: Interpolant;
  readonly square: Interpolant;
  readonly logProbability: Interpolant;
}

/** The means for p = 1 / (1 + exp(-(s + spread b))), b standard normal, by quadrature and monotone interpolation. */
export function openMeans(spread: number): OpenMeans {
  const rule = normalRule();
  const shifts = Float64Array.from({length: COUNT}, (_, i) => NEVER + STEP * i);
  const mean = (read: (p: number) => number): Interpolant =>
    monotone(
      shifts,
      shifts.map((s) => {
        let sum = 0;
        for (let j = 0; j < rule.nodes.length; j++) {
          sum += rule.weights[j]! * read(1 / (1 + exp(-(s + spread * rule.nodes[j]!))));
        }
        return sum;
      }),
    );
  return {shifts, share: mean((p) => p), square: mean((p) => p * p), logProbability: mean(log)};
}

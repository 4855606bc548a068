import {monotoneSlopes} from '../../numeric/monotone.ts';
import {RATIO_BELOW, RATIO_STEP, RATIO_UNIT, ratioGrid} from '../answer/accuracy.ts';
import {quickAsinh} from './place.ts';

/** Numbers of a piece: where it begins, one over its length, four coefficients. */
const WIDTH = 6;

/** Expected accuracy as a function of r = s / tau: the piecewise cubic of `accuracyCurve`, its piece found without a search. */
export function quickAccuracy(accuracy: (ratio: number) => number): (ratio: number) => number {
  const ratios = ratioGrid();
  const values = ratios.map(accuracy);
  const slopes = monotoneSlopes(ratios, values);
  const last = ratios.length - 1;
  const pieces = new Float64Array(last * WIDTH);
  for (let i = 0; i < last; i++) {
    const h = ratios[i + 1]! - ratios[i]!;
    const rise = values[i + 1]! - values[i]!;
    const b = h * slopes[i]!;
    const d = h * slopes[i + 1]!;
    pieces.set([ratios[i]!, 1 / h, values[i]!, b, 3 * rise - 2 * b - d, b + d - 2 * rise], i * WIDTH);
  }
  return (ratio) => {
    const inside = Math.min(Math.max(ratio, ratios[0]!), ratios[last]!);
    const place = quickAsinh(inside / RATIO_UNIT) / RATIO_STEP + RATIO_BELOW;
    const at = WIDTH * Math.min(Math.max(Math.floor(place), 0), last - 1);
    const t = (inside - pieces[at]!) * pieces[at + 1]!;
    return pieces[at + 2]! + t * (pieces[at + 3]! + t * (pieces[at + 4]! + t * pieces[at + 5]!));
  };
}

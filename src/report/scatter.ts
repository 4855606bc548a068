import type {CurveFinding} from '../inference/findings.ts';
import {isFitted} from './fitted.ts';
import type {ScoreRow} from './study.ts';

/** Place of the first number that is not below x in rising numbers. */
function placeIn(rising: readonly number[], x: number): number {
  let [low, high] = [0, rising.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rising[middle]! < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Root mean square distance of scores from the fitted curve, over the losses that it was fitted to, in the unit of the scores; null without a fit. */
export function scatterOf(curve: CurveFinding, rows: readonly Pick<ScoreRow, 'loss' | 'value'>[]): number | null {
  const {loss, value} = curve.fitted;
  if (!isFitted(curve) || loss.length < 2) return null;
  const order = loss.map((_, i) => i).sort((a, b) => loss[a]! - loss[b]!);
  const [x, y] = [order.map((i) => loss[i]!), order.map((i) => value[i]!)];
  const squares = rows.flatMap((row) => {
    const right = placeIn(x, row.loss);
    if (right === x.length || (right === 0 && row.loss < x[0]!)) return [];
    const left = Math.max(right - 1, 0);
    const share = right === left ? 0 : (row.loss - x[left]!) / (x[right]! - x[left]!);
    return [(row.value - y[left]! - share * (y[right]! - y[left]!)) ** 2];
  });
  return squares.length > 0 ? Math.sqrt(squares.reduce((sum, one) => sum + one, 0) / squares.length) : null;
}

import type {CurveFinding} from '../inference/findings.ts';
import {pieceOf} from '../numeric/monotone.ts';
import {isFitted} from './fitted.ts';
import type {ScoreRow} from './study.ts';

/** Root mean square distance of scores from the fitted curve, over the losses that it was fitted to, in the unit of the scores; null without a fit. */
export function scatterOf(curve: CurveFinding, rows: readonly Pick<ScoreRow, 'loss' | 'value'>[]): number | null {
  const {loss, value} = curve.fitted;
  if (!isFitted(curve) || loss.length < 2) return null;
  const order = loss.map((_, i) => i).sort((a, b) => loss[a]! - loss[b]!);
  const [x, y] = [order.map((i) => loss[i]!), order.map((i) => value[i]!)];
  const squares = rows.flatMap((row) => {
    if (row.loss < x[0]! || row.loss > x[x.length - 1]!) return [];
    const i = pieceOf(x, row.loss);
    const gap = x[i + 1]! - x[i]!;
    const share = gap > 0 ? (row.loss - x[i]!) / gap : 0;
    return [(row.value - y[i]! - share * (y[i + 1]! - y[i]!)) ** 2];
  });
  return squares.length > 0 ? Math.sqrt(squares.reduce((sum, one) => sum + one, 0) / squares.length) : null;
}

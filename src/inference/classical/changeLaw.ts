import {normals} from '../../numeric/normal.ts';
import {type Key, streamAt} from '../../numeric/stream.ts';

/** Draws from the limit laws of exp-F and ave-F, each in rising order. */
export interface ChangeLaw {
  readonly exp: Float64Array;
  readonly ave: Float64Array;
}

const STEPS = 250;

/**
 * Draws of ln of the mean of exp(R / 2) and of the mean of R over t in [trim, 1 - trim], R = |B(t)|^2 / (t (1 - t)), B a Brownian bridge of
 * `k` dimensions: what exp-F and ave-F tend to (Andrews and Ploberger 1994). B / sqrt(t (1 - t)) is drawn exactly at even steps of
 * s = ln(t / (1 - t)) / 2, where it is a stationary Ornstein-Uhlenbeck process; dt = 2 t (1 - t) ds. Draw b uses the stream at [b, 0, 0, 0].
 * Hansen (1997) fitted formulas to such draws; here the draws themselves are counted, so p carries a Monte Carlo error of sqrt(p (1 - p) / draws).
 */
export function changeLaw(key: Key, k: number, {trim = 0.15, draws = 4000} = {}): ChangeLaw {
  const end = 0.5 * Math.log((1 - trim) / trim);
  const step = (2 * end) / STEPS;
  const kept = Math.exp(-step);
  const fresh = Math.sqrt(1 - kept * kept);
  const weights = Float64Array.from({length: STEPS + 1}, (_, i) => {
    const t = 1 / (1 + Math.exp(-2 * (i * step - end)));
    return t * (1 - t) * (i === 0 || i === STEPS ? 0.5 : 1);
  });
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const exp = new Float64Array(draws);
  const ave = new Float64Array(draws);
  for (let b = 0; b < draws; b++) {
    const z = normals(streamAt(key, [b, 0, 0, 0]), (STEPS + 1) * k);
    for (let i = 0; i <= STEPS; i++) {
      let square = 0;
      for (let d = 0; d < k; d++) {
        const at = i * k + d;
        if (i > 0) z[at] = kept * z[at - k]! + fresh * z[at]!;
        square += z[at]! * z[at]!;
      }
      exp[b]! += (weights[i]! / sum) * Math.exp(square / 2);
      ave[b]! += (weights[i]! / sum) * square;
    }
    exp[b] = Math.log(exp[b]!);
  }
  return {exp: exp.sort(), ave: ave.sort()};
}

/** Share of draws, the statistic counted as one, that are at least as large. */
export function drawnUpper(sorted: Float64Array, statistic: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < statistic) low = middle + 1;
    else high = middle;
  }
  return (sorted.length - low + 1) / (sorted.length + 1);
}

import type {Quantity} from '../quantity.ts';
import {FORMS} from './forms.ts';
import {curveOf, overReplicates} from './overReplicates.ts';

/** The value at x between the two places around it, on a straight line of both; null outside. Places in any order. */
function between(places: ReadonlyArray<readonly [number, number]>, x: number): number | null {
  const rising = [...places].sort(([a], [b]) => a - b);
  const above = rising.findIndex(([at]) => at >= x);
  if (above < 0) return null;
  const [right, high] = rising[above]!;
  if (right === x) return high;
  if (above === 0) return null;
  const [left, low] = rising[above - 1]!;
  return low + ((x - left) / (right - left)) * (high - low);
}

/** Score where another score of the same checkpoints is a given number; null where no checkpoint is below it, or none above. */
export const scoreWhere: Quantity = {
  ...FORMS.scoreWhere,
  measure({samples}, of) {
    const {world, benchmark, where, beside = benchmark, is, scale} = of;
    const mine = curveOf(samples, of);
    const other = curveOf(samples, {world: world!, benchmark: beside!, metric: where!});
    if (!mine || !other) return null;
    const [to, from] = scale === 'log' ? [Math.log, Math.exp] : [Number, Number];
    return overReplicates(
      mine.values.map((scores, i) => {
        const places = Array.from(scores, (score, k) => [to(other.values[i]![k]!), to(score)] as const);
        const found = between(
          places.filter((place) => place.every(Number.isFinite)),
          to(Number(is)),
        );
        return found === null ? null : from(found);
      }),
    );
  },
};

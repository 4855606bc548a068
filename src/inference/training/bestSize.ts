import {exp, log} from '../../numeric/elementary.ts';
import {fitParabola} from '../../numeric/parabola.ts';

/** A size of model with a number that is to be small there: the loss at some compute, or the compute at some loss. */
export interface SizePoint {
  /** N without embeddings. */
  readonly size: number;
  readonly value: number;
}

/** Sizes on each side of the smallest value that the parabola goes through. */
const REACH = 2;

/**
 * The lowest point of a parabola of ln value on ln N through the sizes around the smallest value; null where that lies within two sizes of
 * the smallest or largest one, or the curve is not hollow.
 */
export function bestSize(points: readonly SizePoint[]): SizePoint | null {
  const rising = [...points].sort((a, b) => a.size - b.size);
  const lowest = rising.reduce((best, {value}, i) => (value < rising[best]!.value ? i : best), 0);
  if (lowest < REACH || lowest >= rising.length - REACH) return null;
  const near = rising.slice(lowest - REACH, lowest + REACH + 1);
  const middle = log(rising[lowest]!.size);
  const x = near.map(({size}) => log(size) - middle);
  const found = fitParabola(
    x,
    near.map(({value}) => log(value)),
  );
  if (!found || !(found.bend > 0)) return null;
  const {level, slope, bend} = found;
  const place = Math.min(Math.max(-slope / (2 * bend), x[0]!), x[x.length - 1]!);
  return {size: exp(middle + place), value: exp(level + slope * place + bend * place * place)};
}

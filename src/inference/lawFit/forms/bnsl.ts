import {exp, log} from '../../../numeric/elementary.ts';
import {bend} from '../../../science/bend.ts';
import {bnsl} from '../../../science/laws/bnsl.ts';
import {type Fittable, FLOORS, grid} from '../fittable.ts';

/** 1 / (1 + e^-t), the slope of a bend. */
function logistic(t: number): number {
  const x = exp(-Math.abs(t));
  return t < 0 ? x / (1 + x) : 1 / (1 + x);
}

/** A break: where its slopes stand, its exponent, and place and width in ln D. */
interface Break {
  readonly at: number;
  readonly c: number;
  readonly place: number;
  readonly width: number;
}

/** Fills the slopes of `value` by c, ln d and ln f of a break, `u` beyond its place, where it has the bend `bent`. */
function fillSlopes(
  slopes: Float64Array,
  {at, c, width}: Break,
  {u, bent, value}: {readonly u: number; readonly bent: number; readonly value: number},
): void {
  const slope = logistic(u / width);
  slopes[at] = -value * bent;
  slopes[at + 1] = value * c * slope;
  slopes[at + 2] = -value * c * (bent - u * slope);
}

/** The broken power law of data, by the logarithms of a, b, d and f and by the exponents c themselves, which may have either sign. */
export const fittableBnsl: Fittable = {
  law: bnsl,
  needs: ['D'],
  floor: 'a',
  sloped: ([lnA, lnB, c0, c1, lnD1, lnF1, c2, lnD2, lnF2]) => {
    const floor = exp(lnA!);
    const first = {at: 3, c: c1!, place: lnD1!, width: exp(lnF1!)};
    const second = {at: 6, c: c2!, place: lnD2!, width: exp(lnF2!)};
    return ({lnD}, slopes) => {
      const bent1 = bend(lnD - first.place, first.width);
      const bent2 = bend(lnD - second.place, second.width);
      const value = exp(lnB! - (c0! * lnD + first.c * bent1 + second.c * bent2));
      slopes[0] = floor;
      slopes[1] = value;
      slopes[2] = -lnD * value;
      fillSlopes(slopes, first, {u: lnD - first.place, bent: bent1, value});
      fillSlopes(slopes, second, {u: lnD - second.place, bent: bent2, value});
      return floor + value;
    };
  },
  starts: ({middle, low, level, quartilesD}) =>
    grid(FLOORS, quartilesD, [0.1, 0.5], [0.05, 0.4], [-0.3, 0.3]).map(([floor, place, f1, c0, c1]) => {
      const fall = c0! * middle.lnD + c1! * bend(middle.lnD - place!, f1!);
      const b = exp(log(level - floor! * low) + fall);
      return {a: floor! * low, b, c0: c0!, c1: c1!, d1: exp(place!), f1: f1!};
    }),
};

import {exp, log} from '../../../numeric/elementary.ts';
import {bend} from '../../../science/bend.ts';
import {bnsl} from '../../../science/laws/bnsl.ts';
import {type Fittable, FLOORS, grid} from '../fittable.ts';

/** 1 / (1 + e^-t), the slope of a bend. */
function logistic(t: number): number {
  return t < 0 ? exp(t) / (1 + exp(t)) : 1 / (1 + exp(-t));
}

/** The broken power law of data, by the logarithms of a, b, d and f and by the exponents c themselves, which may have either sign. */
export const fittableBnsl: Fittable = {
  law: bnsl,
  needs: ['D'],
  floor: 'a',
  sloped: ([lnA, lnB, c0, c1, lnD1, lnF1, c2, lnD2, lnF2]) => {
    const floor = exp(lnA!);
    const breaks = [
      {at: 3, c: c1!, place: lnD1!, width: exp(lnF1!)},
      {at: 6, c: c2!, place: lnD2!, width: exp(lnF2!)},
    ];
    return ({lnD}, slopes) => {
      let fall = c0! * lnD;
      for (const {c, place, width} of breaks) fall += c * bend(lnD - place, width);
      const value = exp(lnB! - fall);
      slopes[0] = floor;
      slopes[1] = value;
      slopes[2] = -lnD * value;
      for (const {at, c, place, width} of breaks) {
        const u = lnD - place;
        const bent = bend(u, width);
        const slope = logistic(u / width);
        slopes[at] = -value * bent;
        slopes[at + 1] = value * c * slope;
        slopes[at + 2] = -value * c * (bent - u * slope);
      }
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

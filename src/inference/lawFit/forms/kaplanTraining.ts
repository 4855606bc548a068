import {exp, log} from '../../../numeric/elementary.ts';
import {EVEN_GUESS} from '../../../science/kaplan/vocabulary.ts';
import {kaplanTraining, rootOf} from '../../../science/laws/kaplanTraining.ts';
import {type Fittable, grid, type LawPoint} from '../fittable.ts';
import {sizeAndData} from './kaplan.ts';
import {ratioPower} from './powers.ts';

/** Whether the data of some rows are limited: without, the term of the data is 0. */
function limited(points: readonly LawPoint[]): boolean {
  return points.some(({lnU}) => Number.isFinite(lnU));
}

/** The floor of a run whose data do not run out, (Nc/N)^aN, which holds no number of the data. */
function floorOfSize(lnNc: number, aN: number, lnN: number, slopes: Float64Array): number {
  const {value, byExponent} = ratioPower(lnNc, aN, lnN);
  slopes[0] = aN * value;
  slopes[1] = byExponent;
  slopes[2] = 0;
  slopes[3] = 0;
  return value;
}

/**
 * The loss along a training run, by the logarithms of Nc, aN, Dc, aD, Sc, aS, Bstar and aB. It solves L = f(L, theta), so that
 * dL/dtheta = (df/dtheta) / (1 - df/dL); beyond an even guess nothing moves it.
 */
export const fittableKaplanTraining: Fittable = {
  law: kaplanTraining,
  needs: ['N', 'D', 'S'],
  floor: null,
  reached: {Dc: limited, aD: limited},
  sloped: ([lnNc, lnAN, lnDc, lnAD, lnSc, lnAS, lnBstar, lnAB]) => {
    const [aN, aS, power] = [exp(lnAN!), exp(lnAS!), exp(-lnAB!)];
    const ofData = sizeAndData(lnNc!, lnAN!, lnDc!, lnAD!);
    return ({lnN, lnD, lnS, lnU}, slopes) => {
      const floor = Number.isFinite(lnU) ? ofData(lnN, lnU, slopes) : floorOfSize(lnNc!, aN, lnN, slopes);
      const rise = exp(aS * (lnSc! - lnS));
      const reach = exp(lnBstar! + lnS - lnD);
      const loss = rootOf({floor, rise, reach, power, exponent: aS});
      if (loss >= EVEN_GUESS) {
        slopes.fill(0);
        return loss;
      }
      const lnLoss = log(loss);
      // Bcrit / B, and the part of the rise that it makes.
      const part = reach * exp(-power * lnLoss);
      const lnTerm = aS * (lnSc! - lnS + log(1 + part));
      const term = exp(lnTerm);
      const byPart = (aS * part * term) / (1 + part);
      slopes[4] = aS * term;
      slopes[5] = term * lnTerm;
      slopes[6] = byPart;
      slopes[7] = byPart * power * lnLoss;
      const shrink = 1 + (byPart * power) / loss;
      for (let k = 0; k < slopes.length; k++) slopes[k]! /= shrink;
      return loss;
    };
  },
  starts: ({middle: {lnN, lnD, lnS, lnU}, level}) =>
    grid([0.05, 0.1], [0.4, 0.8], [0.1, 0.5], [0.15, 0.4]).map(([aN, aS, share, aB]) => {
      // In the middle the batch is critical, and size and data bind alike.
      const lnFloor = log((1 - share!) * level);
      const lnBound = lnFloor / aN! - log(2);
      return {
        Nc: exp(lnN + lnBound),
        aN: aN!,
        Dc: exp(lnU + lnBound),
        aD: aN!,
        Sc: exp(lnS - log(2) + log(share! * level) / aS!),
        aS: aS!,
        Bstar: exp(lnD - lnS + log(level) / aB!),
        aB: aB!,
      };
    }),
};

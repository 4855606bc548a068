import {exp} from '../../../numeric/elementary.ts';
import {chinchilla} from '../../../science/laws/chinchilla.ts';
import {type Fittable, FLOORS, grid, REACHED_BY_RATES} from '../fittable.ts';

const EXPONENTS = [0.15, 0.4, 1] as const;

/** Chinchilla's law, by the logarithms of E, A, alpha, B, beta and delta. */
export const fittableChinchilla: Fittable = {
  law: chinchilla,
  needs: ['N', 'D'],
  floor: 'E',
  reached: REACHED_BY_RATES,
  twoPowers: {of: ['lnN', 'lnD'], names: ['A', 'alpha', 'B', 'beta']},
  sloped: ([lnE, lnA, lnAlpha, lnB, lnBeta, lnDelta]) => {
    const [E, alpha, beta, delta] = [exp(lnE!), exp(lnAlpha!), exp(lnBeta!), exp(lnDelta!)];
    return ({lnN, lnD, lr}, slopes) => {
      const ofN = exp(lnA! - alpha * lnN);
      const ofD = exp(lnB! - beta * lnD);
      slopes[0] = E;
      slopes[1] = ofN;
      slopes[2] = -alpha * lnN * ofN;
      slopes[3] = ofD;
      slopes[4] = -beta * lnD * ofD;
      slopes[5] = delta * lr;
      return E + ofN + ofD + delta * lr;
    };
  },
  starts: ({middle, low, level}) =>
    grid(FLOORS, EXPONENTS, EXPONENTS).map(([floor, alpha, beta]) => {
      const half = (level - floor! * low) / 2;
      const [A, B] = [half * exp(alpha! * middle.lnN), half * exp(beta! * middle.lnD)];
      return {E: floor! * low, A, alpha: alpha!, B, beta: beta!, delta: 0.03 * level};
    }),
};

import {exp, log} from '../../../numeric/elementary.ts';
import {chinchillaWarmup, countedTokens} from '../../../science/laws/chinchillaWarmup.ts';
import {type Fittable, FLOORS, grid} from '../fittable.ts';

const EXPONENTS = [0.2, 0.5] as const;

/** Chinchilla's law with a warm-up, by the logarithms of E, A, alpha, B, beta and W. */
export const fittableChinchillaWarmup: Fittable = {
  law: chinchillaWarmup,
  needs: ['N', 'D'],
  floor: 'E',
  sloped: ([lnE, lnA, lnAlpha, lnB, lnBeta, lnW]) => {
    const [E, A, alpha] = [exp(lnE!), exp(lnA!), exp(lnAlpha!)];
    const [B, beta, W] = [exp(lnB!), exp(lnBeta!), exp(lnW!)];
    return ({lnN, lnD}, slopes) => {
      const D = exp(lnD);
      const counted = countedTokens(D, W);
      const lnCounted = log(counted);
      const ofN = A * exp(-alpha * lnN);
      const ofD = B * exp(-beta * lnCounted);
      slopes[0] = E;
      slopes[1] = ofN;
      slopes[2] = -alpha * lnN * ofN;
      slopes[3] = ofD;
      slopes[4] = -beta * lnCounted * ofD;
      // d ln counted / d ln W is -1 within the warm-up and -(W/2) / counted beyond it.
      slopes[5] = beta * ofD * (D < W ? 1 : W / (2 * counted));
      return E + ofN + ofD;
    };
  },
  starts: ({middle, low, level, quartilesD}) =>
    grid(FLOORS, EXPONENTS, EXPONENTS, quartilesD.map(exp)).map(([floor, alpha, beta, W]) => {
      const half = (level - floor! * low) / 2;
      const [A, B] = [half * exp(alpha! * middle.lnN), half * exp(beta! * middle.lnD)];
      return {E: floor! * low, A, alpha: alpha!, B, beta: beta!, W: W!};
    }),
};

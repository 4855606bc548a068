import {exp, log} from '../../../numeric/elementary.ts';
import {du2024} from '../../../science/laws/du2024.ts';
import {type Fittable, FLOORS, grid, REACHED_BY_RATES} from '../fittable.ts';
import {mixedPower} from './powers.ts';

const LN_N = log(1e9);
const LN_D = log(1e11);

/** The law of Du et al. 2024, by the logarithms of E, a, alpha, b, beta and delta. */
export const fittableDu2024: Fittable = {
  law: du2024,
  needs: ['N', 'D'],
  floor: 'E',
  reached: REACHED_BY_RATES,
  sloped: ([lnE, lnA, lnAlpha, lnB, lnBeta, lnDelta]) => {
    const [E, alpha, beta, delta] = [exp(lnE!), exp(lnAlpha!), exp(lnBeta!), exp(lnDelta!)];
    return ({lnN, lnD, lr}, slopes) => {
      const size = lnN - LN_N;
      const reach = lnA! - alpha * size;
      const {value, share, byBeta} = mixedPower(reach / beta, lnB! + LN_D - lnD, beta);
      slopes[0] = E;
      slopes[1] = value * share;
      slopes[2] = -alpha * size * value * share;
      slopes[3] = beta * value * (1 - share);
      slopes[4] = byBeta - value * share * reach;
      slopes[5] = delta * lr;
      return E + value + delta * lr;
    };
  },
  starts: ({middle, low, level}) =>
    grid(FLOORS, [0.1, 0.3, 0.8], [0.2, 0.5, 1]).map(([floor, alpha, beta]) => {
      // Both terms under the power are alike in the middle.
      const lnU = log(level - floor! * low) / beta! - log(2);
      const a = exp(beta! * lnU + alpha! * (middle.lnN - LN_N));
      const b = exp(lnU + middle.lnD - LN_D);
      return {E: floor! * low, a, alpha: alpha!, b, beta: beta!, delta: 0.03 * level};
    }),
};

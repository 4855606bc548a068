import {exp, log, pow} from '../../../numeric/elementary.ts';
import {hurwitzZeta, hurwitzZetaSlopes} from '../../../numeric/zeta.ts';
import {quantaLaw} from '../../../science/laws/quanta.ts';
import {type Fittable, FLOORS, grid} from '../fittable.ts';

const LARGEST_ALPHA = quantaLaw.parameters.alpha!.max!;

/** The law of quanta, by the logarithms of Linf, Delta, alpha, C and tau; no value beyond the largest alpha. */
export const fittableQuanta: Fittable = {
  law: quantaLaw,
  needs: ['N', 'D'],
  floor: 'Linf',
  sloped: ([lnFloor, lnDelta, lnAlpha, lnC, lnTau]) => {
    const [floor, delta, alpha] = [exp(lnFloor!), exp(lnDelta!), exp(lnAlpha!)];
    if (!(alpha <= LARGEST_ALPHA)) return () => Number.NaN;
    const s = alpha + 1;
    const {value: whole, byS: wholeSlope} = hurwitzZetaSlopes(s, 1);
    return ({lnN, lnD}, slopes) => {
      const ofN = lnN - lnC!;
      const ofD = (lnD - lnTau!) / s;
      const n = exp(Math.min(ofN, ofD));
      const {value: tail, byS, next} = hurwitzZetaSlopes(s, n + 1);
      const byLnN = (-delta * s * next * n) / whole;
      const bySize = ofN <= ofD;
      const value = (delta * tail) / whole;
      slopes[0] = floor;
      slopes[1] = value;
      slopes[2] = alpha * ((delta * byS - value * wholeSlope) / whole - (bySize ? 0 : (byLnN * ofD) / s));
      slopes[3] = bySize ? -byLnN : 0;
      slopes[4] = bySize ? 0 : -byLnN / s;
      return floor + value;
    };
  },
  starts: ({middle, low, level}) =>
    grid(FLOORS, [0.1, 0.4, 1], [5, 100]).map(([floor, alpha, n]) => ({
      Linf: floor! * low,
      Delta: ((level - floor! * low) * hurwitzZeta(alpha! + 1, 1)) / hurwitzZeta(alpha! + 1, n! + 1),
      alpha: alpha!,
      C: exp(middle.lnN - log(n!)),
      tau: exp(middle.lnD) / pow(n!, 1 + alpha!),
    })),
};

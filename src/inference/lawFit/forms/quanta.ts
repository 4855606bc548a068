import {exp, log, pow} from '../../../numeric/elementary.ts';
import {hurwitzZeta, hurwitzZetaSlope} from '../../../numeric/zeta.ts';
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
    const whole = hurwitzZeta(s, 1);
    const wholeSlope = hurwitzZetaSlope(s, 1);
    return ({lnN, lnD}, slopes) => {
      const ofN = lnN - lnC!;
      const ofD = (lnD - lnTau!) / s;
      const n = exp(Math.min(ofN, ofD));
      const tail = hurwitzZeta(s, n + 1);
      // d zeta(s, a) / d a = -s zeta(s + 1, a).
      const byLnN = (-delta * s * hurwitzZeta(s + 1, n + 1) * n) / whole;
      const bySize = ofN <= ofD;
      const value = (delta * tail) / whole;
      slopes[0] = floor;
      slopes[1] = value;
      slopes[2] =
        alpha * ((delta * hurwitzZetaSlope(s, n + 1) - value * wholeSlope) / whole - (bySize ? 0 : (byLnN * ofD) / s));
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

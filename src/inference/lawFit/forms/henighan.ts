import {exp, log} from '../../../numeric/elementary.ts';
import {henighan} from '../../../science/laws/henighan.ts';
import {type Fittable, FLOORS, grid} from '../fittable.ts';
import {ratioPower} from './powers.ts';

/** A power law of size above a floor, by the logarithms of Linf, N0 and alphaN. */
export const fittableHenighan: Fittable = {
  law: henighan,
  needs: ['N'],
  floor: 'Linf',
  sloped: ([lnFloor, lnN0, lnAlpha]) => {
    const [floor, alpha] = [exp(lnFloor!), exp(lnAlpha!)];
    return ({lnN}, slopes) => {
      const {value, byExponent} = ratioPower(lnN0!, alpha, lnN);
      slopes[0] = floor;
      slopes[1] = alpha * value;
      slopes[2] = byExponent;
      return floor + value;
    };
  },
  starts: ({middle, low, level}) =>
    grid(FLOORS, [0.05, 0.2, 0.6]).map(([floor, alpha]) => ({
      Linf: floor! * low,
      N0: exp(middle.lnN + log(level - floor! * low) / alpha!),
      alphaN: alpha!,
    })),
};

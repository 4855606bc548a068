import {SOFT_PLUS_REACH, softPlus} from '../../numeric/softplus.ts';
import {type CurveFamily, SMOOTH_FAMILIES} from '../smoothFamilies.ts';

/** e^-600 stands for all that is smaller, so that ratios stay defined. */
const SMALLEST = -600;

/** ln(1 + e^v) with its relative error as small far below 0 as elsewhere. */
function farSoftPlus(v: number): number {
  if (v > SOFT_PLUS_REACH) return v;
  return v > -SOFT_PLUS_REACH ? softPlus(v) : Math.exp(Math.max(v, SMALLEST));
}

/** Every law that bends; `flat`, `line` and `quadratic` are polynomials. */
export const BENDING_LAWS: readonly CurveFamily[] = [
  ...SMOOTH_FAMILIES,
  {
    name: 'hinge',
    located: true,
    scaled: false,
    count: 3,
    table: (x) => x,
    fill(out, _, x, location) {
      const whole = location - x[0]!;
      for (let i = 0; i < out.length; i++) out[i] = Math.max(location - x[i]!, 0) / whole;
    },
  },
  {
    name: 'bent hinge',
    located: true,
    scaled: true,
    count: 4,
    table: (x) => x,
    fill(out, _, x, location, scale) {
      const whole = farSoftPlus((location - x[0]!) / scale);
      for (let i = 0; i < out.length; i++) out[i] = farSoftPlus((location - x[i]!) / scale) / whole;
    },
  },
];

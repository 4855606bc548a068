import {quickExp} from '../../numeric/quickExp.ts';
import {SOFT_PLUS_REACH, softPlus} from '../../numeric/softplus.ts';
import {type CurveFamily, NOTHING, SMOOTH_FAMILIES, startOf} from '../smoothFamilies.ts';

/** e^-600 stands for all that is smaller, so that ratios stay defined. */
const SMALLEST = -600;

/** ln(1 + e^v) with its relative error as small far below 0 as elsewhere. */
function farSoftPlus(v: number): number {
  if (v > SOFT_PLUS_REACH) return v;
  return v > -SOFT_PLUS_REACH ? softPlus(v) : Math.exp(Math.max(v, SMALLEST));
}

/** The Gompertz curve by the quick exponential function, whose error of 1e-11 is far below the noise that a forecast reckons with at least. */
const fillGompertz: CurveFamily['fill'] = (out, table, x, middle, scale) => {
  const start = startOf(x[0]!, middle, scale);
  for (let i = 0; i < out.length; i++) {
    const power = start * (1 - table[i]!);
    out[i] = power < NOTHING ? 0 : quickExp(power);
  }
};

/** Every law that bends; `flat`, `line` and `quadratic` are polynomials. */
export const BENDING_LAWS: readonly CurveFamily[] = [
  ...SMOOTH_FAMILIES.map((family) => (family.name === 'gompertz' ? {...family, fill: fillGompertz} : family)),
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
      const least = Math.log(whole) + NOTHING;
      let i = 0;
      for (; i < out.length; i++) {
        const v = (location - x[i]!) / scale;
        if (v < least) break;
        out[i] = farSoftPlus(v) / whole;
      }
      out.fill(0, i);
    },
  },
];

import type {CurveChoice} from '../science/curve.ts';
import type {Values} from '../science/parameter.ts';

/** From here on a value is written with its power of ten. */
const LARGE = 1e6;

const valueText = (value: number): string => {
  const short = Number(value.toPrecision(6));
  return Math.abs(short) < LARGE ? String(short) : short.toExponential().replace('e+', 'e');
};

/** Names and values of parameters, six digits; `6.5e13` where they are large. */
export const valuesText = (values: Values): string =>
  Object.entries(values)
    .map(([name, value]) => `${name} = ${valueText(value)}`)
    .join(', ');

/** A curve with its numbers; of a mixture both with their shares. */
export function curveText({curve, values, mix}: CurveChoice): string {
  const own = `${curve} (${valuesText(values)})`;
  if (!mix) return own;
  return `${mix.dial} × ${own} + ${Number((1 - mix.dial).toPrecision(6))} × ${curveText(mix.from)}`;
}

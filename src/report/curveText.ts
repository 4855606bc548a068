import type {CurveChoice} from '../science/curve.ts';
import type {Values} from '../science/parameter.ts';

/** Names and values of parameters, six digits. */
export const valuesText = (values: Values): string =>
  Object.entries(values)
    .map(([name, value]) => `${name} = ${Number(value.toPrecision(6))}`)
    .join(', ');

/** A curve with its numbers; of a mixture both with their shares. */
export function curveText({curve, values, mix}: CurveChoice): string {
  const own = `${curve} (${valuesText(values)})`;
  if (!mix) return own;
  return `${mix.dial} × ${own} + ${Number((1 - mix.dial).toPrecision(6))} × ${curveText(mix.from)}`;
}

import {z} from 'zod';
import {CURVES} from '../../science/curves/registry.ts';
import type {Parameter, Parameters} from '../../science/parameter.ts';
import {mapping, nameField, parameterField, withParameters} from './fields.ts';

/** The looser of two descriptions of parameters that share a name. */
function looser(a: Parameter, b: Parameter): Parameter {
  const {min, max, open, ...rest} = a;
  const low = min === undefined || b.min === undefined ? undefined : Math.min(min, b.min);
  const high = max === undefined || b.max === undefined ? undefined : Math.max(max, b.max);
  return {
    ...rest,
    ...(low === undefined ? {} : {min: low, open: (open ?? false) && (b.open ?? false)}),
    ...(high === undefined ? {} : {max: high}),
  };
}

/** The parameters of every curve form together. */
export const CURVE_PARAMETERS: Parameters = CURVES.flatMap(({parameters}) => Object.entries(parameters)).reduce<
  Record<string, Parameter>
>((all, [name, parameter]) => {
  const seen = all[name];
  all[name] = seen ? looser(seen, parameter) : parameter;
  return all;
}, {});

/** Names of the curve forms. */
export const CURVE_NAMES = CURVES.map(({name}) => name);

const forms = CURVES.map(({name, formula, parameters}) => {
  const fields = Object.entries(parameters).map(([key, parameter]) => {
    const field = parameterField(parameter);
    return [key, parameter.default === undefined ? field : field.default(parameter.default)];
  });
  return mapping({curve: z.literal(name).describe(formula), ...Object.fromEntries(fields)} as {
    curve: z.ZodLiteral<string>;
  }).describe(formula);
});

/** A curve of normalised performance with all its numbers. */
export const curveField = z
  .discriminatedUnion('curve', forms as [(typeof forms)[number], ...typeof forms])
  .meta({id: 'curve', description: 'curve of normalised performance f(L): 0 is chance, 1 is perfect'});

/** Changes to the curve of a world on a benchmark: another form, other numbers, or both. */
export const curveChanges = withParameters(
  {curve: z.enum(CURVE_NAMES).describe('form of the curve, unless the one that the world follows').optional()},
  CURVE_PARAMETERS,
).meta({id: 'curveChanges', description: 'changes to the curve that a world follows on a benchmark'});

/** Curve changes by the name of a world or of a benchmark. */
export function changesBy(what: string, about: string) {
  return z.record(nameField(what), curveChanges).describe(about);
}

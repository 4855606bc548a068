import {z} from 'zod';
import type {Parameter, Parameters} from '../../science/parameter.ts';
import {NAME} from '../names.ts';

/** The schema of a name. */
export function nameField(about: string) {
  return z.string().min(1).max(100).regex(NAME).describe(about);
}

/** A mapping with exactly these keys; an unknown key is reported with the keys that are allowed, separated by spaces. */
export function mapping<T extends z.ZodRawShape>(shape: T) {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? Object.keys(shape).join(' ') : undefined),
  });
}

/** A whole number of at least `min` and at most `max`. */
export function count(min: number, max: number) {
  return z.number().int().min(min).max(max);
}

/** The schema of one parameter of a registry entry: its bounds and its meaning. */
export function parameterField(parameter: Parameter) {
  const {about, unit, min, max, open} = parameter;
  let field = z.number();
  if (min !== undefined) field = open ? field.gt(min) : field.min(min);
  if (max !== undefined) field = field.max(max);
  return field.describe(unit ? `${about}, ${unit}` : about);
}

/** A mapping of known keys together with the parameters of a registry entry, all of them optional. */
export function withParameters<T extends z.ZodRawShape>(known: T, parameters: Parameters) {
  const extra = Object.entries(parameters).map(([name, parameter]) => [name, parameterField(parameter).optional()]);
  // The names come from the registries, so their types cannot be written down: `valuesOf` reads them.
  return mapping({...known, ...Object.fromEntries(extra)} as T);
}

/** Reads the parameters that are set in a mapping made by `withParameters`. */
export function valuesOf(entry: object, parameters: Parameters): Record<string, number> {
  const found = entry as Readonly<Record<string, unknown>>;
  const values: Record<string, number> = {};
  for (const name of Object.keys(parameters)) {
    const value = found[name];
    if (typeof value === 'number') values[name] = value;
  }
  return values;
}

/** The entry of a mapping by a name that may also be one of every object, such as `constructor`. */
export function own<T>(entries: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return entries && Object.hasOwn(entries, name) ? entries[name] : undefined;
}

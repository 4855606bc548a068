import {hasOptimum} from '../../science/chinchilla/optimal.ts';
import {LAWS} from '../../science/laws/registry.ts';
import type {Key, Of, QuantityForm} from '../../science/quantity.ts';
import {REFERENCE_LISTS} from '../../science/reference/registry.ts';
import type {Reference} from '../../science/reference.ts';
import type {Experiment} from '../experiment.ts';
import {got, type Path, type Report} from '../faults.ts';
import {metricsOf} from '../metricsOf.ts';
import {wordData} from '../nearest.ts';
import type {OwnReference} from '../schema/references.ts';

/** The parts of a study that references name. */
export type Parts = Pick<Experiment, 'benchmarks' | 'worlds' | 'metrics' | 'population' | 'recover'>;

/** Constants that a recovery tells of a law: those of the form that it fits, and the exponent of the best size where there is one. */
function constantsOf({recover = []}: Parts, law: Of[string] | undefined): readonly string[] | null {
  const entry = recover.find(({name}) => name === law);
  const form = entry && LAWS.find(({name}) => name === entry.fit);
  return form ? [...Object.keys(form.parameters), ...(hasOptimum(form) ? ['a'] : [])] : null;
}

/** Names that a key may have in a study; null where it names no part of it. */
function namesFor({kind}: Key, of: Of, parts: Parts): readonly string[] | null {
  const {benchmarks, worlds, metrics, population, recover = []} = parts;
  switch (kind) {
    case 'benchmark':
      return benchmarks.map(({name}) => name);
    case 'world':
      return worlds.map(({name}) => name);
    case 'run':
      return population.runs.map(({name}) => name);
    case 'family':
      return [...new Set(population.runs.map(({family}) => family))];
    case 'law':
      return recover.map(({name}) => name);
    case 'constant':
      return constantsOf(parts, of.law);
    case 'metric': {
      const benchmark = benchmarks.find(({name}) => name === of.benchmark);
      return benchmark ? metricsOf({metrics}, benchmark).map(({name}) => name) : metrics;
    }
    default:
      return null;
  }
}

/** Keys whose values name nothing in the study, with what they could name. */
function strangers({of: keys}: QuantityForm, of: Of, parts: Parts) {
  return Object.entries(keys).flatMap(([key, form]) => {
    const value = of[key];
    const names = namesFor(form, of, parts);
    return value === undefined || names === null || names.includes(String(value)) ? [] : [{key, names}];
  });
}

/** The keys that are set, with the first world of the study where none is and it has one. */
function filled({of: keys}: QuantityForm, given: OwnReference['of'], {worlds}: Parts): Of {
  const set = Object.entries(given).filter((entry): entry is [string, string | number] => entry[1] !== undefined);
  const [first] = worlds;
  return {...(keys.world && first ? {world: first.name} : {}), ...Object.fromEntries(set)};
}

/** What a quantity is measured on and the study lacks altogether: scores, or laws that it recovers. */
function lacking(
  {of: keys}: QuantityForm,
  {benchmarks, recover = []}: Parts,
): 'reference-scores' | 'reference-recover' | null {
  const kinds = Object.values(keys).map(({kind}) => kind);
  if (benchmarks.length === 0 && kinds.some((kind) => kind === 'benchmark' || kind === 'world'))
    return 'reference-scores';
  return recover.length === 0 && kinds.includes('law') ? 'reference-recover' : null;
}

/**
 * Expands lists of published numbers to those about parts that the study has, and checks names of parts in the others; reports names that
 * the study does not have, lists without any number about it, and ids that occur twice.
 */
export function resolveReferences(
  entries: readonly (string | OwnReference)[],
  parts: Parts,
  quantities: readonly QuantityForm[],
  report: Report,
): Reference[] {
  const formOf = (quantity: string) => quantities.find(({name}) => name === quantity);
  const seen = new Set<string>();
  const once = (reference: Reference, path: Path): readonly Reference[] => {
    if (seen.has(reference.id)) report({code: 'duplicate-name', path, data: {got: reference.id}});
    seen.add(reference.id);
    return [reference];
  };
  return entries.flatMap((entry, i) => {
    if (typeof entry !== 'string') {
      const form = formOf(entry.quantity)!;
      const lacks = lacking(form, parts);
      if (lacks) {
        report({code: lacks, path: ['references', i, 'quantity'], data: {got: entry.quantity}});
        return [];
      }
      const of = filled(form, entry.of, parts);
      for (const {key, names} of strangers(form, of, parts)) {
        report({code: 'unknown-name', path: ['references', i, 'of', key], data: wordData(got(of[key]), names)});
      }
      if (typeof of.low === 'number' && typeof of.high === 'number' && of.high <= of.low) {
        report({code: 'not-above', path: ['references', i, 'of', 'high'], data: {got: of.high, bound: of.low}});
      }
      const at: Path = ['references', i, 'id'];
      const {id} = entry;
      if (id.trim() === '') report({code: 'empty', path: at, data: {got: got(id)}});
      if (/[\r\n]/.test(id)) report({code: 'one-line', path: at, data: {got: got(id)}});
      return once({...entry, of, note: entry.note ?? null}, at);
    }
    const about = REFERENCE_LISTS.find(({name}) => name === entry)!.references.flatMap((reference) => {
      const form = formOf(reference.quantity);
      if (!form) return [];
      const of = filled(form, reference.of, parts);
      return !lacking(form, parts) && strangers(form, of, parts).length === 0 ? [{...reference, of}] : [];
    });
    if (about.length === 0) report({code: 'references-none', path: ['references', i], data: {got: entry}});
    return about.flatMap((reference) => once(reference, ['references', i]));
  });
}

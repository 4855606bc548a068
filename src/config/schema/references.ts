import {z} from 'zod';
import type {Key, QuantityForm} from '../../science/quantity.ts';
import {REFERENCE_LISTS} from '../../science/reference/registry.ts';
import {mapping} from './fields.ts';

/** A published number as a config writes it. */
export interface OwnReference {
  readonly id: string;
  readonly source: string;
  readonly quantity: string;
  readonly of: Readonly<Record<string, string | number | undefined>>;
  readonly paper: number;
  readonly tolerance: number;
  readonly note?: {readonly en: string; readonly zh: string} | undefined;
}

const text = (about: string, most = 300) => z.string().min(1).max(most).describe(about);

function keyField({kind, about, choices, optional}: Key): z.ZodType {
  const field =
    kind === 'number' ? z.number() : kind === 'word' && choices ? z.enum(choices as string[]) : z.string().min(1);
  const described = field.describe(about);
  return optional ? described.optional() : described;
}

function ownField({name, about, unit, of}: QuantityForm) {
  const keys = Object.fromEntries(Object.entries(of).map(([key, form]) => [key, keyField(form)]));
  const none = Object.values(of).every(({optional}) => optional);
  const measured = mapping(keys).describe('what it is measured of');
  return mapping({
    id: text('name of the row, unique in the study', 100),
    source: text('where the number is printed'),
    quantity: z.literal(name).describe(about.en),
    of: none ? measured.prefault({}) : measured,
    paper: z.number().describe(`the published number, unit: ${unit}`),
    tolerance: z.number().min(0).describe('error of the published number, in the same unit'),
    note: mapping({
      en: text('what explains a difference, in English', 1000),
      zh: text('the same in Chinese', 1000),
    })
      .describe('what explains a difference, in both languages')
      .optional(),
  });
}

/** One entry of `references`: the name of a list, or a number of one's own. The quantities lie in a later room. */
export function referenceField(quantities: readonly QuantityForm[]): z.ZodType<string | OwnReference> {
  const lists = z.enum(REFERENCE_LISTS.map(({name}) => name)).describe('a list of published numbers');
  const own = quantities.map(ownField);
  // The keys of `of` differ from quantity to quantity, so that their types cannot be written down.
  const entry = own.length > 0 ? z.union([lists, z.discriminatedUnion('quantity', own as [never, ...never[]])]) : lists;
  return entry as unknown as z.ZodType<string | OwnReference>;
}

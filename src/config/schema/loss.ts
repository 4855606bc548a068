import {z} from 'zod';
import type {LawForm} from '../../science/law.ts';
import {LAWS} from '../../science/laws/registry.ts';
import {withParameters} from './fields.ts';

/** Names of all loss presets and, for the default preset of each, all forms. */
export const LOSS_NAMES: readonly string[] = [
  ...new Set(LAWS.flatMap((form) => [...Object.keys(form.presets), form.name])),
];

const formOf = (form: LawForm) =>
  withParameters({form: z.literal(form.name).describe(form.formula)}, form.parameters).describe(
    `${form.formula} (${form.source}); what is not given comes from the preset ${Object.keys(form.presets)[0]}`,
  );

const presetsOf = (form: LawForm) =>
  withParameters(
    {preset: z.enum(Object.keys(form.presets)).describe(`published constants of ${form.formula}`)},
    form.parameters,
  ).describe(`a preset of the form ${form.name} with changes`);

const forms = LAWS.map(formOf);
const presets = LAWS.map(presetsOf);

/** The loss law: a name, or a form or a preset with numbers of one's own. */
export const lossField = z
  .union([
    z.enum(LOSS_NAMES as string[]),
    z.discriminatedUnion('form', forms as [(typeof forms)[number], ...typeof forms]),
    z.discriminatedUnion('preset', presets as [(typeof presets)[number], ...typeof presets]),
  ])
  .describe('loss law: the name of a preset or form, or a mapping with `form` or `preset` and numbers, nats per token');

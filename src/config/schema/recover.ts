import {z} from 'zod';
import {LAWS} from '../../science/laws/registry.ts';
import {count, mapping, nameField} from './fields.ts';
import {lossField} from './loss.ts';
import {populationField} from './population.ts';

const entry = mapping({
  name: nameField('name of the row in tables; that of the loss if not given').optional(),
  loss: lossField,
  population: populationField.optional(),
  fit: z
    .enum(LAWS.map((form) => form.name))
    .describe('form that is fitted; that of the loss if not given')
    .optional(),
  resamples: count(0, 1e4)
    .describe(
      'resamples of the runs behind each interval; those of the study, at most 50, if not given; none where the losses have no noise and their own form is fitted',
    )
    .optional(),
});

/** Laws that are put into runs and fitted to them again. */
export const recoverField = z
  .array(entry)
  .min(1)
  .max(50)
  .describe(
    'laws to recover: in every replicate (20 if not given) runs are simulated by each, their final losses are fitted, and the constants compared',
  );

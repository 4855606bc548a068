import {z} from 'zod';
import {LOSS_AXES} from '../../science/ruler.ts';
import {WORLDS} from '../../science/worlds/registry.ts';
import {CURVE_NAMES, CURVE_PARAMETERS, changesBy} from './curves.ts';
import {nameField, withParameters} from './fields.ts';

const NAMES = WORLDS.map(({name}) => name);

/** One world of the axis: the name of an entry, or an entry with changes to its curves. */
export const worldField = z
  .union([
    z.enum(NAMES),
    withParameters(
      {
        world: z.enum(NAMES).describe('entry of the world registry'),
        name: nameField('name in tables; that of the world if not given').optional(),
        dial: z
          .number()
          .min(0)
          .max(1)
          .describe('share of this world in a mixture with another: performance is dial x this + (1 - dial) x `from`')
          .optional(),
        from: z.enum(NAMES).describe('world at dial 0; `smooth` if not given').optional(),
        curve: z.enum(CURVE_NAMES).describe('form of the curve on every benchmark').optional(),
        axis: z
          .enum(LOSS_AXES)
          .describe(
            'loss that its scores are laid against: as printed, or less the unigram entropy of the family (rulers)',
          )
          .optional(),
        benchmarks: changesBy('name of a benchmark', 'curve changes by benchmark, in this world').optional(),
      },
      CURVE_PARAMETERS,
    ),
  ])
  .describe('world: how ability depends on the loss, by name or as a mapping with changes to its curves');

import {z} from 'zod';
import {POPULATIONS} from '../../science/populations/registry.ts';
import {count, mapping, nameField} from './fields.ts';

/** Most runs, and most checkpoints of one run, that a config may ask for. */
export const MOST = {runs: 1e5, checkpoints: 1e6} as const;

const amount = z.number().gt(0).max(1e18);

const checkpoints = z
  .union([count(1, MOST.checkpoints), z.array(amount).min(1)])
  .describe(
    'number of checkpoints at equal steps, the last at the end of training; or the tokens seen at each, rising',
  );

const schedule = z
  .enum(['cosine', 'constant'])
  .describe('learning rate: cosine to 0 at the end of training, or constant');

const batch = amount.describe('tokens per optimiser step');

const run = mapping({
  family: nameField('family that the run belongs to').default('runs'),
  name: nameField('name of the run, unique in its family'),
  params: amount.describe('N: total parameters'),
  paramsNonEmbedding: amount.describe('parameters without embeddings; all parameters if not given').optional(),
  tokens: amount.describe('D: training tokens of the whole run'),
  batch: batch.default(2097152),
  schedule: schedule.default('cosine'),
  checkpoints: checkpoints.default(1),
});

const axis = (about: string) =>
  z
    .union([
      amount,
      z.array(amount).min(1),
      mapping({
        from: amount.describe('first value'),
        to: amount.describe('last value'),
        count: count(1, MOST.runs).describe('number of values, at equal ratios'),
      }),
    ])
    .describe(`${about}: one value, a list, or {from, to, count} at equal ratios`);

const grid = mapping({
  params: axis('N: total parameters'),
  tokens: axis('D: training tokens; this or tokensPerParam').optional(),
  tokensPerParam: axis('training tokens per parameter, D / N; this or tokens').optional(),
  batch: batch.default(2097152),
  schedule: schedule.default('cosine'),
  checkpoints: count(1, MOST.checkpoints).describe('checkpoints per run, at equal steps').default(1),
});

const name = nameField('name of the population in tables').optional();

/** Who is trained: the name of a published population, runs written by hand, or a grid. */
export const populationField = z
  .union([
    z.enum(POPULATIONS.map((preset) => preset.name)),
    mapping({name, runs: z.array(run).min(1).max(MOST.runs).describe('the training runs')}),
    mapping({name, grid: grid.describe('every size with every token budget')}),
  ])
  .describe('training runs: the name of a preset, or a mapping with `runs` or `grid`');

import {z} from 'zod';
import {WARMUP} from '../../science/population.ts';
import {POPULATIONS} from '../../science/populations/registry.ts';
import {SCHEDULES} from '../../science/run.ts';
import {count, mapping, nameField} from './fields.ts';

/** Most runs, and most checkpoints of one run, that a config may ask for. */
export const MOST = {runs: 1e5, checkpoints: 1e6} as const;

const upTo = (most: number) => z.number().gt(0).max(most);

const amount = upTo(1e18);

const number = count(1, MOST.checkpoints);

const ratios = mapping({
  from: amount.describe('tokens at the first checkpoint'),
  count: number.describe('number of checkpoints, the last at the end of training'),
}).describe('checkpoints at equal ratios of tokens');

const checkpoints = z
  .union([number, z.array(amount).min(1), ratios])
  .describe(
    'number of checkpoints at equal steps, the last at the end of training; or the tokens seen at each, rising; or {from, count} at equal ratios',
  );

const schedule = z
  .enum(SCHEDULES)
  .describe('learning rate: cosine to 0 at the end of training, the same after a linear rise, or constant');

const warmup = count(0, 1e9)
  .describe(`steps over which the learning rate rises, with the schedule warmup-cosine (${WARMUP} if not given)`)
  .optional();

const BATCH = 2097152;
const ABOUT_BATCH = 'tokens per optimiser step';
const ABOUT_UNIQUE =
  'U: tokens of the data set, which longer runs pass over again; no token is seen twice if not given';

const run = mapping({
  family: nameField('family that the run belongs to').default('runs'),
  name: nameField('name of the run, unique in its family'),
  params: amount.describe('N: total parameters'),
  paramsNonEmbedding: amount.describe('parameters without embeddings; all parameters if not given').optional(),
  tokens: amount.describe('D: training tokens of the whole run'),
  batch: amount.describe(ABOUT_BATCH).default(BATCH),
  unique: amount.describe(ABOUT_UNIQUE).optional(),
  schedule: schedule.default('cosine'),
  warmup,
  checkpoints: checkpoints.default(1),
});

const axis = (about: string, value = amount) =>
  z
    .union([
      value,
      z.array(value).min(1),
      mapping({
        from: value.describe('first value'),
        to: value.describe('last value'),
        count: count(1, MOST.runs).describe('number of values, at equal ratios'),
      }),
    ])
    .describe(`${about}: one value, a list, or {from, to, count} at equal ratios`);

const grid = mapping({
  params: axis('N: total parameters'),
  embeddings: amount
    .describe(
      'embeddings of N total parameters: N = params + embeddings * params^(1/3), and params are those without (Pearce and Song 2024: 47491)',
    )
    .optional(),
  tokens: axis('D: training tokens; this, tokensPerParam or compute').optional(),
  tokensPerParam: axis('training tokens per parameter, D / N; this, tokens or compute').optional(),
  compute: axis('C = 6 N D: training compute, FLOP; this, tokens or tokensPerParam', upTo(1e30)).optional(),
  batch: axis(ABOUT_BATCH).default(BATCH),
  unique: axis(ABOUT_UNIQUE).optional(),
  schedule: z
    .union([schedule, z.array(schedule).min(1)])
    .describe('course of the learning rate, or a list of them')
    .default('cosine'),
  warmup,
  checkpoints: z
    .union([number, ratios])
    .describe('checkpoints per run, at equal steps; or {from, count} at equal ratios')
    .default(1),
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

import {z} from 'zod';
import {METRICS} from '../../science/metrics/registry.ts';
import type {QuantityForm} from '../../science/quantity.ts';
import type {Sampling} from '../../science/sampling.ts';
import {FIDELITIES, type VerdictRule} from '../experiment.ts';
import {STUDY_NAME} from '../names.ts';
import {benchmarkField} from './benchmarks.ts';
import {count, mapping, nameField} from './fields.ts';
import {lossField} from './loss.ts';
import {populationField} from './population.ts';
import {recoverField} from './recover.ts';
import {referenceField} from './references.ts';
import {worldField} from './worlds.ts';

/** Names that the config room cannot know, because their registries lie in later rooms. */
export interface Names {
  readonly figures: readonly string[];
  /** Figures of a study that names none, those that its kind can fill; all of them if not given. */
  readonly usual?: readonly string[];
  /** Quantities that published numbers may be compared with; none if not given. */
  readonly quantities?: readonly QuantityForm[];
  /** Numbers of a run that the fit of a form has to see change, by the name of the form. */
  readonly needs?: Readonly<Record<string, readonly ('N' | 'D' | 'S' | 'C')[]>>;
  /** What figures are drawn from that need no scores of benchmarks, by their names. */
  readonly reads?: Readonly<Record<string, Reading>>;
}

const NO_QUANTITIES: readonly QuantityForm[] = [];

/** What a figure can be drawn from without scores: the losses of every run, or laws that are recovered. */
export type Reading = 'losses' | 'recovery';

const noise = z
  .union([
    z.literal('off'),
    mapping({
      run: z.number().min(0).max(1).describe('standard deviation of a run in true loss, nats').default(0.01),
      checkpoint: z.number().min(0).max(1).describe('wiggle of the true loss along a run, nats').default(0.005),
      correlation: z.number().min(0).lt(1).describe('lag-1 correlation of that wiggle').default(0.7),
      evaluation: z.number().min(0).max(100).describe('factor on the wiggle of each benchmark').default(1),
      evaluationCorrelation: z
        .number()
        .min(0)
        .lt(1)
        .describe('lag-1 correlation of that wiggle of a benchmark along a run')
        .default(0),
      loss: z.number().min(0).max(1).describe('measurement error of the loss axis, nats').default(0),
    }),
  ])
  .describe('sizes of the noise sources, 0 switches one off, `off` all of them');

const ruler = mapping({
  offset: z.number().min(-100).max(100).describe('nats per token that the family prints more').default(0),
  scale: z.number().gt(0).max(100).describe('factor between the loss and what the family prints').default(1),
  unigram: z.number().gt(0).max(100).describe('entropy of its unigrams, nats per token').optional(),
});

const rulers = z
  .record(nameField('family of the population'), ruler)
  .describe('rulers on which families print their loss, offset + scale x loss: their tokenizer and corpus');

const verdict = mapping({
  widthShare: z.number().gt(0).lt(1).describe('largest sharp width over the length of the rise').default(0.08),
  margin: z.number().gt(0).max(1).describe('largest difference of onsets that is the same break, nats').default(0.025),
  wideMargin: z.number().gt(0).max(1).describe('the same where the interval is wide, nats').default(0.06),
  wideInterval: z.number().gt(0).max(1).describe('length from which an interval is wide, nats').default(0.05),
}).describe('margins of the verdict rule');

const question = z
  .union([
    z.string().min(1),
    mapping({
      en: z.string().min(1).describe('the question in English'),
      zh: z.string().min(1).describe('the question in Chinese'),
    }),
  ])
  .describe('the question in a sentence, printed on the report; in one language or in both')
  .optional();

/** Attempts at a question: bounds that keep the laws of their numbers inside double precision. */
const sampling = mapping({
  samples: count(1, 1000).describe('n: attempts at each question behind pass@k').default(100),
  k: count(1, 1000).describe('k of pass@k, at most samples').default(10),
  successes: count(2, 30).describe('r: right answers at which PassUntil stops').default(3),
  most: count(2, 1e6).describe('attempts at which PassUntil stops without them').default(1e5),
}).describe('repeated attempts at each question of an open answer, for the metrics passAtK and passUntil');

/** Repeated attempts where a config writes none of their numbers. */
export function usualSampling(): Sampling {
  return sampling.parse({});
}

/** The margins of the verdict rule with their defaults; null where one is out of bounds. */
export function verdictRule(given: Partial<VerdictRule>): VerdictRule | null {
  const {data} = verdict.safeParse(given);
  return data ?? null;
}

/** What a config without these keys has. */
export const DEFAULTS = {
  seed: 'mirage',
  resamples: 199,
  loss: 'du2024',
  worlds: ['threshold', 'smooth'],
  metrics: ['accuracy', 'correctChoiceProb', 'brierScore'],
};

const seed = z
  .union([z.string().min(1).max(200), z.number()])
  .default(DEFAULTS.seed)
  .transform(String)
  .describe('seed of all random streams; a number is taken as written');

/** Most benchmarks, worlds and entries of references of one study. */
const MOST = {benchmarks: 200, worlds: 200, references: 1000} as const;

/** The schema of a config: types, checks, defaults and the published JSON Schema all come from it. */
export function configSchema({figures, usual = figures, reads = {}, quantities = NO_QUANTITIES}: Names) {
  return mapping({
    name: z
      .string()
      .min(1)
      .max(100)
      .regex(STUDY_NAME)
      .describe('name of the study and of its output folder; `gallery` is reserved'),
    question,
    seed,
    replicates: count(1, 1e6).describe('independent repetitions of the whole study').meta({default: 1}).optional(),
    resamples: count(0, 1e5)
      .describe('resamples of every bootstrap behind replicate 0; 0 leaves the bootstraps out')
      .default(DEFAULTS.resamples),
    population: populationField,
    loss: lossField.default(DEFAULTS.loss),
    rulers: rulers.optional(),
    noise: noise.prefault({}),
    benchmarks: z
      .array(benchmarkField)
      .min(1)
      .max(MOST.benchmarks)
      .describe(
        'benchmarks that every checkpoint answers; a study of training alone has neither these nor worlds and metrics',
      )
      .optional(),
    worlds: z
      .array(worldField)
      .min(1)
      .max(MOST.worlds)
      .describe('worlds to compare: an axis of the study')
      .meta({default: DEFAULTS.worlds})
      .optional(),
    metrics: z
      .array(z.enum(METRICS.map((metric) => metric.name)))
      .min(1)
      .describe('metrics read off every answer')
      .meta({default: DEFAULTS.metrics})
      .optional(),
    recover: recoverField.optional(),
    sampling: sampling.optional(),
    fidelity: z
      .enum(FIDELITIES)
      .describe(
        'items: every question is simulated; surrogate: one draw of the means over questions, for many replicates; expected: the expectation, without sampling noise',
      )
      .default('items'),
    figures: z
      .array(z.enum(figures as string[]))
      .describe('figures to draw')
      .meta({default: usual.filter((name) => !Object.hasOwn(reads, name))})
      .optional(),
    references: z
      .array(referenceField(quantities))
      .max(MOST.references)
      .describe('published numbers that the study is compared with: names of lists, or numbers with their source')
      .default([]),
    verdict: verdict.prefault({}),
  });
}

/** A config after the checks of the schema; what depends on the kind of study is still as it was written. */
export type Written = z.output<ReturnType<typeof configSchema>>;

/** Keys whose defaults depend on the kind of study. */
type Dependent = 'benchmarks' | 'worlds' | 'metrics' | 'figures' | 'replicates';

/** Replicates of a study that recovers laws, where it names none: enough for a rough coverage. */
const RECOVERED = 20;

/** A config with all its defaults; a study of training alone has no benchmarks, worlds and metrics. */
export type Config = Omit<Written, Dependent> & {readonly [Key in Dependent]-?: NonNullable<Written[Key]>};

/** Fills in the defaults that depend on the kind of study; `keys` are those of the schema, in their order. */
export function completed(
  written: Written,
  keys: readonly string[],
  {figures, usual = figures, reads = {}}: Names,
): Config {
  const {benchmarks = []} = written;
  const scored = benchmarks.length > 0;
  const has = (name: string) =>
    reads[name] === 'losses' || (reads[name] === 'recovery' && written.recover !== undefined);
  const filled = {
    ...written,
    benchmarks,
    worlds: (scored ? (written.worlds ?? DEFAULTS.worlds) : []) as Config['worlds'],
    metrics: (scored ? (written.metrics ?? DEFAULTS.metrics) : []) as Config['metrics'],
    figures: written.figures ?? usual.filter((name) => (scored ? !Object.hasOwn(reads, name) : has(name))),
    replicates: written.replicates ?? (written.recover ? RECOVERED : 1),
  };
  const given = keys.filter((key) => Object.hasOwn(filled, key));
  return Object.fromEntries(given.map((key) => [key, filled[key as keyof Config]])) as unknown as Config;
}

/** The published JSON Schema (draft 7) of a config file. */
export function jsonSchema(names: Names): object {
  const schema = z.toJSONSchema(configSchema(names), {io: 'input', target: 'draft-7'});
  return {
    ...schema,
    title: 'mirage-lab config',
    description: 'One study: who is trained, which benchmarks they answer, in which worlds, and how answers are scored',
  };
}

import {z} from 'zod';
import {FORMATS} from '../../science/benchmark.ts';
import {BENCHMARKS} from '../../science/benchmarks/registry.ts';
import {METRICS} from '../../science/metrics/registry.ts';
import {changesBy, curveField} from './curves.ts';
import {count, mapping, nameField} from './fields.ts';

// The bounds keep s and tau inside the table of expected probabilities.
const confidence = mapping({
  early: mapping({
    size: z.number().min(0).max(1).describe('size of the early over-confidence, in tau'),
    middle: z.number().gt(0).describe('loss at which half of it is left, nats per token'),
    scale: z.number().gt(0).describe('how fast it fades, nats'),
  }).describe('over-confidence that fades with training: size / (1 + exp(-(L - middle) / scale))'),
  learned: z
    .array(z.tuple([z.number().min(0).max(40), z.number().min(0.05).max(2)]))
    .min(2)
    .describe('points [s, tau], both rising, of the confidence that comes with ability'),
}).describe('confidence that knowledge does not back, tau = early(L) + g(s)');

const KNOBS = {
  label: z.string().min(1).describe('printed name'),
  language: z.enum(['en', 'zh']).describe('language of the questions'),
  task: z.string().min(1).describe('kind of task, in words'),
  metric: z.enum(METRICS.map((metric) => metric.name)).describe('metric that the paper reports'),
  questions: count(1, 1e7).describe('number of questions'),
  options: count(2, 26).describe('options of a multiple-choice question; this or `open`'),
  open: count(1, 500).describe('length T of an open answer in tokens; this or `options`'),
  format: z
    .enum(FORMATS)
    .describe(
      'how options are asked for: lettered (the letter of an option) or cloze (each option as the end of the text)',
    ),
  // Up to 2.5 the largest s / tau of the item model still reaches an accuracy of 0.96 (26 options) to 0.99 (2).
  spread: z
    .number()
    .min(0)
    .max(2.5)
    .describe('spread of log discrimination (choice) or of difficulty in logits (open)'),
  wiggle: z.number().min(0).max(5).describe('standard deviation of s per checkpoint: letter bias and prompt luck'),
  persistence: z.number().min(0).max(1).describe('share of the variance of the answer noise that stays with a run'),
  confidence,
  source: z.string().min(1).describe('where the benchmark comes from'),
};

const worlds = changesBy('name of a world', 'curve changes by world, on this benchmark').optional();

const preset = mapping({
  preset: z.enum(BENCHMARKS.map(({name}) => name)).describe('published benchmark to start from'),
  name: nameField('name in tables; the name of the preset if not given').optional(),
  label: KNOBS.label.optional(),
  questions: KNOBS.questions.optional(),
  options: KNOBS.options.optional(),
  open: KNOBS.open.optional(),
  format: KNOBS.format.optional(),
  spread: KNOBS.spread.optional(),
  wiggle: KNOBS.wiggle.optional(),
  persistence: KNOBS.persistence.optional(),
  confidence: confidence.optional(),
  curves: z.record(nameField('curve'), curveField).describe('curves by the name that a world asks for').optional(),
  worlds,
});

const inline = mapping({
  name: nameField('name in tables'),
  label: KNOBS.label.optional(),
  language: KNOBS.language.default('en'),
  task: KNOBS.task.default('questions'),
  metric: KNOBS.metric.optional(),
  questions: KNOBS.questions,
  options: KNOBS.options.optional(),
  open: KNOBS.open.optional(),
  format: KNOBS.format.optional(),
  spread: KNOBS.spread.default(1.5),
  wiggle: KNOBS.wiggle.default(0),
  persistence: KNOBS.persistence.default(0),
  confidence: confidence.optional(),
  curves: z
    .object({smooth: curveField.describe('the curve of a world that finds none of its own')})
    .catchall(curveField)
    .describe('curves by the name that a world asks for: `smooth`, and `threshold` or the name of a form'),
  worlds,
  source: KNOBS.source.default('set in the config'),
});

/** One benchmark: the name of a preset, a preset with changes, or one written by hand. */
export const benchmarkField = z
  .union([z.enum(BENCHMARKS.map(({name}) => name)), preset, inline])
  .describe('benchmark: the name of a preset, a mapping with `preset` and changes, or one of your own');

import type {Benchmark, BenchmarkCurves, Confidence} from '../benchmark.ts';

const PAPER = 'Du et al. 2024, tables 1 and 6, arXiv:2403.15796; curves fitted by us to the digitised Fig 1';
/** Confidence that grows with ability alone: for a benchmark whose own is not published. */
export const GENERIC: Confidence = {
  early: {size: 0, middle: 2.5, scale: 0.05},
  learned: [
    [0, 0.35],
    [0.5, 0.6],
    [1.5, 0.8],
    [3, 0.88],
  ],
};

const mmlu: Benchmark = {
  name: 'mmlu',
  label: 'MMLU',
  language: 'en',
  task: 'examination',
  answer: {kind: 'choice', options: 4},
  format: 'lettered',
  questions: 14042,
  metric: 'accuracy',
  spread: 1.5,
  confidence: {
    early: {size: 0.95, middle: 2.62, scale: 0.045},
    learned: [
      [0, 0.33],
      [0.08, 0.39],
      [0.2, 0.475],
      [0.34, 0.55],
      [0.55, 0.64],
      [0.77, 0.715],
      [1, 0.785],
      [1.3, 0.845],
      [2, 0.885],
      [2.96, 0.9],
    ],
  },
  wiggle: 0.016,
  persistence: 0,
  curves: {
    threshold: {curve: 'saturating', values: {amplitude: 0.859, eta: 2.107, scale: 0.358}},
    smooth: {curve: 'gompertz', values: {amplitude: 0.5747, middle: 2.001, scale: 0.106}},
    gompertz: {curve: 'gompertz', values: {amplitude: 0.5747, middle: 2.001, scale: 0.106}},
    logistic: {curve: 'logistic', values: {amplitude: 0.5253, middle: 1.973, scale: 0.062}},
    exponential: {curve: 'exponential', values: {amplitude: 0.628, middle: 1.77, scale: 0.185}},
  },
  source: PAPER,
  illustrative: null,
};

const ceval: Benchmark = {
  name: 'c-eval',
  label: 'C-Eval',
  language: 'zh',
  task: 'examination',
  answer: {kind: 'choice', options: 4},
  format: 'lettered',
  questions: 1346,
  metric: 'accuracy',
  spread: 1.5,
  confidence: {
    early: {size: 0.42, middle: 2.395, scale: 0.05},
    learned: [
      [0, 0.34],
      [0.05, 0.363],
      [0.2, 0.425],
      [0.41, 0.491],
      [0.67, 0.55],
      [1.27, 0.63],
      [1.67, 0.655],
      [2.1, 0.67],
    ],
  },
  wiggle: 0,
  persistence: 0,
  curves: {
    threshold: {curve: 'saturating', values: {amplitude: 1.295, eta: 2.093, scale: 0.638}},
    smooth: {curve: 'gompertz', values: {amplitude: 0.584, middle: 1.972, scale: 0.109}},
    gompertz: {curve: 'gompertz', values: {amplitude: 0.584, middle: 1.972, scale: 0.109}},
    logistic: {curve: 'logistic', values: {amplitude: 0.5173, middle: 1.949, scale: 0.06}},
    exponential: {curve: 'exponential', values: {amplitude: 0.6, middle: 1.77, scale: 0.166}},
  },
  source: PAPER,
  illustrative: null,
};

type Sketch = Pick<Benchmark, 'name' | 'label' | 'language' | 'task' | 'questions'> & {
  readonly options: number | null;
  /** Logistic in normalised performance: amplitude, middle, scale, base. */
  readonly logistic: readonly [number, number, number, number?];
};

/** A task that rises smoothly in the paper: one logistic in every world, generic confidence. */
function smoothTask({options, logistic: [amplitude, middle, scale, base = 0], ...rest}: Sketch): Benchmark {
  const smooth = {curve: 'logistic', values: {amplitude, middle, scale, base}};
  const curves: BenchmarkCurves = {smooth, logistic: smooth};
  return {
    ...rest,
    answer: options === null ? {kind: 'open', tokens: 1} : {kind: 'choice', options},
    format: options === null ? null : 'cloze',
    metric: options === null ? 'exactStringMatch' : 'accuracy',
    spread: 1.5,
    confidence: GENERIC,
    wiggle: 0,
    persistence: 0,
    curves,
    source: PAPER,
    illustrative:
      'confidence, difficulty spread and the format of the question are not published for this task: only its score against loss is fitted',
  };
}

/** The 12 data sets of Du et al. 2024, in the order of table 1. */
export const DU2024: readonly Benchmark[] = [
  smoothTask({
    name: 'triviaqa',
    label: 'TriviaQA',
    language: 'en',
    task: 'closed-book question answering',
    options: null,
    questions: 11313,
    logistic: [0.837, 2.116, 0.215],
  }),
  smoothTask({
    name: 'hellaswag',
    label: 'HellaSwag',
    language: 'en',
    task: 'commonsense inference',
    options: 4,
    questions: 10042,
    logistic: [0.8573, 2.328, 0.286],
  }),
  smoothTask({
    name: 'race',
    label: 'RACE',
    language: 'en',
    task: 'reading comprehension',
    options: 4,
    questions: 4934,
    logistic: [1, 1.603, 0.573],
  }),
  smoothTask({
    name: 'winogrande',
    label: 'WinoGrande',
    language: 'en',
    task: 'coreference',
    options: 2,
    questions: 1267,
    logistic: [0.614, 2.115, 0.229],
  }),
  mmlu,
  smoothTask({
    name: 'gsm8k',
    label: 'GSM8K',
    language: 'en',
    task: 'mathematical word problems',
    options: null,
    questions: 1319,
    logistic: [0.605, 1.829, 0.102, 0.0186],
  }),
  smoothTask({
    name: 'nlpcc-kbqa',
    label: 'NLPCC-KBQA',
    language: 'zh',
    task: 'closed-book question answering',
    options: null,
    questions: 10613,
    logistic: [1, 1.226, 0.562],
  }),
  smoothTask({
    name: 'clozet',
    label: 'ClozeT',
    language: 'zh',
    task: 'commonsense inference',
    options: 2,
    questions: 938,
    logistic: [0.798, 2.322, 0.236],
  }),
  smoothTask({
    name: 'cluewsc',
    label: 'CLUEWSC',
    language: 'zh',
    task: 'coreference',
    options: 2,
    questions: 508,
    logistic: [0.908, 2.115, 0.496],
  }),
  smoothTask({
    name: 'c3',
    label: 'C3',
    language: 'zh',
    task: 'reading comprehension',
    options: 4,
    questions: 3816,
    logistic: [1, 2.196, 0.484],
  }),
  ceval,
  smoothTask({
    name: 'gsm8k-zh',
    label: 'GSM8K-Chinese',
    language: 'zh',
    task: 'mathematical word problems',
    options: null,
    questions: 1212,
    logistic: [0.617, 1.785, 0.093, 0.0138],
  }),
];

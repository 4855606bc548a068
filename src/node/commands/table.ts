import {COMMAND_WORDS, FIT_OUT, type OPTION_WORDS} from '../../report/words/commands.ts';
import type {Words} from '../../science/parameter.ts';

/** An option of a command. */
export interface Option {
  readonly name: keyof typeof OPTION_WORDS;
  readonly type: 'text' | 'count' | 'switch';
  readonly many?: boolean;
  /** What it does here, where that differs from elsewhere. */
  readonly about?: Words;
  readonly choices?: readonly string[];
  /** Whether its value may be several choices joined by commas. */
  readonly joined?: boolean;
  /** A value of several parts joined by commas, for those who give the option twice. */
  readonly list?: string;
}

/** A command of the command line as data: the help, the checks and the parser are made from it. */
export interface Command {
  readonly name: keyof typeof COMMAND_WORDS;
  readonly about: Words;
  readonly argument: {readonly name: string; readonly required: boolean; readonly many: boolean} | null;
  readonly options: readonly Option[];
  readonly examples: readonly string[];
}

/** What `list` can show. */
export const LISTS = [
  'populations',
  'laws',
  'curves',
  'worlds',
  'benchmarks',
  'metrics',
  'figures',
  'quantities',
  'references',
] as const;

/** Options of every command. */
export const EVERYWHERE: readonly Option[] = [
  {name: 'lang', type: 'text', choices: ['en', 'zh']},
  {name: 'help', type: 'switch'},
  {name: 'version', type: 'switch'},
];

const JSON_OUT: Option = {name: 'json', type: 'switch'};
const QUIET: Option = {name: 'quiet', type: 'switch'};
const FORMATS: Option = {name: 'formats', type: 'text', choices: ['svg', 'png'], joined: true};
const OVER_CONFIG: readonly Option[] = [
  {name: 'set', type: 'text', many: true},
  {name: 'replicates', type: 'count'},
  {name: 'seed', type: 'text'},
  {name: 'fidelity', type: 'text'},
];
const JUDGED: readonly Option[] = [
  {name: 'x', type: 'text'},
  {name: 'y', type: 'text', list: 'acc:accuracy,prob:correctChoiceProb'},
  {name: 'by', type: 'text', list: 'benchmark,metric'},
  {name: 'run', type: 'text', list: 'model,seed'},
  {name: 'n', type: 'text', list: 'MMLU=14042,GSM8K=1319'},
  {name: 'se', type: 'text', list: 'accuracy=accuracy_se,brierScore=brier_se'},
  {name: 'chance', type: 'text', list: 'MMLU=0.25,GSM8K=0'},
  {name: 'unit', type: 'text', list: 'accuracy=percent,brierScore=fraction'},
  {name: 'window', type: 'text'},
  {name: 'params', type: 'text'},
  {name: 'compute', type: 'text'},
  {name: 'losses', type: 'text'},
];
const CONFIGS = {name: 'CONFIG', required: true, many: true} as const;

/** Every command. */
export const COMMANDS: readonly Command[] = [
  {
    name: 'run',
    about: COMMAND_WORDS.run,
    argument: CONFIGS,
    options: [
      ...OVER_CONFIG,
      {name: 'out', type: 'text'},
      {name: 'workers', type: 'count'},
      {name: 'resume', type: 'switch'},
      {name: 'shard', type: 'text'},
      FORMATS,
      JSON_OUT,
      QUIET,
    ],
    examples: [
      'mirage-lab run configs/du2024/metrics.yaml',
      'mirage-lab run study.yaml --replicates 200 --workers 4 --set noise.run=0.02',
      'mirage-lab run study.yaml --resume',
      'mirage-lab run study.yaml --shard 3/16 --resume',
      'mirage-lab run study.yaml --fidelity expected --replicates 1 --out /tmp/quick',
    ],
  },
  {
    name: 'merge',
    about: COMMAND_WORDS.merge,
    argument: {name: 'DIR', required: true, many: true},
    options: [{name: 'out', type: 'text'}, FORMATS, JSON_OUT, QUIET],
    examples: [
      'mirage-lab merge outputs/study-shards',
      'mirage-lab merge node1/1-of-2 node2/2-of-2 --out outputs/study',
    ],
  },
  {
    name: 'validate',
    about: COMMAND_WORDS.validate,
    argument: CONFIGS,
    options: [...OVER_CONFIG, JSON_OUT],
    examples: ['mirage-lab validate configs/du2024/*.yaml'],
  },
  {
    name: 'explain',
    about: COMMAND_WORDS.explain,
    argument: {...CONFIGS, many: false},
    options: [...OVER_CONFIG, {name: 'workers', type: 'count'}, JSON_OUT],
    examples: ['mirage-lab explain configs/du2024/metrics.yaml --replicates 1000'],
  },
  {
    name: 'list',
    about: COMMAND_WORDS.list,
    argument: {name: 'WHAT', required: false, many: false},
    options: [JSON_OUT],
    examples: ['mirage-lab list', 'mirage-lab list metrics', 'mirage-lab list worlds --json'],
  },
  {
    name: 'init',
    about: COMMAND_WORDS.init,
    argument: {name: 'NAME', required: true, many: false},
    options: [{name: 'force', type: 'switch'}],
    examples: ['mirage-lab init my-study'],
  },
  {
    name: 'schema',
    about: COMMAND_WORDS.schema,
    argument: null,
    options: [],
    examples: ['mirage-lab schema > mirage-lab.schema.json'],
  },
  {
    name: 'figures',
    about: COMMAND_WORDS.figures,
    argument: {name: 'RUN_DIR', required: true, many: false},
    options: [FORMATS, JSON_OUT, QUIET],
    examples: ['mirage-lab figures outputs/du2024-metrics --formats svg'],
  },
  {
    name: 'scorecard',
    about: COMMAND_WORDS.scorecard,
    argument: {name: 'RUN_DIR', required: false, many: true},
    options: [JSON_OUT],
    examples: ['mirage-lab scorecard', 'mirage-lab scorecard outputs/du2024-table2', 'mirage-lab scorecard --json'],
  },
  {
    name: 'judge',
    about: COMMAND_WORDS.judge,
    argument: {name: 'TABLE', required: true, many: false},
    options: [
      ...JUDGED,
      {name: 'where', type: 'text', many: true},
      {name: 'log', type: 'switch'},
      {name: 'ascending', type: 'switch'},
      {name: 'width-share', type: 'text'},
      {name: 'margin', type: 'text'},
      {name: 'resamples', type: 'text'},
      {name: 'decide', type: 'count'},
      {name: 'seed', type: 'text'},
      {name: 'out', type: 'text'},
      {name: 'workers', type: 'count'},
      FORMATS,
      JSON_OUT,
      QUIET,
    ],
    examples: [
      'mirage-lab judge checkpoints.csv --x loss --y acc:accuracy,prob:correctChoiceProb --run model --n 14042 --chance 0.25',
      'mirage-lab judge scores.parquet --x loss --y value --by benchmark,metric --run model --unit percent',
      'mirage-lab judge lm-eval-results/ --losses losses.csv --where benchmark=mmlu',
    ],
  },
  {
    name: 'fit',
    about: COMMAND_WORDS.fit,
    argument: {name: 'TABLE', required: true, many: false},
    options: [
      {name: 'law', type: 'text'},
      {name: 'loss', type: 'text'},
      {name: 'params', type: 'text'},
      {name: 'tokens', type: 'text'},
      {name: 'compute', type: 'text'},
      {name: 'steps', type: 'text'},
      {name: 'unique', type: 'text'},
      {name: 'lr', type: 'text'},
      {name: 'where', type: 'text', many: true},
      {name: 'resamples', type: 'text'},
      {name: 'seed', type: 'text'},
      {name: 'out', type: 'text', about: FIT_OUT},
      FORMATS,
      JSON_OUT,
      QUIET,
    ],
    examples: [
      'mirage-lab fit runs.csv --law chinchilla --params N --tokens D --loss loss',
      'mirage-lab fit runs.parquet --law chinchilla --params N --compute C --loss loss --resamples 4000 --json',
      'mirage-lab fit runs.csv --law chinchilla --params N --tokens D --loss loss --out outputs/fit-runs',
      'mirage-lab fit src/science/reference/du2024_losses.csv --law du2024 --params params --tokens tokens --lr lr --loss loss',
    ],
  },
];

import {BUDGETS} from '../../science/chinchilla/budgets.ts';
import {LAWS} from '../../science/laws/registry.ts';
import type {Key, QuantityForm} from '../../science/quantity.ts';
import {COMPUTE_FORMS} from './computeForms.ts';
import {MODEL_FORMS} from './modelForms.ts';

const WORLD: Key = {kind: 'world', about: 'a world of the study; its first one if not given', optional: true};
const BENCHMARK: Key = {kind: 'benchmark', about: 'a benchmark of the study'};
const METRIC: Key = {kind: 'metric', about: 'a metric of that benchmark'};
const RUN: Key = {kind: 'run', about: 'a training run of the study'};

/** Keys of what is measured on one curve. */
const CURVE = {benchmark: BENCHMARK, metric: METRIC, world: WORLD} as const;

const LOSS = (end: string): Key => ({kind: 'number', about: `${end} end of the bin of loss, nats per token`});

/** What can be measured on a study, without the measuring: what a config and the lists need to know. */
export const FORMS = {
  medianScore: {
    name: 'medianScore',
    about: {
      en: 'median score of the checkpoints in a bin of loss',
      zh: '损失区间内各检查点得分的中位数',
    },
    unit: 'fraction',
    of: {...CURVE, low: LOSS('lower'), high: LOSS('upper')},
  },
  spearman: {
    name: 'spearman',
    about: {en: 'rank correlation of score and loss over all checkpoints', zh: '全部检查点上得分与损失的秩相关'},
    unit: 'none',
    of: CURVE,
  },
  pearson: {
    name: 'pearson',
    about: {en: 'linear correlation of score and loss over all checkpoints', zh: '全部检查点上得分与损失的线性相关'},
    unit: 'none',
    of: CURVE,
  },
  finalLoss: {
    name: 'finalLoss',
    about: {en: 'loss at the last checkpoint of a run', zh: '训练运行最后一个检查点的损失'},
    unit: 'nats',
    of: {run: RUN},
  },
  ...COMPUTE_FORMS,
  ...MODEL_FORMS,
  fittedConstant: {
    name: 'fittedConstant',
    about: {
      en: 'constant of a law as fitted to runs simulated by it, mean over replicates',
      zh: '由按定律模拟的训练重新拟合出的常数，取各次重复的均值',
    },
    unit: 'none',
    of: {
      law: {kind: 'word', about: 'name of an entry of `recover`'},
      constant: {kind: 'word', about: 'a constant of it'},
    },
  },
  optimalParams: {
    name: 'optimalParams',
    about: {
      en: 'compute-optimal parameters by a law as fitted to runs simulated by it, mean over replicates',
      zh: '由按定律模拟的训练重新拟合的定律给出的计算最优参数量，取各次重复的均值',
    },
    unit: 'parameters',
    of: {
      law: {kind: 'word', about: 'name of an entry of `recover`'},
      compute: {kind: 'number', about: `training compute, FLOP: one of ${BUDGETS.join(', ')}`},
    },
  },
  optimalExponent: {
    name: 'optimalExponent',
    about: {
      en: 'exponent a of N_opt ~ C^a through the minima of curves of equal compute',
      zh: '过等计算量曲线最低点的 N_opt ~ C^a 的指数 a',
    },
    unit: 'none',
    of: {
      counting: {kind: 'word', about: 'how parameters are counted', choices: ['total', 'nonEmbedding']},
    },
  },
  lawLoss: {
    name: 'lawLoss',
    about: {en: 'loss that a law gives a size and a number of tokens', zh: '定律对给定规模与 token 数给出的损失'},
    unit: 'nats',
    of: {
      law: {kind: 'word', about: 'name of a preset', choices: LAWS.flatMap(({presets}) => Object.keys(presets))},
      params: {kind: 'number', about: 'N: parameters'},
      tokens: {kind: 'number', about: 'D: tokens'},
    },
  },
} as const satisfies Readonly<Record<string, QuantityForm>>;

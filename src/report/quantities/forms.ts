import {BUDGETS} from '../../science/chinchilla/budgets.ts';
import {LAWS} from '../../science/laws/registry.ts';
import type {Key, QuantityForm} from '../../science/quantity.ts';
import {COMPUTE_FORMS} from './computeForms.ts';
import {BENCHMARK, CURVE, number, RUN, WORLD, word} from './keys.ts';
import {MODEL_FORMS} from './modelForms.ts';
import {SCORE_FORMS} from './scoreForms.ts';

const LOSS = (end: string): Key => number(`${end} end of the bin of loss, nats per token`);

/** What can be measured on a study, without the measuring: what a config and the lists need to know. */
export const FORMS = {
  medianScore: {
    name: 'medianScore',
    about: {
      en: 'median score of the checkpoints in a bin of loss',
      zh: '损失区间内各检查点得分的中位数',
    },
    unit: 'fraction',
    of: {
      ...CURVE,
      low: LOSS('lower'),
      high: LOSS('upper'),
      run: {...RUN, about: 'only the checkpoints of this run; all of them if not given', optional: true},
    },
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
  lossAt: {
    name: 'lossAt',
    about: {
      en: 'loss at the checkpoint of a run that is nearest to a number of tokens',
      zh: '训练运行中最接近给定词元数的检查点的损失',
    },
    unit: 'nats',
    of: {run: RUN, tokens: number('training tokens seen')},
  },
  lossRmse: {
    name: 'lossRmse',
    about: {
      en: 'root mean square difference of the final losses of the small runs of Du et al. 2024 and the published ones',
      zh: 'Du 等 2024 各小模型的最终损失与已发表值之差的均方根',
    },
    unit: 'nats',
    of: {},
  },
  finalScore: {
    name: 'finalScore',
    about: {en: 'score at the last checkpoint of a run', zh: '训练运行最后一个检查点的得分'},
    unit: 'fraction',
    of: {...CURVE, run: RUN},
  },
  largestScore: {
    name: 'largestScore',
    about: {en: 'largest score among the last checkpoints of all runs', zh: '全部训练运行最后检查点得分中的最大值'},
    unit: 'fraction',
    of: CURVE,
  },
  chanceDeviation: {
    name: 'chanceDeviation',
    about: {
      en: 'largest distance of the last checkpoints of all runs from chance, in standard errors of a score (binomial, or the scatter of evaluations where that is larger)',
      zh: '全部训练运行最后检查点与随机水平的最大距离，以得分的标准误计（二项标准误，或更大的评测波动）',
    },
    unit: 'none',
    of: CURVE,
  },
  onset: {
    name: 'onset',
    about: {en: 'fitted onset of the rise', zh: '拟合的上升起点'},
    unit: 'nats',
    of: CURVE,
  },
  verdictShare: {
    name: 'verdictShare',
    about: {en: 'share of replicates with a verdict', zh: '得到某一判定的重复所占比例'},
    unit: 'fraction',
    of: {
      benchmark: BENCHMARK,
      world: WORLD,
      verdict: word('the verdict', ['kept', 'moved', 'removed', 'none', 'cannot-tell', 'break', 'no-break']),
    },
  },
  sizeThreshold: {
    name: 'sizeThreshold',
    about: {
      en: 'size from which on models cross a loss threshold at a number of training tokens (Du et al. 2024, equation 5)',
      zh: '给定训练词元数时，模型越过损失阈值所需的规模（Du 等 2024，式 5）',
    },
    unit: 'parameters',
    of: {tokens: number('training tokens'), eta: number('threshold of the loss, nats per token')},
  },
  ...SCORE_FORMS,
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
      law: {kind: 'law', about: 'name of an entry of `recover`'},
      constant: {kind: 'constant', about: 'a constant of it'},
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
      law: {kind: 'law', about: 'name of an entry of `recover`'},
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

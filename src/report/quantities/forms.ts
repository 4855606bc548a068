import type {Key, QuantityForm} from '../../science/quantity.ts';
import {COMPUTE_FORMS} from './computeForms.ts';
import {MODEL_FORMS} from './modelForms.ts';

const WORLD: Key = {kind: 'world', about: 'a world of the study; its first one if not given', optional: true};
const BENCHMARK: Key = {kind: 'benchmark', about: 'a benchmark of the study'};
const METRIC: Key = {kind: 'metric', about: 'a metric of that benchmark'};
const RUN: Key = {kind: 'run', about: 'a training run of the study'};
const number = (about: string): Key => ({kind: 'number', about});
const word = (about: string, choices: readonly string[]): Key => ({kind: 'word', about, choices});

/** Keys of what is measured on one curve. */
const CURVE = {benchmark: BENCHMARK, metric: METRIC, world: WORLD} as const;

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
      en: 'largest distance of the last checkpoints of all runs from chance, in binomial standard errors at chance',
      zh: '全部训练运行最后检查点与随机水平的最大距离，以随机水平处的二项标准误计',
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
  emergenceScore: {
    name: 'emergenceScore',
    about: {
      en: 'emergence score over the sizes of model (Schaeffer et al. 2023, equation 1)',
      zh: '随模型规模的涌现得分（Schaeffer 等 2023，式 1）',
    },
    unit: 'none',
    of: CURVE,
  },
  emergentShare: {
    name: 'emergentShare',
    about: {
      en: 'share of discontinuous metrics among the curves with an emergence score above a number',
      zh: '涌现得分高于给定值的曲线中不连续指标所占的比例',
    },
    unit: 'fraction',
    of: {world: WORLD, above: number('the emergence score')},
  },
  widthSlope: {
    name: 'widthSlope',
    about: {
      en: 'exponent of the width of exact match as a power of the length of the answer',
      zh: '精确匹配的过渡宽度随答案长度变化的幂指数',
    },
    unit: 'none',
    of: {world: WORLD},
  },
  scoreWhere: {
    name: 'scoreWhere',
    about: {
      en: 'score where another score of the same models is a given number, between checkpoints on a straight line or one of logarithms',
      zh: '同一批模型的另一得分等于给定值处的得分，检查点之间按直线或对数直线插值',
    },
    unit: 'fraction',
    of: {
      ...CURVE,
      where: {...METRIC, about: 'metric of the other score'},
      beside: {...BENCHMARK, about: 'benchmark of the other score; the same if not given', optional: true},
      is: number('the other score'),
      scale: {
        ...word('scale of both scores between checkpoints; linear if not given', ['linear', 'log']),
        optional: true,
      },
    },
  },
  chanceLevel: {
    name: 'chanceLevel',
    about: {en: 'score of a guess that knows it is one', zh: '自知为猜测的作答所得的分'},
    unit: 'fraction',
    of: {benchmark: BENCHMARK, metric: METRIC},
  },
  memoryShare: {
    name: 'memoryShare',
    about: {
      en: 'share of what it has seen that a run of the grokking curve remembers',
      zh: 'grokking 曲线下训练运行对其所见内容记住的比例',
    },
    unit: 'fraction',
    of: {benchmark: BENCHMARK, world: WORLD, run: RUN},
  },
  questionShare: {
    name: 'questionShare',
    about: {
      en: 'share of questions whose score has a correlation with compute above 0.75, over the families',
      zh: '得分与计算量的相关高于 0.75 的题目所占比例，对各系列取平均',
    },
    unit: 'fraction',
    of: {
      benchmark: BENCHMARK,
      world: WORLD,
      score: word('the score of a question', ['logVocabulary', 'probability', 'brier', 'accuracy']),
      kind: word('the correlation', ['pearson', 'spearman', 'kendall']),
      family: {kind: 'family', about: 'a family of the study; all of them if not given', optional: true},
    },
  },
  orderShare: {
    name: 'orderShare',
    about: {
      en: 'share of families and benchmarks with log p_vocab > p_choices >= Brier > accuracy in their correlations with compute',
      zh: '与计算量的相关满足 log p_vocab > p_choices >= Brier > accuracy 的系列与基准所占比例',
    },
    unit: 'fraction',
    of: {
      world: WORLD,
      kind: word('the correlation', ['pearson', 'spearman', 'kendall']),
      by: word('what is compared over questions', ['byMedian', 'byAbove']),
    },
  },
  sequenceCompute: {
    name: 'sequenceCompute',
    about: {
      en: 'compute of a whole run as Fig 6 of Du et al. 2024 prints it: 6 N_ne times the number of sequences of 2048 tokens',
      zh: '按 Du 等 2024 图 6 的单位计的整次训练计算量：6 N_ne 乘以长度 2048 的序列数',
    },
    unit: 'none',
    of: {run: RUN},
  },
  ...COMPUTE_FORMS,
  ...MODEL_FORMS,
} as const satisfies Readonly<Record<string, QuantityForm>>;

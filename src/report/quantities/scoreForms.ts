import type {QuantityForm} from '../../science/quantity.ts';
import {BENCHMARK, CURVE, METRIC, number, RUN, WORLD, word} from './keys.ts';

/** What is measured of scores in the design of Schaeffer et al. and of Zhang, and the axis of Fig 6 of Du et al. */
export const SCORE_FORMS = {
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
} as const satisfies Readonly<Record<string, QuantityForm>>;

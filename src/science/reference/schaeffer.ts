import type {Reference, ReferenceList} from '../reference.ts';

const MIRAGE = 'Schaeffer et al. 2023, arXiv:2304.15004';
const LENGTH = 5;

/** p of a token, and p^5 as the model of section 2 gives it. */
const POWERS = [
  [0.5, 0.03125],
  [0.7, 0.16807],
  [0.8, 0.32768],
  [0.9, 0.59049],
] as const;

/** Families of benchmarks `NAME-1` to `NAME-5` by the length of their answers, and their questions. */
const FAMILIES = [
  ['length', 10_000],
  ['addition', 20_000],
] as const;

/** Two standard errors of p^5 from questions of five tokens where p comes from as many of one token. */
function errorsOf(p: number, questions: number): number {
  const ofShare = (share: number): number => (share * (1 - share)) / questions;
  const slope = LENGTH * p ** (LENGTH - 1);
  return Number((2 * Math.sqrt(ofShare(p ** LENGTH) + slope ** 2 * ofShare(p))).toFixed(4));
}

function powersOf([name, questions]: (typeof FAMILIES)[number]): Reference[] {
  return POWERS.map(([is, paper]) => ({
    id: `power-${name}-${is}`,
    source: `${MIRAGE}, section 2: p^5`,
    quantity: 'scoreWhere',
    of: {
      benchmark: `${name}-${LENGTH}`,
      metric: 'exactStringMatch',
      where: 'exactStringMatch',
      beside: `${name}-1`,
      is,
      scale: 'log',
    },
    paper,
    tolerance: errorsOf(is, questions),
    note: null,
  }));
}

/** Answers of five tokens against one: accuracy is p^5 (Schaeffer et al. 2023, section 2). */
export const schaefferPowers: ReferenceList = {
  name: 'schaeffer2023-power',
  about: {
    en: 'exact match of five tokens where one token is right with p: p^5',
    zh: '单词元正确率为 p 时五词元精确匹配率：p^5',
  },
  source: MIRAGE,
  references: FAMILIES.flatMap(powersOf),
};

/** Two standard errors of 5 (1 - p) where p comes from other answers, of one token; 10,000 questions each. */
function distanceErrors(p: number): number {
  return Number((2 * Math.sqrt(((LENGTH + LENGTH ** 2) * p * (1 - p)) / 10_000)).toFixed(3));
}

/** Token edit distance of five tokens is 5 (1 - p): linear where exact match is geometric (Schaeffer et al. 2023, section 2). */
export const schaefferDistances: ReferenceList = {
  name: 'schaeffer2023-distance',
  about: {
    en: 'edit distance of five tokens where one token is right with p: 5 (1 - p)',
    zh: '单词元正确率为 p 时五词元编辑距离：5 (1 - p)',
  },
  source: MIRAGE,
  references: [0.5, 0.7, 0.8, 0.9].map((is) => ({
    id: `distance-length-${is}`,
    source: `${MIRAGE}, section 2: L (1 - p)`,
    quantity: 'scoreWhere',
    of: {
      benchmark: `length-${LENGTH}`,
      metric: 'tokenEditDistance',
      where: 'exactStringMatch',
      beside: 'length-1',
      is,
    },
    paper: Number((LENGTH * (1 - is)).toFixed(2)),
    tolerance: distanceErrors(is),
    note: null,
  })),
};

const OPTIONS =
  'Du et al. 2024, appendix C, arXiv:2403.15796: chance levels of the four tasks of Schaeffer et al. 2023, Fig 6';

/** Benchmark, chance as a sum over options, and as their mean. */
const CHANCES = [
  ['two-a', 0.5, 0.25],
  ['two-b', 0.5, 0.25],
  ['four', 0.75, 0.1875],
  ['five', 0.8, 0.16],
] as const;

/** Brier scores of a blind guess for 2, 2, 4 and 5 options. */
export const schaefferChances: ReferenceList = {
  name: 'schaeffer2023-brier-chance',
  about: {en: 'chance levels of the Brier score for 2, 4 and 5 options', zh: '2、4、5 个选项时 Brier 分数的随机水平'},
  source: OPTIONS,
  references: CHANCES.flatMap(([benchmark, sum, mean]) =>
    (
      [
        ['brierScore', sum],
        ['brierPerOption', mean],
      ] as const
    ).map(([metric, paper]) => ({
      id: `chance-${benchmark}-${metric}`,
      source: OPTIONS,
      quantity: 'chanceLevel',
      of: {benchmark, metric},
      paper,
      tolerance: 0.0005,
      note: null,
    })),
  ),
};

const ELUSIVE = 'Schaeffer et al. 2024, arXiv:2406.04391v2';
const ORDER = [
  ['pearson', 0.824],
  ['spearman', 0.856],
  ['kendall', 0.904],
] as const;

const EXCEPTIONS = {
  en: 'Sixteen pairs of family and benchmark, the paper has more. By the medians six do not have the order. Four of them are MMLU: most models are at chance there and only learn not to be overconfident, so that the Brier score of a question follows compute where p_choices does not. Two are RACE, where the medians of Brier score and accuracy differ by less than 0.03.',
  zh: '这里只有 16 个系列与基准的组合，少于论文。按中位数比较，6 个不符合该次序：其中 4 个是 MMLU，多数模型处于随机水平，只是学会不再过度自信，单题的 Brier 分数因此随计算量变化，而 p_choices 并不；另 2 个是 RACE，Brier 分数与准确率的中位数相差不到 0.03。',
};

/** Correlations of single questions with compute (Schaeffer et al. 2024). */
export const schaefferQuestions: ReferenceList = {
  name: 'schaeffer2024-questions',
  about: {
    en: 'shares of questions that follow compute, and of families and benchmarks with the published order',
    zh: '随计算量变化的题目所占比例，以及符合所发表次序的系列与基准所占比例',
  },
  source: ELUSIVE,
  references: [
    ...(
      [
        ['logVocabulary', 0.9],
        ['probability', 0.4],
      ] as const
    ).map(([score, paper]) => ({
      id: `questions-${score}`,
      source: `${ELUSIVE}, ARC-Challenge, Spearman`,
      quantity: 'questionShare',
      of: {benchmark: 'hellaswag', score, kind: 'spearman', family: 'pythia'},
      paper,
      tolerance: 0.1,
      note: null,
    })),
    ...ORDER.flatMap(([kind, paper]) =>
      (['byMedian', 'byAbove'] as const).map((by) => ({
        id: `order-${kind}-${by}`,
        source: `${ELUSIVE}, at least this share`,
        quantity: 'orderShare',
        of: {kind, by},
        paper,
        tolerance: 0.1,
        note: by === 'byMedian' ? EXCEPTIONS : null,
      })),
    ),
  ],
};

/** More than 92 % of what the authors of BIG-bench count as emergent is multiple-choice grade or exact match (Schaeffer et al. 2023, Fig 5). */
export const schaefferEmergent: ReferenceList = {
  name: 'schaeffer2023-fig5',
  about: {
    en: 'share of discontinuous metrics among what has an emergence score above 100',
    zh: '涌现得分高于 100 者中不连续指标所占的比例',
  },
  source: `${MIRAGE}, Fig 5`,
  references: [
    {
      id: 'emergent-discontinuous',
      source: `${MIRAGE}, Fig 5: more than this share`,
      quantity: 'emergentShare',
      of: {above: 100},
      paper: 0.92,
      tolerance: 0.08,
      note: null,
    },
  ],
};

/** Exact match of T tokens is exp(-T l): its bend narrows as 1 / T (Schaeffer et al. 2023, section 2). */
export const schaefferLengths: ReferenceList = {
  name: 'schaeffer2023-lengths',
  about: {
    en: 'width of exact match as a power of the length of the answer',
    zh: '精确匹配的过渡宽度随答案长度的幂指数',
  },
  source: MIRAGE,
  references: [
    {
      id: 'width-slope',
      source: `${MIRAGE}, section 2: exp(-T l)`,
      quantity: 'widthSlope',
      of: {},
      paper: -1,
      tolerance: 0.05,
      note: null,
    },
  ],
};

import type {Reference, ReferenceList} from '../reference.ts';
import {SMALL_LOSSES} from './du2024SmallLosses.ts';

const SOURCE = 'Du et al. 2024, Fig 2, arXiv:2403.15796';
const NONE = {source: SOURCE, note: null} as const;

const LOSSES: readonly Reference[] = [
  ...SMALL_LOSSES.map(([run, paper]) => ({
    ...NONE,
    id: `fig2-loss-${run}`,
    quantity: 'finalLoss',
    of: {run},
    paper,
    tolerance: 0.05,
  })),
  {...NONE, id: 'fig2-loss-rmse', quantity: 'lossRmse', of: {}, paper: 0, tolerance: 0.03},
];

/** The largest scores that are seen, fractions. */
const LARGEST = [
  ['mmlu', 'accuracy', 0.275],
  ['c-eval', 'accuracy', 0.28],
  ['gsm8k', 'exactStringMatch', 0.05],
  ['gsm8k-zh', 'exactStringMatch', 0.03],
] as const;

/** Half a point of reading, and half a standard error of a score: so much does the largest of 28 scatter. */
const READ_LARGEST = 0.01;

/** Why one task is further from chance. */
const SCATTER = {
  en: 'So do the points of the paper: the largest, 27.5 %, lies 6.8 binomial standard errors above chance. Scores of MMLU scatter by 1.1 points more than its 14,042 questions explain, in the paper and here.',
  zh: '论文的点也是如此：最高的 27.5 % 高出随机水平 6.8 个二项标准误。MMLU 的得分散布比 14,042 道题所能解释的大 1.1 个百分点，论文与此处皆然。',
} as const;

/** All 28 models stay at chance, as the paper says in words: within four standard errors of it. */
const AT_CHANCE = ['mmlu', 'c-eval'].map((benchmark) => ({
  ...NONE,
  id: `fig2-chance-${benchmark}`,
  quantity: 'chanceDeviation',
  of: {benchmark, metric: 'accuracy'},
  paper: 0,
  tolerance: 4,
  note: benchmark === 'mmlu' ? SCATTER : null,
}));

/** Losses and scores of the 28 small runs (Du et al. 2024, Fig 2). */
export const du2024Fig2: ReferenceList = {
  name: 'du2024-fig2',
  about: {
    en: 'final losses of the 28 small runs, and the largest scores of the four tasks that stay flat',
    zh: '28 个小模型的最终损失，以及四个保持平坦的任务的最高得分',
  },
  source: SOURCE,
  references: [
    ...LOSSES,
    ...AT_CHANCE,
    ...LARGEST.map(([benchmark, metric, paper]) => ({
      ...NONE,
      id: `fig2-largest-${benchmark}`,
      quantity: 'largestScore',
      of: {benchmark, metric},
      paper,
      tolerance: READ_LARGEST,
    })),
  ],
};

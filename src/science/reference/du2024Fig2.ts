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

/** The largest scores that are seen, fractions, and how exactly they were read. */
const LARGEST = [
  ['mmlu', 'accuracy', 0.275, 0.005],
  ['c-eval', 'accuracy', 0.28, 0.005],
  ['gsm8k', 'exactStringMatch', 0.05, 0.01],
  ['gsm8k-zh', 'exactStringMatch', 0.03, 0.01],
] as const;

/** All 28 models stay at chance, as the paper says in words: within four standard errors of it. */
const AT_CHANCE = ['mmlu', 'c-eval'].map((benchmark) => ({
  ...NONE,
  id: `fig2-chance-${benchmark}`,
  quantity: 'chanceDeviation',
  of: {benchmark, metric: 'accuracy'},
  paper: 0,
  tolerance: 4,
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
    ...LARGEST.map(([benchmark, metric, paper, tolerance]) => ({
      ...NONE,
      id: `fig2-largest-${benchmark}`,
      quantity: 'largestScore',
      of: {benchmark, metric},
      paper,
      tolerance,
    })),
  ],
};

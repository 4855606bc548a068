import type {Reference, ReferenceList} from '../reference.ts';
import {SMALL_LOSSES} from './du2024SmallLosses.ts';

const SOURCE = 'Du et al. 2024, Fig 2, arXiv:2403.15796';

/** Where the losses of the longest small runs come from. */
const GAP = {
  en: 'One law gives the losses of the large and the small runs here. It puts 6B parameters on 250B tokens at 2.03, where the figure has 2.10: beyond the thresholds of MMLU and C-Eval (2.107 and 2.093) and further up the rise of GSM8K. The preset du2024-finals, fitted to final losses alone, puts that run at 2.08.',
  zh: '这里由同一条定律给出大、小模型的损失。它给 6B 参数、250B 词元的训练 2.03 的损失，而图中为 2.10：已越过 MMLU 与 C-Eval 的阈值（2.107 与 2.093），在 GSM8K 的上升段上也更远。只按最终损失拟合的预设 du2024-finals 给出的是 2.08。',
} as const;

/** The same for MMLU, which the paper's points are further from chance on, too. */
const SCATTER = {
  en: `${GAP.en} The points of the paper are not within four standard errors either: the largest, 27.5 %, lies 6.8 of them above chance, because scores of MMLU scatter by 1.1 points more than its 14,042 questions explain.`,
  zh: `${GAP.zh}论文的点也不在四个标准误之内：最高的 27.5 % 高出随机水平 6.8 个标准误，因为 MMLU 得分的散布比 14,042 道题所能解释的大 1.1 个百分点。`,
} as const;

const COMMON = {source: SOURCE, note: GAP} as const;

const LOSSES: readonly Reference[] = [
  ...SMALL_LOSSES.map(([run, paper]) => ({
    ...COMMON,
    id: `fig2-loss-${run}`,
    quantity: 'finalLoss',
    of: {run},
    paper,
    tolerance: 0.05,
  })),
  {...COMMON, id: 'fig2-loss-rmse', quantity: 'lossRmse', of: {}, paper: 0, tolerance: 0.03},
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

/** All 28 models stay at chance, as the paper says in words: within four standard errors of it. */
const AT_CHANCE = ['mmlu', 'c-eval'].map((benchmark) => ({
  ...COMMON,
  id: `fig2-chance-${benchmark}`,
  quantity: 'chanceDeviation',
  of: {benchmark, metric: 'accuracy'},
  paper: 0,
  tolerance: 4,
  note: benchmark === 'mmlu' ? SCATTER : GAP,
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
      ...COMMON,
      id: `fig2-largest-${benchmark}`,
      quantity: 'largestScore',
      of: {benchmark, metric},
      paper,
      tolerance: READ_LARGEST,
    })),
  ],
};

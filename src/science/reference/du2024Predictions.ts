import type {ReferenceList} from '../reference.ts';

/** Section 3.1 says "approximately 2.2": right to one decimal. */
const ABOUT = 0.05;
const TEXT = 'Du et al. 2024, section 3.1, arXiv:2403.15796';

/** The threshold that the paper states for MMLU and C-Eval. */
export const du2024Onset: ReferenceList = {
  name: 'du2024-onset',
  about: {en: 'loss at which MMLU and C-Eval begin to rise, as stated', zh: '论文所述 MMLU 与 C-Eval 开始上升处的损失'},
  source: TEXT,
  references: ['mmlu', 'c-eval'].flatMap((benchmark) =>
    ['accuracy', 'correctChoiceProb', 'brierScore'].map((metric) => ({
      id: `onset-${benchmark}-${metric}`,
      source: TEXT,
      quantity: 'onset',
      of: {benchmark, metric},
      paper: 2.2,
      tolerance: ABOUT,
      note: {
        en: 'The paper reads its threshold off the figure by eye. Straight, bent and saturating hinges that we fitted to the digitised points of the same figure turn at 2.09 to 2.14, and the world is calibrated to them.',
        zh: '论文的阈值是从图上目测的。我们对同一幅图的数字化点拟合直线、弯折与饱和铰链，转折处均在 2.09 至 2.14，世界即按此校准。',
      },
    })),
  ),
};

const LAW = 'Du et al. 2024, equation 5, arXiv:2403.15796, with the law that we fitted to the losses of Figs 1 and 2';

/** Threshold of the loss, training tokens, N* in parameters. */
const SIZES = [
  [2.2, 1.25e11, 3.48e9],
  [2.2, 5e11, 1.76e9],
  [2.2, 3e12, 1.15e9],
  [2.13, 1.25e11, 6.1e9],
  [2.13, 5e11, 2.82e9],
  [2.13, 3e12, 1.76e9],
] as const;

/** Sizes at which a threshold of the loss is crossed (Du et al. 2024, equation 5). */
export const du2024Sizes: ReferenceList = {
  name: 'du2024-eq5',
  about: {en: 'size that crosses a threshold of the loss at equal tokens', zh: '相同词元数下越过损失阈值的规模'},
  source: LAW,
  references: SIZES.map(([eta, tokens, paper]) => ({
    id: `size-${eta}-${tokens / 1e9}B`,
    source: LAW,
    quantity: 'sizeThreshold',
    of: {eta, tokens},
    paper,
    tolerance: Number((0.02 * paper).toPrecision(6)),
    note: null,
  })),
};

const FIGURE_6 = 'Du et al. 2024, Fig 6, arXiv:2403.15796';

/** Where the axis of Fig 6 ends for each run, read to 2 %. */
export const du2024Compute: ReferenceList = {
  name: 'du2024-fig6',
  about: {
    en: 'training compute at the end of the large runs, as the axis prints it',
    zh: '大模型训练结束时的计算量（按该图坐标轴的单位）',
  },
  source: FIGURE_6,
  references: (
    [
      ['1.5B', 1.07e19],
      ['6B', 5e19],
      ['32B', 2.28e20],
    ] as const
  ).map(([run, paper]) => ({
    id: `compute-${run}`,
    source: FIGURE_6,
    quantity: 'sequenceCompute',
    of: {run},
    paper,
    tolerance: Number((0.03 * paper).toPrecision(6)),
    note: null,
  })),
};

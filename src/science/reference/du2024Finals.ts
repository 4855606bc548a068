import type {ReferenceList} from '../reference.ts';

const SOURCE = 'Du et al. 2024, Fig 1, arXiv:2403.15796';

/** Final losses of the three large runs, read off the figure to 0.005 nats. */
const LARGE = [
  ['1.5B', 2.185],
  ['6B', 1.943],
  ['32B', 1.764],
] as const;

/** Final losses of the large runs (Du et al. 2024, Fig 1). */
export const du2024Finals: ReferenceList = {
  name: 'du2024-finals',
  about: {en: 'final losses of the 1.5B, 6B and 32B run', zh: '1.5B、6B 与 32B 训练运行的最终损失'},
  source: SOURCE,
  references: LARGE.map(([run, paper]) => ({
    id: `final-loss-${run}`,
    source: SOURCE,
    quantity: 'finalLoss',
    of: {run},
    paper,
    // Four times the reading error: a run differs from another of the same kind by about 0.02 nats (Kaplan et al. 2020, section 4.2).
    tolerance: 0.02,
    note: null,
  })),
};

import type {Reference, ReferenceList} from '../reference.ts';

const TALK = 'Zhang 2023 (talk of 11 March 2023)';

/** Sub-skills of 40 % and 60 %, and five of them together: at the first and at the last checkpoints. */
const ENDS = [
  ['one-sub-skill', 0.4, 0.6, 0.01],
  ['whole-task', 0.4 ** 5, 0.6 ** 5, 0.001],
] as const;

function endsOf([benchmark, low, high, tolerance]: (typeof ENDS)[number]): Reference[] {
  const curve = {benchmark, metric: 'exactStringMatch'};
  const source = `${TALK}: five sub-skills go from 40 % to 60 %, the task from 0.4^5 to 0.6^5`;
  const digits = (share: number): number => Number(share.toFixed(4));
  return [
    {
      id: `${benchmark}-first`,
      source,
      quantity: 'medianScore',
      of: {...curve, low: 2.5, high: 3},
      paper: digits(low),
      tolerance,
      note: null,
    },
    {
      id: `${benchmark}-last`,
      source,
      quantity: 'finalScore',
      of: {...curve, run: '32B'},
      paper: digits(high),
      tolerance,
      note: null,
    },
  ];
}

/** What a run remembers of 100 examples: as the talk says, and with 19 more for ten times the size. */
const MEMORY = [
  ['memory-small', '1B', 0.3, `${TALK}: of 100 examples a small model keeps 30`],
  ['memory-large', '127B', 0.7, `${TALK}: of 100 examples a large model keeps 70`],
  ['memory-first', '1B-3T', 0.3, `${TALK}: of 100 examples a small model keeps 30`],
  ['memory-tenfold', '10B-3T', 0.49, 'Carlini et al. 2022, arXiv:2202.07646: 19 points more for ten times the size'],
] as const;

/** The numbers of the talk. */
export const zhang2023: ReferenceList = {
  name: 'zhang2023',
  about: {en: 'sub-skills and their product, and shares of what is remembered', zh: '子技能及其乘积，以及记忆比例'},
  source: TALK,
  references: [
    ...ENDS.flatMap(endsOf),
    ...MEMORY.map(([id, run, paper, source]) => ({
      id,
      source,
      quantity: 'memoryShare',
      of: {benchmark: 'task', run},
      paper,
      tolerance: 0.005,
      note: null,
    })),
  ],
};

const REPLICATION = 'Besiroglu et al. 2024, arXiv:2404.10102: L(N, D) with the estimates of its table 1';

/** Losses of Gopher and Chinchilla by the refitted law. */
export const besiroglu2024: ReferenceList = {
  name: 'besiroglu2024',
  about: {
    en: 'losses of Gopher and Chinchilla by the refitted law',
    zh: '按重新拟合的定律计算的 Gopher 与 Chinchilla 的损失',
  },
  source: REPLICATION,
  references: (
    [
      ['Chinchilla-70B', 1.97388],
      ['Gopher-280B', 1.99961],
    ] as const
  ).map(([run, paper]) => ({
    id: `loss-${run}`,
    source: REPLICATION,
    quantity: 'finalLoss',
    of: {run},
    paper,
    tolerance: 0.001,
    note: null,
  })),
};

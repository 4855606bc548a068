import type {Reference, ReferenceList} from '../reference.ts';

const SOURCE = 'Du et al. 2024, Fig 3, arXiv:2403.15796';
const NONE = {source: SOURCE, note: null} as const;

/** Losses at the end of the curves, read to 0.01 nats. */
const LOSSES = [
  ['7B', 1.8],
  ['13B', 1.73],
  ['33B', 1.62],
  ['65B', 1.56],
] as const;

/** Last scores of the 65B run in percent, read to a point. */
const SCORES = [
  ['llama-triviaqa', 'exactStringMatch', 72],
  ['llama-hellaswag', 'accuracy', 84],
  ['llama-naturalquestions', 'exactStringMatch', 38],
  ['llama-siqa', 'accuracy', 52],
  ['llama-winogrande', 'accuracy', 78],
  ['llama-piqa', 'accuracy', 83],
] as const;

const ENDS: readonly Reference[] = LOSSES.map(([run, paper]) => ({
  ...NONE,
  id: `fig3-loss-${run}`,
  quantity: 'finalLoss',
  of: {run},
  paper,
  tolerance: 0.02,
}));

/** Ends of the LLaMA curves (Du et al. 2024, Fig 3). */
export const du2024Fig3: ReferenceList = {
  name: 'du2024-fig3',
  about: {
    en: 'final losses of four LLaMA models and last scores of the largest on six tasks',
    zh: '四个 LLaMA 模型的最终损失与最大模型在六个任务上的最后得分',
  },
  source: SOURCE,
  references: [
    ...ENDS,
    ...SCORES.map(([benchmark, metric, percent]) => ({
      ...NONE,
      id: `fig3-${benchmark.slice('llama-'.length)}-65B`,
      quantity: 'finalScore',
      of: {benchmark, metric, run: '65B'},
      paper: percent / 100,
      tolerance: 0.01,
    })),
  ],
};

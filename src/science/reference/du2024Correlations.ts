import type {Words} from '../parameter.ts';
import type {Reference, ReferenceList} from '../reference.ts';
import {TABLE_2} from './du2024Table2.ts';

/** Open answers, scored by exact match. */
const OPEN: readonly string[] = ['triviaqa', 'nlpcc-kbqa', 'gsm8k', 'gsm8k-zh'];

/** How far a correlation may be off: the scatter of a checkpoint differs between data sets. */
const USUAL = 0.03;
const WIDER = new Map([
  ['mmlu', 0.05],
  ['c-eval', 0.05],
  // Its 508 questions alone scatter each score by 2 points.
  ['cluewsc', 0.08],
]);
const SOURCE = 'Du et al. 2024, table 2, arXiv:2403.15796v3';

/** What explains a correlation that is not met, by benchmark and kind. */
const NOTES: Readonly<Record<string, Words>> = {
  'mmlu-spearman': {
    en: 'Half of the simulated checkpoints lie above the threshold and score at chance, in no order; with the other half in perfect order that gives -(1 - 0.5^3) = -0.875. The published -0.804 asks for more points at chance or for more scatter above it. The linear correlation is met.',
    zh: '模拟中一半检查点位于阈值之上，得分处于随机水平、没有次序；另一半次序完全一致时即得 -(1 - 0.5^3) = -0.875。要得到论文的 -0.804，处于随机水平的点须更多，或其上方的散布须更大。线性相关符合。',
  },
};

function rowsOf(benchmark: string): Reference[] {
  const published = TABLE_2.get(benchmark)!;
  return (['spearman', 'pearson'] as const).map((quantity) => ({
    id: `table2-${benchmark}-${quantity}`,
    source: SOURCE,
    quantity,
    of: {benchmark, metric: OPEN.includes(benchmark) ? 'exactStringMatch' : 'accuracy'},
    paper: published[quantity],
    tolerance: WIDER.get(benchmark) ?? USUAL,
    note: NOTES[`${benchmark}-${quantity}`] ?? null,
  }));
}

/** Correlations of score and loss on 12 benchmarks (Du et al. 2024, table 2). */
export const du2024Correlations: ReferenceList = {
  name: 'du2024-table2',
  about: {
    en: 'rank and linear correlation of score and loss on 12 benchmarks',
    zh: '12 个基准上得分与损失的秩相关与线性相关',
  },
  source: SOURCE,
  references: [...TABLE_2.keys()].flatMap(rowsOf),
};

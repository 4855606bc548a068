import type {Words} from '../parameter.ts';
import type {Reference, ReferenceList} from '../reference.ts';
import {TABLE_2} from './du2024Table2.ts';
import {scoreMetric} from './scoreMetric.ts';

/** How far a correlation may be off: the scatter of a checkpoint differs between data sets. */
const USUAL = 0.03;
const WIDER = new Map([
  ['mmlu', 0.05],
  ['c-eval', 0.05],
  // Its 508 questions alone scatter each score by 2 points.
  ['cluewsc', 0.08],
]);
/** What explains a difference, by benchmark and quantity. */
const NOTES = new Map<string, Words>([
  [
    'mmlu spearman',
    {
      en: 'half of the checkpoints lie before the threshold in no order, which leaves 1 - f^3 = .86; noise that stays along a run, as the points of Fig 1 show it, gives one set of checkpoints a standard deviation of .037, so that the published value lies within 1.4 of them',
      zh: '一半检查点在阈值之前且无次序，只剩 1 - f^3 = .86；图 1 的点显示噪声沿一次训练持续，这使单独一组检查点的标准差为 .037，发表值在其 1.4 倍之内',
    },
  ],
  [
    'cluewsc pearson',
    {
      en: '508 questions answered anew at every checkpoint scatter more (1.4 points in bins of 0.01 nats) than the points of the paper (1.0)',
      zh: '508 道题在每个检查点重新作答，离散（0.01 nat 的箱内 1.4 个百分点）大于论文的点（1.0）',
    },
  ],
]);
const SOURCE = 'Du et al. 2024, table 2, arXiv:2403.15796v3';

function rowsOf(benchmark: string): Reference[] {
  const published = TABLE_2.get(benchmark)!;
  return (['spearman', 'pearson'] as const).map((quantity) => ({
    id: `table2-${benchmark}-${quantity}`,
    source: SOURCE,
    quantity,
    of: {benchmark, metric: scoreMetric(benchmark)},
    paper: published[quantity],
    tolerance: WIDER.get(benchmark) ?? USUAL,
    note: NOTES.get(`${benchmark} ${quantity}`) ?? null,
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

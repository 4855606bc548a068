import type {Words} from '../../science/parameter.ts';

const FITTED: Words = {en: 'a curve of at least 12 different points', zh: '至少有 12 个不同点的曲线'};

const SIZES: Words = {
  en: 'runs of at least five sizes and one batch that share amounts of compute, on data that are never repeated',
  zh: '至少五种规模、批量相同、计算量有重叠且数据从不重复的训练',
};

/** What a study must have for a figure to show anything, by the name of the figure. */
export const FIGURE_NEEDS: Readonly<Record<string, Words>> = {
  'transition-width': FITTED,
  profile: FITTED,
  residuals: FITTED,
  zip: {
    en: 'a world with a known onset and at least two replicates, one of them with an interval of the onset',
    zh: '拐点已知的世界，以及至少两次重复，其中至少一次有拐点区间',
  },
  collapse: {
    en: 'at least two runs with checkpoints at the same losses',
    zh: '至少两次训练，且在相同损失处都有检查点',
  },
  forecast: {
    en: 'a curve with enough points on both sides of a cutoff',
    zh: '截断点两侧都有足够多点的曲线',
  },
  'scale-curves': {en: 'at least two checkpoints', zh: '至少两个检查点'},
  'width-by-length': {
    en: 'a mirage world with exact match of at least 3 lengths of open answers, of spread 0 and one slope',
    zh: '“海市蜃楼”世界中，至少 3 种长度、spread 为 0、斜率相同的开放式答案及其精确匹配',
  },
  'line-null': {en: 'at least two replicates', zh: '至少两次重复'},
  'sample-correlations': {
    en: 'a multiple-choice benchmark, and a family of at least 4 checkpoints of different compute',
    zh: '选择题基准，以及至少 4 个计算量不同的检查点的模型系列',
  },
  rulers: {
    en: 'rulers of at most 8 families, and a world both on its printed loss and with `axis: normalisedLoss`',
    zh: '至多 8 个模型系列的 rulers，以及同时采用给出的损失和 `axis: normalisedLoss` 的世界',
  },
  'emergence-scores': {
    en: 'at least 3 benchmarks that share a metric, and at least 3 sizes of model',
    zh: '至少 3 个共用一个指标的基准，以及至少 3 种模型规模',
  },
  'loss-power-laws': SIZES,
  'learning-curves': SIZES,
  'compute-allocation': SIZES,
  'data-and-steps': {
    en: 'runs of several sizes on data that are never repeated, and on data sets of several lengths',
    zh: '数据从不重复的多种规模的训练，以及多种长度数据集上的训练',
  },
  'fixed-budgets': SIZES,
  'size-tolerance': SIZES,
  'compute-frontiers': SIZES,
  'optimal-size-and-steps': SIZES,
  'data-crossing': SIZES,
  extrapolation: SIZES,
  decision: {
    en: 'a table of real checkpoints, judged with --decide; a simulation has its rates',
    zh: '真实检查点的数据表，并以 --decide 判定；模拟研究直接给出比率',
  },
  'shape-penalty': {en: 'the population kaplan2020-shapes', zh: '群体 kaplan2020-shapes'},
  'embedding-count': {en: 'the population kaplan2020-depths', zh: '群体 kaplan2020-depths'},
  transfer: {en: 'at least three sizes on data that do not run out', zh: '至少三种规模，且数据不重复使用'},
  overfitting: {
    en: 'at least two sizes on at least two data sets each, six runs or more',
    zh: '至少两种规模，各在至少两个数据集上，共至少六次训练',
  },
  'critical-batch': {
    en: 'a family of runs at three batches or more that reach the same losses',
    zh: '一个系列的训练在至少三种批量下达到相同的损失',
  },
  'early-stopping': {
    en: 'the loss law kaplan-training, and runs that repeat their data',
    zh: '损失定律 kaplan-training，以及重复使用数据的训练',
  },
  'token-position': {
    en: 'sizes within a tenth of those of the paper, on data that do not run out',
    zh: '与论文规模相差不超过十分之一的模型，且数据不重复使用',
  },
  schedules: {en: 'the population kaplan2020-schedules', zh: '群体 kaplan2020-schedules'},
  isoflop: {
    en: 'at least 3 computes at which at least 5 sizes end, with the lowest loss between them',
    zh: '至少 3 个计算量，每个至少有 5 种规模在此结束训练，且损失最低者在其间',
  },
  'compute-optimal': {en: 'a recovered law of Chinchilla\u2019s form', zh: '一条重新拟合的 Chinchilla 形式定律'},
  reconciled: {
    en: 'a loss law of Chinchilla\u2019s form, and runs with many checkpoints whose sizes lie about the best ones',
    zh: 'Chinchilla 形式的损失定律，以及规模分布在最佳规模两侧、检查点较多的训练',
  },
};

/** Says which figures are missing. */
export const UNDRAWN_WORDS = {
  list: {en: 'Not drawn for want of data: {list}.', zh: '因缺少数据而未画：{list}。'},
  item: {en: '{figure} (needs {needs})', zh: '{figure}（需要{needs}）'},
  several: {en: '{figure} (need {needs})', zh: '{figure}（需要{needs}）'},
  bare: {en: '{figure}', zh: '{figure}'},
} as const satisfies Record<string, Words>;

import type {Words} from '../../science/parameter.ts';

/** Words of figures and report of a fitted law. */
export const LAW_REPORT_WORDS = {
  report: {en: 'fitted loss law', zh: '损失定律拟合'},
  heading: {en: '{law} fitted to {file}', zh: '用 {law} 拟合 {file}'},
  meta: {
    en: '{used} of {rows} {rows:row|rows} \u00b7 Huber delta {delta} \u00b7 {resamples} {resamples:resample|resamples} \u00b7 seed {seed} \u00b7 result {hash}',
    zh: '使用 {rows} 行中的 {used} 行 \u00b7 Huber delta {delta} \u00b7 重抽样 {resamples} 次 \u00b7 种子 {seed} \u00b7 结果 {hash}',
  },
  parameters: {en: 'Parameters', zh: '参数'},
  warnings: {en: 'Warnings', zh: '警告'},
  figures: {en: 'Figures', zh: '图'},
  outliers: {en: 'Rows far from the law', zh: '远离定律的行'},
  outliersNote: {
    en: '{count} of {rows} rows lie further than 3 robust standard deviations ({spread} in ln L each) from the fitted law; the {shown} furthest are listed. They stay in the fit, where Huber\u2019s loss lets them count linearly.',
    zh: '{rows} 行中有 {count} 行距拟合定律超过 3 个稳健标准差（每个为 ln L 的 {spread}）；列出最远的 {shown} 行。它们仍参与拟合，由 Huber 损失按线性计入。',
  },
  outliersNone: {
    en: 'No row lies further than 3 robust standard deviations ({spread} in ln L each) from the fitted law.',
    zh: '没有任何一行距拟合定律超过 3 个稳健标准差（每个为 ln L 的 {spread}）。',
  },
  frontier: {en: 'Compute-optimal training', zh: '计算最优训练'},
  frontierNote: {
    en: 'At each compute C = 6 N D the N and D with the least fitted loss, at the end of a schedule{interval}. Outside the computes of the table it is extrapolated.',
    zh: '给定计算量 C = 6 N D，使拟合损失最小的 N 与 D（调度结束时）{interval}。超出数据表计算量范围之处为外推。',
  },
  method: {en: 'How it was fitted', zh: '拟合方法'},
  methodObjective: {
    en: 'The parameters minimise the sum over rows of Huber\u2019s loss of ln L fitted - ln L, delta {delta} (Hoffmann et al. 2022, section 3.3): residuals up to delta count as squares, larger ones linearly.',
    zh: '参数使各行 ln L 拟合值 - ln L 的 Huber 损失之和最小，delta 为 {delta}（Hoffmann 等 2022，3.3 节）：不超过 delta 的残差按平方计，更大的按线性计。',
  },
  methodStarts: {
    en: 'Least squares from a grid of starts comes first; its best ends are led to the wanted delta by Levenberg-Marquardt steps.',
    zh: '先从网格化的起点做最小二乘，再用 Levenberg-Marquardt 步将其最佳终点引到所要的 delta。',
  },
  methodResamples: {
    en: 'Intervals: 2.5 and 97.5 percentiles of fits to resampled rows (Efron 1979); rows are taken as independent, so checkpoints of one run make them too short.',
    zh: '区间：对各行重抽样后拟合的 2.5 与 97.5 百分位（Efron 1979）；各行视为独立，因此同一次训练的多个检查点会使区间偏短。',
  },
  methodProfile: {
    en: 'Profile of the irreducible loss: the objective minimised over all other parameters, as a robust likelihood ratio (Hampel et al. 1986, chapter 7), cut at 3.84.',
    zh: '不可约损失的轮廓：对其余参数取最小的目标函数，化为稳健似然比（Hampel 等 1986，第 7 章），在 3.84 处截断。',
  },
  again: {en: 'Again', zh: '重做'},
  againFit: {en: 'In the folder of the table:', zh: '在数据表所在目录运行：'},
  againWhere: {
    en: 'findings/fit.json holds every number of this page; figures/ each figure as Vega-Lite spec.',
    zh: 'findings/fit.json 含本页全部数字；figures/ 含各图的 Vega-Lite 描述。',
  },
  residualsTitle: {en: 'Residuals of the fitted law', zh: '拟合定律的残差'},
  residualsCaption: {
    en: 'ln L fitted - ln L of every row against what it was trained with and against the fitted loss. Grey band: \u00b1 delta = {delta}, inside which residuals count as squares. Dashes: \u00b1 3 robust standard deviations; rows beyond are red, the furthest named. Black line: local regression; a bend in it says that the form does not fit.',
    zh: '各行的 ln L 拟合值 - ln L，随训练条件及拟合损失的变化。灰带：\u00b1 delta = {delta}，其内残差按平方计。虚线：\u00b1 3 个稳健标准差；其外的行为红色，标出最远者。黑线：局部回归；若其弯曲，说明形式不合。',
  },
  contoursTitle: {en: 'Fitted loss over {x} and {y}', zh: '拟合损失随 {x} 与 {y} 的变化'},
  contoursCaption: {
    en: 'Lines: equal fitted loss, in nats per token, at the end of a schedule. Points: the rows of the table, coloured by their loss.',
    zh: '线：拟合损失相等处（nat/token，调度结束时）。点：表中各行，颜色为其损失。',
  },
  contoursFrontier: {
    en: ' Red: the compute-optimal frontier{interval}.',
    zh: '红线：计算最优前沿{interval}。',
  },
  withBand: {
    en: ', with its 95 % interval (band) from {resamples} {resamples:resample|resamples}',
    zh: '，色带为其 95 % 区间（{resamples} 次重抽样）',
  },
  withDashes: {
    en: ', with its 95 % interval (dashed) from {resamples} {resamples:resample|resamples}',
    zh: '，虚线为其 95 % 区间（{resamples} 次重抽样）',
  },
  withIntervals: {
    en: ', with 95 % percentile intervals of {resamples} {resamples:resample|resamples}',
    zh: '，附 {resamples} 次重抽样的 95 % 百分位区间',
  },
  computeTitle: {en: 'Loss against training compute', zh: '损失随训练计算量的变化'},
  computeCaption: {
    en: 'Points: the rows of the table, coloured by size. Red line: the least loss that the fitted law allows at each compute{interval}. No row should lie far below it.',
    zh: '点：表中各行，颜色为规模。红线：拟合定律在各计算量下允许的最小损失{interval}。不应有行远低于它。',
  },
  curveTitle: {en: 'Loss against {x}', zh: '损失随 {x} 的变化'},
  curveCaption: {
    en: 'Points: the rows of the table. Red line: the fitted law{interval}.',
    zh: '点：表中各行。红线：拟合定律{interval}。',
  },
  profileTitle: {en: 'Profile of the irreducible loss {parameter}', zh: '不可约损失 {parameter} 的轮廓'},
  profileCaption: {
    en: 'Robust likelihood ratio of the fit with {parameter} held, all other parameters at their best. Dashed: 3.84, below which the values make up the 95 % interval, {interval} (rules). A curve that never rises above it on the left says that the rows do not show an irreducible loss.',
    zh: '固定 {parameter}、其余参数取最优时的稳健似然比。虚线：3.84，低于它的取值构成 95 % 区间 {interval}（竖线）。若左侧始终不高于它，说明这些行看不出不可约损失。',
  },
  pairTitle: {en: '{x} and {y} over the resamples', zh: '各次重抽样的 {x} 与 {y}'},
  pairCaption: {
    en: 'Each point: the fit to one resample of the rows. Correlation {r}: of the parameters that a warning names these two make up for each other most. Cross: the fit to all rows.',
    zh: '每个点：对一次重抽样的拟合。相关 {r}：在警告所指的参数中，这两个相互抵偿最多。叉：对全部行的拟合。',
  },
  N: {en: 'N (parameters)', zh: 'N（参数量）'},
  D: {en: 'D (training tokens)', zh: 'D（训练 token 数）'},
  S: {en: 'S (optimiser steps)', zh: 'S（优化步数）'},
  C: {en: 'C (training FLOP)', zh: 'C（训练 FLOP）'},
  lr: {en: 'learning rate over its peak', zh: '学习率与峰值之比'},
  fitted: {en: 'fitted loss (nats per token)', zh: '拟合损失（nat/token）'},
  loss: {en: 'loss (nats per token)', zh: '损失（nat/token）'},
  floor: {en: '{parameter} (nats per token)', zh: '{parameter}（nat/token）'},
  residual: {en: 'ln L fitted - ln L', zh: 'ln L 拟合值 - ln L'},
  row: {en: 'row', zh: '行'},
  rowOf: {en: 'row {row}', zh: '第 {row} 行'},
  ratio: {en: 'likelihood ratio', zh: '似然比'},
  plot: {
    en: 'ln L fitted - ln L against fitted loss, falling to the right; furthest: {rows}',
    zh: 'ln L 拟合值 - ln L 随拟合损失（向右下降）的变化；最远：{rows}',
  },
  plotNone: {
    en: 'ln L fitted - ln L against fitted loss, falling to the right; no row is far from the law',
    zh: 'ln L 拟合值 - ln L 随拟合损失（向右下降）的变化；没有远离定律的行',
  },
} as const satisfies Record<string, Words>;

import type {CorrelationKind} from '../../inference/perQuestion/finding.ts';
import type {Words} from '../../science/parameter.ts';

/** The scores of a single question. */
export const CHAIN_WORDS = {
  logVocabulary: {en: 'log p of the correct option, whole vocabulary', zh: '正确选项的对数概率（全词表）'},
  probability: {en: 'p among the options', zh: '选项内概率'},
  brier: {en: 'BrierScore', zh: 'Brier 分数'},
  accuracy: {en: 'Accuracy', zh: '准确率'},
} as const satisfies Record<string, Words>;

/** Names of correlations. */
export const CORRELATION_WORDS: Readonly<Record<CorrelationKind, Words>> = {
  pearson: {en: 'Pearson', zh: 'Pearson'},
  spearman: {en: 'Spearman', zh: 'Spearman'},
  kendall: {en: 'Kendall', zh: 'Kendall'},
};

/** Names, titles, axes and captions of the figures about many questions and many tasks. */
export const SAMPLE_WORDS = {
  sampleCorrelations: {en: 'How far single questions follow compute', zh: '单个题目的得分随计算量变化的程度'},
  sampleCorrelationsTitle: {
    en: 'World \u201c{world}\u201d: correlation of each question\u2019s score with compute',
    zh: '“{world}”世界：各题得分与计算量的相关',
  },
  sampleCorrelationsCaption: {
    en: 'For each question of replicate 0, Spearman\u2019s correlation of log compute with its score over the checkpoints of one family; lines: share of questions above each correlation, the Brier score turned so that good is up. A score that never moves counts as 0. Dashed: 0.75; numbers: share of questions above it, in the order of the legend. The order log p > p among the options \u2265 Brier > accuracy of Schaeffer et al. 2024 holds, of {all} pairs of family and benchmark, by the median in {byMedian}; by the share above 0.75 in {byAbove}. The mass that falls on the options at all is illustrative: {mass}.',
    zh: '第 0 次重复中，对每道题计算对数计算量与其得分在同一模型系列各检查点上的 Spearman 相关；曲线：相关超过各值的题目比例（Brier 分数已翻转，向上为优）。得分始终不变的题目计为 0。虚线：0.75；数字：超过它的题目比例，顺序同图例。Schaeffer 等 2024 的次序“对数概率 > 选项内概率 \u2265 Brier > 准确率”在 {all} 个“系列 \u00d7 基准”组合中成立的个数：按中位数 {byMedian}；按超过 0.75 的比例 {byAbove}。落在选项上的总概率为示意性设定：{mass}。',
  },
  mass: {
    en: 'half of it at a loss of {middle}, a factor e more for every {scale} nats less, log-odds with sd {spread} over questions',
    zh: '损失为 {middle} 时占一半，损失每降 {scale} nat 增至 e 倍，题目间对数几率的标准差为 {spread}',
  },
  firstPanels: {
    en: 'Drawn: the first {shown} of {all} pairs; all stand in findings.json.',
    zh: '图中只画 {all} 个组合中的前 {shown} 个，全部结果见 findings.json。',
  },
  counts: {en: '{count} ({kind})', zh: '{count}（{kind}）'},
  correlationAxis: {en: 'Spearman correlation with log compute', zh: '与对数计算量的 Spearman 相关'},
  exceedingAxis: {en: 'questions above it (%)', zh: '超过它的题目 (%)'},
  score: {en: 'score', zh: '得分'},
  above: {en: '> 0.75: {shares} %', zh: '> 0.75：{shares} %'},
  emergenceScores: {en: 'Emergence scores of many tasks, metric by metric', zh: '大量任务的涌现分数，按指标'},
  emergenceScoresTitle: {en: 'Emergence score of every task, by metric', zh: '各任务的涌现分数，按指标'},
  emergenceScoresCaption: {
    en: 'Each point is one task scored by one metric over {sizes} sizes of model, in order of size: size of the rise over the usual step, sign(argmax \u2212 argmin) (max \u2212 min) / sqrt(median squared step) (Schaeffer et al. 2023, Eq. 1; BrierScore and other scores that are better when lower are turned). Box: quartiles. A straight line over these sizes scores {line}; above the dashed cut of {cut} the usual step is less than {percent} of the rise. At \u221e: the usual step is exactly 0, as where scores are counts of few questions or nothing is ever right; such a task counts as above the cut. \u201cworse\u201d: the score is negative. Metrics are sorted by the share above the cut, which is printed. Replicate 0.',
    zh: '每点为一个任务在一个指标下、随 {sizes} 种模型规模（由小到大）的涌现分数：升幅与通常步长之比，sign(argmax \u2212 argmin) (max \u2212 min) / sqrt(步长平方的中位数)（Schaeffer 等 2023，式 1；越低越好的指标已翻转）。箱：四分位数。这些规模上的直线得分为 {line}；超过虚线 {cut} 时，通常步长不足升幅的 {percent}。\u221e 处：通常步长恰为 0，例如得分是少量题目的计数或从未答对；这类任务计为超过界线。“变差”：得分为负。指标按超过界线的比例排序，比例已标出。取第 0 次重复。',
  },
  emergenceAxis: {en: 'emergence score', zh: '涌现分数'},
  endless: {en: '\u221e', zh: '\u221e'},
  falling: {en: 'worse', zh: '变差'},
  aboveCut: {en: '{share} above {cut}', zh: '{share} 超过 {cut}'},
  task: {en: 'task', zh: '任务'},
} as const satisfies Record<string, Words>;

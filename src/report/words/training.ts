import type {Words} from '../../science/parameter.ts';

/** Words of a study of training alone: its report, its design and its ending at a terminal. */
export const TRAINING_WORDS = {
  question: {en: 'How does the loss fall with size, data and compute?', zh: '损失如何随规模、数据与计算量下降？'},
  meta: {
    en: 'seed {seed} · replicates: {replicates} · checkpoints: {checkpoints} · result {hash}',
    zh: '种子 {seed} · {replicates} 次重复 · {checkpoints} 个检查点 · 结果哈希 {hash}',
  },
  summary: {
    en: 'Losses from {low} to {high} nats per token in replicate 0 (runs: {runs}, checkpoints: {checkpoints}).',
    zh: '第 0 次重复：{runs} 次训练、{checkpoints} 个检查点，损失为 {low} 至 {high} nat/token。',
  },
  runs: {en: 'Training runs', zh: '训练运行'},
  runsNote: {
    en: 'Runs of one family together; loss at the end of training as measured in replicate 0, the lowest and the highest of the family.',
    zh: '同一系列的训练合为一行；损失为第 0 次重复中训练结束时的测量值，给出系列内的最低与最高值。',
  },
  family: {en: 'Family', zh: '系列'},
  count: {en: 'Runs', zh: '训练次数'},
  params: {en: 'Parameters', zh: '参数量'},
  paramsNonEmbedding: {en: 'Without embeddings', zh: '不含嵌入的参数量'},
  tokens: {en: 'Tokens', zh: 'token 数'},
  loss: {en: 'Final loss (nats/token)', zh: '最终损失 (nat/token)'},
  range: {en: '{low} to {high}', zh: '{low} 至 {high}'},
  aimLosses: {
    en: 'Show what the laws of training say of simulated runs, with the noise between runs.',
    zh: '展示训练定律对模拟训练的预言，包括训练之间的噪声。',
  },
  noise: {
    en: 'Noise in the loss: run offset sd {run} nats, checkpoint wiggle sd {checkpoint} nats with lag-1 correlation {correlation}; measurement error sd {loss} nats.',
    zh: '损失的噪声：训练运行偏移标准差 {run} nat，检查点波动标准差 {checkpoint} nat（一阶相关 {correlation}）；测量误差标准差 {loss} nat。',
  },
  sampling: {
    en: 'Replicates: {replicates}, seed {seed}. No benchmark is answered.',
    zh: '{replicates} 次重复，种子 {seed}。不回答任何基准。',
  },
  estimandLoss: {
    en: 'The loss at every checkpoint, nats per token, and what the figures fit to it.',
    zh: '每个检查点的损失（nat/token），以及各图对它的拟合。',
  },
  methodFigures: {
    en: 'Each figure says what it fits and to which runs. Published constants stand beside what is fitted.',
    zh: '每幅图都说明拟合了什么、用了哪些训练；已发表的常数列在拟合值旁。',
  },
  performanceLosses: {
    en: 'Spread of the losses between {n} replicates: each draws the noise of every run anew.',
    zh: '{n} 次重复之间损失的离散程度：每次重复都重新抽取每次训练的噪声。',
  },
  performanceOne: {en: 'One replicate: no spread between replicates.', zh: '只有一次重复，没有重复之间的离散程度。'},
  limitLaw: {
    en: 'The losses follow the law that was put in, plus noise. They show what follows from the law, not that real models obey it.',
    zh: '损失由所设定的定律加噪声得到：它们展示该定律的推论，并不证明真实模型遵循它。',
  },
  limitNoise: {
    en: 'The noise of a run is one offset for all its checkpoints and a wiggle along it. Real runs also diverge, restart and change their data.',
    zh: '每次训练的噪声由全部检查点共用的一个偏移和沿途的波动组成。真实训练还会发散、重启、更换数据。',
  },
  limitElsewhere: {
    en: 'Loss depends on corpus and tokenizer: constants of one paper do not hold for the corpus of another.',
    zh: '损失取决于语料与分词器：一篇论文的常数不适用于另一篇论文的语料。',
  },
  againWhere: {
    en: 'Each loss stands in tables/trajectories; each picture beside its Vega-Lite spec in figures/.',
    zh: '每个损失都在 tables/trajectories 中；每幅图旁都有对应的 Vega-Lite 规格（figures/）。',
  },
  size: {
    en: 'runs: {runs}, checkpoints: {checkpoints}, replicates: {replicates}',
    zh: '{runs} 次训练，{checkpoints} 个检查点，{replicates} 次重复',
  },
  plot: {
    en: 'Loss (log) against training compute 6 N D (log), FLOP, replicate 0',
    zh: '损失（对数）随训练计算量 6ND（对数，FLOP）的变化，第 0 次重复',
  },
} as const satisfies Record<string, Words>;

import type {Words} from '../../science/parameter.ts';

/** Names, titles, axes and captions of the figures that set simulated scores beside what a paper predicts or prints. */
export const PREDICTION_WORDS = {
  sizeThreshold: {en: 'From which size on does the ability show?', zh: '规模多大时能力开始显现？'},
  sizeThresholdTitle: {
    en: 'World \u201c{world}\u201d: scores against size at equal training tokens',
    zh: '“{world}”世界：相同训练 token 数下，得分随规模的变化',
  },
  sizeThresholdCaption: {
    en: 'Finished models of rising size, a line for each number of training tokens (replicate 0, with the 95 % interval that its questions give each score). Vertical rules, in the colour of the line: the size N* = N0 (\u03b7 \u2212 L_inf)^(\u22121/\u03b1_N) at which Du et al. 2024, equation 5, place the start of the rise, from equation 4, L(N) = L_inf + (N0/N)^\u03b1_N, at those tokens; \u03b7 is the threshold that was put in, or the one the paper states where none was. A threshold of the loss is a threshold of size, and more tokens move it to smaller models; in a smooth world nothing happens at the rules. Dashes: chance.',
    zh: '规模递增的训练完成的模型，每条线对应一个训练 token 数（第 0 次重复，附由题目数决定的 95 % 区间）。与线同色的竖线：Du 等 2024 式 5 预言的上升起点 N* = N0 (\u03b7 \u2212 L_inf)^(\u22121/\u03b1_N)，由该 token 数下的式 4，L(N) = L_inf + (N0/N)^\u03b1_N 得到；\u03b7 为设定的阈值，没有设定时取论文所述的值。损失的阈值就是规模的阈值，token 越多，越小的模型即可越过；平滑世界里竖线处什么也不发生。虚线：随机水平。',
  },
  sizes: {en: '\u03b7 = {eta}: N* = {sizes}', zh: '\u03b7 = {eta}：N* = {sizes}'},
  trainingTokens: {en: 'training tokens', zh: '训练 token 数'},
  correlationTable: {
    en: 'Correlation of score and loss, beside the published one',
    zh: '得分与损失的相关，与发表值对照',
  },
  correlationTitle: {
    en: 'World \u201c{world}\u201d: correlation of score and loss',
    zh: '“{world}”世界：得分与损失的相关',
  },
  correlationCaption: {
    en: 'Filled, with \u00b1: mean over replicates of the correlation over all checkpoints, of the metric that the paper reports, and the standard deviation of one set of checkpoints (bars: twice that); rings: Du et al. 2024, table 2, one set. In brackets: simulated less published; red where that is more than {far} and more than two standard deviations. A rank correlation does not show a threshold as such: it falls with the share f of checkpoints that lie on the flat side, to about 1 \u2212 f\u00b3, so that GSM8K, whose few right answers still grow there, has one as strong as RACE. Noise that stays along a run makes that of one set uncertain.',
    zh: '实心点与 \u00b1：各次重复的平均相关（全部检查点，采用论文报告的指标）及单独一组检查点的标准差（横条为其两倍）；圆环：Du 等 2024 表 2，只有一组。括号内：模拟值减去发表值，超过 {far} 且超过两个标准差时为红色。秩相关本身看不出阈值：它随平坦一侧检查点的比例 f 下降，约为 1 \u2212 f\u00b3；GSM8K 的少量正确答案在那里仍在增加，因此其秩相关与 RACE 一样强。沿一次训练持续的噪声使单独一组检查点的秩相关不确定。',
  },
  correlationAxis: {en: '{kind} correlation with loss', zh: '与损失的 {kind} 相关'},
  simulatedGap: {en: 'right: simulated (less published)', zh: '右侧：模拟值（减去发表值）'},
  performanceVsCompute: {en: 'Every task against training compute', zh: '各任务得分随训练计算量的变化'},
  computeTitle: {
    en: 'World \u201c{world}\u201d: scores against training compute',
    zh: '“{world}”世界：得分随训练计算量的变化',
  },
  computeCaption: {
    en: 'Layout of Du et al. 2024, Fig 6: the scores of replicate 0 against compute instead of loss. Compute is 6 N D, N parameters without embeddings, in FLOP. At equal compute the sizes do not share one curve: the loss, not the compute, decides. Dashes: chance.',
    zh: '版式同 Du 等 2024 图 6：第 0 次重复的得分随计算量而非损失的变化。计算量为 6 N D（FLOP），N 不含嵌入参数。计算量相等时各规模并不在同一条曲线上：起决定作用的是损失，而不是计算量。虚线：随机水平。',
  },
  printedCaption: {
    en: 'Above: FLOP. Below: the axis that the paper prints without a unit; by the steps of its points it is FLOP / 2048, 2048 the tokens of a sequence, so that its 1e19 is 2e22 FLOP.',
    zh: '上轴：FLOP。下轴：论文的横轴，未注明单位；由其各点的间隔可知它是 FLOP / 2048（一个序列有 2048 个 token），因此论文的 1e19 即 2e22 FLOP。',
  },
  printedCompute: {en: 'as printed: FLOP / {sequence}', zh: '论文所印：FLOP / {sequence}'},
  rulers: {en: 'Families with rulers of loss of their own', zh: '各有损失尺子的模型系列'},
  rulersTitle: {
    en: 'World \u201c{world}\u201d: families with tokenizers and corpora of their own',
    zh: '“{world}”世界：词表与语料各不相同的模型系列',
  },
  onPrinted: {en: 'against the loss as each family prints it', zh: '随各系列给出的损失'},
  onNormalised: {en: 'against the loss less the entropy of unigrams', zh: '随减去 unigram 熵的损失'},
  rulersCaption: {
    en: 'The same scores (replicate 0) against two axes. Left: the loss as printed, which depends on tokenizer and corpus. Right: the unigram-normalised loss L \u2212 H, the logarithm of PPLu. Dotted rules in the colour of a family: where its ability starts. Black line, red rule and band: the bent hinge fitted to all points of a panel together, with its onset \u03b7, width w and 95 % intervals. Normalising puts all families on one curve only where their rulers differ by the entropy of unigrams and nothing else; a factor between the rulers stays. Dashes: chance. Loss falls to the right.',
    zh: '同一批得分（第 0 次重复）画在两条横轴上。左：各系列给出的损失，取决于词表与语料。右：按 unigram 归一化的损失 L \u2212 H，即 PPLu 的对数。与系列同色的点线：该系列能力开始显现之处。黑线、红色竖线与色带：对一幅图中全部点一起拟合的弯折铰链，及其拐点 \u03b7、宽度 w 与 95 % 区间。只有当各系列的尺子仅相差 unigram 熵时，归一化才使它们落在同一条曲线上；尺子之间的倍数差不会因此消失。虚线：随机水平。损失向右下降。',
  },
  computeAxis: {en: 'training compute (FLOP)', zh: '训练计算量（FLOP）'},
} as const satisfies Record<string, Words>;

import type {Words} from '../../science/parameter.ts';

/** Words of the figures of compute-optimal training. */
export const CHINCHILLA_WORDS = {
  isoflop: {en: 'Curves of equal compute and their minima', zh: '等计算量曲线及其最低点'},
  isoflopTitle: {en: 'IsoFLOP: the best size at each compute', zh: 'IsoFLOP：各计算量下的最佳规模'},
  isoflopCaption: {
    en: 'Layout of Hoffmann et al. 2022, Fig 3. Left: final losses of replicate 0 by size, a colour for each compute C = 6 N D; parabolas in ln N through the sizes within a factor of four of the lowest loss (faded points are left out), their minima as diamonds. Right: the minima against compute, the power law through them, and, dotted, the optimum of the law that was put in. Hoffmann et al. print a = 0.50, 0.49 and 0.46 for their approaches 1, 2 (this one) and 3, Kaplan et al. 0.73.',
    zh: '版式同 Hoffmann 等 2022 图 3。左：第 0 次重复的最终损失随规模的变化，每种颜色对应一个计算量 C = 6ND；抛物线（以 ln N 为变量）只用损失最低规模四倍以内的点拟合（淡色点未用），菱形为最低点。右：最低点随计算量的变化、过这些点的幂律，以及（点线）所设定律的最优值。Hoffmann 等的三种方法（本图为方法 2）给出 a = 0.50、0.49、0.46，Kaplan 等为 0.73。',
  },
  isoflopFit: {en: 'N_opt ~ C^a, a = {a}', zh: 'N_opt ~ C^a，a = {a}'},
  overReplicates: {
    en: '; over {n} replicates {mean} \u00b1 {sd} (sd)',
    zh: '；{n} 次重复为 {mean} \u00b1 {sd}（标准差）',
  },
  lawExponent: {en: '; law {a}', zh: '；定律 {a}'},
  compute: {en: 'training compute 6 N D (FLOP)', zh: '训练计算量 6ND (FLOP)'},
  params: {en: 'parameters N', zh: '参数量 N'},
  loss: {en: 'loss (nats/token)', zh: '损失 (nat/token)'},
  minima: {en: 'Minima', zh: '最低点'},
  optimum: {en: 'compute-optimal parameters', zh: '计算最优参数量'},
  budget: {en: 'compute (FLOP)', zh: '计算量 (FLOP)'},
  optimal: {en: 'Compute-optimal size and data of fitted laws', zh: '拟合定律给出的计算最优规模与数据量'},
  optimalTitle: {en: 'Where each law spends compute', zh: '各定律如何分配计算量'},
  optimalCaption: {
    en: 'Lines: N_opt = G (C/6)^a and D_opt = (C/6)^b / G of the constants that were put in (Hoffmann et al. 2022, equation 4). Dots with bars: the same from the constants fitted to the simulated runs of replicate 0, with 95 % intervals from resampled runs. Vertical rule: 5.76e23 FLOP, the compute of Gopher (280B, 300B tokens) and Chinchilla (70B, 1.4T tokens), drawn as squares. There the laws say N_opt {sizes}. Dashes on the right: 20 tokens per parameter. {precision}',
    zh: '线：由设定常数得到的 N_opt = G (C/6)^a 与 D_opt = (C/6)^b / G（Hoffmann 等 2022 式 4）。点与竖条：由第 0 次重复的模拟训练拟合出的常数得到的同样数值，及重抽样训练的 95 % 区间。竖线：5.76e23 FLOP，即 Gopher（280B，300B token）与 Chinchilla（70B，1.4T token，方块）的计算量。在此处各定律的 N_opt 为 {sizes}。右图虚线：每参数 20 个 token。{precision}',
  },
  optimalAt: {en: '{N} with {ratio} tokens per parameter ({law})', zh: '{N}、每参数 {ratio} 个 token（{law}）'},
  optimalPrecision: {
    en: 'From {runs} runs the 80 % interval of the exponent a of {law} is {width} wide; that from 0.454 to 0.455, as Hoffmann et al. print it, would take about {needed} such runs (Besiroglu et al. 2024: about 600,000).',
    zh: '由 {runs} 次训练，{law} 的指数 a 的 80 % 区间宽 {width}；Hoffmann 等给出的 0.454 至 0.455 约需 {needed} 次这样的训练（Besiroglu 等 2024：约 600,000 次）。',
  },
  sizePanel: {en: 'Size', zh: '规模'},
  dataPanel: {en: 'Data for each parameter', zh: '每个参数的数据量'},
  perParam: {en: 'compute-optimal tokens per parameter D/N', zh: '计算最优的每参数 token 数 D/N'},
  law: {en: 'Law', zh: '定律'},
  reconciled: {en: 'Best size counted with and without embeddings', zh: '最佳规模：计入与不计入嵌入'},
  reconciledTitle: {
    en: 'Kaplan against Chinchilla: one law, two ways of counting',
    zh: 'Kaplan 与 Chinchilla：同一定律，两种计数',
  },
  reconciledCaption: {
    en: 'After Pearce and Song 2024: runs of {low} to {high} parameters without embeddings obey one law of Chinchilla\u2019s form in all parameters, N_T = N_E + 47491 N_E^(1/3). Left: sizes with the lowest loss at equal compute (minima of parabolas, read off between checkpoints of replicate 0), counted with and without embeddings; lines: the exact optimum of the law. Right: the exponent of that line at each compute, d ln N_opt / d ln C, over a wider range of sizes. {course}Porian et al. 2024 measured the same steps on their own runs: 0.835 in the set-up of Kaplan et al., 0.706 with the last layer counted, 0.602 with a warm-up that is scaled to the size, 0.571 with a cosine that ends with the training, 0.497 with learning rate and batch tuned to the size and no decay. The last two are not simulated.',
    zh: '依据 Pearce 与 Song 2024：不含嵌入 {low} 至 {high} 参数的训练，都服从同一条以全部参数表示的 Chinchilla 形式定律，N_T = N_E + 47491 N_E^(1/3)。左：等计算量下损失最低的规模（抛物线最低点，由第 0 次重复的检查点之间读出），分别按计入与不计入嵌入统计；线为该定律的精确最优值。右：在更宽的规模范围内，该线在各计算量处的指数 d ln N_opt / d ln C。{course}Porian 等 2024 在自己的训练上逐步测得：Kaplan 等的设置为 0.835，计入最后一层为 0.706，预热长度随规模缩放为 0.602，余弦随训练结束为 0.571，学习率与批量按规模调优、学习率不衰减为 0.497。最后两步未模拟。',
  },
  reconciledPlain: {
    en: 'Counted in full it is the {a} of the law at every scale. Without embeddings it is larger in the range of Kaplan et al., who fitted 0.73, most of all where embeddings stop being the larger part of a model; for large models both ways of counting agree. ',
    zh: '全部计入时处处为定律的 {a}。不计嵌入时，在 Kaplan 等（拟合得 0.73）的规模范围内指数更大，在嵌入不再占模型大半之处最大；对大模型两种计数一致。',
  },
  reconciledWarmup: {
    en: 'The learning rate rises over {W} tokens, and tokens count by it (ours, illustrative): a warm-up that is longer than the best training of a small model makes small models look best at more data than they need. Even counted in full the exponent then lies above the {a} of the law until the best training is far longer than the warm-up, with a step where it is as long; Kaplan et al. fitted 0.73. ',
    zh: '学习率在前 {W} 个 token 内上升，token 按学习率计（我们的设定，示意）：预热若长于小模型的最佳训练，小模型的最佳数据量就显得偏多。于是即使全部计入，指数也高于定律的 {a}，直到最佳训练远长于预热，两者等长处有一跳变；Kaplan 等拟合得 0.73。',
  },
  exponent: {en: 'local exponent of N_opt ~ C^a', zh: 'N_opt ~ C^a 的局部指数'},
  counting: {en: 'Counted', zh: '计数'},
  total: {en: 'all parameters', zh: '全部参数'},
  nonEmbedding: {en: 'without embeddings', zh: '不含嵌入'},
  bestSizes: {en: 'Best size', zh: '最佳规模'},
  localPanel: {en: 'Its exponent', zh: '其指数'},
  fittedBoth: {
    en: 'fitted: {nonEmbedding} without embeddings, {total} in full',
    zh: '拟合：不含嵌入 {nonEmbedding}，全部 {total}',
  },
} as const satisfies Record<string, Words>;

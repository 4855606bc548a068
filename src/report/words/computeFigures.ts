import type {Words} from '../../science/parameter.ts';

/** Names, titles, keys and captions of the figures of compute, size, data and steps. */
export const COMPUTE_WORDS = {
  fitted: {en: 'fitted: {law}', zh: '拟合：{law}'},
  published: {en: 'published: {law}', zh: '发表：{law}'},
  dottedLaw: {en: '{formula}, fitted', zh: '{formula}，拟合'},
  equation: {en: 'equation {number}, table 3', zh: '式 {number}，表 3'},
  lossPowerLaws: {en: 'Loss against compute, data and size', zh: '损失随计算量、数据量与规模的变化'},
  lossPowerLawsTitle: {
    en: 'Loss falls as a power of compute, data and size',
    zh: '损失随计算量、数据量与规模呈幂律下降',
  },
  lossPowerLawsCaption: {
    en: 'Layout of Kaplan et al. 2020, Fig 1, from simulated runs (replicate 0). Left: learning curves against the compute that a small batch would have needed, and in black the lowest loss at each amount of compute. Middle: the largest model on data sets of growing size, at the end of training; the full data set is left out, for there the size sets the loss. Right: every size at the end of training. Solid: power laws that our fitter finds in these points; dashed: published. The constants of table 3 of the paper give the frontier (C_min/1.6e8)^\u22120.052 (appendix B), above the line that the paper draws. The paper prints two scales of L(C_min), 2.3e8 PF-days in its legends, drawn here, and 3.1e8 in table 5.',
    zh: '版式同 Kaplan 等 2020 图 1，取自模拟的训练（第 0 次重复）。左：学习曲线随小批量所需计算量的变化，黑线为每一计算量下的最低损失。中：最大模型在不同大小数据集上训练结束时的损失；完整数据集不画，因为那里由规模决定损失。右：各规模训练结束时的损失。实线：本项目拟合的幂律；虚线：发表的幂律。由论文表 3 的常数得到的前沿为 (C_min/1.6e8)^\u22120.052（附录 B），高于论文所画的线。论文给出两个 L(C_min) 的尺度：图例为 2.3e8 PF-day（此处所画），表 5 为 3.1e8。',
  },
  byCompute: {en: 'compute', zh: '计算量'},
  byData: {en: 'data', zh: '数据量'},
  bySize: {en: 'parameters', zh: '参数量'},
  learningCurves: {en: 'Learning curves of every size', zh: '各规模的学习曲线'},
  learningCurvesTitle: {en: 'Learning curves against tokens and compute', zh: '学习曲线随 token 数与计算量的变化'},
  learningCurvesCaption: {
    en: 'Layout of Kaplan et al. 2020, Fig 2: the test loss along every simulated run (replicate 0). An even guess has the loss ln 50257 = 10.8. {stop}{sample}The law is not made for the first few hundred steps, where real runs learn faster: there it is cut at an even guess.',
    zh: '版式同 Kaplan 等 2020 图 2：每次模拟训练的测试损失（第 0 次重复）。均匀猜测的损失为 ln 50257 = 10.8。{stop}{sample}该定律不适用于最初几百步（真实训练在那里学得更快），其值在那里截于均匀猜测。',
  },
  learningCurvesStop: {
    en: 'Rings: where training stops if compute is spent best, {share} above the loss that the size converges to (aN/aS of L(N, S_min) fitted to these runs; the paper says about 10 %). This is far short of convergence. ',
    zh: '圆环：计算量最优时的停止点，比该规模的收敛损失高 {share}（对这些训练拟合的 L(N, S_min) 的 aN/aS；论文约为 10 %）。这远未收敛。',
  },
  sampleEfficiency: {
    en: 'Larger models learn more from a token: {large} reaches the final loss of {small} with 1/{factor} of its tokens. ',
    zh: '模型越大，从每个 token 学到的越多：{large} 只用 {small} 的 1/{factor} 的 token 就达到后者的最终损失。',
  },
  bestStop: {en: 'where compute-efficient training stops', zh: '计算量最优时的停止点'},
  againstTokens: {en: 'against tokens', zh: '随 token 数'},
  againstCompute: {en: 'against compute', zh: '随计算量'},
  computeAllocation: {en: 'Where more compute is best spent', zh: '增加的计算量如何分配最好'},
  computeAllocationTitle: {en: 'Where a growing amount of compute is best spent', zh: '不断增加的计算量应如何分配'},
  computeAllocationCaption: {
    en: 'Layout of Kaplan et al. 2020, Fig 3: what each share of the growth of compute buys. Edges of the wedge: powers of compute fitted to the best size, the critical batch and the fewest steps on the frontier of the simulated runs; points: these runs. Dashes: table 6 of the paper (0.73, 0.24, 0.03), which its summary rounds to more than 1,000,000 times the size, 100 times the batch and less than 10 times the steps for 1e9 times the compute. The constants of table 3 imply 0.68, 0.25 and 0.07 (appendix B); the paper measured 0.73.',
    zh: '版式同 Kaplan 等 2020 图 3：计算量增长的各部分用在何处。楔形的边界：对模拟训练的前沿上最优规模、临界批量与最少步数拟合的计算量幂律；点：这些训练。虚线：论文表 6（0.73、0.24、0.03），其摘要概括为计算量增加 1e9 倍时，规模超过 1,000,000 倍、批量 100 倍、步数不足 10 倍。表 3 的常数意味着 0.68、0.25 与 0.07（附录 B）；论文实测为 0.73。',
  },
  allocationPanel: {en: 'growth from 1e\u22128 PF-days on', zh: '自 1e\u22128 PF-day 起的增长'},
  size: {
    en: 'model size: {factor}\u00d7 (C^{exponent}; published {published}\u00d7)',
    zh: '模型规模：{factor}\u00d7（C^{exponent}；发表 {published}\u00d7）',
  },
  batch: {
    en: 'batch: {factor}\u00d7 (C^{exponent}; published {published}\u00d7)',
    zh: '批量：{factor}\u00d7（C^{exponent}；发表 {published}\u00d7）',
  },
  steps: {
    en: 'steps: {factor}\u00d7 (C^{exponent}; published {published}\u00d7)',
    zh: '步数：{factor}\u00d7（C^{exponent}；发表 {published}\u00d7）',
  },
  dataAndSteps: {en: 'Loss by size and data, by size and steps', zh: '损失随规模与数据、规模与步数的变化'},
  dataAndStepsTitle: {en: 'Loss by size and data, and by size and steps', zh: '损失随规模与数据、规模与步数的变化'},
  dataAndStepsCaption: {
    en: 'Layout of Kaplan et al. 2020, Fig 4. Left: simulated runs at the end of training against the size of their data set; right: learning curves after the warm-up against the fewest steps that any batch would have needed. Dots: L(N, D) and L(N, S_min), equations 1.5 and 5.6, fitted to these points by our fitter; constants beside those of tables 2 and 3. The runs on data sets end at their last step, not at the end of all learning, so that fitted constants need not be those put in.',
    zh: '版式同 Kaplan 等 2020 图 4。左：模拟训练结束时的损失随数据集大小的变化；右：预热之后的学习曲线随任意批量所需最少步数的变化。点线：本项目对这些点拟合的 L(N, D) 与 L(N, S_min)（式 1.5 与 5.6），其常数与表 2、表 3 并列。数据集上的训练止于最后一步，并未学尽，因此拟合常数不必等于设定值。',
  },
  dataBySize: {en: 'data set by size', zh: '数据集与规模'},
  stepsBySize: {en: 'steps by size', zh: '步数与规模'},
  fixedBudgets: {
    en: 'Loss against size at fixed compute and fixed steps',
    zh: '固定计算量与固定步数下损失随规模的变化',
  },
  fixedBudgetsTitle: {
    en: 'Loss against size where compute or steps are held',
    zh: '固定计算量或步数时，损失随规模的变化',
  },
  fixedBudgetsCaption: {
    en: 'Layout of Kaplan et al. 2020, Fig 11. Points: simulated runs (replicate 0), read between their checkpoints at one amount of C_min (left) or S_min (right). {fitted}At each amount of compute one size is best, and it grows with compute; at fixed steps a larger model is always better.',
    zh: '版式同 Kaplan 等 2020 图 11。点：模拟训练（第 0 次重复），在检查点之间按同一 C_min（左）或 S_min（右）读取。{fitted}每一计算量都有一个最优规模，并随计算量增大；步数固定时，模型越大越好。',
  },
  fixedBudgetsFitted: {
    en: 'Dashes: equation 5.6 with the constants that our fitter finds in these runs ({law}). ',
    zh: '虚线：式 5.6，常数由本项目对这些训练拟合（{law}）。',
  },
  fixedCompute: {en: 'fixed compute C_min', zh: '固定计算量 C_min'},
  fixedSteps: {en: 'fixed steps S_min', zh: '固定步数 S_min'},
  computeUnit: {en: 'PF-days', zh: 'PF-day'},
  stepsUnit: {en: 'steps', zh: '步'},
  sizeTolerance: {en: 'What a size beside the best one costs', zh: '偏离最优规模的代价'},
  sizeToleranceTitle: {en: 'What a size beside the best one costs', zh: '偏离最优规模的代价'},
  sizeToleranceCaption: {
    en: 'Layout of Kaplan et al. 2020, Fig 12. Points: what the simulated runs need to reach a loss of {losses} nats per token, over what the best size needs (by the powers of compute fitted to their frontier). Dashes: equations B.16 and B.17 with the constants of table 3; the numbers for 0.6 and 2.2 times the best size are theirs. The paper says that sizes between these two cost at most 20 % more compute, and that 2.2 times the size takes 45 % fewer steps.',
    zh: '版式同 Kaplan 等 2020 图 12。点：模拟训练达到 {losses} nat/token 的损失所需，与最优规模所需之比（由其前沿的计算量幂律求得）。虚线：用表 3 常数的式 B.16 与 B.17；0.6 与 2.2 倍最优规模处的数字由其给出。论文称：规模在两者之间时，计算量至多多用 20 %；2.2 倍规模的步数少 45 %。',
  },
  toleranceCompute: {en: 'compute', zh: '计算量'},
  toleranceSteps: {en: 'steps', zh: '步数'},
  computeFrontiers: {en: 'The frontier of loss at the best and at a fixed batch', zh: '最优批量与固定批量下的损失前沿'},
  computeFrontiersTitle: {
    en: 'Lowest loss at each amount of compute, two ways to count it',
    zh: '每一计算量下的最低损失：两种计量',
  },
  computeFrontiersCaption: {
    en: 'Layout of Kaplan et al. 2020, Fig 13. Points: the lowest loss of the simulated runs, by a parabola over sizes; red: at the compute that a small batch would have needed, blue: at the compute that was used with 2^19 tokens a step. Solid: power laws of our fitter; dashed: the legends of the paper (table 5 prints 3.1e8 and 1.6e7 PF-days). Faint: learning curves against the compute used. A fixed batch is far above the critical one early on and wastes compute there, so that its frontier falls faster. Models of one layer, which make a lump at 1e\u22125 PF-days in the figure of the paper, are left out here as in its fits.',
    zh: '版式同 Kaplan 等 2020 图 13。点：模拟训练的最低损失（对规模取抛物线）；红：按小批量所需的计算量，蓝：按每步 2^19 个 token 实际所用的计算量。实线：本项目拟合的幂律；虚线：论文图例（表 5 为 3.1e8 与 1.6e7 PF-day）。淡线：按实际计算量的学习曲线。固定批量在早期远高于临界批量，浪费计算，因此其前沿下降更快。论文图中 1 层模型在 1e\u22125 PF-day 处形成的隆起，在此与论文的拟合一样略去。',
  },
  frontiersPanel: {en: 'two counts of compute', zh: '两种计算量'},
  optimalSizeAndSteps: {en: 'The best size and its steps against compute', zh: '最优规模及其步数随计算量的变化'},
  optimalTitle: {en: 'The best size and its steps at each amount of compute', zh: '每一计算量下的最优规模及其步数'},
  optimalCaption: {
    en: 'Layout of Kaplan et al. 2020, Fig 14. Points: the lowest point of a parabola over the simulated sizes at each amount of compute, and the steps that this size then takes; red: the least compute of any batch, with S_min; blue: compute and steps at 2^19 tokens a step. Solid: least squares of our fitter; dashed: published (1.3e9 C^0.73 of table 6 and 1.6e9 C^0.88 of the legend of Fig 14, 5.4e3 C^0.03 steps). The exponent aCmin/aN that equation 6.5 predicts is 0.71 with the numbers printed there, 0.68 with table 3. With table 3 the best size is smaller than in table 6 and takes more steps; the axis of the paper ends at 17,500 steps.',
    zh: '版式同 Kaplan 等 2020 图 14。点：每一计算量下，对模拟规模的抛物线最低点，以及该规模所用步数；红：任意批量的最小计算量与 S_min；蓝：每步 2^19 个 token 时的计算量与步数。实线：本项目的最小二乘；虚线：发表（表 6 的 1.3e9 C^0.73、图 14 图例的 1.6e9 C^0.88、5.4e3 C^0.03 步）。式 6.5 预言的指数 aCmin/aN 用文中数字为 0.71，用表 3 为 0.68。按表 3 得到的最优规模小于表 6，因而步数更多；论文的纵轴止于 17,500 步。',
  },
  bestSize: {en: 'best size', zh: '最优规模'},
  bestSteps: {en: 'its steps', zh: '其步数'},
  dataCrossing: {en: 'Where compute asks for less loss than its data allow', zh: '计算量前沿与数据所限损失的交点'},
  dataCrossingTitle: {
    en: 'Where the frontier of compute contradicts the law of data',
    zh: '计算量前沿与数据定律何处矛盾',
  },
  dataCrossingCaption: {
    en: 'Layout of Kaplan et al. 2020, Fig 15. Dashed orange: the published frontier L(C_min); red: the least loss L(D(C)) that the data of compute-optimal training allow, D = 2e10 C^0.27 tokens (table 6); band: down to D = 4e10 C^0.26 (equation 6.7). They meet (ring) at {paper}; with the scale 2.3e8 of the legends at {legend}; with equation 6.7 at {printed}, which is not what the paper states (about 1e4 PF-days, 1e12 parameters, 1e12 tokens, 1.7 nats, uncertain by a factor of 10; table 6 gives a quarter of these tokens there). Points, solid and dotted lines: the frontier, L(D) and best size of the simulated runs, carried on far beyond them; they meet at {ours}. The meeting point depends on small differences of exponents.',
    zh: '版式同 Kaplan 等 2020 图 15。橙色虚线：发表的前沿 L(C_min)；红线：计算最优训练的数据所允许的最低损失 L(D(C))，D = 2e10 C^0.27 个 token（表 6）；色带：直到 D = 4e10 C^0.26（式 6.7）。两者交于（圆环）{paper}；用图例的尺度 2.3e8 时交于 {legend}；用式 6.7 时交于 {printed}，与论文所述（约 1e4 PF-day、1e12 参数、1e12 token、1.7 nat，不确定度为 10 倍；按表 6，该处的 token 只有其四分之一）不符。点、实线与点线：模拟训练的前沿、L(D) 与最优规模，外推到远处；交于 {ours}。交点取决于指数的微小差别。',
  },
  crossingPanel: {en: 'compute frontier and data', zh: '计算量前沿与数据'},
  frontierOf: {en: 'fitted: L = {law}', zh: '拟合：L = {law}'},
  dataOf: {en: 'fitted: {law}, D of the best size', zh: '拟合：{law}，D 取最优规模'},
  crossingAt: {
    en: '{C} PF-days ({N} parameters, {D} tokens, {L} nats per token)',
    zh: '{C} PF-day（{N} 参数、{D} token、{L} nat/token）',
  },
  noCrossing: {en: 'no point', zh: '无交点'},
  extrapolation: {en: 'The end of a run foreseen from its first part', zh: '由前一部分预测训练结束时的损失'},
  extrapolationTitle: {en: 'How well is the end of a training run foreseen?', zh: '训练结束时的损失能预测得多准？'},
  extrapolationCaption: {
    en: 'L = floor + (Sc / S_min)^aS, fitted to the checkpoints of one simulated run after its warm-up and within the first 10, 20, 40 and 60 % of its steps, and read at the last step. Left: one run and the four forecasts; right: forecast minus the loss that was reached, for every size, with the median of its size. The noise of checkpoints, not of the run, limits this: a run that is off stays off by the same amount.',
    zh: '对单次模拟训练预热之后、前 10 %、20 %、40 %、60 % 步数内的检查点拟合 L = floor + (Sc / S_min)^aS，并在最后一步读取。左：一次训练及四个预测；右：各规模的预测值减实际损失，并给出其绝对值的中位数。限制精度的是检查点的噪声而非训练间的噪声：偏离的训练会以同样的量一直偏离。',
  },
  fromShare: {en: 'from {share}: off by {error}', zh: '由 {share}：误差 {error}'},
  oneRun: {en: 'one run: {run}', zh: '一次训练：{run}'},
  medianError: {en: '{share}: median |error| {error}', zh: '{share}：|误差| 中位数 {error}'},
  forecastErrors: {en: 'every size', zh: '各规模'},
} as const satisfies Record<string, Words>;

import type {Words} from '../../science/parameter.ts';

/** Words of the design block and of the limits. */
export const DESIGN_WORDS = {
  aims: {en: 'Aims', zh: '目的（Aims）'},
  data: {en: 'Data-generating mechanisms', zh: '数据生成机制（Data-generating mechanisms）'},
  estimands: {en: 'Estimands', zh: '估计目标（Estimands）'},
  methods: {en: 'Methods', zh: '方法（Methods）'},
  performance: {en: 'Performance measures', zh: '性能指标（Performance measures）'},
  aimQuestion: {en: 'Question: {question}', zh: '问题：{question}'},
  aimErrors: {
    en: 'Say how often the verdict of this design is wrong when the truth is known.',
    zh: '在真值已知的情况下，给出该设计判定出错的频率。',
  },
  population: {en: 'Population {name}: {runs}. Source: {source}.', zh: '模型群 {name}：{runs}。来源：{source}。'},
  run: {
    en: '{name} on {tokens} tokens, {checkpoints} {checkpoints:checkpoint|checkpoints}',
    zh: '{name} 训练 {tokens} token、{checkpoints} 个检查点',
  },
  manyRuns: {
    en: '{count} runs of {smallest} to {largest} parameters, {checkpoints} checkpoints',
    zh: '{count} 次训练，参数量 {smallest} 至 {largest}，共 {checkpoints} 个检查点',
  },
  batches: {en: '{low} tokens per step', zh: '每步 {low} token'},
  manyBatches: {en: '{low} to {high} tokens per step', zh: '每步 {low} 至 {high} token'},
  law: {
    en: 'Loss law {name} (form {form}): {values}. Source: {source}.',
    zh: '损失定律 {name}（形式 {form}）：{values}。来源：{source}。',
  },
  noise: {
    en: 'Noise in the true loss: run offset sd {run} nats, checkpoint wiggle sd {checkpoint} nats with lag-1 correlation {correlation}; evaluation wiggle \u00d7 {evaluation}; measurement error on the loss axis sd {loss} nats.',
    zh: '真实损失的噪声：训练运行偏移标准差 {run} nat，检查点波动标准差 {checkpoint} nat（一阶相关 {correlation}）；评测波动 \u00d7 {evaluation}；损失轴测量误差标准差 {loss} nat。',
  },
  noiseAlong: {
    en: 'the evaluation wiggle of a run on a benchmark is correlated from checkpoint to checkpoint, by {evaluationCorrelation}',
    zh: '同一次训练在同一基准上的评测抖动在相邻检查点之间相关，系数为 {evaluationCorrelation}',
  },
  benchmark: {
    en: '{label}: {questions} {questions:question|questions}, {kind}. Source: {source}.',
    zh: '{label}：{questions} 题，{kind}。来源：{source}。',
  },
  choice: {en: '{options} options', zh: '{options} 个选项'},
  open: {en: 'open answers of {tokens} {tokens:token|tokens}', zh: '开放作答，答案长 {tokens} token'},
  normalised: {en: '{world}, normalised loss', zh: '{world}（归一化损失）'},
  metric: {
    en: '{label}: {formula}; {direction}. Source: {source}.',
    zh: '{label}：{formula}；{direction}。来源：{source}。',
  },
  metricGuess: {
    en: '{label}: {formula}; {direction}; a blind guess has {guess}. Source: {source}.',
    zh: '{label}：{formula}；{direction}；盲猜为 {guess}。来源：{source}。',
  },
  higher: {en: 'higher is better', zh: '越高越好'},
  lower: {en: 'lower is better', zh: '越低越好'},
  ruler: {
    en: 'family {family} prints {offset} + {scale} x loss, its unigrams have an entropy of {unigram} nats per token; the normalised loss is the printed one less that entropy',
    zh: '系列 {family} 给出的损失为 {offset} + {scale} × 损失，其 unigram 熵为每 token {unigram} nat；归一化损失为给出的损失减去该熵',
  },
  thresholdOn: {en: '{eta} on {benchmark}', zh: '{benchmark} 为 {eta}'},
  thresholdRange: {en: '{low} to {high}', zh: '{low} 至 {high}'},
  mixed: {
    en: 'a mixture: {dial} of the performance comes from a world of {about}; the rest from another',
    zh: '混合世界：表现的 {dial} 来自这样的世界：{about}；其余来自另一个世界',
  },
  world: {
    en: 'World \u201c{world}\u201d ({paper}): {about}. {curves}.',
    zh: '“{world}”世界（{paper}）：{about}。{curves}。',
  },
  sampling: {
    en: 'Fidelity {fidelity}, replicates: {replicates}, seed {seed}; every metric is read off the same simulated answers.',
    zh: '保真度 {fidelity}，{replicates} 次重复，种子 {seed}；所有指标都取自同一批模拟作答。',
  },
  passAtK: {
    en: 'pass@k: {samples} attempts of its own at every open question, k = {k}; unbiased estimator of Chen et al. 2021.',
    zh: 'pass@k：每道开放题另行作答 {samples} 次，k = {k}；采用 Chen 等 2021 的无偏估计。',
  },
  passUntil: {
    en: 'PassUntil: attempts of its own at every open question until {successes} are right, at most {most}; unbiased estimator (r \u2212 1)/(K \u2212 1), and right answers over attempts where these run out.',
    zh: 'PassUntil：每道开放题另行反复作答，直到答对 {successes} 次，至多 {most} 次；采用无偏估计 (r \u2212 1)/(K \u2212 1)，次数用尽时取答对次数与尝试次数之比。',
  },
  estimandOnset: {
    en: '\u03b7, the loss at which the score leaves its flat side, nats per token.',
    zh: '\u03b7：得分离开平坦段时的损失（nat/token）。',
  },
  estimandWidth: {
    en: 'w, the transition width in nats: w = 0 is a corner, a large w a smooth curve.',
    zh: 'w：过渡宽度（nat），w = 0 为尖角，w 大则为平滑曲线。',
  },
  estimandVerdict: {
    en: 'For each pair from a discontinuous to a continuous metric: kept, moved, removed, none, or cannot tell.',
    zh: '对每一对“不连续指标 \u2192 连续指标”：保留、移动、消失、没有拐点，或无法判定。',
  },
  methodHinge: {
    en: 'Bent hinge h_w(u) = w ln(1 + exp(u/w)), u = \u03b7 \u2212 L, with a free shape after the break chosen by BIC; exact search over (\u03b7, w), profile-likelihood intervals widened for dependence along a run (relatives: Chiu, Lockhart and Routledge 2006; Bacon and Watts 1971).',
    zh: '弯折铰链 h_w(u) = w ln(1 + exp(u/w))，u = \u03b7 \u2212 L，拐点后的形状由 BIC 选择；对（\u03b7, w） 精确搜索，剖面似然区间按训练运行内的相关性放宽（相关模型：Chiu、Lockhart 与 Routledge 2006；Bacon 与 Watts 1971）。',
  },
  methodShape: {
    en: 'Shape: w* = {share} \u00d7 (\u03b7 \u2212 min L). Sharp: upper end of w below w* and lower end below w*/3. Soft: lower end above w*/2. Else undetermined.',
    zh: '形状：w* = {share} \u00d7（\u03b7 \u2212 min L）。突变：w 上限低于 w* 且下限低于 w*/3。渐变：下限高于 w*/2。其余为未定。',
  },
  methodPair: {
    en: 'Pair: kept if both are sharp and their onsets differ by less than {margin} nats ({wideMargin} where the interval of \u03b7 is longer than {wideInterval}); moved if both are sharp and the interval of the difference lies outside; removed if the discontinuous metric is sharp and the continuous one soft; none if neither is sharp and the discontinuous one is soft.',
    zh: '指标对：两者皆突变且拐点之差小于 {margin} nat（\u03b7 区间长于 {wideInterval} 时取 {wideMargin}）为保留；两者皆突变且差值区间在该范围之外为移动；不连续指标突变而连续指标渐变为消失；两者都不是突变且不连续指标为渐变则没有拐点。',
  },
  methodBenchmark: {
    en: 'Benchmark: removed if any of its pairs is; else moved if any is; else kept if all pairs that can be told are; none if all are; else cannot tell.',
    zh: '基准：有一对为消失即为消失；否则有一对为移动即为移动；否则可判定的各对都为保留即为保留；全部为没有则没有拐点；其余为无法判定。',
  },
  methodSmoothNull: {
    en: 'Smooth-null test: a hinge (w = 0) against the best of line, quadratic, cubic, exponential, logistic, Gompertz, power and wide bent hinges; p from resamples, the largest over the smooth curves within 10 BIC of the best; Holm 1979 and Benjamini and Hochberg 1995 over the benchmarks.',
    zh: '平滑零假设检验：铰链（w = 0）对比直线、二次、三次、指数、logistic、Gompertz、幂函数与宽弯折铰链中的最佳者；p 来自重抽样，取与最佳者相差 10 个 BIC 以内各平滑曲线中的最大值；对各基准按 Holm 1979 以及 Benjamini 与 Hochberg 1995 校正。',
  },
  methodShapeFree: {
    en: 'Onset without a shape: the corner between the flat side and the first part of the rise, and the first place, coming from the flat side, where a monotone curve has left chance (family-wise error 5 %).',
    zh: '不假设形状的拐点：平坦段与上升起始部分的交点，以及从平坦段出发、单调曲线首次离开随机水平的位置（总体错误率 5 %）。',
  },
  methodShared: {
    en: 'Shared onset: one \u03b7 for all metrics of a benchmark, by the sum of their profile likelihoods, against one each, by paired resamples.',
    zh: '共享拐点：以剖面似然之和求同一基准全部指标共用的 \u03b7，并以成对重抽样对比各用一个的情形。',
  },
  methodExplained: {
    en: 'Explained by the continuous metric: a smooth function of it is fitted to the discontinuous one; does a change of slope remain at the onset?',
    zh: '能否由连续指标解释：用其平滑函数拟合不连续指标，看拐点处是否仍有斜率变化。',
  },
  methodCollapse: {
    en: 'Collapse: rms difference between runs beyond noise at equal loss, compute and parameters, with a test of equivalence.',
    zh: '重合：在相等的损失、计算量与参数量处，各训练运行之间超出噪声的均方根差异，并作等效性检验。',
  },
  methodForecast: {
    en: 'Forecast: each law is fitted to one side of a cutoff and scored on the other by its mean log density.',
    zh: '预见：各规律在截断点一侧拟合，在另一侧以平均对数密度评分。',
  },
  methodClassical: {
    en: 'Classical numbers beside them. The tests hold a break against a straight line, which every curve fails.',
    zh: '并列给出常用数值。这些检验以直线为零假设，任何曲线都会将其拒绝。',
  },
  performanceRates: {
    en: 'Bias of \u03b7, coverage of the 95 % intervals, shares of shapes and verdicts, rejections by the smooth-null test and by tests of a straight line, each with its Monte Carlo standard error over {n} replicates.',
    zh: '\u03b7 的偏差、95 % 区间的覆盖率、各形状与判定的比例、平滑零假设检验与直线零假设检验的拒绝率，均附 {n} 次重复的蒙特卡洛标准误。',
  },
  performanceNone: {
    en: 'One replicate: no error rates. Run with --replicates 100 or more to get them.',
    zh: '只有一次重复，没有出错率。用 --replicates 100 或更多次重复来获得。',
  },
} as const satisfies Record<string, Words>;

/** What a reader must know before citing a number. */
export const LIMIT_WORDS = {
  simulated: {
    en: 'The verdicts say what the rule finds in simulated worlds. They do not say in which world real models live.',
    zh: '判定说明的是该规则在模拟世界中的发现，并不说明真实模型处于哪个世界。',
  },
  resolution: {
    en: 'Resolution of w in the design of Du et al.: 0.02 to 0.03 nats. Narrower bends cannot be told from a corner.',
    zh: '在 Du 等的设计中 w 的分辨率为 0.02 至 0.03 nat；更窄的弯折无法与尖角区分。',
  },
  smooth: {
    en: 'A Gompertz onset of scale t looks like w = 0.3 t, a logistic one like w = t.',
    zh: '尺度为 t 的 Gompertz 起始段看起来像 w = 0.3 t，logistic 起始段像 w = t。',
  },
  slope: {
    en: 'A threshold without a jump in slope, such as f ~ (\u03b7 \u2212 L)^1.5, cannot be seen.',
    zh: '斜率不发生跳变的阈值（例如 f ~ (\u03b7 \u2212 L)^1.5）无法检出。',
  },
  confidence: {
    en: 'The rates hold for the confidence curve \u03c4(s) put in, which is our smoothed reading of published figures. With \u03c4(s) through the raw readings on MMLU the break is kept in 99.7 % of 300 replicates (fidelity surrogate); other curves may matter more.',
    zh: '这些比率以所设定的置信度曲线 \u03c4(s) 为前提，它是我们从已发表的图上读出并平滑的。若让 MMLU 的 \u03c4(s) 穿过原始读数，300 次重复（surrogate 保真度）中 99.7 % 判为保留；其他曲线的影响可能更大。',
  },
  tuned: {
    en: 'The rule was tuned on the preset worlds; on other curves its error rates are larger.',
    zh: '判定规则在预设世界上调定；对其他曲线，其出错率更高。',
  },
  lossError: {
    en: 'Error on the loss axis blurs a corner and does not show in the residuals.',
    zh: '损失轴上的误差会模糊尖角，而且在残差中看不出来。',
  },
  law: {
    en: 'The du2024 loss law misses the first checkpoints of the large runs, below 30B tokens, by up to 0.25 nats.',
    zh: 'du2024 损失定律对大模型最初的检查点（30B token 以下）偏差可达 0.25 nat。',
  },
  expected: {
    en: 'Fidelity \u201cexpected\u201d has no sampling noise from questions: its intervals are not those of an experiment.',
    zh: '“expected”保真度没有题目抽样噪声：其区间不等于真实实验的区间。',
  },
  elsewhere: {
    en: 'In worlds that nothing was tuned on: an onset without a shape is off by 0.02 to 0.06 nats where the rise does not start straight; noise that is alike along short runs makes first rejections early (10 % instead of 5 %), runs seem to differ a little and forecasts too sure; a forecast from a flat side alone covers far less than 95 %.',
    zh: '在未用于调定的世界中：若上升起始段不是直线，不假设形状的拐点会偏 0.02 至 0.06 nat；短训练运行中前后相似的噪声使首次拒绝偏早（10 % 而非 5 %），使各运行看似略有差异，并使预测过于自信；仅凭平坦段作出的预测，覆盖率远低于 95 %。',
  },
  surrogate: {
    en: 'Fidelity \u201csurrogate\u201d draws the means over questions from their joint normal law instead of simulating every question. Means, covariances and distributions agree with simulated questions; the noise that two worlds share at one checkpoint has the right correlation to 0.03.',
    zh: '“surrogate”保真度按联合正态分布抽取题目均值，而不逐题模拟。均值、协方差与分布同逐题模拟一致；两个世界在同一检查点共有的噪声，其相关系数误差不超过 0.03。',
  },
  published: {
    en: 'Published points alone may not decide: those of Du et al. 2024, Fig 1, leave MMLU and C-Eval between a threshold and a Gompertz rise.',
    zh: '仅凭已发表的数据点可能无法判定：Du 等 2024 图 1 的数据点使 MMLU 与 C-Eval 介于阈值与 Gompertz 上升之间。',
  },
  rates: {
    en: 'No error rates stand beside these verdicts: they are known for simulated designs only, where the truth is put in.',
    zh: '这些判定没有附出错率：只有设定了真值的模拟设计才知道出错率。',
  },
  resamples: {
    en: 'No p-value of a bootstrap can fall below 0.05 with {resamples} {resamples:resample|resamples}: the smallest there is is {least}.',
    zh: '{resamples} 次重抽样时，自助法的 p 值不可能低于 0.05：最小只能是 {least}。',
  },
  resamplesHolm: {
    en: 'With {resamples} {resamples:resample|resamples} the smooth-null test cannot reject at 5 % after Holm\u2019s adjustment over {count} {count:benchmark|benchmarks}: the smallest adjusted p there is is {least}.',
    zh: '{resamples} 次重抽样时，平滑零假设检验经 {count} 个基准的 Holm 校正后不可能在 5 % 水平拒绝：校正后的 p 值最小只能是 {least}。',
  },
  illustrative: {
    en: 'Partly illustrative, because no published table gives all their parts: {names}.',
    zh: '部分设定仅为示意，因为没有公开表格给出全部参数：{names}。',
  },
} as const satisfies Record<string, Words>;

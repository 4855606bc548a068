import type {Words} from '../../science/parameter.ts';

/** Words of axes, legends and tooltips. */
export const AXIS_WORDS = {
  loss: {en: 'training loss (nats per token, falling to the right)', zh: '训练损失（nat/token，向右下降）'},
  column: {en: '{x}', zh: '{x}'},
  columnFalling: {en: '{x} (falling to the right)', zh: '{x}（向右下降）'},
  normalisedLoss: {
    en: 'normalised loss L \u2212 H (nats per token, falling to the right)',
    zh: '归一化损失 L \u2212 H（nat/token，向右下降）',
  },
  normalisedShort: {en: 'normalised loss', zh: '归一化损失'},
  lossShort: {en: 'training loss', zh: '训练损失'},
  valueOf: {en: '{metric}', zh: '{metric}'},
  percentOf: {en: '{metric} (%)', zh: '{metric} (%)'},
  lowerBetter: {en: '{metric} (axis turned: good is up)', zh: '{metric}（轴已翻转，向上为优）'},
  run: {en: 'run', zh: '训练运行'},
  family: {en: 'family', zh: '模型系列'},
  params: {en: 'parameters', zh: '参数量'},
  tokens: {en: 'tokens (1e9)', zh: 'token 数（1e9）'},
  value: {en: 'value', zh: '取值'},
  standardError: {en: 'standard error', zh: '标准误'},
  source: {en: 'source', zh: '来源'},
  digitised: {en: 'Du et al. 2024, digitised', zh: 'Du 等 2024，数字化'},
  width: {en: 'transition width w (nats)', zh: '过渡宽度 w (nat)'},
  onset: {en: 'onset \u03b7 (nats per token)', zh: '拐点 \u03b7 (nat/token)'},
  widthIn: {en: 'transition width w ({unit})', zh: '过渡宽度 w ({unit})'},
  onsetIn: {en: 'onset \u03b7 ({unit})', zh: '拐点 \u03b7 ({unit})'},
  world: {en: 'world', zh: '世界'},
  benchmark: {en: 'benchmark', zh: '基准'},
  metric: {en: 'metric', zh: '指标'},
  shape: {en: 'shape', zh: '形状'},
  residual: {en: 'residual (sd)', zh: '残差（标准差）'},
  centile: {en: 'centile of |z|', zh: '|z| 的百分位'},
  compute: {en: 'training compute (FLOP)', zh: '训练计算量 (FLOP)'},
  cutoff: {en: 'cutoff: {x}', zh: '截断点：{x}'},
  law: {en: 'law', zh: '规律'},
  tokensOf: {en: 'T = {count}', zh: 'T = {count}'},
  length: {en: 'length of the answer T (tokens)', zh: '答案长度 T（token）'},
  logScore: {en: 'log score', zh: '对数评分'},
  region: {en: 'joint region of (\u03b7, w)', zh: '(\u03b7, w) 联合区域'},
} as const satisfies Record<string, Words>;

/** Words of the key inside a panel. */
export const KEY_WORDS = {
  onset: {en: '\u03b7 {value}', zh: '\u03b7 {value}'},
  width: {en: 'w {value}', zh: 'w {value}'},
  digitised: {en: '\u25cb Du et al. 2024, digitised', zh: '\u25cb Du 等 2024，数字化'},
  truth: {en: 'truth {value}', zh: '真值 {value}'},
  truthNone: {en: 'truth: no break', zh: '真值：无拐点'},
  paper: {en: 'paper: about {value} by eye', zh: '论文：目测约 {value}'},
  edge: {en: 'no onset found', zh: '未找到拐点'},
  outside: {en: '{share} outside \u00b12 (about 5 % expected)', zh: '{share} 在 \u00b12 之外（预期约 5 %）'},
  covers: {en: 'interval covers the truth', zh: '区间覆盖真值'},
  misses: {en: 'interval misses it', zh: '区间未覆盖'},
  coverage: {en: 'covers {share} [{low}, {high}], n = {n}', zh: '覆盖 {share} [{low}, {high}]，n = {n}'},
  collapse: {en: 'at equal {axis}: rms {rms}, {verdict}', zh: '{axis}相等时：均方根 {rms}，{verdict}'},
  unforeseen: {en: 'nothing is foreseen from {cutoffs}', zh: '从 {cutoffs} 起没有预见到变化'},
  post: {en: 'after the break: {post}', zh: '拐点后：{post}'},
  emptyScore: {en: 'hollow: none right, drawn at half a question', zh: '空心：无一答对，画在半道题处'},
  lengthLaw: {
    en: '{world}: exponent {slope} \u00b1 {se}; law: \u22121',
    zh: '{world}：指数 {slope} \u00b1 {se}；规律：\u22121',
  },
  lengthUnknown: {en: '{world}: too few widths for an exponent', zh: '{world}：宽度太少，无法估计指数'},
  sharpBelowEach: {en: 'grey ticks: w*, sharp below', zh: '灰色短横：w*，以下为突变'},
} as const satisfies Record<string, Words>;

/** Names, titles and captions of the figures. */
export const FIGURE_WORDS = {
  firstOnly: {
    en: 'Drawn: the first {shown} of {all} benchmarks; all stand in the tables.',
    zh: '图中只画 {all} 个基准中的前 {shown} 个，全部结果见表。',
  },
  hollow: {
    en: 'Hollow points were left out of the fit: they lie beyond its window on the worse side.',
    zh: '空心点未参与拟合：它们位于拟合窗口较差一侧之外。',
  },
  matrix: {en: 'World by metric: where is there a break?', zh: '世界与指标矩阵：哪里有拐点？'},
  matrixTitle: {
    en: '{benchmark}: where does changing the metric remove the break?',
    zh: '{benchmark}：在哪些世界里换指标会使拐点消失？',
  },
  matrixCaption: {
    en: 'One row for each world, one column for each metric of the same answers. Strip: the most frequent shape of the curve with its share of the replicates, w the transition width (medians over replicates of the estimate and of the ends of its 95 % interval), \u03b7 the mean onset of sharp curves. Dark: a break; pale: a smooth bend; dashed: undetermined. If a continuous metric removed the break, a row would go from dark to pale. Plot: replicate 0 against loss (medians where there are many points), its bent hinge (its shape is named where it is not the usual one), the onset \u03b7 and the zone \u03b7 \u00b1 2 w in which the slope of the bend goes from 12 to 88 %. Last column: the verdict across the metrics, what was put in, and how often the design is wrong or undecided (\u00b1 Monte Carlo standard error, percentage points). Loss falls to the right, good is up.',
    zh: '每行一个世界，每列一个指标，取自同一批作答。色条：曲线最常见的形状及其占重复的比例；w 为过渡宽度（各次重复的估计值及其 95 % 区间两端的中位数），\u03b7 为突变曲线拐点的均值。深色：拐点；浅色：平滑弯折；虚线框：未定。如果连续指标会消除拐点，一行应由深变浅。小图：第 0 次重复随损失的变化（点多时取中位数）、弯折铰链（形状与最常见者不同时注明）、拐点 \u03b7，以及弯折斜率由 12 % 变到 88 % 的区域 \u03b7 \u00b1 2 w。末列：跨指标的判定、设定的真值，以及该设计判错与无法判定的比例（\u00b1 蒙特卡洛标准误，百分点）。损失向右下降，越高越好。',
  },
  metricPanels: {en: 'Scores against loss, metric by metric', zh: '各指标得分随损失的变化'},
  metricPanelsTitle: {
    en: 'World \u201c{world}\u201d: every metric against training loss',
    zh: '“{world}”世界：各指标随训练损失的变化',
  },
  metricPanelsCaption: {
    en: 'Layout of Du et al. 2024, Fig 4. Points: replicate 0, one per checkpoint; grey rings: the paper\u2019s points as we digitised them; grey band: 95 % of all replicates. Black line: fitted bent hinge. Red rule and band: its onset \u03b7 with the 95 % interval. Dotted rule: the onset put into the simulation. Long dashes: what the paper states by eye. Dashed horizontal: chance. Loss falls to the right, good is up.',
    zh: '版式同 Du 等 2024 图 4。点：第 0 次重复，每个检查点一个；灰色圆环：我们从论文图中数字化的点；灰色带：全部重复的 95 % 范围。黑线：拟合的弯折铰链曲线。红色竖线与色带：拟合拐点 \u03b7 及其 95 % 区间。点线：模拟中设定的拐点。长虚线：论文目测给出的数值。水平虚线：随机水平。损失向右下降，越高越好。',
  },
  performance: {en: 'Performance against loss, task by task', zh: '各任务性能随损失的变化'},
  performanceTitle: {
    en: 'World \u201c{world}\u201d: performance against training loss',
    zh: '“{world}”世界：性能随训练损失的变化',
  },
  performanceCaption: {
    en: 'Layout of Du et al. 2024, Fig 1: one panel per benchmark, its first metric. Points: replicate 0; red rule and band: fitted onset with its 95 % interval where the rise is sharp; dashed: chance.',
    zh: '版式同 Du 等 2024 图 1：每个基准一幅，取其首个指标。点：第 0 次重复；红色竖线与色带：上升为突变时的拟合拐点及 95 % 区间；虚线：随机水平。',
  },
  rings: {
    en: 'Grey rings: checkpoints of the three large runs of Du et al. 2024 (1.5B, 6B and 32B parameters), digitised from Fig 4 for MMLU and C-Eval and from Fig 1 for the rest.',
    zh: '灰色圆环：Du 等 2024 三个大模型训练（1.5B、6B、32B 参数）的检查点，MMLU 与 C-Eval 数字化自图 4，其余自图 1。',
  },
  ringsOfOthers: {
    en: 'The runs simulated here are others; no published scores of theirs are drawn.',
    zh: '此处模拟的是其他训练，其已发表的得分未画出。',
  },
  scatter: {
    en: 'Scatter about the fitted curves (root mean square, percentage points): {list}.',
    zh: '各点围绕拟合曲线的离散程度（均方根，百分点）：{list}。',
  },
  joined: {
    en: 'Lines join the finished models of a family.',
    zh: '线条连接同一系列训练完成的各模型。',
  },
  sixthPoint: {
    en: 'Runs are those of table 5 of the paper, 28; its Fig 2 shows 29, six points of 1B for five budgets of tokens (the sixth lies where 375B tokens would).',
    zh: '训练运行取自论文表 5，共 28 个；其图 2 画了 29 个：1B 有六个点，而表中只有五个 token 预算（第六个点位于 375B token 处）。',
  },
  transitionWidth: {
    en: 'Transition width from discontinuous to continuous metrics',
    zh: '从不连续指标到连续指标的过渡宽度',
  },
  transitionWidthCaption: {
    en: 'w is the loss distance over which the fitted curve bends: 0 is a corner, large is smooth. Points and bars: medians over replicates of the width and of the ends of its 95 % interval. Grey ticks: w*, below which a bend counts as sharp. If continuous metrics removed the break, the line of a world would climb from left to right. The scale is linear below 0.02 and logarithmic above.',
    zh: 'w 是拟合曲线弯折所跨的损失距离：0 为尖角，越大越平滑。点与竖线：各次重复中宽度及其 95 % 区间两端的中位数。灰色短横：w*，低于它的弯折算作突变。如果连续指标会消除拐点，同一世界的折线应自左向右升高。纵轴在 0.02 以下为线性，以上为对数。',
  },
  widths: {en: 'Transition width', zh: '过渡宽度'},
  widthsCaption: {
    en: 'w is the loss distance over which the fitted curve bends: 0 is a corner, large is smooth. Points and bars: medians over replicates of the width and of the ends of its 95 % interval. Grey ticks: w*, below which a bend counts as sharp. The scale is linear below 0.02 and logarithmic above.',
    zh: 'w 是拟合曲线弯折所跨的损失距离：0 为尖角，越大越平滑。点与竖线：各次重复中宽度及其 95 % 区间两端的中位数。灰色短横：w*，低于它的弯折算作突变。纵轴在 0.02 以下为线性，以上为对数。',
  },
  verdictTable: {en: 'Verdicts and how often this design gets them wrong', zh: '判定结果与该实验设计的出错率'},
  verdictTableCaption: {
    en: '\u03b7: onset, nats per token; w: transition width, nats; brackets: 95 % intervals of replicate 0, an ellipsis where an interval has gaps; p: smooth-null test, with the smooth curve that is hardest to reject. Shape and verdict: those of replicate 0, in brackets the share of replicates that agree with it; the most frequent verdict may be another. Wrong: share of replicates whose verdict contradicts what was put in; undecided replicates are counted apart.',
    zh: '\u03b7：拐点位置（nat/token）；w：过渡宽度（nat）；方括号：第 0 次重复的 95 % 区间（省略号表示区间有间断）；p：平滑零假设检验及最难拒绝的平滑曲线。形状与判定：取第 0 次重复，括号内为与之一致的重复所占比例；最常见的判定可能不同。判错：判定与设定真值相反的重复所占比例；无法判定的重复单独统计。',
  },
  profile: {en: 'Where the data place onset and width', zh: '数据对拐点与宽度的约束'},
  profileCaption: {
    en: 'Profile likelihood of (\u03b7, w), replicate 0, for the shape after the break that was chosen (named above each panel): how far each pair is from the best fit, in likelihood-ratio units that are already divided by the interval inflation for dependence (2.30, 5.99 and 9.21 bound joint 68, 95 and 99 % regions). Cross: best fit; ring: truth. The printed 95 % intervals are cut at 3.84, for one parameter: that of w for the same shape, that of \u03b7 as the union over all shapes within 10 BIC of the best; they need not match the extent of a region.',
    zh: '(\u03b7, w) 的剖面似然（第 0 次重复），取所选的拐点后形状（见各图上方）：每一对取值与最优拟合的似然比距离，已除以相依性的区间膨胀系数（2.30、5.99、9.21 分别对应联合 68 %、95 %、99 % 区域）。叉：最优拟合；圆环：真值。文中给出的 95 % 区间按单参数以 3.84 截取：w 的区间取同一形状，\u03b7 的区间是与最佳者相差 10 个 BIC 以内各形状的并集，因此未必与区域的范围一致。',
  },
  residuals: {en: 'Residuals of the bent hinge', zh: '弯折铰链的残差'},
  residualsTitle: {
    en: 'World \u201c{world}\u201d: residuals of the bent hinge',
    zh: '“{world}”世界：弯折铰链的残差',
  },
  residualsCaption: {
    en: 'Distance of each point from the fitted curve in standard deviations. Look for what should not be there: a black line (local regression) that leaves zero says that the shape is wrong, a colour that lies on one side that a run is off, a grey band (\u00b12) that holds far less than 95 % that the noise is larger than assumed. Red rule: fitted onset.',
    zh: '各点与拟合曲线之差，以标准差为单位。留意不应出现的情形：黑线（局部回归）偏离零，说明形状不对；某种颜色总在一侧，说明该训练运行有偏；灰色带（\u00b12）内远少于 95 % 的点，说明噪声大于假定。红色竖线：拟合拐点。',
  },
  zip: {en: 'Coverage of the onset over replicates', zh: '各次重复中拐点区间的覆盖情况'},
  zipTitle: {
    en: 'World \u201c{world}\u201d: do the intervals of \u03b7 cover the truth?',
    zh: '“{world}”世界：\u03b7 的区间是否覆盖真值？',
  },
  zipCaption: {
    en: 'Zip plot: the 95 % interval of \u03b7 of every replicate, ranked by |z|, the distance from the truth in standard errors; the worst are at the top. Vertical line: the truth. Red intervals miss it: they should fill the top 5 %, from both sides alike. Dashes: 95 % Monte Carlo interval of the coverage; it should hold 95.',
    zh: '拉链图：每次重复的 \u03b7 的 95 % 区间，按 |z|（以标准误计的与真值之距）排序，最差的在顶部。竖线：真值。红色区间未覆盖真值，应恰好占据顶部 5 %，且两侧均匀。虚线：覆盖率的 95 % 蒙特卡洛区间，应包含 95。',
  },
  colourRun: {en: 'Colour stands for the run.', zh: '颜色表示训练运行。'},
  colourFamily: {en: 'Colour stands for the family of models.', zh: '颜色表示模型系列。'},
  colourParams: {en: 'Colour stands for the number of parameters.', zh: '颜色表示参数量。'},
  colourNone: {
    en: 'One line for each run; the runs are too many for a colour each.',
    zh: '每次训练运行一条线；运行太多，不再各用一种颜色。',
  },
  collapse: {en: 'Do runs of different size fall on one curve?', zh: '不同规模的训练运行是否重合为一条曲线？'},
  collapseTitle: {
    en: 'World \u201c{world}\u201d: runs at equal loss and at equal compute',
    zh: '“{world}”世界：相等损失与相等计算量下的各训练运行',
  },
  collapseCaption: {
    en: 'The same scores against loss (left) and against training compute (right). {colour} Look whether the runs lie on one curve on the left and apart on the right: then the score follows the loss, not the size. rms: difference between runs beyond noise, with its 95 % interval.',
    zh: '同一批得分分别随损失（左）与训练计算量（右）的变化。{colour}若左图各次运行重合为一条曲线而右图分开，则得分取决于损失而非规模。均方根：各训练运行之间超出噪声的差异及其 95 % 区间。',
  },
  lineNull: {en: 'Who finds a break: tests with a line null, and ours', zh: '谁会报告拐点：直线零假设的检验与本方法'},
  lineNullCaption: {
    en: 'Share of replicates in which a break is found. Line null: Davies\u2019 test and sup-F at 5 %, whose null is one straight line; whatever bends fails it. Ours: the fitted bend is sharp, narrower than w*; and smooth null rejected: a corner beats every smooth curve at 5 % (warp-speed bootstrap, from 19 replicates on). Thin lines: 95 % Monte Carlo intervals. Dashes: what a test that is never wrong would find, 100 % where the world has a break and 0 % where it has none.',
    zh: '报告拐点的重复所占比例。直线零假设：Davies 检验与 sup-F（5 % 水平），零假设是一条直线，只要弯曲就会被拒绝。本方法：拟合的弯折为突变，即窄于 w*；以及拒绝平滑零假设：尖角在 5 % 水平优于所有平滑曲线（warp-speed 自助法，至少 19 次重复）。细线：95 % 蒙特卡洛区间。虚线：从不出错的检验应给出的比例，有拐点的世界为 100 %，没有则为 0 %。',
  },
  forecast: {en: 'Which law foresees what lies beyond a cutoff?', zh: '哪种规律能预见截断点之后？'},
  forecastTitle: {
    en: 'World \u201c{world}\u201d: forecasts beyond a cutoff',
    zh: '“{world}”世界：截断点之后的预测',
  },
  forecastCaption: {
    en: 'Each law is fitted to the points on the worse side of the cutoff (columns) and predicts the others. First number: mean log density of those points behind the best law, 0 is best; second: share of them inside the 95 % prediction interval; third: rmse, in percentage points for a metric in percent. Dark cells have the best log scores. A law foresees the rise only where its rmse is also at least a tenth below that of a flat line; elsewhere nothing is foreseen, and the winner owes its log score to the width of its intervals.',
    zh: '各规律只用截断点（列）较差一侧的点拟合，预测其余的点。第一个数：这些点的平均对数密度与最佳规律之差，0 为最佳；第二个数：落在 95 % 预测区间内的比例；第三个数：均方根误差（百分数指标以百分点计）。颜色越深对数评分越高。只有均方根误差也比水平线至少低十分之一的规律才算预见了上升；否则没有预见到任何变化，胜出者的对数评分只来自其区间的宽度。',
  },
  scaleCurves: {en: 'Scores against scale, one line per task', zh: '得分随规模的变化，每个任务一条线'},
  scaleTitle: {en: 'World \u201c{world}\u201d: scores against scale', zh: '“{world}”世界：得分随规模的变化'},
  scaleTitleAll: {en: 'Scores against scale', zh: '得分随规模的变化'},
  scaleLogTitle: {
    en: 'World \u201c{world}\u201d: scores against scale on a logarithmic axis',
    zh: '“{world}”世界：得分（对数轴）随规模的变化',
  },
  scaleLogTitleAll: {
    en: 'Scores against scale on a logarithmic axis',
    zh: '得分（对数轴）随规模的变化',
  },
  scaleCaption: {
    en: 'Layout of Schaeffer et al. 2023, Figs 2, 3 and 6. Points: replicate 0 with the 95 % interval that its questions give it; hollow: a score of 0. T: tokens of an answer. Dashes: chance, in the colour of the task where tasks differ. Good is up: a score that is better when lower runs downwards. A discontinuous or steep metric turns one smooth law into a late jump; a metric that is linear in the probability of one token does not.',
    zh: '版式同 Schaeffer 等 2023 图 2、3、6。点：第 0 次重复，附由题目数决定的 95 % 区间；空心：得分为 0。T：答案的 token 数。虚线：随机水平，各任务不同时用该任务的颜色。向上为优：越低越好的得分，其轴向下。不连续或陡峭的指标把同一条平滑规律变成迟来的跳变；对单个 token 概率呈线性的指标则不会。',
  },
  scaleLogCaption: {
    en: 'Layout of Schaeffer et al. 2023, Fig 4: the same scores on a logarithmic axis. With enough questions no model is at zero, and at one size lines of length 1, 2, 3, ... lie at equal steps: p to the power T falls geometrically. Points: replicate 0 with its 95 % interval; hollow: no answer was right, drawn at half a question.',
    zh: '版式同 Schaeffer 等 2023 图 4：同一批得分画在对数轴上。题目足够多时没有模型为零；同一规模上，长度 1、2、3……的线等距排列：p 的 T 次方按几何级数下降。点：第 0 次重复及其 95 % 区间；空心：无一答对，画在半道题处。',
  },
  widthByLength: {en: 'How wide is the bend of exact match?', zh: '精确匹配的弯折有多宽？'},
  widthByLengthCaption: {
    en: 'Points and bars: medians over replicates of the transition width w of exact match and of the ends of its 95 % interval; solid line: least squares of ln w on ln T, whose slope is printed with its standard error. Band and dashes: the law. Exact match of T tokens is exp(-T slope (L - floor)), an exponential of scale k = 1 / (T slope); the side of a bent hinge before its onset is an exponential of scale w, and what follows may bend on, so that w lies between 0.5 k and 1.1 k (measured) and falls as 1 / T. Hollow points are censored: their interval reaches the widest bend that is searched, for the curve bends over the whole range; they are left out of the line.',
    zh: '点与竖线：各次重复中精确匹配的过渡宽度 w 及其 95 % 区间两端的中位数；实线：ln w 对 ln T 的最小二乘，印出其斜率与标准误。色带与虚线：理论规律。T 个 token 的精确匹配是 exp(-T slope (L - floor))，即尺度 k = 1 / (T slope) 的指数曲线；弯折铰链在拐点之前是尺度为 w 的指数，之后还可继续弯曲，因此 w 在 0.5 k 与 1.1 k 之间（实测），并按 1 / T 下降。空心点为截尾：其区间到达搜索的最大宽度，因为曲线在整个范围内都在弯曲；这些点不参与拟合直线。',
  },
} as const satisfies Record<string, Words>;

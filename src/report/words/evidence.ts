import type {Words} from '../../science/parameter.ts';

/** Titles and notes of the tables that stand beside the bent hinge. */
export const EVIDENCE_WORDS = {
  evidence: {en: 'Other evidence', zh: '其他证据'},
  evidenceNote: {
    en: 'Each question is answered from the data of replicate 0 by a method of its own; none uses the fitted width.',
    zh: '以下每个问题都用独立的方法、根据第 0 次重复的数据回答，均不使用拟合宽度。',
  },
  evidenceTable: {
    en: 'Each question is answered from the table by a method of its own; none uses the fitted width.',
    zh: '以下每个问题都用独立的方法、根据这张表回答，均不使用拟合宽度。',
  },
  smoothNull: {en: 'Does a smooth curve fit as well as a corner?', zh: '平滑曲线能否拟合得与尖角一样好？'},
  smoothNullNote: {
    en: 'A hinge with w = 0 against the best smooth curves; p is the largest over those within 10 BIC of the best. Holm and FDR (Benjamini-Hochberg): p adjusted over the benchmarks. Rejecting these families does not prove a corner, and bends down to w = {blind} are among the smooth curves. Resamples: how many bootstrap samples p rests on and how they are drawn: wild turns the sign of each residual at random, wild by run those of a whole run together, dependent wild uses multipliers that follow each other along a run, parametric draws normal noise of the known size.',
    zh: '以 w = 0 的铰链对比最佳平滑曲线；p 取与最佳者相差 10 个 BIC 以内的各曲线中的最大值。Holm 与 FDR（Benjamini-Hochberg）：对各基准校正后的 p。拒绝这些曲线族并不证明尖角存在；宽度不小于 w = {blind} 的弯折也算作平滑曲线。重抽样：p 所依据的自助样本数及其生成方式：wild 随机翻转每个残差的符号，“按训练运行 wild”同时翻转一次运行的全部残差，“相依 wild”采用沿运行前后相关的乘子，“参数”按已知大小抽取正态噪声。',
  },
  shapeFree: {
    en: 'Where does the score leave its flat side, whatever follows?',
    zh: '不假设之后的形状，得分从何处离开平坦段？',
  },
  shapeFreeNote: {
    en: 'Onset: the corner between the flat side and the first part of the rise. First rejection: coming from the flat side, the first place where a monotone curve has left the level, with family-wise error 5 %.',
    zh: '拐点：平坦段与上升起始部分的交点。首次拒绝：从平坦段出发，单调曲线首次离开该水平的位置（总体错误率 5 %）。',
  },
  shared: {en: 'One onset for all metrics?', zh: '各指标是否共享一个拐点？'},
  sharedNote: {
    en: 'One \u03b7 for all metrics of a benchmark: where their profile likelihoods together are highest; interval and p of one for all against one each from paired resamples. A small p means that they differ.',
    zh: '同一基准的全部指标共用一个 \u03b7：取剖面似然之和最高处；区间以及“共用一个”对“各用一个”的 p 均来自成对重抽样，p 小则表明各不相同。',
  },
  explained: {
    en: 'Is the discontinuous metric a function of the continuous one?',
    zh: '不连续指标是否只是连续指标的函数？',
  },
  explainedNote: {
    en: 'The discontinuous metric is predicted by a smooth function of the continuous one. Slope change left: what the prediction does not explain of the change of slope at the onset, per unit of the axis; left of the break: its share of the change before. It speaks of the discontinuous metric given the continuous one: a break that both share is explained too.',
    zh: '用连续指标的平滑函数预测不连续指标。剩余斜率变化：预测未能解释的拐点处斜率变化（每单位横轴）；剩余拐点：它占原变化的比例。结论以连续指标为前提：两者共有的拐点同样算作已解释。',
  },
  collapse: {
    en: 'Do runs agree where loss, compute or size is equal?',
    zh: '在损失、计算量或规模相等处，各训练运行是否一致？',
  },
  collapseNote: {
    en: 'Root mean square difference between runs beyond noise, with its 95 % interval, where the metric has left its flat side and runs overlap. Below the margin, a twentieth of the range of the curve, it counts as none. One curve for all runs at equal loss, and none at equal compute, says that loss is the variable.',
    zh: '各训练运行之间超出噪声的均方根差异及其 95 % 区间，只看指标已离开平坦段且运行相互重叠之处；低于界限（曲线范围的二十分之一）视为没有差异。若在相等损失处各运行重合为一条曲线，而在相等计算量处不重合，则说明起作用的变量是损失。',
  },
  forecast: {en: 'Which law foresees the points beyond a cutoff?', zh: '哪种规律能预见截断点之后的数据？'},
  forecastNote: {
    en: 'Each law is fitted to the worse side of the cutoff and predicts the better side; the law with the highest mean log density (log score) is printed, with its rmse. A log score also rewards wide intervals: where its rmse is not at least a tenth below that of a flat line, nothing is foreseen. Ahead: its lead over the next law, per point; a small lead says that the two cannot be told apart. Covers: share of the predicted points inside its 95 % prediction interval.',
    zh: '各规律在截断点较差的一侧拟合，预测较好的一侧；表中为平均对数密度（对数评分）最高的规律及其均方根误差。宽区间也能得到较高的对数评分：若其均方根误差不比水平线至少低十分之一，则没有预见到任何变化。领先：每点比次佳规律高出多少，领先很小说明两者难以区分。覆盖：被预测点落在其 95 % 预测区间内的比例。',
  },
} as const satisfies Record<string, Words>;

/** Heads of the columns of those tables. */
export const EVIDENCE_HEADS = {
  p: {en: 'p', zh: 'p 值'},
  holm: {en: 'Holm', zh: 'Holm 校正'},
  fdr: {en: 'FDR', zh: 'FDR 校正'},
  hardest: {en: 'Hardest smooth curve', zh: '最难拒绝的平滑曲线'},
  statistic: {en: 'Likelihood ratio', zh: '似然比'},
  resamples: {en: 'Resamples', zh: '重抽样'},
  rejected: {en: 'Rejected at 5 % over replicates', zh: '各次重复中 5 % 水平拒绝的比例'},
  freeOnset: {en: 'Onset without a shape', zh: '不假设形状的拐点'},
  level: {en: 'Level', zh: '水平'},
  firstRejection: {en: 'First rejection', zh: '首次拒绝'},
  metrics: {en: 'Metrics', zh: '指标'},
  sharedOnset: {en: 'Shared \u03b7', zh: '共享 \u03b7'},
  share: {en: 'Variance explained', zh: '解释的方差'},
  slopeChange: {en: 'Slope change left', zh: '剩余斜率变化'},
  remaining: {en: 'Left of the break', zh: '剩余拐点'},
  explains: {en: 'Explained', zh: '能否解释'},
  at: {en: 'At equal {axis}', zh: '{axis}相等时'},
  margin: {en: 'Margin', zh: '界限'},
  cutoff: {en: 'Cutoff {place}', zh: '截断点 {place}'},
} as const satisfies Record<string, Words>;

/** Names of resampling schemes. */
export const BOOTSTRAP_WORDS: Readonly<Record<string, Words>> = {
  parametric: {en: 'parametric', zh: '参数'},
  wild: {en: 'wild', zh: 'wild'},
  cluster: {en: 'wild by run', zh: '按训练运行 wild'},
  dependent: {en: 'dependent wild', zh: '相依 wild'},
};

/** What an axis of collapse is called. */
export const COLLAPSE_AXES: Readonly<Record<'loss' | 'compute' | 'params', Words>> = {
  loss: {en: 'loss', zh: '损失'},
  compute: {en: 'compute', zh: '计算量'},
  params: {en: 'parameters', zh: '参数量'},
};

/** Verdicts of collapse. */
export const COLLAPSE_WORDS: Readonly<Record<'collapses' | 'differs' | 'cannot-tell', Words>> = {
  collapses: {en: 'agree', zh: '一致'},
  differs: {en: 'differ', zh: '有差异'},
  'cannot-tell': {en: 'cannot tell', zh: '无法判定'},
};

/** Short words in cells. */
export const EVIDENCE_CELLS = {
  chanceLevel: {en: 'chance', zh: '随机水平'},
  plateauLevel: {en: 'the level of the flat side', zh: '平坦段水平'},
  chance: {en: 'chance {level}', zh: '随机水平 {level}'},
  plateau: {en: 'flat side {level}', zh: '平坦段 {level}'},
  yes: {en: 'yes', zh: '能'},
  no: {en: 'no', zh: '不能'},
  open: {en: 'cannot tell', zh: '无法判定'},
  never: {en: 'nowhere', zh: '没有'},
  points: {en: '{value} pp', zh: '{value} 百分点'},
  agreement: {en: '{verdict}: {rms}', zh: '{verdict}：{rms}'},
  span: {en: '{least} to {most}', zh: '{least} 至 {most}'},
  resampled: {en: '{count} ({kind})', zh: '{count}（{kind}）'},
  foreseen: {en: '{cutoff}: {law} ({note})', zh: '{cutoff}：{law}（{note}）'},
  ahead: {en: 'ahead by {lead}', zh: '领先 {lead}'},
  rmse: {en: 'rmse {rmse}', zh: '均方根误差 {rmse}'},
  unforeseenFlat: {en: 'no change is foreseen', zh: '没有预见到变化'},
  unforeseen: {
    en: 'nothing is foreseen; the winner owes its log score to its intervals',
    zh: '没有预见到任何变化；胜出者只是区间更合适',
  },
  covers: {en: 'covers {share}', zh: '覆盖 {share}'},
} as const satisfies Record<string, Words>;

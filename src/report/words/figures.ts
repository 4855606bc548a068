import type {Words} from '../../science/parameter.ts';

/** Words of axes, legends and tooltips. */
export const AXIS_WORDS = {
  loss: {en: 'training loss (nats per token, falling to the right)', zh: '训练损失（nat/token，向右下降）'},
  lossShort: {en: 'training loss', zh: '训练损失'},
  valueOf: {en: '{metric}', zh: '{metric}'},
  percentOf: {en: '{metric} (%)', zh: '{metric} (%)'},
  lowerBetter: {en: '{metric} (axis turned: good is up)', zh: '{metric}（轴已翻转，向上为优）'},
  run: {en: 'run', zh: '训练运行'},
  family: {en: 'family', zh: '模型系列'},
  tokens: {en: 'tokens (1e9)', zh: 'token 数（1e9）'},
  value: {en: 'value', zh: '取值'},
  standardError: {en: 'standard error', zh: '标准误'},
  source: {en: 'source', zh: '来源'},
  digitised: {en: 'Du et al. 2024, digitised', zh: 'Du 等 2024，数字化'},
  width: {en: 'transition width w (nats)', zh: '过渡宽度 w (nat)'},
  onset: {en: 'onset \u03b7 (nats per token)', zh: '拐点 \u03b7 (nat/token)'},
  world: {en: 'world', zh: '世界'},
  metric: {en: 'metric', zh: '指标'},
  shape: {en: 'shape', zh: '形状'},
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
  sharpBelowEach: {en: 'bars: w*, sharp below', zh: '横线：w*，以下为突变'},
} as const satisfies Record<string, Words>;

/** Names, titles and captions of the figures. */
export const FIGURE_WORDS = {
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
    en: 'Layout of Du et al. 2024, Fig 1: one panel per benchmark, its first metric. Points: replicate 0; grey rings: digitised points of the paper; red rule and band: fitted onset with its 95 % interval where the rise is sharp; dashed: chance.',
    zh: '版式同 Du 等 2024 图 1：每个基准一幅，取其首个指标。点：第 0 次重复；灰色圆环：论文的数字化点；红色竖线与色带：上升为突变时的拟合拐点及 95 % 区间；虚线：随机水平。',
  },
  transitionWidth: {
    en: 'Transition width from discontinuous to continuous metrics',
    zh: '从不连续指标到连续指标的过渡宽度',
  },
  transitionWidthCaption: {
    en: 'w is the loss distance over which the fitted curve bends: 0 is a corner, large is smooth. Points and bars: medians over replicates of the width and of the ends of its 95 % interval. Grey ticks: w*, below which a bend counts as sharp. If continuous metrics removed the break, the line of a world would climb from left to right. The scale is linear below 0.02 and logarithmic above.',
    zh: 'w 是拟合曲线弯折所跨的损失距离：0 为尖角，越大越平滑。点与竖线：各次重复中宽度及其 95 % 区间两端的中位数。灰色短横：w*，低于它的弯折算作突变。如果连续指标会消除拐点，同一世界的折线应自左向右升高。纵轴在 0.02 以下为线性，以上为对数。',
  },
  verdictTable: {en: 'Verdicts and how often this design gets them wrong', zh: '判定结果与该实验设计的出错率'},
  verdictTableCaption: {
    en: '\u03b7: onset, nats per token; w: transition width, nats; brackets: 95 % intervals of replicate 0, an ellipsis where an interval has gaps. Wrong: share of replicates whose verdict contradicts what was put in; undecided replicates are counted apart.',
    zh: '\u03b7：拐点位置（nat/token）；w：过渡宽度（nat）；方括号：第 0 次重复的 95 % 区间（省略号表示区间有间断）。判错：判定与设定真值相反的重复所占比例；无法判定的重复单独统计。',
  },
  profile: {en: 'Where the data place onset and width', zh: '数据对拐点与宽度的约束'},
  profileCaption: {
    en: 'Profile likelihood of (\u03b7, w), replicate 0: how far each pair is from the best fit, in likelihood-ratio units (2.30, 5.99 and 9.21 bound joint 68, 95 and 99 % regions). Cross: best fit; ring: truth. A region that touches w = 0 allows a corner.',
    zh: '(\u03b7, w) 的剖面似然（第 0 次重复）：每一对取值与最优拟合的似然比距离（2.30、5.99、9.21 分别对应联合 68 %、95 %、99 % 区域）。叉：最优拟合；圆环：真值。区域触及 w = 0 即允许尖角。',
  },
} as const satisfies Record<string, Words>;

import type {Words} from '../../science/parameter.ts';

/** Titles and captions of figures where they draw a user's own table instead of a simulation. */
export const TABLE_FIGURE_WORDS = {
  metricPanelsTitle: {en: 'Every score against {x}', zh: '各得分随 {x} 的变化'},
  metricPanelsCaption: {
    en: 'Points: the rows of the table. Black line: fitted bent hinge. Red rule and band: its onset \u03b7 with the 95 % interval; more than one band where the interval has gaps. Dashed horizontal: chance. Good is to the right and up.',
    zh: '点：表中各行。黑线：拟合的弯折铰链曲线。红色竖线与色带：拟合拐点 \u03b7 及其 95 % 区间（区间有间断时为多条色带）。水平虚线：随机水平。向右、向上为优。',
  },
  performanceTitle: {en: 'The first score of every task against {x}', zh: '各任务首个得分随 {x} 的变化'},
  performanceCaption: {
    en: 'One panel per task, its first score. Points: the rows of the table; red rule and band: fitted onset with its 95 % interval where the rise is sharp; dashed: chance.',
    zh: '每个任务一幅，取其首个得分。点：表中各行；红色竖线与色带：上升为突变时的拟合拐点及 95 % 区间；虚线：随机水平。',
  },
  transitionWidthCaption: {
    en: 'w is the distance along {x} over which the fitted curve bends: 0 is a corner, large is smooth. Points and bars: estimate with its 95 % interval. Grey ticks: w*, below which a bend counts as sharp. If continuous metrics removed the break, the line would climb from left to right. The scale is linear below 0.02 and logarithmic above.',
    zh: 'w 是拟合曲线弯折在 {x} 上所跨的距离：0 为尖角，越大越平滑。点与竖线：估计值及其 95 % 区间。灰色短横：w*，低于它的弯折算作突变。如果连续指标会消除拐点，折线应自左向右升高。纵轴在 0.02 以下为线性，以上为对数。',
  },
  widthsCaption: {
    en: 'w is the distance along {x} over which the fitted curve bends: 0 is a corner, large is smooth. Points and bars: estimate with its 95 % interval. Grey ticks: w*, below which a bend counts as sharp. The scale is linear below 0.02 and logarithmic above.',
    zh: 'w 是拟合曲线弯折在 {x} 上所跨的距离：0 为尖角，越大越平滑。点与竖线：估计值及其 95 % 区间。灰色短横：w*，低于它的弯折算作突变。纵轴在 0.02 以下为线性，以上为对数。',
  },
  verdictTable: {en: 'Verdicts and estimates', zh: '判定与估计'},
  verdictTableCaption: {
    en: '\u03b7: onset on {x}; w: transition width; brackets: 95 % intervals, an ellipsis where an interval has gaps; p: smooth-null test, with the smooth curve that is hardest to reject.',
    zh: '\u03b7：{x} 上的拐点位置；w：过渡宽度；方括号：95 % 区间（省略号表示区间有间断）；p：平滑零假设检验及最难拒绝的平滑曲线。',
  },
  profileCaption: {
    en: 'Profile likelihood of (\u03b7, w) for the shape after the break that was chosen (named above each panel): how far each pair is from the best fit, in likelihood-ratio units that are already divided by the interval inflation for dependence (2.30, 5.99 and 9.21 bound joint 68, 95 and 99 % regions). Cross: best fit. The printed 95 % intervals are cut at 3.84, for one parameter: that of w for the same shape, that of \u03b7 as the union over all shapes within 10 BIC of the best; they need not match the extent of a region.',
    zh: '(\u03b7, w) 的剖面似然，取所选的拐点后形状（见各图上方）：每一对取值与最优拟合的似然比距离，已除以相依性的区间膨胀系数（2.30、5.99、9.21 分别对应联合 68 %、95 %、99 % 区域）。叉：最优拟合。文中给出的 95 % 区间按单参数以 3.84 截取：w 的区间取同一形状，\u03b7 的区间是与最佳者相差 10 个 BIC 以内各形状的并集，因此未必与区域的范围一致。',
  },
  residualsTitle: {en: 'Residuals of the bent hinge', zh: '弯折铰链的残差'},
  andCompute: {en: ' and against training compute', zh: '以及随训练计算量'},
  collapseTitleAlone: {en: 'Runs at equal {x}', zh: '{x} 相等时的各训练运行'},
  collapseTitle: {en: 'Runs at equal {x} and at equal compute', zh: '{x} 相等与计算量相等时的各训练运行'},
  collapseCaption: {
    en: 'The same scores against {x}{compute}. {colour} Look whether the runs lie on one curve. rms: difference between runs beyond noise, with its 95 % interval.',
    zh: '同一批得分随 {x}{compute}的变化。{colour}看各次运行是否重合为一条曲线。均方根：各训练运行之间超出噪声的差异及其 95 % 区间。',
  },
  forecastTitle: {en: 'Forecasts beyond a cutoff of {x}', zh: '{x} 截断点之后的预测'},
} as const satisfies Record<string, Words>;

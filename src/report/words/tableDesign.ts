import type {Words} from '../../science/parameter.ts';

/** Words on how a user's own table was read and judged. */
export const TABLE_DESIGN_WORDS = {
  reading: {en: 'How it was read', zh: '读取方式'},
  methods: {en: 'Methods', zh: '方法'},
  file: {en: 'File {file}: {used} of {rows} {rows:row|rows} used.', zh: '文件 {file}：共 {rows} 行，使用 {used} 行。'},
  falling: {
    en: 'Column {x} is the x axis; lower is better, so it falls to the right.',
    zh: '横轴为 {x} 列；越低越好，因此向右下降。',
  },
  rising: {
    en: 'Column {x} is the x axis; higher is better, so it rises to the right.',
    zh: '横轴为 {x} 列；越高越好，因此向右上升。',
  },
  log: {
    en: 'The axis is logarithmic: widths w are distances in ln {x}.',
    zh: '横轴取对数：宽度 w 是 ln {x} 上的距离。',
  },
  by: {en: 'Split into curves by {columns}: {benchmarks}.', zh: '按 {columns} 拆分为多条曲线：{benchmarks}。'},
  curves: {en: 'Curves: {benchmarks}.', zh: '曲线：{benchmarks}。'},
  more: {en: '{list} and {count} more', zh: '{list}，以及另外 {count} 个'},
  runs: {
    en: 'Training runs: {count} ({names}); points of one run are not taken as independent.',
    zh: '{count} 次训练运行（{names}）：同一运行的各点不视为相互独立。',
  },
  percent: {en: 'Scores are read as percent.', zh: '得分按百分数读取。'},
  fraction: {en: 'Scores are read as fractions.', zh: '得分按小数（0 到 1）读取。'},
  onset: {
    en: '\u03b7 is where the score leaves its flat side; w is the transition width: 0 is a corner, large is a smooth curve.',
    zh: '\u03b7 是得分离开平坦段的位置；w 是过渡宽度：0 为尖角，大则为平滑曲线。',
  },
  width: {
    en: 'Bent hinge h_w(u) = w ln(1 + exp(u/w)), u the distance past \u03b7, with a free shape after the break chosen by BIC; exact search over (\u03b7, w), profile-likelihood intervals widened for dependence along a run.',
    zh: '弯折铰链 h_w(u) = w ln(1 + exp(u/w))，u 为越过 \u03b7 的距离，拐点后的形状由 BIC 选择；对（\u03b7, w）精确搜索，剖面似然区间按训练运行内的相关性放宽。',
  },
  shape: {
    en: 'Shape: w* is a fixed share of the length of the rise. Sharp: upper end of w below w* and lower end below w*/3. Soft: lower end above w*/2. Else undetermined.',
    zh: '形状：w* 是上升段长度的固定比例。突变：w 上限低于 w* 且下限低于 w*/3。渐变：下限高于 w*/2。其余为未定。',
  },
  pair: {
    en: 'Pair from a discontinuous to a continuous metric: kept if both are sharp at the same place, moved if both are sharp at different places, removed if the discontinuous one is sharp and the continuous one soft, none if neither is sharp and the discontinuous one is soft.',
    zh: '从不连续指标到连续指标：两者在同一位置突变为保留；在不同位置突变为移动；不连续指标突变而连续指标渐变为消失；两者都不是突变且不连续指标为渐变则没有拐点。',
  },
} as const satisfies Record<string, Words>;

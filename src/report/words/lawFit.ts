import type {Words} from '../../science/parameter.ts';

/** Words of the terminal table of a fitted law. */
export const LAW_FIT_WORDS = {
  resampling: {en: 'resample', zh: '重抽样'},
  rows: {
    en: 'fitted to {used} of {rows} {rows:row|rows}: least sum of Huber losses of ln L, delta {delta}',
    zh: '使用 {rows} 行中的 {used} 行拟合：使 ln L 残差的 Huber 损失之和最小，delta 为 {delta}',
  },
  incomplete: {
    en: '{count} {count:row|rows} without a number that the fit needs {count:is|are} left out',
    zh: '{count} 行缺少拟合所需的数值，未使用',
  },
  parameter: {en: 'parameter', zh: '参数'},
  estimate: {en: 'estimate', zh: '估计值'},
  interval: {en: '95 % interval', zh: '95% 区间'},
  objective: {en: 'objective', zh: '目标函数'},
  rmse: {en: 'rmse, nats', zh: '均方根误差（nats）'},
  a: {en: 'a (N_opt ~ C^a)', zh: 'a（N_opt ~ C^a）'},
  b: {en: 'b (D_opt ~ C^b)', zh: 'b（D_opt ~ C^b）'},
  resamples: {
    en: 'intervals: percentiles of {resamples} {resamples:resample|resamples} of the rows, seed {seed}',
    zh: '区间：对各行重抽样 {resamples} 次所得的百分位，种子 {seed}',
  },
  profile: {
    en: '{parameter} by profile likelihood: {interval}',
    zh: '{parameter} 的轮廓似然区间：{interval}',
  },
  preset: {
    en: '{preset}: of the published fits of this form, the one with the lowest objective on these rows',
    zh: '{preset}：该形式已发表的拟合中，在这些行上目标函数最小的一个',
  },
} as const satisfies Readonly<Record<string, Words>>;

/** Warnings of a fitted law, by kind. */
export const LAW_WARNING_WORDS = {
  singular: {
    en: 'these rows cannot tell some parameters apart (near singular curvature): {names}',
    zh: '这些行无法区分部分参数（曲率近乎奇异）：{names}',
  },
  collinear: {
    en: 'size and data (or steps) are powers of one another in these rows, so that either term can stand in for the other: {names}',
    zh: '这些行中规模与数据量（或步数）的对数共线，两项可互相代替：{names}',
  },
  held: {
    en: 'these rows do not reach some parameters, which are left out: {names}',
    zh: '这些行未涉及部分参数，故未拟合：{names}',
  },
  wide: {
    en: 'wide intervals (over a factor of ten, or on both sides of 0): {names}',
    zh: '区间很宽（两端相差十倍以上，或跨越 0）：{names}',
  },
  'no-floor': {
    en: 'these rows are compatible with an irreducible loss of 0: {names}',
    zh: '这些行与不可约损失为零相容：{names}',
  },
  'few-rows': {
    en: 'fewer than five rows for each parameter: intervals are rough',
    zh: '每个参数不足五行：区间较粗略',
  },
} as const satisfies Readonly<Record<string, Words>>;

import type {Words} from '../../science/parameter.ts';

/** Words of laws that are put into runs and fitted again. */
export const RECOVERY_WORDS = {
  figure: {en: 'Constants of laws, put in and fitted again', zh: '定律常数：设定值与重新拟合值'},
  title: {en: 'Constants put in and fitted again from simulated runs', zh: '由模拟训练重新拟合的常数与设定值'},
  caption: {
    en: 'Each law makes the final losses of its runs; noise is added; the same form is fitted to them (Huber losses of ln L, delta 1e-3, as in Hoffmann et al. 2022). Dot and bar: how far replicate 0 lies from the truth, in percent of it, with its 95 % interval, estimate \u00b1 t times the standard deviation over resampled runs (on the logarithmic scale for positive constants); the axis is linear within 1 % and logarithmic beyond. Numbers: truth; fitted value with its interval{covered}. Red: the interval of replicate 0 misses the truth. Faded: these runs hardly identify the constant (its interval spans a factor of ten, or others can stand in for it).',
    zh: '各定律生成其训练的最终损失，加上噪声，再以同一形式拟合（ln L 的 Huber 损失，delta 1e-3，同 Hoffmann 等 2022）。点与横条：第 0 次重复与真值之差（占真值的百分比）及其 95 % 区间，即估计值 \u00b1 t 倍重抽样训练的标准差（正的常数取对数尺度）；坐标轴在 1 % 以内为线性，以外为对数。数字：真值；拟合值及其区间{covered}。红色：第 0 次重复的区间不含真值。淡色：这些训练几乎无法识别该常数（区间跨越十倍，或可由其他常数代替）。',
  },
  captionCovered: {
    en: '; share of {n} replicates whose interval holds the truth, with its 95 % Monte Carlo interval (Wilson 1927)',
    zh: '；{n} 次重复中区间包含真值的比例及其 95 % 蒙特卡洛区间（Wilson 1927）',
  },
  captionBeyond: {
    en: 'Arrow head: the bar goes on beyond the axis; where there is no dot, the fitted value lies there too.',
    zh: '箭头：横条超出坐标轴；没有圆点时，拟合值也在轴外。',
  },
  panel: {en: '{formula} · {runs} runs', zh: '{formula} · {runs} 次训练'},
  panelHeld: {en: 'not fitted: {names}', zh: '未拟合：{names}'},
  unidentified: {en: 'not identified', zh: '无法识别'},
  section: {en: 'Laws put in and fitted again', zh: '设定并重新拟合的定律'},
  axis: {en: 'fitted / truth \u2212 1, %', zh: '拟合值 / 真值 \u2212 1，%'},
  law: {en: 'Law', zh: '定律'},
  constant: {en: 'Constant', zh: '常数'},
  truth: {en: 'truth', zh: '真值'},
  fitted: {en: 'fitted [95 %]', zh: '拟合值 [95 %]'},
  covered: {en: 'covered [95 %]', zh: '覆盖率 [95 %]'},
  bias: {en: 'relative bias', zh: '相对偏差'},
  note: {en: 'note', zh: '说明'},
  all: {en: 'all intervals', zh: '全部区间'},
  summary: {
    en: 'Of {count} {count:constant|constants} put in, {inside} {inside:lies|lie} in the 95 % interval of replicate 0{none}{over}.',
    zh: '设定的 {count} 个常数中，有 {inside} 个落在第 0 次重复的 95 % 区间内{none}{over}。',
  },
  summaryNone: {en: ' and {none} {none:has|have} no interval', zh: '，{none} 个没有区间'},
  summaryOver: {
    en: '; over {n} replicates {share} of all intervals hold the truth (Monte Carlo standard error, replicates as clusters)',
    zh: '；{n} 次重复的全部区间中有 {share} 包含真值（蒙特卡洛标准误，以重复为聚类）',
  },
  noneOpen: {
    en: 'Not identified, for other constants can stand in for {count:it|them}: {names}.',
    zh: '无法识别，可由其他常数代替：{names}。',
  },
  noneHeld: {
    en: 'Not fitted, for no run reaches {count:it|them}: {names}.',
    zh: '未拟合，没有训练涉及：{names}。',
  },
  noneUnbounded: {
    en: 'Without bounds, for some resamples leave {count:it|them} open: {names}.',
    zh: '没有界限，部分重抽样无法确定：{names}。',
  },
  design: {
    en: 'Law {name} (form {form}: {values}) makes the losses of {runs} runs with the noise of this study; the form {fit} is fitted to their final losses, {resamples} {resamples:resample|resamples}. Source: {source}.',
    zh: '定律 {name}（形式 {form}：{values}）生成 {runs} 次训练的损失，噪声与本研究相同；以形式 {fit} 拟合其最终损失，重抽样 {resamples} 次。来源：{source}。',
  },
  estimand: {
    en: 'The constants of each law that is put in and fitted again.',
    zh: '每条设定并重新拟合的定律的常数。',
  },
  method: {
    en: 'Least sum of Huber losses of ln L, delta 1e-3 (Hoffmann et al. 2022, section 3.3). 95 % intervals: estimate \u00b1 t times the standard deviation over resampled runs, on the logarithmic scale for positive constants.',
    zh: '使 ln L 残差的 Huber 损失之和最小，delta 为 1e-3（Hoffmann 等 2022，3.3 节）。95 % 区间：估计值 \u00b1 t 倍重抽样训练的标准差，正的常数取对数尺度。',
  },
  performance: {
    en: 'Share of {n} replicates whose interval holds the constant put in, with its 95 % Monte Carlo interval (Wilson 1927), and relative bias with its Monte Carlo standard error; share of all intervals with the standard error of replicates as clusters.',
    zh: '{n} 次重复中区间包含设定常数的比例及其 95 % 蒙特卡洛区间（Wilson 1927），相对偏差及其蒙特卡洛标准误；全部区间的比例，标准误以重复为聚类。',
  },
  singular: {en: 'other constants can stand in for it', zh: '可由其他常数代替'},
  collinear: {en: 'size and data are collinear in these runs', zh: '这些训练中规模与数据量的对数共线'},
  held: {en: 'these runs do not reach it', zh: '这些训练未涉及该常数'},
  wide: {en: 'the interval spans a factor of ten', zh: '区间跨越十倍'},
  'no-floor': {en: 'the runs allow none', zh: '这些训练也容许它为零'},
  'few-rows': {en: 'few runs', zh: '训练次数少'},
} as const satisfies Record<string, Words>;

/** Units of the constants of laws, and how a constant is told with its unit. */
export const UNIT_WORDS = {
  constant: {en: '{name} ({unit})', zh: '{name}（{unit}）'},
  'nats per token': {en: 'nats/token', zh: 'nat/token'},
  parameters: {en: 'parameters', zh: '参数'},
  tokens: {en: 'tokens', zh: '词元'},
  steps: {en: 'steps', zh: '步'},
  'PF-days': {en: 'PF-days', zh: 'PF-days'},
} as const satisfies Record<string, Words>;

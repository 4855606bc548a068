import type {Words} from '../../science/parameter.ts';
import type {Language} from '../figure.ts';
import {significant} from '../numbers.ts';
import {fill} from './fill.ts';

/** What is said of a table that was judged: what was left out of it, and what was taken for granted. */
export const JUDGE_NOTES: Readonly<Record<string, Words>> = {
  'left-out': {en: 'rows left out by --where: {count}', zh: '--where 排除了 {count} 行'},
  'outside-window': {en: 'rows left out by --window: {count}', zh: '--window 排除了 {count} 行'},
  missing: {
    en: 'rows without a value in the column {column}: {count}; they are left out where it is needed',
    zh: '列 {column} 有 {count} 行缺失，用到该列时略去这些行',
  },
  'no-runs': {
    en: 'no column names the training runs (--run): the points are taken as independent, so intervals and p-values are too narrow where neighbouring checkpoints are alike',
    zh: '没有指明训练运行的列（--run）：各点按独立处理；若相邻检查点相似，区间会偏窄，p 值会偏小',
  },
  'no-runs-column': {
    en: 'no column names the training runs, though {column} may (pass --run {column}): the points are taken as independent, so intervals and p-values are too narrow where neighbouring checkpoints are alike',
    zh: '没有指明训练运行的列，而列 {column} 可能是（请加 --run {column}）：各点按独立处理；若相邻检查点相似，区间会偏窄，p 值会偏小',
  },
  'one-run': {
    en: 'there is one training run: what holds for it need not hold for others',
    zh: '只有一次训练运行：结论未必适用于其他运行',
  },
  'metrics-own': {
    en: 'not in the registry of metrics ({count}): {names}; taken as discontinuous scores where higher is better',
    zh: '有 {count} 个指标不在指标表中：{names}；按不连续、越高越好的分数处理',
  },
  'fraction-assumed': {
    en: 'the shares of {column} are read as fractions although the largest is {highest}; pass --unit percent if they are percent',
    zh: '{column} 最大仅为 {highest}，仍按小数读取；如为百分数，请加 --unit percent',
  },
  'percent-small': {
    en: 'warning: --unit percent, but no share is above 1 (the largest is {highest}): are they fractions?',
    zh: '警告：指定了 --unit percent，但没有大于 1 的值（最大为 {highest}）：是否其实是小数？',
  },
  'chance-outside': {
    en: 'warning: chance {chance} lies outside the scores of {benchmark} {metric}, which run from {lowest} to {highest}',
    zh: '警告：随机水平 {chance} 在 {benchmark} {metric} 的得分范围 {lowest} 至 {highest} 之外',
  },
  'errors-missing': {
    en: 'points of {benchmark} {metric} without a standard error: {count}, so the noise of this curve is estimated from its scatter',
    zh: '{benchmark} {metric} 有 {count} 个点没有标准误，因此该曲线的噪声由散布估计',
  },
  'questions-own': {
    en: '--n is taken for {column} too: its standard errors are those of a share of questions',
    zh: '--n 也用于 {column}：其标准误按题目比例计算',
  },
  'questions-unused': {
    en: 'warning: --n is not used: no score is a share of questions',
    zh: '警告：未使用 --n：没有得分是题目的比例',
  },
  duplicates: {
    en: 'points that share their run and their x with another: {count}; they are averaged with it',
    zh: '有 {count} 个点与同一运行的另一点 x 相同：已取平均',
  },
  resorted: {
    en: 'runs whose rows do not follow x: {count}; their points are ordered along x',
    zh: '有 {count} 次运行的行序与 x 不符：改按 x 排列',
  },
  thinned: {
    en: 'curves with too many points to fit one by one: {curves}; neighbours in x are averaged, {before} points to {after}',
    zh: '有 {curves} 条曲线点数过多：按 x 相邻取平均，由 {before} 个点减为 {after} 个',
  },
  'worse-descending': {
    en: 'warning: scores of {benchmark} {metric} get worse as x improves (rank correlation with x: {correlation}): did you mean --ascending?',
    zh: '警告：{benchmark} {metric} 的得分随 x 改善而变差（与 x 的秩相关为 {correlation}）：是否应加 --ascending？',
  },
  'worse-ascending': {
    en: 'warning: scores of {benchmark} {metric} get worse as x improves (rank correlation with x: {correlation}): did you mean to leave out --ascending?',
    zh: '警告：{benchmark} {metric} 的得分随 x 改善而变差（与 x 的秩相关为 {correlation}）：是否应去掉 --ascending？',
  },
  'margin-log': {
    en: 'margins are in units of ln x, not nats: {margin}, and {wide} where an interval is longer than {from}; --margin sets them',
    zh: '位置差的界限以 ln x 为单位，而非 nat：{margin}，区间长于 {from} 时为 {wide}；可用 --margin 设定',
  },
  'margin-x': {
    en: 'margins are in units of x, not nats: {margin}, and {wide} where an interval is longer than {from}; --margin sets them',
    zh: '位置差的界限以 x 为单位，而非 nat：{margin}，区间长于 {from} 时为 {wide}；可用 --margin 设定',
  },
  semicolons: {en: 'its fields are separated by semicolons', zh: '各字段以分号分隔'},
  'files-without-loss': {
    en: 'result files without a loss: {count} of {total}, left out, such as {file}',
    zh: '{total} 个结果文件中有 {count} 个没有损失，已略去，例如 {file}',
  },
  'why-too-few-points': {
    en: '{benchmark} {metric} cannot be told: a fit needs {fewest} points at different x, and there {points:is|are} {points} {points:point|points}',
    zh: '{benchmark} {metric} 无法判定：拟合至少需要 {fewest} 个不同 x 的点，而只有 {points} 个点',
  },
  'why-no-fit': {
    en: '{benchmark} {metric} cannot be told: its scores are all the same',
    zh: '{benchmark} {metric} 无法判定：各点得分全部相同',
  },
  'why-data-gap': {
    en: '{benchmark} {metric} cannot be told: the points leave a gap of more than 30 % of the range of x',
    zh: '{benchmark} {metric} 无法判定：各点之间有超过 x 范围 30 % 的空缺',
  },
  'why-edge': {
    en: '{benchmark} {metric} has its onset at the edge of the points: nearly all of them lie on one side of it',
    zh: '{benchmark} {metric} 的拐点落在数据边缘：几乎所有点都在其同一侧',
  },
  'decide-not-asked': {
    en: 'undetermined for want of precision: {count}; --decide 200 simulates how many more points, or how little noise, would decide',
    zh: '因精度不足而未定：{count} 条；加 --decide 200 可模拟需要多少点、多小的噪声才能判定',
  },
  'resamples-few': {
    en: 'no p-value of a bootstrap can fall below 0.05 with fewer than {bound} resamples (--resamples {count})',
    zh: '重抽样少于 {bound} 次（--resamples {count}）时，自助法的 p 值不可能低于 0.05',
  },
  more: {en: 'further notes of these kinds: {count}', zh: '另有 {count} 条同类说明'},
};

/** The sentence of a note; a code without words is printed as it is. Numbers are printed with five digits. */
export function noteText(code: string, data: Readonly<Record<string, string | number>>, language: Language): string {
  const words = JUDGE_NOTES[code];
  if (!words) return code;
  const shown = Object.entries(data).map(([key, value]) => {
    const exact = typeof value === 'string' || Number.isSafeInteger(value);
    return [key, exact ? value : significant(value, 5)] as const;
  });
  return fill(words, language, Object.fromEntries(shown));
}

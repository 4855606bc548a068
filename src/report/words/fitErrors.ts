import type {Words} from '../../science/parameter.ts';

/** Words for what can be wrong with a table that a law is fitted to. */
export const FIT_ERRORS: Readonly<Record<string, Words>> = {
  'fit-folder': {en: '{file}: is a folder, and fit takes a table', zh: '{file}：是目录，而 fit 需要表格'},
  'fit-law-missing': {en: 'the option --law is missing: which form is fitted?', zh: '缺少选项 --law：拟合哪种形式？'},
  'fit-law': {en: 'the option --law names no form', zh: '选项 --law 所指的形式不存在'},
  'fit-column-missing': {
    en: 'the law {law} needs the option {option}: which column is it?',
    zh: '定律 {law} 需要选项 {option}：它是哪一列？',
  },
  'fit-positive': {
    en: 'row {row} of the column {column} is not above 0',
    zh: '列 {column} 的第 {row} 行不大于 0',
  },
  'fit-positive-many': {
    en: 'row {row} of the column {column} is not above 0; other such rows: {others}',
    zh: '列 {column} 的第 {row} 行不大于 0；另有 {others} 行也是如此',
  },
  'fit-range': {
    en: 'row {row} of the column {column} is no number of a run: it must lie between {low} and {high}',
    zh: '列 {column} 的第 {row} 行不可能是训练的数值：须在 {low} 与 {high} 之间',
  },
  'fit-range-many': {
    en: 'row {row} of the column {column} is no number of a run: it must lie between {low} and {high}; other such rows: {others}',
    zh: '列 {column} 的第 {row} 行不可能是训练的数值：须在 {low} 与 {high} 之间；另有 {others} 行也是如此',
  },
  'fit-lr': {
    en: 'row {row} of the column {column} is no learning rate over its peak, from 0 to 1',
    zh: '列 {column} 的第 {row} 行不是 0 到 1 之间的学习率与峰值之比',
  },
  'fit-lr-many': {
    en: 'row {row} of the column {column} is no learning rate over its peak, from 0 to 1; other such rows: {others}',
    zh: '列 {column} 的第 {row} 行不是 0 到 1 之间的学习率与峰值之比；另有 {others} 行也是如此',
  },
  'fit-few-rows': {
    en: 'the law {law} has {parameters} parameters to fit and needs more rows than that',
    zh: '定律 {law} 有 {parameters} 个待拟合参数，行数须多于此数',
  },
  'fit-none-kept': {
    en: 'none of the {rows} {rows:row|rows} meets --where and has every number',
    zh: '{rows} 行中没有一行满足 --where 且数值齐全',
  },
  'fit-many-rows': {
    en: 'more than {bound} rows: choose some with --where',
    zh: '超过 {bound} 行：请用 --where 选择部分行',
  },
  'fit-constant': {
    en: 'every row has the same {need}: the law {law} needs it to vary',
    zh: '各行的 {need} 都相同：定律 {law} 要求它有变化',
  },
  'fit-no-value': {
    en: 'the law {law} has no finite loss at these rows from any start',
    zh: '从任何起点出发，定律 {law} 在这些行上都没有有限的损失',
  },
};

import type {Words} from '../../science/parameter.ts';

/** Why a curve was not fitted. */
export const UNFITTED_WORDS = {
  short: {en: 'not fitted', zh: '未拟合'},
  fewPoints: {
    en: 'not fitted: {points} {points:point|points}, at least {fewest} needed',
    zh: '未拟合：只有 {points} 个点，至少需要 {fewest} 个',
  },
  fewPlaces: {
    en: 'not fitted: fewer than {fewest} different places on the axis ({points} {points:point|points})',
    zh: '未拟合：横轴上不同的位置少于 {fewest} 个（共 {points} 个点）',
  },
  gap: {
    en: 'not fitted: the points leave a gap of more than 30 % of the range of the axis',
    zh: '未拟合：各点之间有超过横轴范围 30 % 的空缺',
  },
  constant: {en: 'not fitted: the values are constant', zh: '未拟合：取值恒定'},
  impossible: {
    en: 'not fitted: the points leave no room for an onset between them',
    zh: '未拟合：各点之间没有容纳拐点的余地',
  },
  of: {en: '{metrics} {text}', zh: '{metrics}{text}'},
} as const satisfies Record<string, Words>;

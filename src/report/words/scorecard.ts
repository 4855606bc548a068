import type {Words} from '../../science/parameter.ts';

/** Words of the comparison with published numbers. */
export const SCORECARD_WORDS = {
  title: {en: 'Beside the published numbers', zh: '与已发表数字的对照'},
  source: {en: 'Source', zh: '出处'},
  quantity: {en: 'Quantity', zh: '量'},
  quantityOf: {en: '{about}: {what}', zh: '{about}：{what}'},
  row: {en: 'Row', zh: '条目'},
  paper: {en: 'Paper', zh: '论文'},
  simulated: {en: 'Simulated', zh: '模拟'},
  difference: {en: 'Difference', zh: '差'},
  tolerance: {en: 'Tolerance', zh: '容差'},
  met: {en: 'Met', zh: '符合'},
  yes: {en: 'yes', zh: '是'},
  no: {en: 'no', zh: '否'},
  note: {
    en: 'Simulated: mean over replicates, \u00b1 Monte Carlo standard error. A number is met where |simulated \u2212 paper| \u2264 tolerance + 2 Monte Carlo standard errors; with one replicate that error is not known and counts as 0. The tolerance is the error of the published number.',
    zh: '模拟值为各次重复的均值，\u00b1 为蒙特卡洛标准误。当 |模拟 \u2212 论文| \u2264 容差 + 2 倍蒙特卡洛标准误时视为符合；只有一次重复时该误差未知，按 0 计。容差是已发表数字自身的误差。',
  },
  reason: {en: '{id}: {note}', zh: '{id}：{note}'},
  line: {en: '{met} of {all} published numbers met', zh: '{all} 个已发表数字中 {met} 个符合'},
  lineMissed: {
    en: '{met} of {all} published numbers met; not met: {missed}',
    zh: '{all} 个已发表数字中 {met} 个符合；不符合：{missed}',
  },
  more: {en: '{shown} and {more} more', zh: '{shown} 等共 {all} 个'},
} as const satisfies Readonly<Record<string, Words>>;

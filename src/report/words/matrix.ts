import type {Words} from '../../science/parameter.ts';

/** Words inside the matrix of worlds and metrics. */
export const MATRIX_WORDS = {
  continuous: {en: 'continuous', zh: '连续'},
  discontinuous: {en: 'discontinuous', zh: '不连续'},
  turned: {en: '{kind}, axis turned', zh: '{kind}，轴已翻转'},
  truthOnset: {en: 'truth: \u03b7 {value}', zh: '真值：\u03b7 {value}'},
  truthBend: {en: 'truth: \u03b7 {value}, w {width}', zh: '真值：\u03b7 {value}，w {width}'},
  putIn: {en: 'truth: {verdict}', zh: '真值：{verdict}'},
  inShare: {en: 'in {rate} of replicates', zh: '占重复的 {rate}'},
  split: {en: 'replicates disagree', zh: '各次重复不一致'},
  overMetrics: {en: 'across the metrics', zh: '跨指标'},
  example: {en: 'replicate 0:', zh: '第 0 次重复：'},
  keyPoints: {en: 'replicate 0', zh: '第 0 次重复'},
  keyFit: {en: 'bent hinge', zh: '弯折铰链'},
  keyOnset: {en: 'onset \u03b7', zh: '拐点 \u03b7'},
  keyBend: {en: '\u03b7 \u00b1 2 w: the bend', zh: '\u03b7 \u00b1 2 w：弯折区'},
  keyTruth: {en: 'true \u03b7', zh: '\u03b7 真值'},
  keyChance: {en: 'chance', zh: '随机水平'},
} as const satisfies Record<string, Words>;

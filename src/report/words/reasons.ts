import type {Words} from '../../science/parameter.ts';
import type {Language} from '../figure.ts';
import {fill} from './fill.ts';

/** Why a curve has its shape and why a pair has its verdict, by the code the inference sets. */
export const reasonWords: Readonly<Record<string, Words>> = {
  'narrow-width': {en: 'the whole interval of w lies below w*', zh: 'w 的整个区间都低于 w*'},
  'wide-width': {
    en: 'for the chosen shape after the break ({post}), the interval of the width lies above half of w*',
    zh: '在所选的拐点后形状（{post}）下，宽度的区间高于 w* 的一半',
  },
  'interval-too-wide': {
    en: 'the interval of w lies neither below w* with its lower end below w*/3 nor above w*/2',
    zh: 'w 的区间既不是上限低于 w* 且下限低于 w*/3，也不高于 w*/2',
  },
  edge: {en: 'the best onset lies at the end of its grid', zh: '最优拐点落在搜索网格的边缘'},
  'too-few-points-near-break': {
    en: 'fewer than two checkpoints lie close to the onset on one of its sides',
    zh: '拐点某一侧附近的检查点不足两个',
  },
  'onset-outside-middle': {
    en: 'the onset lies among the outermost points',
    zh: '拐点落在最外侧的数据点之中',
  },
  'data-gap': {
    en: 'the losses leave a gap of more than 30 % of their range',
    zh: '损失值之间有超过其范围 30 % 的空缺',
  },
  'too-few-points': {en: 'too few points for a fit', zh: '数据点太少，无法拟合'},
  'no-fit': {en: 'no curve could be fitted', zh: '没有曲线能够拟合'},
  'both-sharp-same-onset': {en: 'both metrics are sharp, at the same loss', zh: '两个指标都是突变，且位于同一损失'},
  'sharp-at-common-onset': {
    en: 'the continuous metric is sharp at the onset of the discontinuous one',
    zh: '在不连续指标的拐点处，连续指标也是突变',
  },
  'both-sharp-different-onset': {
    en: 'both metrics are sharp, at different losses',
    zh: '两个指标都是突变，但损失位置不同',
  },
  'difference-uncertain': {
    en: 'both metrics are sharp, but the difference of their onsets is not settled',
    zh: '两个指标都是突变，但拐点之差尚不能确定',
  },
  'discontinuous-sharp-continuous-soft': {
    en: 'the discontinuous metric is sharp, the continuous one soft',
    zh: '不连续指标为突变，连续指标为渐变',
  },
  'not-soft-at-common-onset': {
    en: 'the continuous metric looks soft, but not at the onset of the discontinuous one',
    zh: '连续指标看似渐变，但在不连续指标的拐点处并非如此',
  },
  'only-continuous-sharp': {en: 'only the continuous metric is sharp', zh: '只有连续指标为突变'},
  'none-sharp': {en: 'neither metric is sharp', zh: '两个指标都不是突变'},
  'discontinuous-undetermined': {
    en: 'the shape of the discontinuous metric is undetermined',
    zh: '不连续指标的形状未定',
  },
  'continuous-undetermined': {en: 'the shape of the continuous metric is undetermined', zh: '连续指标的形状未定'},
};

/** The sentence of a reason code, its places filled; a code without words is printed as it is. */
export function reasonText(code: string, language: Language, data: Readonly<Record<string, string>> = {}): string {
  const words = reasonWords[code];
  return words ? fill(words, language, data) : code;
}

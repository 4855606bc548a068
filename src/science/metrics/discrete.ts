import {chanceOf} from '../benchmark.ts';
import {type Means, type Metric, type Score, standardError} from '../metric.ts';

/** A share with its binomial standard error, the share drawn half a question towards 1/2 so that 0 of n is not exact. */
function shareCorrect(mean: Means, questions: number): Score {
  const value = mean('correct');
  const drawn = (value * questions + 0.5) / (questions + 1);
  return {value, standardError: standardError(drawn, drawn, questions)};
}

/** Share of questions whose most probable option is the correct one. */
export const accuracy: Metric = {
  name: 'accuracy',
  label: {en: 'Accuracy', zh: '准确率'},
  formula: {en: 'mean of [argmax_c p_c is the correct option]', zh: '各题 [argmax_c p_c 为正确选项] 的平均'},
  range: [0, 1],
  direction: 'higher',
  continuous: false,
  calibration: false,
  percent: true,
  answers: ['choice'],
  fidelities: ['items', 'surrogate', 'expected'],
  source: 'Du et al. 2024, section 3.2',
  guess: '1/K',
  chance: chanceOf,
  read: shareCorrect,
};

/** Accuracy under the name of BIG-bench: 1 where the largest mass is on the right option. */
export const multipleChoiceGrade: Metric = {
  ...accuracy,
  name: 'multipleChoiceGrade',
  label: {en: 'Multiple-choice grade', zh: '选择题得分'},
  formula: {
    en: 'mean of [the largest mass is on the right option], the same number as accuracy',
    zh: '各题 [概率最大者为正确选项] 的平均，与准确率数值相同',
  },
  source: 'Schaeffer et al. 2023, section 2, arXiv:2304.15004 (BIG-bench, Srivastava et al. 2023, arXiv:2206.04615)',
};

/** Share of open answers that equal the target in every token. */
export const exactStringMatch: Metric = {
  name: 'exactStringMatch',
  label: {en: 'Exact match', zh: '精确匹配'},
  formula: {en: 'mean of [every token of the answer is correct]', zh: '各题 [答案的每个词元都正确] 的平均'},
  range: [0, 1],
  direction: 'higher',
  continuous: false,
  calibration: false,
  percent: true,
  answers: ['open'],
  fidelities: ['items', 'surrogate', 'expected'],
  source: 'Schaeffer et al. 2023, section 2, arXiv:2304.15004',
  guess: '0',
  chance: () => 0,
  read: shareCorrect,
};

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
  formula: 'mean of [argmax_c p_c is the correct option]',
  range: [0, 1],
  direction: 'higher',
  continuous: false,
  calibration: false,
  percent: true,
  answers: ['choice'],
  fidelities: ['items', 'surrogate', 'expected'],
  source: 'Du et al. 2024, section 3.2',
  chance: chanceOf,
  read: shareCorrect,
};

/** Share of open answers that equal the target in every token. */
export const exactStringMatch: Metric = {
  name: 'exactStringMatch',
  label: {en: 'Exact match', zh: '精确匹配'},
  formula: 'mean of [every token of the answer is correct]',
  range: [0, 1],
  direction: 'higher',
  continuous: false,
  calibration: false,
  percent: true,
  answers: ['open'],
  fidelities: ['items', 'surrogate', 'expected'],
  source: 'Schaeffer et al. 2023, section 2, arXiv:2304.15004',
  chance: () => 0,
  read: shareCorrect,
};

import {log} from '../../numeric/elementary.ts';
import {type Benchmark, chanceOf} from '../benchmark.ts';
import {type Metric, standardError} from '../metric.ts';

type Shaped = Pick<Benchmark, 'answer'>;

const optionsOf = ({answer}: Shaped): number => (answer.kind === 'choice' ? answer.options : 1);

const COMMON = {continuous: true, percent: false, answers: ['choice']} as const;

/** Probability of the correct option, renormalised over the options. */
export const correctChoiceProb: Metric = {
  ...COMMON,
  name: 'correctChoiceProb',
  label: {en: 'CorrectChoiceProb', zh: '正确选项概率'},
  formula: {en: 'mean of p_correct, renormalised over the options', zh: '各题正确选项概率（在选项间归一化）的平均'},
  range: [0, 1],
  direction: 'higher',
  calibration: false,
  fidelities: ['items', 'surrogate', 'expected'],
  source: 'Du et al. 2024, section 3.2',
  guess: '1/K',
  chance: chanceOf,
  read(mean, questions) {
    const value = mean('probability');
    return {value, standardError: standardError(value, mean('probabilitySquared'), questions)};
  },
};

/** Squared distance between the predicted distribution and the answer, summed over the options; a uniform guess gives 1 - 1/K. */
export const brierScore: Metric = {
  ...COMMON,
  name: 'brierScore',
  label: {en: 'BrierScore', zh: 'Brier 分数'},
  formula: {en: 'mean of sum_c (p_c - [c is correct])^2', zh: '各题 sum_c (p_c - [c 为正确选项])^2 的平均'},
  range: [0, 2],
  direction: 'lower',
  calibration: true,
  fidelities: ['items', 'surrogate', 'expected'],
  source: 'Du et al. 2024, equation 2 (Brier 1950)',
  guess: '1 - 1/K',
  chance: (benchmark: Shaped) => 1 - 1 / optionsOf(benchmark),
  read(mean, questions) {
    const value = mean('brier');
    return {value, standardError: standardError(value, mean('brierSquared'), questions)};
  },
};

/** BrierScore divided by the number of options. */
export const brierPerOption: Metric = {
  ...brierScore,
  name: 'brierPerOption',
  range: [0, 1],
  label: {en: 'Brier per option', zh: '每选项 Brier 分数'},
  formula: {en: 'BrierScore / K', zh: 'Brier 分数 / K'},
  source: 'Schaeffer et al. 2023, Fig 6, as read by Du et al. 2024, appendix C',
  guess: '(1 - 1/K) / K',
  chance: (benchmark: Shaped) => (1 - 1 / optionsOf(benchmark)) / optionsOf(benchmark),
  read(mean, questions, benchmark) {
    const {value, standardError: se} = brierScore.read(mean, questions, benchmark);
    return {value: value / optionsOf(benchmark), standardError: se / optionsOf(benchmark)};
  },
};

/** Natural logarithm of the probability of the correct option. */
export const logProb: Metric = {
  ...COMMON,
  name: 'logProb',
  label: {en: 'Log probability of the correct option', zh: '正确选项的对数概率'},
  formula: {en: 'mean of ln p_correct', zh: '各题 ln p（正确选项）的平均'},
  range: [Number.NEGATIVE_INFINITY, 0],
  direction: 'higher',
  calibration: true,
  extended: true,
  fidelities: ['items', 'surrogate', 'expected'],
  source: 'Schaeffer et al. 2024, arXiv:2406.04391',
  guess: 'ln(1/K)',
  chance: (benchmark: Shaped) => log(1 / optionsOf(benchmark)),
  read(mean, questions) {
    const value = mean('logProbability');
    return {value, standardError: standardError(value, mean('logProbabilitySquared'), questions)};
  },
};

/** Probability of the correct option less that of the best wrong one. */
export const margin: Metric = {
  ...COMMON,
  name: 'margin',
  label: {en: 'Margin', zh: '概率间隔'},
  formula: {en: 'mean of p_correct - max of the other p_c', zh: '各题正确选项概率减去其余选项最大概率之差的平均'},
  range: [-1, 1],
  direction: 'higher',
  calibration: true,
  extended: true,
  fidelities: ['items', 'surrogate', 'expected'],
  source: 'a reading of our own off the same answer',
  guess: '0',
  chance: () => 0,
  read(mean, questions) {
    const value = mean('margin');
    return {value, standardError: standardError(value, mean('marginSquared'), questions)};
  },
};

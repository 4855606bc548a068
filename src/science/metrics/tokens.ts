import type {Benchmark} from '../benchmark.ts';
import {type Metric, standardError} from '../metric.ts';

type Shaped = Pick<Benchmark, 'answer'>;

/** T, the tokens of an open answer. */
const tokensOf = ({answer}: Shaped): number => (answer.kind === 'open' ? answer.tokens : 1);

const COMMON = {continuous: true, calibration: false, answers: ['open'], guess: null, chance: () => null} as const;

/** Wrong tokens of an answer, about T (1 - p): linear in the probability of one token. */
export const tokenEditDistance: Metric = {
  ...COMMON,
  name: 'tokenEditDistance',
  label: {en: 'Token edit distance', zh: '词元编辑距离'},
  formula: {en: 'mean number of wrong tokens, T (1 - p) in expectation', zh: '错误词元数的平均，期望为 T (1 - p)'},
  range: [0, Number.POSITIVE_INFINITY],
  direction: 'lower',
  percent: false,
  fidelities: ['items', 'expected', 'surrogate'],
  source: 'Schaeffer et al. 2023, equation 4, arXiv:2304.15004',
  guess: 'T',
  // Who knows nothing gets every token wrong; of a table nobody says how many there are.
  chance: ({answer}) => (answer.kind === 'open' ? answer.tokens : null),
  read(mean, questions) {
    const value = mean('mistakes');
    return {value, standardError: standardError(value, mean('mistakesSquared'), questions)};
  },
};

/** Share of the tokens of an answer that are right. */
export const tokenShare: Metric = {
  ...tokenEditDistance,
  name: 'tokenShare',
  label: {en: 'Share of tokens right', zh: '正确词元比例'},
  formula: {
    en: 'mean share of right tokens, 1 - TokenEditDistance / T',
    zh: '正确词元比例的平均，即 1 - 词元编辑距离 / T',
  },
  range: [0, 1],
  direction: 'higher',
  percent: true,
  guess: '0',
  chance: () => 0,
  read(mean, questions, benchmark) {
    const {value, standardError: se} = tokenEditDistance.read(mean, questions, benchmark);
    return {value: 1 - value / tokensOf(benchmark), standardError: se / tokensOf(benchmark)};
  },
};

/** Cross-entropy of one token of the answer, nats; simulated ones end at 41.6, where an answer is as good as impossible. */
export const perTokenLoss: Metric = {
  ...COMMON,
  name: 'perTokenLoss',
  bottomless: true,
  extended: true,
  label: {en: 'Loss per token', zh: '每词元损失'},
  formula: {
    en: 'mean of -ln p, p the probability of one token of the answer (simulated: at least 2^-60)',
    zh: '-ln p 的平均，p 为答案中一个词元的概率（模拟中至少为 2^-60）',
  },
  range: [0, Number.POSITIVE_INFINITY],
  direction: 'lower',
  percent: false,
  fidelities: ['items', 'surrogate', 'expected'],
  source: 'Schaeffer et al. 2023, section 2, arXiv:2304.15004',
  read(mean, questions) {
    const value = -mean('logProbability');
    return {value, standardError: standardError(value, mean('logProbabilitySquared'), questions)};
  },
};

/** Natural logarithm of the probability of a whole answer. */
export const answerLogProb: Metric = {
  ...perTokenLoss,
  name: 'answerLogProb',
  label: {en: 'Log probability of the answer', zh: '整个答案的对数概率'},
  formula: {en: 'mean of T ln p (simulated: p at least 2^-60)', zh: 'T ln p 的平均（模拟中 p 至少为 2^-60）'},
  range: [Number.NEGATIVE_INFINITY, 0],
  direction: 'higher',
  source: 'Schaeffer et al. 2024, arXiv:2406.04391',
  read(mean, questions, benchmark) {
    const {value, standardError: se} = perTokenLoss.read(mean, questions, benchmark);
    return {value: -value * tokensOf(benchmark), standardError: se * tokensOf(benchmark)};
  },
};

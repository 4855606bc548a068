import {type Metric, standardError} from '../metric.ts';

/** Probability that one of k attempts at a question is right. */
export const passAtK: Metric = {
  name: 'passAtK',
  label: {en: 'pass@k', zh: 'pass@k'},
  formula: {
    en: 'mean of 1 - C(n - c, k) / C(n, k), c right of n samples; 1 - (1 - q)^k in expectation',
    zh: '1 - C(n - c, k) / C(n, k) 的平均，n 次作答中 c 次正确；期望为 1 - (1 - q)^k',
  },
  range: [0, 1],
  direction: 'higher',
  continuous: false,
  calibration: false,
  percent: true,
  attempts: 'passAtK',
  answers: ['open'],
  fidelities: ['items', 'expected'],
  source: 'Chen et al. 2021, equation 1, arXiv:2107.03374',
  guess: '0',
  chance: () => 0,
  read(mean, questions) {
    const value = mean('passAtK');
    return {value, standardError: standardError(value, mean('passAtKSquared'), questions)};
  },
};

/** Probability that an answer is right, from attempts until enough of them are: no least step but one over the most attempts. */
export const passUntil: Metric = {
  ...passAtK,
  name: 'passUntil',
  label: {en: 'PassUntil', zh: 'PassUntil'},
  formula: {
    en: 'mean of (r - 1) / (K - 1), the r-th right answer at attempt K; c / most with c < r right of the most attempts',
    zh: '(r - 1) / (K - 1) 的平均，第 K 次作答时第 r 次答对；若最多次数（most）内只答对 c < r 次则取 c / most',
  },
  continuous: true,
  percent: false,
  attempts: 'passUntil',
  source: 'Hu et al. 2024, arXiv:2310.03262; the unbiased estimator of Haldane 1945',
  read(mean, questions) {
    const value = mean('passUntil');
    return {value, standardError: standardError(value, mean('passUntilSquared'), questions)};
  },
};

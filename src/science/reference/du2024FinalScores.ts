import type {ReferenceList} from '../reference.ts';
import {scoreMetric} from './scoreMetric.ts';

const SOURCE = 'Du et al. 2024, Fig 1, arXiv:2403.15796';

/** Benchmark, then the scores at the end of the runs in percent, read off the figure by us to a point. */
const SCORES: ReadonlyArray<readonly [string, readonly [number, number, number]]> = [
  ['triviaqa', [33.7, 57, 69.5]],
  ['hellaswag', [64, 75, 81.3]],
  ['race', [45, 50, 58.5]],
  ['winogrande', [62.5, 69.5, 76]],
  ['nlpcc-kbqa', [14.5, 23, 27.5]],
  ['clozet', [75, 82.5, 87]],
  ['c3', [62, 71, 78.5]],
  ['cluewsc', [70, 76, 80.5]],
  ['mmlu', [25, 47, 64]],
  ['c-eval', [25, 46, 64]],
  ['gsm8k', [4, 15, 41]],
  ['gsm8k-zh', [3, 11, 35]],
];

/** The runs in the order of the scores; the first is at chance on MMLU and C-Eval. */
const RUNS = ['1.5B', '6B', '32B'] as const;
/** A point of reading and another of the scatter of a single checkpoint. */
const TOLERANCE = 0.02;

/** Scores at the end of the large runs on 12 benchmarks (Du et al. 2024, Fig 1). */
export const du2024FinalScores: ReferenceList = {
  name: 'du2024-final-scores',
  about: {
    en: 'scores of the 1.5B, 6B and 32B run at the end of training, 12 benchmarks',
    zh: '1.5B、6B 与 32B 训练结束时在 12 个基准上的得分',
  },
  source: SOURCE,
  references: SCORES.flatMap(([benchmark, scores]) =>
    RUNS.map((run, i) => ({
      id: `final-score-${benchmark}-${run}`,
      source: SOURCE,
      quantity: 'finalScore',
      of: {benchmark, metric: scoreMetric(benchmark), run},
      paper: Number((scores[i]! / 100).toFixed(3)),
      tolerance: TOLERANCE,
      note: null,
    })),
  ),
};

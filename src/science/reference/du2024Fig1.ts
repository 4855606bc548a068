import type {Words} from '../parameter.ts';
import type {Reference, ReferenceList} from '../reference.ts';
import {scoreMetric} from './scoreMetric.ts';

/** Benchmarks in the order of the columns of MEDIANS. */
const BENCHMARKS = [
  'triviaqa',
  'hellaswag',
  'race',
  'winogrande',
  'nlpcc-kbqa',
  'clozet',
  'c3',
  'cluewsc',
  'mmlu',
  'c-eval',
  'gsm8k',
  'gsm8k-zh',
] as const;

/** Width of a bin, nats. */
const WIDTH = 0.05;

/** Run that was read, centre of a bin of loss (nats per token), then the median score of its checkpoints on each benchmark, in percent, read off the figure by us. */
const MEDIANS: ReadonlyArray<readonly [string, number, readonly number[]]> = [
  ['1.5B', 2.375, [19.7, 55.1, 41.2, 57.7, 12.0, 69.1, 56.1, 67.7, 26.2, 24.6, 2.1, 1.4]],
  ['1.5B', 2.325, [23.7, 58.1, 42.9, 59.9, 12.4, 71.2, 58.6, 68.3, 26.0, 25.4, 2.2, 1.6]],
  ['1.5B', 2.275, [27.6, 60.6, 43.7, 61.4, 13.0, 72.3, 60.1, 68.8, 25.7, 25.4, 2.7, 1.7]],
  ['1.5B', 2.225, [32.0, 62.7, 44.2, 62.2, 13.8, 74.4, 61.3, 69.2, 24.4, 25.3, 3.5, 2.0]],
  ['6B', 2.175, [35.9, 66.4, 46.5, 62.4, 15.1, 76.2, 63.5, 68.9, 24.8, 25.4, 3.2, 2.4]],
  ['6B', 2.125, [42.3, 68.7, 46.4, 65.4, 17.0, 77.2, 64.5, 73.1, 26.9, 25.4, 5.1, 2.9]],
  ['6B', 2.075, [46.5, 70.6, 47.7, 67.1, 18.1, 79.1, 67.2, 74.2, 31.4, 28.7, 7.9, 3.9]],
  ['6B', 2.025, [50.4, 72.0, 48.7, 68.1, 19.6, 80.8, 69.2, 74.6, 39.5, 34.6, 9.9, 6.8]],
  ['6B', 1.975, [55.0, 74.2, 49.1, 68.7, 21.9, 81.9, 70.7, 75.8, 45.0, 42.4, 13.2, 8.7]],
  ['32B', 1.925, [59.4, 77.0, 52.1, 71.2, 22.3, 84.8, 73.4, 77.3, 51.7, 50.4, 19.3, 11.7]],
  ['32B', 1.875, [63.5, 78.6, 53.9, 73.0, 24.1, 84.9, 74.8, 78.0, 56.6, 54.3, 25.3, 17.8]],
  ['32B', 1.825, [66.6, 79.8, 56.6, 73.8, 26.0, 85.9, 76.6, 79.3, 61.1, 58.7, 32.5, 27.5]],
  ['32B', 1.775, [69.0, 81.1, 57.7, 75.7, 27.3, 86.4, 78.0, 80.2, 63.6, 62.6, 39.5, 33.1]],
];

/** Two points in a hundred, above the 0.3 points to which a score was read. */
const TOLERANCE = 0.02;
const SOURCE = 'Du et al. 2024, Fig 1, arXiv:2403.15796';

/** What explains a median that is not met, by benchmark and centre. */
const NOTES: Readonly<Record<string, Words>> = {
  'c-eval-1.925': {
    en: 'The points of the 32B run jump inside this bin, from 46 % at 1.93 to 51 % at 1.92, and the published median lies above the jump. The curve passes through the middle of it; the bins on both sides are met.',
    zh: '32B 的点在该区间内从 1.93 处的 46 % 跳到 1.92 处的 51 %，已发表的中位数位于跳变之上；曲线从其中部穿过，两侧的区间都符合。',
  },
};

function rowsOf(benchmark: string, column: number): Reference[] {
  return MEDIANS.map(([run, centre, medians]) => ({
    id: `fig1-${benchmark}-${centre.toFixed(3)}`,
    source: SOURCE,
    quantity: 'medianScore',
    of: {
      benchmark,
      metric: scoreMetric(benchmark),
      low: Number((centre - WIDTH / 2).toFixed(3)),
      high: Number((centre + WIDTH / 2).toFixed(3)),
      run,
    },
    paper: Number((medians[column]! / 100).toFixed(4)),
    tolerance: TOLERANCE,
    note: NOTES[`${benchmark}-${centre.toFixed(3)}`] ?? null,
  }));
}

/** Median scores of 12 benchmarks in bins of loss 0.05 wide, below a loss of 2.4 (Du et al. 2024, Fig 1). */
export const du2024Fig1: ReferenceList = {
  name: 'du2024-fig1',
  about: {
    en: 'median score of 12 benchmarks in 13 bins of loss below 2.4',
    zh: '12 个基准在损失 2.4 以下 13 个区间内的得分中位数',
  },
  source: SOURCE,
  references: BENCHMARKS.flatMap(rowsOf),
};

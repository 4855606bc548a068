import {describe, expect, test} from 'vitest';
import {canonicalJson} from '../../src/config/canonical.ts';
import {writeConfig} from '../../src/config/write.ts';
import {FITTABLES} from '../../src/inference/lawFit/forms/registry.ts';
import {FIT_NEEDS} from '../../src/science/laws/needs.ts';
import {messages, parse} from './messages.ts';

const TRAINING = 'name: t\npopulation: kaplan2020-sizes\nloss: kaplan2020-training\n';
/** Three sizes on three amounts of data. */
const SQUARE = '{grid: {params: [1e8, 1e9, 1e10], tokens: [1e10, 1e11, 1e12]}}';
const grid = (rest: string) => `name: t\npopulation: {grid: {params: 1e9, ${rest}}}\n`;
const runs = (rest: string) =>
  `name: t\npopulation: {runs: [{name: r, params: 1e9, tokens: 1e10, batch: 1e6, ${rest}}]}\n`;

test('a config without benchmarks, worlds and metrics is a study of training', () => {
  const {experiment, config} = parse(TRAINING);
  expect([experiment.benchmarks, experiment.worlds, experiment.metrics]).toEqual([[], [], []]);
  const again = parse(writeConfig(config, experiment));
  expect(canonicalJson(again.experiment)).toBe(canonicalJson(experiment));
});

const CASES: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'worlds without benchmarks',
    `${TRAINING}worlds: [smooth]\n`,
    [
      'a.yaml:4:1: worlds: there are no benchmarks: give `benchmarks`, or leave out worlds and metrics too for a study of training alone',
    ],
  ],
  [
    'metrics without benchmarks',
    `${TRAINING}metrics: [accuracy]\n`,
    [
      'a.yaml:4:1: metrics: there are no benchmarks: give `benchmarks`, or leave out worlds and metrics too for a study of training alone',
    ],
  ],
  [
    'a schedule without its warm-up',
    runs('warmup: 10'),
    ['a.yaml:2:78: population.runs[0].warmup: only the schedule warmup-cosine has a warm-up (got 10)'],
  ],
  [
    'a warm-up as long as the training',
    runs('schedule: warmup-cosine, warmup: 10000'),
    [
      'a.yaml:2:103: population.runs[0].warmup: the warm-up must be shorter than the training of 10000 steps (got 10000)',
    ],
  ],
  [
    'equal ratios that begin after the end',
    runs('checkpoints: {from: 2e10, count: 5}'),
    [
      'a.yaml:2:90: population.runs[0].checkpoints.from: a checkpoint after the end of training at 1e10 tokens (got 2e10)',
    ],
  ],
  [
    'fewer runs than constants',
    `${TRAINING}recover: [{loss: hoffmann2022, population: {grid: {params: [1e8, 1e9], tokens: 1e10}}}]\n`,
    ['a.yaml:4:11: recover[0]: needs more runs than constants: at least 7 (got 2)'],
  ],
  [
    'fewer runs than constants of the form that is fitted',
    `${TRAINING}recover: [{loss: kaplan2020-n, fit: chinchilla, population: {grid: {params: [1e8, 5e8, 1e9], tokens: 1e10}}}]\n`,
    ['a.yaml:4:11: recover[0]: needs more runs than constants: at least 7 (got 3)'],
  ],
  [
    'more fits than the limit',
    `${TRAINING}replicates: 1e5\nrecover: [{loss: kaplan2020-n, resamples: 9999, population: {grid: {params: {from: 1e8, to: 1e9, count: 10}, checkpoints: 50, tokens: 1e10}}}]\n`,
    [
      'a.yaml:5:1: recover: too many checkpoints to simulate and runs to fit over all laws, resamples and replicates; at most 1e10 (got 1.005e10)',
    ],
  ],
  [
    'runs of one size for a law of the size',
    `${TRAINING}recover: [{loss: hoffmann2022, population: {grid: {params: 1e8, tokens: {from: 1e9, to: 1e11, count: 9}}}}]\n`,
    ['a.yaml:4:11: recover[0]: every run has the same N: the form chinchilla needs it to vary'],
  ],
  [
    'a compute that buys no token',
    grid('compute: 1'),
    ['a.yaml:2:14: population.grid: the run of 1e9 parameters would see less than one token'],
  ],
  [
    'laws to recover beside benchmarks',
    'name: t\npopulation: du2024-small\nbenchmarks: [mmlu]\nrecover: [{loss: hoffmann2022}]\n',
    ['a.yaml:4:1: recover: laws are recovered in studies of training alone: leave out benchmarks, worlds and metrics'],
  ],
  [
    'laws to recover from losses on other rulers',
    `${TRAINING}rulers: {kaplan2020: {offset: 0.2}}\nrecover: [{loss: kaplan2020-d, population: ${SQUARE}}]\n`,
    [
      'a.yaml:4:1: rulers: laws are recovered from losses as the law gives them, not as families print them: leave out `rulers` or `recover`',
    ],
  ],
  [
    'a figure of recovered laws without any',
    `${TRAINING}figures: [recovery-table]\n`,
    [
      'a.yaml:4:11: figures[0]: the figure shows laws that are recovered, and the study has no `recover` (got recovery-table)',
    ],
  ],
  [
    'two budgets',
    grid('tokens: 1e10, compute: 1e20'),
    ['a.yaml:2:14: population.grid: give exactly one of the three keys; allowed: tokens, tokensPerParam, compute'],
  ],
];

test.each(CASES)('%s is told in a line', (_, text, expected) => {
  expect(messages(text)).toEqual(expected);
});

test('a grid has every run with every schedule of a list, under names of their own', () => {
  const {runs} = parse(grid('tokens: 1e10, schedule: [cosine, constant]')).experiment.population;
  expect(runs.map(({name, schedule}) => [name.split('-').at(-1), schedule])).toEqual([
    ['cosine', 'cosine'],
    ['constant', 'constant'],
  ]);
  const [plain] = parse(grid('tokens: 1e10, schedule: [constant]')).experiment.population.runs;
  expect([plain!.name, plain!.schedule]).toEqual(['1B-10B', 'constant']);
  expect(messages(grid('tokens: 1e10, schedule: [cosine, cosine]'))[0]).toContain('got 1B/1B-10B-cosine');
  const warm = parse(grid('tokens: 1e10, batch: 1e6, warmup: 10, schedule: [warmup-cosine, constant]'));
  expect(warm.experiment.population.runs.map(({warmup}) => warmup)).toEqual([10, undefined]);
});

test('what a form needs to vary is what its fit asks for', () => {
  expect(FIT_NEEDS).toEqual(Object.fromEntries(FITTABLES.map(({law, needs}) => [law.name, needs])));
});

test('runs of one size recover a law of compute, which they vary', () => {
  const population = '{grid: {params: 1e6, compute: {from: 1e12, to: 1e20, count: 9}}}';
  expect(messages(`${TRAINING}recover: [{loss: kaplan2020-c, population: ${population}}]\n`)).toEqual([]);
});

test('a run that ends within its first step, and no few resamples that nothing is drawn with, is warned of', () => {
  const {warnings} = parse(`${grid('tokens: 1e5, batch: 1e6')}resamples: 5\n`);
  expect(warnings.map(({code, key}) => [code, key])).toEqual([['run-no-step', 'population']]);
});

test('a figure of scores is refused in a study of training', () => {
  expect(messages(`${TRAINING}figures: [metric-panels]\n`)[0]).toMatch(
    /^a\.yaml:4:11: figures\[0\]: the figure is drawn from scores, and this study has no benchmarks/,
  );
});

describe('a grid', () => {
  const runsOf = (rest: string) => parse(grid(rest)).experiment.population.runs;

  test('spends its compute: 6 N D = C to half a token', () => {
    for (const C of [1e18, 6e20]) {
      const [run] = runsOf(`compute: ${C}`);
      expect(Math.abs(6 * run!.params * run!.tokens - C)).toBeLessThanOrEqual(3 * run!.params);
    }
  });

  test('crosses batches and data sets, and names the runs after them', () => {
    const names = runsOf('tokens: 1e10, batch: [1e5, 1e6], unique: [1e8, 1e9]').map(({name, batch, unique}) => [
      name,
      batch,
      unique,
    ]);
    expect(names).toEqual([
      ['1B-10B-100K-100M', 1e5, 1e8],
      ['1B-10B-100K-1B', 1e5, 1e9],
      ['1B-10B-1M-100M', 1e6, 1e8],
      ['1B-10B-1M-1B', 1e6, 1e9],
    ]);
  });

  test('adds embeddings as the cube root of size says', () => {
    const [run] = runsOf('tokens: 1e10, embeddings: 47491');
    expect([run!.paramsNonEmbedding, run!.params]).toEqual([1e9, 1e9 + 47_491_000]);
  });

  test('places checkpoints at equal ratios of tokens', () => {
    const [run] = runsOf('tokens: 1e10, checkpoints: {from: 1e8, count: 3}');
    expect(run!.checkpoints.map((at) => Number(at.toPrecision(12)))).toEqual([1e8, 1e9, 1e10]);
  });
});

test('a law that goes through losses without noise is fitted once, without intervals; another form is resampled', () => {
  const resamples = (noise: string, entry: string) =>
    parse(`${TRAINING}noise: ${noise}\nrecover: [{loss: hoffmann2022, population: ${SQUARE}${entry}}]\n`).experiment
      .recover![0]!.resamples;
  for (const noise of ['off', '{run: 0, checkpoint: 0}']) {
    expect(resamples(noise, '')).toBe(0);
    expect(resamples(noise, ', resamples: 9')).toBe(0);
    expect(resamples(noise, ', resamples: 9, fit: kaplan')).toBe(9);
  }
  expect(resamples('{run: 0, checkpoint: 0, loss: 0.001}', ', resamples: 9')).toBe(9);
  expect(resamples('{run: 0.01}', '')).toBe(50);
});

test('a study that recovers laws has 20 replicates and draws their table unless told otherwise, and reads back from what is written', () => {
  const {experiment, config} = parse(
    `${TRAINING}resamples: 7\nrecover: [{loss: kaplan2020-n}, {name: own, loss: besiroglu2024, population: ${SQUARE}, resamples: 9}]\n`,
  );
  expect([experiment.replicates, experiment.figures]).toEqual([20, ['recovery-table']]);
  expect(experiment.recover!.map(({name, fit, resamples}) => [name, fit, resamples])).toEqual([
    ['kaplan2020-n', 'kaplan-n', 7],
    ['own', 'chinchilla', 9],
  ]);
  expect(canonicalJson(parse(writeConfig(config, experiment)).experiment)).toBe(canonicalJson(experiment));
  expect(parse(`${TRAINING}replicates: 3\nrecover: [{loss: kaplan2020-n}]\n`).experiment.replicates).toBe(3);
});

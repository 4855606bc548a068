import {describe, expect, test} from 'vitest';
import {fitBentHinge} from '../../src/inference/bentHinge.ts';
import {sortedPoints} from '../../src/inference/curve.ts';
import {bootstrapFor, type Dependence, multipliers} from '../../src/inference/smoothNull/bootstrap.ts';
import {evenResiduals} from '../../src/inference/smoothNull/leverage.ts';
import {fitNulls} from '../../src/inference/smoothNull/nulls.ts';
import {trainingRuns} from '../../src/inference/smoothNull/runs.ts';
import {streamAt, streamKey} from '../../src/numeric/stream.ts';
import {curveOf, RULE, simulated} from './series.ts';

const DRAWS = 2000;
const POINTS = 60;
/** Two runs of 30 points whose places take turns. */
const dependence = (inflation: number): Dependence => ({
  runs: [0, 1].map((first) => Int32Array.from({length: POINTS / 2}, (_, k) => first + 2 * k)),
  inflation,
});
const stream = (index: number) => streamAt(streamKey('bootstrap tests', 'draws'), [index, 0, 0, 0]);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
/** Mean product of two places over all draws; its standard error is at most sqrt(3 / draws), that of a squared normal number. */
const product = (draws: readonly Float64Array[], i: number, j: number) => mean(draws.map((m) => m[i]! * m[j]!));
const SLACK = 4 * Math.sqrt(3 / DRAWS);

describe('multipliers have mean 0, variance 1 and the correlation along a run that they should have', () => {
  test.each([
    ['parametric', 1, () => 0],
    // (1 + r) / (1 - r) = 4 is r = 0.6.
    ['parametric', 4, (lag: number) => 0.6 ** lag],
    ['wild', 4, () => 0],
    // Bandwidth 1.1447 (4 * 0.36 / 0.64^2 * 30)^(1/3) = 5.4.
    ['dependent', 4, (lag: number) => Math.max(1 - lag / 5, 0)],
    // (1 + r) / (1 - r) = 9 is r = 0.8: 1.1447 (4 * 0.64 / 0.36^2 * 30)^(1/3) = 9.6.
    ['dependent', 9, (lag: number) => Math.max(1 - lag / 10, 0)],
    ['cluster', 4, () => 1],
  ] as const)('%s at inflation %d', (kind, inflation, correlation) => {
    const draw = multipliers(kind, dependence(inflation), POINTS);
    const draws = Array.from({length: DRAWS}, (_, index) => draw(stream(index)));
    for (const place of [0, 31]) {
      expect(Math.abs(mean(draws.map((m) => m[place]!)))).toBeLessThan(4 / Math.sqrt(DRAWS));
      expect(Math.abs(product(draws, place, place) - 1)).toBeLessThan(SLACK);
    }
    for (const lag of [1, 3, 7]) {
      expect(Math.abs(product(draws, 10, 10 + 2 * lag) - correlation(lag))).toBeLessThan(SLACK);
    }
    // Different runs.
    expect(Math.abs(product(draws, 10, 13))).toBeLessThan(SLACK);
  });
});

test('signs are 1 or -1, and whole runs share one of six weights', () => {
  const wild = multipliers('wild', dependence(1), POINTS)(stream(0));
  expect(new Set(wild)).toEqual(new Set([-1, 1]));
  const cluster = multipliers('cluster', dependence(1), POINTS)(stream(0));
  expect(new Set(cluster.filter((_, place) => place % 2 === 0)).size).toBe(1);
  const seen = Array.from(
    {length: 200},
    (_, index) => multipliers('cluster', dependence(1), POINTS)(stream(index))[0]!,
  );
  expect(
    [...new Set(seen.map((value) => Math.round(2 * value * value) * Math.sign(value)))].sort((a, b) => a - b),
  ).toEqual([-3, -2, -1, 1, 2, 3]);
});

test('a training run is put in order again from predecessors', () => {
  const curve = {...curveOf([3, 2, 1, 2.5, 1.5], [0, 1, 2, 0, 1]), run: Int32Array.of(0, 0, 0, 1, 1)};
  // By rising loss: 1 (run 0), 1.5 (run 1), 2 (run 0), 2.5 (run 1), 3 (run 0).
  expect(trainingRuns(sortedPoints(curve)).map((run) => Array.from(run))).toEqual([
    [3, 1],
    [4, 2, 0],
  ]);
});

describe('the data choose', () => {
  const runs = (count: number, length: number): readonly Int32Array[] =>
    Array.from({length: count}, (_, k) => Int32Array.from({length}, (_, i) => k * length + i));

  test.each([
    ['normal noise where standard errors are known', 3, 60, 4, 'standard-errors', 'parametric'],
    ['signs where they are not', 3, 60, 1, 'estimated', 'wild'],
    ['signs where residuals hardly follow each other', 3, 60, 1.05, 'estimated', 'wild'],
    ['dependent multipliers where residuals follow each other', 3, 60, 4, 'estimated', 'dependent'],
    ['whole runs where there are many and residuals follow each other', 12, 20, 3, 'standard-errors', 'cluster'],
    ['whole runs where there are many too short to tell', 12, 5, 1, 'standard-errors', 'cluster'],
    ['normal noise where many runs show no dependence', 12, 20, 1, 'standard-errors', 'parametric'],
    ['signs where every run is one point', 28, 1, 1, 'estimated', 'wild'],
  ] as const)('%s', (_, count, length, inflation, weights, kind) => {
    expect(bootstrapFor({runs: runs(count, length), inflation}, weights)).toBe(kind);
  });
});

test.each([
  ['line', 2],
  ['cubic', 4],
  ['exponential', 3],
  ['logistic', 4],
  ['bent hinge', 6],
] as const)('residuals of the %s are raised by leverages that sum to its %d parameters', (name, parameters) => {
  const {comparison} = fitBentHinge(simulated(1, {w: 0.08}), {rule: RULE, detail: true}).detail!;
  const cubic = {...comparison.bent.shape, post: 'cubic', count: 4, parameters: 6} as const;
  const {centred, fits} = fitNulls({...comparison, bent: {...comparison.bent, shape: cubic}}, 0.05);
  const {mean: fitted, search} = fits.find((fit) => fit.name === name)!;
  // A residual of 1 everywhere comes back as 1 / sqrt(1 - leverage).
  const raised = evenResiduals({...centred, y: fitted.map((value) => value + 1)}, search, fitted);
  const left = raised.map((value) => 1 / (value * value));
  expect(left.reduce((sum, value) => sum + value, 0)).toBeCloseTo(left.length - parameters, 6);
  expect(Math.min(...left)).toBeGreaterThan(0);
  expect(Math.max(...left)).toBeLessThanOrEqual(1);
});

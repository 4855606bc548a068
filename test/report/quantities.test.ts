import {describe, expect, test} from 'vitest';
import {parseConfig} from '../../src/config/config.ts';
import {NAMES} from '../../src/node/names.ts';
import {partsOf} from '../../src/report/makeStudy.ts';
import {QUANTITIES} from '../../src/report/quantities/registry.ts';
import type {CurveSamples} from '../../src/report/samples.ts';
import type {StudyNumbers, TrajectoryRow} from '../../src/report/study.ts';
import {SMALL_LOSSES} from '../../src/science/reference/du2024SmallLosses.ts';
import {sampleStudy} from './sampleStudy.ts';

type Of = Record<string, string | number>;

function measured(study: StudyNumbers, name: string, of: Of) {
  return QUANTITIES.find((quantity) => quantity.name === name)!.measure(study, of);
}

/** A study whose runs end at the places `ends` and whose curves have these scores in one replicate. */
function studyWith(
  config: string,
  runs: readonly string[],
  curves: ReadonlyArray<readonly [Of, readonly number[]]>,
  losses: readonly number[] = [],
) {
  const {experiment} = parseConfig(`name: a\n${config}`, NAMES);
  const trajectories = runs.map((run, i) => ({run, tokens: (1 + i) * 1e10}) as TrajectoryRow);
  const values = curves.map(
    ([of, scores]) => ({...of, values: [Float64Array.from(scores)]}) as unknown as CurveSamples,
  );
  const samples = {losses: [Float64Array.from(losses.length > 0 ? losses : runs.map(() => 2))], curves: values};
  return {...sampleStudy(), ...partsOf(experiment), trajectories, samples};
}

const FOUR = 'population: du2024-small\nbenchmarks: [mmlu]\nworlds: [threshold]\nmetrics: [accuracy]';
const MMLU = {world: 'threshold', benchmark: 'mmlu', metric: 'accuracy'};

describe('scores at the ends of runs', () => {
  const study = studyWith(FOUR, ['a', 'a', 'b'], [[MMLU, [0.9, 0.26, 0.24]]]);

  test('are those of the last checkpoint of each run', () => {
    expect(measured(study, 'finalScore', {...MMLU, run: 'a'})).toEqual({value: 0.26, error: null});
    expect(measured(study, 'largestScore', MMLU)).toEqual({value: 0.26, error: null});
    expect(measured(study, 'finalScore', {...MMLU, run: 'c'})).toBeNull();
  });

  test('lie from chance by binomial standard errors of the 14,042 questions of MMLU', () => {
    const error = Math.sqrt((0.25 * 0.75) / 14042);
    expect(measured(study, 'chanceDeviation', MMLU)!.value).toBeCloseTo(0.01 / error, 9);
  });

  test('lie from chance by the scatter of the usual run where replicates differ by more than questions explain', () => {
    const values = [0.27, 0.23].map((score) => Float64Array.from([0.9, score, 0.25]));
    const curves = [{...MMLU, values}];
    const losses = values.map(() => Float64Array.from([2, 2, 2]));
    const scattered = {...study, samples: {losses, curves}};
    // Standard deviations over two replicates: 0.04 / sqrt(2) and 0, and their median.
    expect(measured(scattered, 'chanceDeviation', MMLU)!.value).toBeCloseTo(0.02 / (0.02 / Math.SQRT2), 9);
  });
});

describe('losses', () => {
  const study = studyWith(FOUR, ['a', 'a', '6B-250B'], [], [2.5, 2.4, 2.204]);

  test('are read at the nearest checkpoint', () => {
    expect(measured(study, 'lossAt', {run: 'a', tokens: 1.4e10})!.value).toBe(2.5);
    expect(measured(study, 'lossAt', {run: 'a', tokens: 1.6e10})!.value).toBe(2.4);
  });

  test('have the root mean square difference of the runs that were published: here one, off by 0.1', () => {
    expect(SMALL_LOSSES).toContainEqual(['6B-250B', 2.104]);
    expect(measured(study, 'lossRmse', {})!.value).toBeCloseTo(0.1, 12);
  });
});

describe('a score where another is given', () => {
  const open = (name: string, tokens: number) =>
    `{name: ${name}, open: ${tokens}, questions: 1000, curves: {smooth: {curve: token}}}`;
  const config = `population: du2024-small\nbenchmarks: [${open('one', 1)}, ${open('five', 5)}]\nworlds: [mirage]\nmetrics: [exactStringMatch]`;
  const shares = [0.95, 0.3, 0.6, 0.8];
  const curve = (benchmark: string) => ({world: 'mirage', benchmark, metric: 'exactStringMatch'});
  const study = studyWith(
    config,
    ['a', 'b', 'c', 'd'],
    [
      [curve('one'), shares],
      [curve('five'), shares.map((p) => p ** 5)],
    ],
  );
  const of = {...curve('five'), where: 'exactStringMatch', beside: 'one'};

  test('is exact for a power between logarithms', () => {
    for (const is of [0.5, 0.7, 0.9]) {
      expect(measured(study, 'scoreWhere', {...of, is, scale: 'log'})!.value).toBeCloseTo(is ** 5, 9);
    }
  });

  test('lies on the chord without', () => {
    expect(measured(study, 'scoreWhere', {...of, is: 0.7})!.value).toBeCloseTo((0.6 ** 5 + 0.8 ** 5) / 2, 12);
  });

  test('is none outside of the scores that are there', () => {
    expect(measured(study, 'scoreWhere', {...of, is: 0.2})).toBeNull();
    expect(measured(study, 'scoreWhere', {...of, is: 0.99})).toBeNull();
  });
});

describe('quantities of the design', () => {
  test('give N* of equation 5, infinite sizes aside', () => {
    const study = studyWith(`${FOUR}\nloss: du2024-finals`, ['a'], []);
    expect(measured(study, 'sizeThreshold', {eta: 2.2, tokens: 1.25e11})!.value / 3.48e9).toBeCloseTo(1, 2);
    expect(measured(study, 'sizeThreshold', {eta: 1.2, tokens: 1.25e11})).toBeNull();
  });

  test('give chance levels, memory of 49 % at ten times the size, and the axis of Fig 6', () => {
    const config =
      'population: {grid: {params: [1e9, 1e10], tokens: 1e12}}\nbenchmarks: [mmlu]\nworlds: [grokking]\nmetrics: [brierScore]';
    const study = studyWith(config, ['a'], []);
    expect(measured(study, 'chanceLevel', {benchmark: 'mmlu', metric: 'brierScore'})!.value).toBe(0.75);
    const [, large] = study.experiment.population.runs;
    const of = {world: 'grokking', benchmark: 'mmlu', run: large!.name};
    expect(measured(study, 'memoryShare', of)!.value).toBeCloseTo(0.49, 12);
    expect(measured(study, 'sequenceCompute', of)!.value).toBeCloseTo((6 * 1e10 * 1e12) / 2048, -8);
  });
});

describe('quantities of the findings', () => {
  const study = sampleStudy({worlds: ['threshold', 'smooth'], benchmarks: ['mmlu'], replicates: 20});

  test('are the mean onset and the share of a verdict with their Monte Carlo errors', () => {
    const curve = study.findings.curves.find((one) => one.world === 'threshold' && one.metric === 'accuracy')!;
    const rate = curve.rates!.onset!;
    expect(measured(study, 'onset', MMLU)).toEqual({value: rate.value, error: rate.mcse});
    const shares = ['kept', 'moved', 'removed', 'none', 'cannot-tell'].map(
      (verdict) => measured(study, 'verdictShare', {...MMLU, verdict})?.value ?? 0,
    );
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
  });

  test('are the emergence scores, and the share of discontinuous metrics above a score', () => {
    const score = measured(study, 'emergenceScore', MMLU)!;
    expect(score.value).toBeGreaterThan(0);
    const share = (above: number) => measured(study, 'emergentShare', {world: 'threshold', above})?.value;
    expect(share(-1e6)).toBeCloseTo(1 / 3, 12);
    expect(share(1e9)).toBeUndefined();
  });
});

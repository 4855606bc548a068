import fc from 'fast-check';
import {expect, test} from 'vitest';
import type {Experiment} from '../../src/config/experiment.ts';
import {planOf, valuesPerCell} from '../../src/engine/plan.ts';
import {curveKeys, readCurve} from '../../src/engine/scores.ts';
import {simulator} from '../../src/engine/simulate.ts';
import {makeRun} from '../../src/science/population.ts';
import {RUNS, smallExperiment} from './experiment.ts';
import {fastKernel} from './kernels.ts';

/** Simulates everything, shard by shard in the order given. */
function simulateAll(experiment: Experiment, shardSize: number, order: (shards: number) => number[]): Float64Array {
  const plan = planOf(experiment);
  const width = valuesPerCell(plan);
  const out = new Float64Array(plan.cells * width);
  const engine = simulator(plan, fastKernel);
  for (const shard of order(Math.ceil(plan.cells / shardSize))) {
    const from = shard * shardSize;
    const to = Math.min(from + shardSize, plan.cells);
    engine.simulate(from, to, out.subarray(from * width, to * width));
  }
  return out;
}

const forwards = (shards: number) => Array.from({length: shards}, (_, i) => i);
const experiment = smallExperiment({questions: 200});
const whole = simulateAll(experiment, 1000, forwards);

test('any shard size in any order gives the same numbers', () => {
  fc.assert(
    fc.property(fc.integer({min: 1, max: 44}), fc.integer(), (size, seed) => {
      const shuffled = (shards: number) =>
        forwards(shards).sort((a, b) => Math.sin(seed + 7 * a) - Math.sin(seed + 7 * b));
      expect(simulateAll(experiment, size, shuffled)).toEqual(whole);
    }),
    {seed: 1, numRuns: 20},
  );
});

function curvesOf(study: Experiment): Map<string, number[]> {
  const plan = planOf(study);
  const values = simulateAll(study, 50, forwards);
  return new Map(
    curveKeys(study).map((key) => {
      const name = [study.worlds[key.world]!.name, study.benchmarks[key.benchmark]!.name, key.metric.name].join(' ');
      return [name, readCurve(plan, values, 1, key).map(({value}) => value)];
    }),
  );
}

test('adding a world, a benchmark, a metric or a replicate moves no other number', () => {
  const base = curvesOf(experiment);
  const larger = [
    smallExperiment({questions: 200, worlds: ['smooth-logistic', 'threshold', 'smooth']}),
    smallExperiment({questions: 200, benchmarks: ['hellaswag', 'mmlu', 'c-eval']}),
    smallExperiment({questions: 200, metrics: ['logProb', 'accuracy', 'correctChoiceProb', 'brierScore', 'margin']}),
    smallExperiment({questions: 200, replicates: 3}),
  ];
  for (const study of larger) {
    const curves = curvesOf(study);
    for (const [name, values] of base) expect(curves.get(name)).toEqual(values);
  }
});

test('adding a run moves no number of the others', () => {
  const extra = makeRun({family: 'test', name: 'extra', params: 1e9, tokens: 1e12});
  const base = curvesOf(experiment);
  const curves = curvesOf(smallExperiment({questions: 200, runs: [extra, ...RUNS]}));
  for (const [name, values] of base) expect(curves.get(name)!.slice(1)).toEqual(values);
});

test('another seed and another replicate give other numbers', () => {
  const other = simulateAll(smallExperiment({questions: 200, seed: 'other'}), 1000, forwards);
  expect(other).not.toEqual(whole);
  const half = whole.length / 2;
  expect(whole.slice(0, half)).not.toEqual(whole.slice(half));
});

test('every score lies in the range of its metric', () => {
  const study = smallExperiment({
    questions: 50,
    metrics: ['accuracy', 'correctChoiceProb', 'brierScore', 'brierPerOption', 'logProb', 'margin'],
  });
  const plan = planOf(study);
  const values = simulateAll(study, 50, forwards);
  for (const key of curveKeys(study)) {
    for (const {value, standardError} of readCurve(plan, values, 0, key)) {
      expect(value).toBeGreaterThanOrEqual(key.metric.range[0]);
      expect(value).toBeLessThanOrEqual(key.metric.range[1]);
      expect(standardError).toBeGreaterThanOrEqual(0);
    }
  }
});

test.each([1, 5])(
  'simulated scores scatter around the expected ones by their standard errors, with answers of %i tokens',
  (tokens) => {
    const noise = {run: 0, checkpoint: 0, correlation: 0, evaluation: 0, loss: 0};
    const common = {noise, replicates: 40, benchmarks: ['mmlu', 'gsm8k'], questions: 400, tokens};
    const choice = ['accuracy', 'correctChoiceProb', 'brierScore', 'logProb', 'margin'];
    const metrics = [...choice, 'exactStringMatch', 'tokenEditDistance', 'tokenShare'];
    const items = smallExperiment({...common, metrics});
    const expected = smallExperiment({...common, metrics, fidelity: 'expected'});
    const plan = planOf(items);
    const simulated = simulateAll(items, 100, forwards);
    const truth = simulateAll(expected, 100, forwards);
    for (const key of curveKeys(items)) {
      const want = readCurve(plan, truth, 0, key);
      const scores = Array.from({length: 40}, (_, r) => readCurve(plan, simulated, r, key));
      want.forEach((point, i) => {
        const mean = scores.reduce((sum, one) => sum + one[i]!.value, 0) / 40;
        // 0.0002: an open answer's share is never exactly 0, and expected values carry the error of their tables.
        expect(Math.abs(mean - point.value)).toBeLessThan((4.5 * point.standardError) / Math.sqrt(40) + 2e-4);
      });
    }
  },
);

test('expected standard errors are those of simulated questions within four of their own', () => {
  const noise = {run: 0, checkpoint: 0, correlation: 0, evaluation: 0, loss: 0};
  const metrics = ['correctChoiceProb', 'brierScore', 'logProb', 'margin'];
  const common = {noise, replicates: 200, benchmarks: ['mmlu'], questions: 400, metrics};
  const items = smallExperiment(common);
  const plan = planOf(items);
  const simulated = simulateAll(items, 100, forwards);
  const truth = simulateAll(smallExperiment({...common, fidelity: 'expected'}), 100, forwards);
  for (const key of curveKeys(items)) {
    const scores = Array.from({length: 200}, (_, r) => readCurve(plan, simulated, r, key));
    readCurve(plan, truth, 0, key).forEach((point, i) => {
      const squares = scores.map((one) => one[i]!.standardError ** 2);
      const mean = squares.reduce((sum, value) => sum + value, 0) / 200;
      const variance = squares.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 199;
      // The variance of n answers is by 1 / n too small; replicates are independent.
      const known = point.standardError ** 2 * (1 - 1 / 400);
      expect(Math.abs(mean - known), key.metric.name).toBeLessThan(4 * Math.sqrt(variance / 200));
    });
  }
});

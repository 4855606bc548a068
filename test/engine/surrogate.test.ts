import {createHash} from 'node:crypto';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Experiment} from '../../src/config/experiment.ts';
import {planOf, valuesPerCell} from '../../src/engine/plan.ts';
import {curveKeys, readCurve} from '../../src/engine/scores.ts';
import {simulator} from '../../src/engine/simulate.ts';
import {STATISTICS, SUMMED} from '../../src/science/metric.ts';
import {evenCheckpoints, makeRun} from '../../src/science/population.ts';
import {RUNS, smallExperiment, type Wanted} from './experiment.ts';
import {fastKernel} from './kernels.ts';

const QUIET = {run: 0, checkpoint: 0, correlation: 0, evaluation: 0, loss: 0};
const METRICS = [
  ...['accuracy', 'correctChoiceProb', 'brierScore', 'logProb', 'margin'],
  ...['exactStringMatch', 'tokenEditDistance', 'tokenShare', 'perTokenLoss', 'answerLogProb'],
];
const REPLICATES = 2000;

/** Simulates a study in pieces of `size` cells, in the order given. */
function simulateAll(study: Experiment, size = 1000, order = (pieces: number[]) => pieces): Float64Array {
  const plan = planOf(study);
  const width = valuesPerCell(plan);
  const out = new Float64Array(plan.cells * width);
  const engine = simulator(plan, fastKernel);
  for (const piece of order(Array.from({length: Math.ceil(plan.cells / size)}, (_, i) => i))) {
    const to = Math.min((piece + 1) * size, plan.cells);
    engine.simulate(piece * size, to, out.subarray(piece * size * width, to * width));
  }
  return out;
}

/** Every score of every replicate; one entry a (world, metric, checkpoint), shape [replicates] each. */
function scoresOf(study: Experiment): {name: string; values: Float64Array}[] {
  const plan = planOf(study);
  const values = simulateAll(study);
  return curveKeys(study).flatMap((key) => {
    const curves = Array.from({length: study.replicates}, (_, r) => readCurve(plan, values, r, key));
    const world = study.worlds[key.world]!.name;
    return curves[0]!.map((_, point) => ({
      name: `${world} ${key.metric.name} at ${point}`,
      values: Float64Array.from(curves, (curve) => curve[point]!.value),
    }));
  });
}

const mean = (x: Float64Array) => x.reduce((sum, value) => sum + value, 0) / x.length;

function covariance(x: Float64Array, y: Float64Array): number {
  const [mx, my] = [mean(x), mean(y)];
  return x.reduce((sum, value, i) => sum + (value - mx) * (y[i]! - my), 0) / (x.length - 1);
}

/** Largest difference of two empirical distribution functions. */
function kolmogorov(x: Float64Array, y: Float64Array): number {
  const [a, b] = [x.slice().sort(), y.slice().sort()];
  let [i, j, largest] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const at = Math.min(a[i]!, b[j]!);
    while (i < a.length && a[i]! <= at) i++;
    while (j < b.length && b[j]! <= at) j++;
    largest = Math.max(largest, Math.abs(i / a.length - j / b.length));
  }
  return largest;
}

const checkpoints = [6e10, 5e11, 1.2e12, 2.5e12];
const runs = [makeRun({family: 'test', name: 'one', params: 32e9, tokens: 2.5e12, checkpoints})];
const common: Wanted = {noise: QUIET, replicates: REPLICATES, runs, metrics: METRICS};

describe.each([
  ['four options', {...common, benchmarks: ['mmlu'], questions: 500}],
  ['two options', {...common, benchmarks: ['winogrande'], questions: 400}],
  ['open answers', {...common, benchmarks: ['gsm8k'], questions: 800}],
  ['four options of which few are missed', {...common, benchmarks: ['c3'], questions: 400}],
] as const)('with %s the surrogate', (_, wanted: Wanted) => {
  const items = scoresOf(smallExperiment({...wanted, seed: 'items'}));
  const drawn = scoresOf(smallExperiment({...wanted, fidelity: 'surrogate'}));

  test('has the means of simulated questions within four standard errors', () => {
    items.forEach(({name, values}, i) => {
      const other = drawn[i]!.values;
      const error = Math.sqrt((covariance(values, values) + covariance(other, other)) / REPLICATES);
      expect(Math.abs(mean(values) - mean(other)), name).toBeLessThan(4 * error + 1e-12);
    });
  });

  test('has their variances and covariances across metrics, checkpoints and worlds within four standard errors', () => {
    items.forEach((a, i) => {
      items.slice(0, i + 1).forEach((b, j) => {
        const known = covariance(a.values, b.values);
        const size = covariance(a.values, a.values) * covariance(b.values, b.values);
        // Of two samples of normal numbers.
        const error = Math.sqrt((2 * (size + known * known)) / REPLICATES);
        const found = covariance(drawn[i]!.values, drawn[j]!.values);
        expect(Math.abs(found - known), `${a.name}, ${b.name}`).toBeLessThan(4 * error + 1e-15);
      });
    });
  });

  test('has their distributions: no Kolmogorov distance has a probability below 1 in 10,000', () => {
    items.forEach(({name, values}, i) => {
      expect(kolmogorov(values, drawn[i]!.values), name).toBeLessThan(2.226 * Math.sqrt(2 / REPLICATES));
    });
  });
});

test('the surrogate gives the standard errors of simulated questions to two percent', () => {
  const wanted: Wanted = {...common, replicates: 100, benchmarks: ['mmlu'], questions: 1000};
  const errors = (study: Experiment) => {
    const plan = planOf(study);
    const values = simulateAll(study);
    return curveKeys(study).flatMap((key) => {
      const curves = Array.from({length: 100}, (_, r) => readCurve(plan, values, r, key));
      return curves[0]!.map((_, p) => curves.reduce((sum, curve) => sum + curve[p]!.standardError, 0) / 100);
    });
  };
  const items = errors(smallExperiment({...wanted, seed: 'items'}));
  errors(smallExperiment({...wanted, fidelity: 'surrogate'})).forEach((error, i) => {
    expect(Math.abs(error / items[i]! - 1)).toBeLessThan(0.02);
  });
});

const study = (wanted: Wanted = {}) => smallExperiment({questions: 500, fidelity: 'surrogate', ...wanted});
const whole = simulateAll(study());

test('the surrogate gives the same numbers in pieces of any size and order', () => {
  fc.assert(
    fc.property(fc.integer({min: 1, max: 44}), fc.integer({min: 1, max: 1000}), (size, seed) => {
      const order = (pieces: number[]) => pieces.sort((a, b) => ((seed * (a + 1)) % 47) - ((seed * (b + 1)) % 47));
      expect(simulateAll(study(), size, order)).toEqual(whole);
    }),
    {seed: 1, numRuns: 4},
  );
});

test('of the surrogate no number moves where a world, a benchmark, a metric, a replicate, a run or a checkpoint is added', () => {
  const curves = (wanted: Wanted) => {
    const one = study(wanted);
    const plan = planOf(one);
    const values = simulateAll(one);
    return new Map(
      curveKeys(one).map((key) => {
        const name = [one.worlds[key.world]!.name, one.benchmarks[key.benchmark]!.name, key.metric.name].join(' ');
        return [name, readCurve(plan, values, 1, key).map(({value}) => value)];
      }),
    );
  };
  const base = curves({});
  const extra = makeRun({family: 'test', name: 'extra', params: 1e9, tokens: 1e12});
  const longer = makeRun({
    ...{family: 'test', name: 'large', params: 32e9, tokens: 4e12},
    checkpoints: [...evenCheckpoints(2.5e12, 5), 4e12],
  });
  for (const wanted of [
    {worlds: ['smooth-logistic', 'threshold', 'smooth']},
    {benchmarks: ['hellaswag', 'mmlu', 'c-eval']},
    {metrics: ['logProb', 'accuracy', 'correctChoiceProb', 'brierScore', 'margin']},
    {replicates: 3},
  ]) {
    const found = curves(wanted);
    for (const [name, values] of base) expect(found.get(name), name).toEqual(values);
  }
  const found = curves({runs: [extra, ...RUNS]});
  for (const [name, values] of base) expect(found.get(name)!.slice(1), name).toEqual(values);
  // A longer schedule changes the losses, not the draws: without the schedule's part in the loss both agree.
  const constant = (run: (typeof RUNS)[number]) => ({...run, schedule: 'constant' as const});
  const short = curves({runs: [constant(RUNS[1]!)]});
  const long = curves({runs: [constant(longer)]});
  for (const [name, values] of short) expect(long.get(name)!.slice(0, 5), name).toEqual(values);
});

test('the surrogate counts whole questions, and none where an answer is never right', () => {
  const shares = scoresOf(
    study({benchmarks: ['mmlu', 'gsm8k'], metrics: ['accuracy', 'exactStringMatch'], replicates: 50}),
  );
  for (const {values} of shares) {
    for (const value of values) {
      expect(value * 500).toBeCloseTo(Math.round(value * 500), 9);
      expect(value >= 0 && value <= 1).toBe(true);
    }
  }
});

test('the numbers of the surrogate stay the same, bit for bit', () => {
  const all = simulateAll(study({benchmarks: ['mmlu', 'gsm8k'], metrics: METRICS}));
  const values = all.filter((_, i) => i % STATISTICS.length < SUMMED.length);
  const hash = createHash('sha256').update(new Uint8Array(values.buffer)).digest('hex');
  // A change here is a change of simulated numbers: announce it in CHANGELOG.md under Values.
  expect(hash).toMatchInlineSnapshot(`"e94bb5fa6db6cb2d85f1a7d15874774067272791fb74586f1191f9c23ed2c45e"`);
});

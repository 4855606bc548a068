import {createHash} from 'node:crypto';
import {expect, test} from 'vitest';
import type {Experiment} from '../../src/config/experiment.ts';
import {attempter} from '../../src/engine/attempts.ts';
import type {Kernel} from '../../src/engine/kernel/kernel.ts';
import {planOf, valuesPerCell} from '../../src/engine/plan.ts';
import {curveKeys, readCurve} from '../../src/engine/scores.ts';
import {simulator} from '../../src/engine/simulate.ts';
import {SAMPLED, STATISTICS} from '../../src/science/metric.ts';
import {evenCheckpoints, makeRun} from '../../src/science/population.ts';
import {smallExperiment, type Wanted} from './experiment.ts';
import {fastKernel, KERNELS} from './kernels.ts';

const SAMPLING = {samples: 100, k: 10, successes: 3, most: 1e5};
const SILENT = {run: 0, checkpoint: 0, correlation: 0, evaluation: 0, loss: 0};
const METRICS = ['exactStringMatch', 'passAtK', 'passUntil'];

/** A study of open answers that asks for repeated attempts. */
function study(wanted: Wanted = {}): Experiment {
  return smallExperiment({benchmarks: ['gsm8k'], metrics: METRICS, sampling: SAMPLING, noise: SILENT, ...wanted});
}

/** Every number of a study, its cells one by one from the first or from the last on. */
function valuesOf(experiment: Experiment, kernel: Kernel = fastKernel, backwards = false): Float64Array {
  const plan = planOf(experiment);
  const width = valuesPerCell(plan);
  const out = new Float64Array(plan.cells * width);
  const engine = simulator(plan, kernel);
  for (let i = 0; i < plan.cells; i++) {
    const cell = backwards ? plan.cells - 1 - i : i;
    engine.simulate(cell, cell + 1, out.subarray(cell * width, (cell + 1) * width));
  }
  return out;
}

/** Scores by world and metric, shape [replicates][points] each. */
function scoresOf(experiment: Experiment) {
  const plan = planOf(experiment);
  const values = valuesOf(experiment);
  return curveKeys(experiment).map((key) => ({
    world: experiment.worlds[key.world]!.name,
    metric: key.metric.name,
    scores: Array.from({length: experiment.replicates}, (_, r) => readCurve(plan, values, r, key)),
  }));
}

test('repeated attempts give the same bits with both kernels and in any order of cells', () => {
  const small = study({questions: 1100, tokens: 2});
  const whole = valuesOf(small);
  expect(valuesOf(small, KERNELS.reference)).toEqual(whole);
  expect(valuesOf(small, fastKernel, true)).toEqual(whole);
  const own = whole.filter((_, i) => i % STATISTICS.length >= STATISTICS.length - SAMPLED.length);
  // A change here is a change of simulated numbers: announce it in CHANGELOG.md under Values.
  expect(createHash('sha256').update(new Uint8Array(own.buffer)).digest('hex').slice(0, 16)).toBe('a7eb117fbfc04150');
});

test('a metric, a world or a benchmark more moves no number of repeated attempts, and they move none of others', () => {
  const named = (experiment: Experiment) =>
    new Map(scoresOf(experiment).map(({world, metric, scores}) => [`${world} ${metric}`, scores]));
  const base = named(study({questions: 200}));
  const {sampling: _, ...plain} = study({questions: 200, metrics: ['exactStringMatch']});
  for (const other of [
    study({questions: 200, metrics: ['passUntil']}),
    study({questions: 200, metrics: ['passAtK', 'accuracy'], benchmarks: ['mmlu', 'gsm8k']}),
    study({questions: 200, worlds: ['smooth-logistic', 'smooth', 'threshold']}),
    plain,
  ]) {
    const shared = [...named(other)].filter(([name]) => base.has(name));
    expect(shared.length).toBeGreaterThan(1);
    for (const [name, scores] of shared) expect(scores).toEqual(base.get(name));
  }
});

test('without a metric that asks for them there are no repeated attempts', () => {
  const values = valuesOf(study({questions: 200, metrics: ['exactStringMatch']}));
  expect(values.some((value, i) => i % STATISTICS.length >= STATISTICS.length - SAMPLED.length && value !== 0)).toBe(
    false,
  );
});

test.each([1, 5])(
  'simulated scores lie around the expected ones with the standard errors that both give, with answers of %i tokens',
  (tokens) => {
    const replicates = 300;
    const runs = [
      makeRun({family: 'test', name: 'one', params: 6e9, tokens: 3e12, checkpoints: evenCheckpoints(3e12, 3)}),
    ];
    const wanted = {tokens, runs, questions: 200, worlds: ['smooth'], replicates};
    const simulated = scoresOf(study(wanted));
    const expected = scoresOf(study({...wanted, fidelity: 'expected'}));
    simulated.forEach(({metric, scores}, c) => {
      // What the tables of expected values may be off by.
      const slack = (value: number) => (metric === 'exactStringMatch' ? 2e-4 : 3e-3 * value);
      expected[c]!.scores[0]!.forEach(({value, standardError}, point) => {
        expect(standardError).toBeGreaterThan(0);
        const z = scores.map((replicate) => (replicate[point]!.value - value) / standardError);
        const mean = z.reduce((a, b) => a + b, 0) / replicates;
        const square = z.reduce((a, b) => a + b * b, 0) / replicates;
        expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(replicates) + slack(value) / standardError);
        // The variance of a square of a nearly normal number is 2.
        expect(Math.abs(square - 1)).toBeLessThan(4 * Math.sqrt(2 / replicates));
        const reported = scores.reduce((sum, replicate) => sum + replicate[point]!.standardError ** 2, 0) / replicates;
        const spread = Math.sqrt(
          scores.reduce((sum, replicate) => sum + (replicate[point]!.standardError ** 2 - reported) ** 2, 0) /
            replicates ** 2,
        );
        // Squares over n questions lose one part in n.
        expect(Math.abs(reported * (200 / 199) - standardError ** 2)).toBeLessThan(
          4 * spread + 2e-3 * standardError ** 2,
        );
      });
    });
  },
);

test('where answers are right once in a thousand, most scores of 100 questions are 0 by exact match and none is by PassUntil', () => {
  const q = 1e-3;
  const flat = {curve: 'logistic', values: {amplitude: 1e-12, middle: 2, scale: 0.1, base: q}};
  const base = study({questions: 100, replicates: 100, worlds: ['smooth']});
  const rare = {
    ...base,
    benchmarks: base.benchmarks.map((benchmark) => ({...benchmark, spread: 0})),
    worlds: [{name: 'smooth', world: 'smooth', curves: {gsm8k: flat}}],
  };
  const cells = Object.fromEntries(scoresOf(rare).map(({metric, scores}) => [metric, scores.flat()]));
  const zeros = (metric: string) => cells[metric]!.filter(({value}) => value === 0).length / cells[metric]!.length;
  const count = cells.passUntil!.length;
  const silent = (1 - q) ** 100;
  expect(Math.abs(zeros('exactStringMatch') - silent)).toBeLessThan(4 * Math.sqrt((silent * (1 - silent)) / count));
  expect(zeros('passUntil')).toBe(0);
  const mean = cells.passUntil!.reduce((sum, {value}) => sum + value, 0) / count;
  const error = Math.sqrt(cells.passUntil!.reduce((sum, {standardError}) => sum + standardError ** 2, 0)) / count;
  expect(Math.abs(mean - q)).toBeLessThan(4 * error);
  // One cell of PassUntil tells q to a tenth or so, where one of exact match is off by three times its size.
  expect(error * Math.sqrt(count)).toBeLessThan(0.2 * q);
});

test('questions may have latents of their own: the first so many at one, the rest at another', () => {
  const [n, first] = [1500, 1100];
  const [low, high] = [
    {s: -6, tau: 1},
    {s: 1, tau: 1},
  ];
  const cell = {replicate: 1, benchmark: 0, point: 3};
  const sumsOf = (questions: number, latentOf: (question: number) => typeof low): number[] => {
    const out = new Float64Array(STATISTICS.length);
    attempter(planOf(study({questions, worlds: ['smooth']})))(cell, [latentOf], out, 0);
    return [...out].map((mean) => mean * questions);
  };
  const both = sumsOf(n, (i) => (i < first ? low : high));
  const parts = [sumsOf(first, () => low), sumsOf(n, () => high), sumsOf(first, () => high)] as const;
  both.forEach((sum, i) => {
    expect(sum).toBeCloseTo(parts[0][i]! + parts[1][i]! - parts[2][i]!, 9);
  });
});

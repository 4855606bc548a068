import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {answerer, groupSize} from '../../src/engine/answers.ts';
import {type Cell, planOf} from '../../src/engine/plan.ts';
import {simulator} from '../../src/engine/simulate.ts';
import type {Latent, Split} from '../../src/science/latent.ts';
import {STATISTICS} from '../../src/science/metric.ts';
import {smallExperiment} from './experiment.ts';
import {KERNELS} from './kernels.ts';

const cell: Cell = {replicate: 1, benchmark: 0, point: 3};

/** Means of one cell at latents, in one experiment. */
function meansOf(
  kernel: string,
  questions: number,
  latents: readonly (Latent | Split<Latent>)[],
  id = 'mmlu',
): Float64Array {
  const plan = planOf(
    smallExperiment({benchmarks: [id], questions, tokens: 3, metrics: ['accuracy', 'logProb', 'margin']}),
  );
  const out = new Float64Array(latents.length * STATISTICS.length);
  answerer(plan, KERNELS[kernel]!)(cell, latents, out, 0);
  return out;
}

const latent = fc.record({
  s: fc.double({min: -1, max: 4, noNaN: true}),
  tau: fc.double({min: 0.05, max: 2, noNaN: true}),
});

describe.each(Object.keys(KERNELS))('two groups of questions, %s kernel', (kernel) => {
  test('at one latent they are as all questions together, to the bit', () => {
    fc.assert(
      fc.property(
        fc.integer({min: 1, max: 700}),
        fc.double({min: 0, max: 1, noNaN: true}),
        latent,
        (questions, share, at) => {
          const split = {share, first: at, rest: at};
          expect(meansOf(kernel, questions, [split])).toEqual(meansOf(kernel, questions, [at]));
        },
      ),
      {numRuns: 40},
    );
  });

  test.each(['mmlu', 'gsm8k'])('on %s the sums of the groups add up to those of all questions', (id) => {
    const [a, b] = [
      {s: 1.2, tau: 0.7},
      {s: -0.4, tau: 0.4},
    ];
    const both = meansOf(
      kernel,
      300,
      [
        {share: 0.25, first: a, rest: b},
        {share: 0.25, first: b, rest: a},
      ],
      id,
    );
    const one = meansOf(kernel, 300, [a, b], id);
    for (let j = 0; j < STATISTICS.length; j++) {
      const [x, y] = [both[j]! + both[STATISTICS.length + j]!, one[j]! + one[STATISTICS.length + j]!];
      expect(x).toBeCloseTo(y, 12);
    }
  });

  test('an empty group and a full one are the other and the own latent', () => {
    const [a, b] = [
      {s: 2, tau: 0.7},
      {s: 0, tau: 0.4},
    ];
    expect(meansOf(kernel, 77, [{share: 0, first: a, rest: b}])).toEqual(meansOf(kernel, 77, [b]));
    expect(meansOf(kernel, 77, [{share: 1, first: a, rest: b}])).toEqual(meansOf(kernel, 77, [a]));
    expect([0, 0.004, 0.5, 1].map((share) => groupSize({share, first: a, rest: b}, 77))).toEqual([0, 0, 39, 77]);
  });
});

test('both kernels agree to the bit in every rival world', () => {
  const worlds = ['quanta', 'mixture', 'mirage', 'u-shaped', 'lottery', 'grokking'];
  const plan = planOf(smallExperiment({worlds, questions: 500, replicates: 1}));
  const [a, b] = Object.values(KERNELS).map((kernel) => {
    const out = new Float64Array(plan.cells * worlds.length * STATISTICS.length);
    simulator(plan, kernel).simulate(0, plan.cells, out);
    return out;
  });
  expect(a).toEqual(b);
});

test('expected values agree with simulated questions in worlds of groups, within four standard errors', () => {
  const worlds = ['quanta', 'mixture', 'u-shaped', 'mirage'];
  const replicates = 30;
  const read = (fidelity: 'items' | 'expected') => {
    const noise = {run: 0, checkpoint: 0, correlation: 0, evaluation: 0, loss: 0};
    const plan = planOf(smallExperiment({worlds, benchmarks: ['mmlu'], questions: 2000, replicates, fidelity, noise}));
    const out = new Float64Array(plan.cells * worlds.length * STATISTICS.length);
    simulator(plan, KERNELS.simd!).simulate(0, plan.cells, out);
    return {out, points: plan.points.length};
  };
  const [items, {out: expected, points}] = [read('items').out, read('expected')];
  const size = points * worlds.length * STATISTICS.length;
  for (let place = 0; place < size; place += STATISTICS.length) {
    // Accuracy and the probability of the correct choice, with the standard error of their means over replicates.
    for (const [at, square] of [
      [0, 0],
      [1, 2],
    ] as const) {
      let mean = 0;
      for (let r = 0; r < replicates; r++) mean += items[r * size + place + at]! / replicates;
      const variance = Math.max(expected[place + square]! - expected[place + at]! ** 2, 1e-6);
      expect(Math.abs(mean - expected[place + at]!)).toBeLessThan(4 * Math.sqrt(variance / (2000 * replicates)) + 2e-4);
    }
  }
});

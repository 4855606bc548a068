import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {normals} from '../../src/numeric/normal.ts';
import {streamAt, streamKey} from '../../src/numeric/stream.ts';
import {itemModel} from '../../src/science/answer/model.ts';
import type {Benchmark} from '../../src/science/benchmark.ts';
import {BENCHMARKS} from '../../src/science/benchmarks/registry.ts';
import {CHOICE_ANCHORS, inner, panelBasis} from '../../src/science/surrogate/basis.ts';
import {CELL_DRAWS, LAW_WIDTH} from '../../src/science/surrogate/grid.ts';
import {quickModel} from '../../src/science/surrogate/latents.ts';
import {lawOf} from '../../src/science/surrogate/law.ts';
import {DRAWS, makeNode, SCALES} from '../../src/science/surrogate/node.ts';
import {choicePanel, DRAWN} from '../../src/science/surrogate/panel.ts';

const preset = (name: string): Benchmark => BENCHMARKS.find((benchmark) => benchmark.name === name)!;
const key = streamKey('surrogate test', 'draws');

describe.each(['mmlu', 'winogrande', 'gsm8k'])('on %s', (name) => {
  const benchmark = preset(name);
  const law = lawOf(benchmark.answer, benchmark.spread);
  const exact = itemModel(benchmark);
  const quick = quickModel(benchmark, law.inverse);

  test('quick latents give the performance that is asked for to 1e-5', () => {
    fc.assert(
      fc.property(
        fc.double({min: 0, max: 0.995, noNaN: true}),
        fc.double({min: 1.5, max: 3, noNaN: true}),
        (performance, loss) => {
          const found = exact.expected(quick.latentAt(performance, loss))[0]!;
          const asked = exact.expected(exact.latentAt(performance, loss))[0]!;
          expect(Math.abs(found - asked)).toBeLessThan(1e-5);
        },
      ),
      {seed: 2, numRuns: 300},
    );
  });

  test('the means of the law are those that are expected', () => {
    const out = new Float64Array(LAW_WIDTH);
    const draws = new Float64Array(CELL_DRAWS);
    for (const performance of [0, 0.01, 0.2, 0.6, 0.95]) {
      const {s, tau} = exact.latentAt(performance, 2.2);
      const expected = exact.expected({s, tau});
      law.fill(s, tau, draws, DRAWN.length, out);
      expect(out[0]).toBeCloseTo(expected[0]!, 12);
      expect(out[1]).toBeCloseTo(expected[1]!, 8);
      if (benchmark.answer.kind === 'choice') expect(out[2]).toBeCloseTo(expected[3]!, 8);
    }
  });
});

const LATENTS = [
  [4, 0.3, 0.53],
  [4, 3, 0.9],
  [2, 0.5, 0.6],
  [10, 1, 0.8],
] as const;

/** Scores of simulated answers in double precision, with none of the surrogate's code; shape [count][DRAWN]. */
function simulated(options: number, s: number, tau: number, count: number): number[][] {
  const z = normals(streamAt(key, [options, 0, 0, 0]), count * (options + 1));
  return Array.from({length: count}, (_, i) => {
    const own = z.subarray(i * (options + 1), (i + 1) * (options + 1));
    const logits = Array.from(own.subarray(1), (e, c) => tau * e + (c === 0 ? s * Math.exp(1.5 * own[0]! - 1.125) : 0));
    const top = Math.max(...logits);
    const total = logits.reduce((sum, logit) => sum + Math.exp(logit - top), 0);
    const p = logits.map((logit) => Math.exp(logit - top) / total);
    const best = Math.max(...p.slice(1));
    const brier = p.reduce((sum, value, c) => sum + (value - (c === 0 ? 1 : 0)) ** 2, 0);
    return [p[0]! > best ? 1 : 0, p[0]!, brier, logits[0]! - top - Math.log(total), p[0]! - best];
  });
}

test.each(LATENTS)(
  'with %i options at s = %f, tau = %f means and covariances of one question are those of simulated answers',
  (options, s, tau) => {
    const count = 40_000;
    const scores = simulated(options, s, tau, count);
    const panel = choicePanel(options, 1.5);
    const node = makeNode(panel, panelBasis(panel, CHOICE_ANCHORS), {s, tau});
    const out = new Float64Array(LAW_WIDTH);
    lawOf({kind: 'choice', options}, 1.5).fill(s, tau, new Float64Array(CELL_DRAWS), DRAWN.length, out);
    const mean = DRAWN.map((_, k) => scores.reduce((sum, row) => sum + row[k]!, 0) / count);
    for (let k = 0; k < DRAWN.length; k++) {
      expect(Math.abs(mean[k]! - out[k]!)).toBeLessThan(4 * (node[SCALES + k]! / Math.sqrt(count)));
      for (let l = 0; l <= k; l++) {
        const products = scores.map((row) => (row[k]! - mean[k]!) * (row[l]! - mean[l]!));
        const known = products.reduce((sum, value) => sum + value, 0) / count;
        const spread = products.reduce((sum, value) => sum + (value - known) ** 2, 0) / count;
        const [a, b] = [k, l].map((row) => node.subarray(row * DRAWS, (row + 1) * DRAWS));
        const found = a!.reduce((sum, c, j) => sum + c * b![j]!, 0) * node[SCALES + k]! * node[SCALES + l]!;
        // 1 %: the error of the panel.
        expect(Math.abs(found - known)).toBeLessThan(4 * Math.sqrt(spread / count) + 0.01 * Math.abs(known));
      }
    }
  },
);

test('the basis is orthonormal over its panel', () => {
  const basis = panelBasis(choicePanel(3, 1.5), CHOICE_ANCHORS);
  basis.forEach((a, i) => {
    basis.forEach((b, j) => {
      expect(inner(a, b)).toBeCloseTo(i === j ? 1 : 0, 9);
    });
  });
});

import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {normals} from '../../src/numeric/normal.ts';
import {streamAt, streamKey} from '../../src/numeric/stream.ts';
import {abilityBy} from '../../src/science/ability.ts';
import {accuracyCurve} from '../../src/science/answer/accuracy.ts';
import {itemModel} from '../../src/science/answer/model.ts';
import {abilityAt, abilityPlace, confidenceAt, confidencePlace} from '../../src/science/answer/probabilityRows.ts';
import type {Benchmark} from '../../src/science/benchmark.ts';
import {BENCHMARKS} from '../../src/science/benchmarks/registry.ts';
import {isSimple} from '../../src/science/curves/registry.ts';
import type {AnswerModel, Latent} from '../../src/science/latent.ts';
import {quickAccuracy} from '../../src/science/surrogate/accuracy.ts';
import {CHOICE_ANCHORS, inner, panelBasis} from '../../src/science/surrogate/basis.ts';
import {CELL_DRAWS, LAW_WIDTH} from '../../src/science/surrogate/grid.ts';
import {latentTable} from '../../src/science/surrogate/latents.ts';
import {lawOf} from '../../src/science/surrogate/law.ts';
import {DRAWS, makeNode, SCALES, SKEWS, SLOPES} from '../../src/science/surrogate/node.ts';
import {choicePanel, DRAWN} from '../../src/science/surrogate/panel.ts';
import {quickAbilityPlace, quickAsinh, quickConfidencePlace} from '../../src/science/surrogate/place.ts';
import {WORLDS} from '../../src/science/worlds/registry.ts';

const preset = (name: string): Benchmark => BENCHMARKS.find((benchmark) => benchmark.name === name)!;
const key = streamKey('surrogate test', 'draws');
/** Of the worlds here, ability does not look at it. */
const source = {N: 1e9, Nne: 1e9, D: 1e11, S: 1e5, lr: 1, U: Number.POSITIVE_INFINITY};

test('latents at a corner and where no cubic follows are those of the law to 2e-6', () => {
  const bent = (loss: number) => ({s: Math.max(2.1 - loss, 0) ** 0.7, tau: loss < 2.3 ? 1 : 2});
  const table = latentTable(bent);
  fc.assert(
    fc.property(fc.double({min: 2, max: 2.4, noNaN: true}), (loss) => {
      const [s, tau] = [new Float64Array(1), new Float64Array(1)];
      table(Float64Array.of(loss), s, tau);
      expect(Math.abs(s[0]! - bent(loss).s)).toBeLessThan(2e-6);
      expect(Math.abs(tau[0]! - bent(loss).tau)).toBeLessThan(2e-6);
    }),
    {seed: 4, numRuns: 5000},
  );
});

test('places found without a search are those of the table of means, held at its edges', () => {
  fc.assert(
    fc.property(fc.double({min: -0.5, max: 3000}), fc.double({min: 0.05, max: 3}), (s, tau) => {
      expect(quickAbilityPlace(s)).toBeCloseTo(abilityPlace(s), 9);
      expect(quickConfidencePlace(tau)).toBeCloseTo(confidencePlace(tau), 9);
    }),
    {seed: 3},
  );
  for (const s of [-9, -0.7]) expect(quickAbilityPlace(s)).toBeCloseTo(0, 9);
  expect([1e5, 1e9].map(quickAbilityPlace)).toEqual([149, 149]);
  for (const tau of [0, 0.01]) expect(quickConfidencePlace(tau)).toBeCloseTo(0, 9);
  expect(quickConfidencePlace(9)).toBe(41);
  for (const i of [0, 1, 29, 30, 31, 148]) expect(quickAbilityPlace(abilityAt(i))).toBeCloseTo(i, 9);
  for (const i of [0, 1, 20, 41]) expect(quickConfidencePlace(confidenceAt(i))).toBeCloseTo(i, 9);
  for (const x of [-10, -1, 0, 0.3, 1e6]) expect(quickAsinh(x)).toBeCloseTo(Math.asinh(x), 11);
});

test('the accuracy found without a search is that of the item model', () => {
  const {at} = accuracyCurve(4, 1.5);
  const quick = quickAccuracy(at);
  fc.assert(
    fc.property(fc.double({min: -2, max: 40, noNaN: true}), (ratio) => {
      expect(quick(ratio)).toBeCloseTo(at(ratio), 12);
    }),
    {seed: 5, numRuns: 1000},
  );
  for (const ratio of [-1e9, 1e4, 1e12]) expect(quick(ratio)).toBeCloseTo(at(ratio), 12);
});

describe.each(['mmlu', 'winogrande', 'gsm8k'])('on %s', (name) => {
  const benchmark = preset(name);
  const law = lawOf(benchmark.answer, benchmark.spread, DRAWN.length);
  const exact = itemModel(benchmark);

  const drawn = WORLDS.filter((world) => isSimple(world.curve(benchmark)));

  test.each(drawn)('tabulated latents of world $name are those of the item model to 2e-6', (world) => {
    const latentsBy = (model: AnswerModel) => {
      const ability = abilityBy(world.curve(benchmark), model);
      return (loss: number) => ability({source, loss, luck: 0.5}) as Latent;
    };
    const latentAt = latentsBy(exact);
    const table = latentTable(latentsBy(law.answers(benchmark)));
    fc.assert(
      fc.property(fc.double({min: 1.5, max: 13, noNaN: true}), (loss) => {
        const [s, tau] = [new Float64Array(1), new Float64Array(1)];
        table(Float64Array.of(loss), s, tau);
        const {s: knownS, tau: knownTau} = latentAt(loss);
        expect(Math.abs(s[0]! - knownS)).toBeLessThan(2e-6);
        expect(Math.abs(tau[0]! - knownTau)).toBeLessThan(2e-6);
      }),
      {seed: 2, numRuns: 500},
    );
  });

  test('the means of the law are those that are expected', () => {
    const out = new Float64Array(LAW_WIDTH);
    const draws = new Float64Array(CELL_DRAWS);
    for (const performance of [0, 0.01, 0.2, 0.6, 0.95]) {
      const {s, tau} = exact.latentAt(performance, 2.2);
      const expected = exact.expected({s, tau});
      law.fill({s: Float64Array.of(s), tau: Float64Array.of(tau), draws}, 0, out);
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
    const cells = {s: Float64Array.of(s), tau: Float64Array.of(tau), draws: new Float64Array(CELL_DRAWS)};
    lawOf({kind: 'choice', options}, 1.5, DRAWN.length).fill(cells, 0, out);
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

test('of a node the first statistics are the same without the others', () => {
  const panel = choicePanel(4, 1.5);
  const basis = panelBasis(panel, CHOICE_ANCHORS);
  const [few, all] = [3, DRAWN.length].map((count) => makeNode(panel, basis, {s: 1, tau: 0.7}, count));
  expect(few!.slice(0, 3 * DRAWS)).toEqual(all!.slice(0, 3 * DRAWS));
  for (const place of [SCALES, SLOPES, SKEWS])
    expect(few!.slice(place, place + 3)).toEqual(all!.slice(place, place + 3));
});

test('the basis is orthonormal over its panel', () => {
  const basis = panelBasis(choicePanel(3, 1.5), CHOICE_ANCHORS);
  basis.forEach((a, i) => {
    basis.forEach((b, j) => {
      expect(inner(a, b)).toBeCloseTo(i === j ? 1 : 0, 9);
    });
  });
});

import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {optimalFor, withEmbeddings} from '../../src/science/chinchilla/embeddings.ts';
import {allocationOf, computeOptimal} from '../../src/science/chinchilla/optimal.ts';
import {chinchilla} from '../../src/science/laws/chinchilla.ts';
import {chinchillaWarmup, countedTokens} from '../../src/science/laws/chinchillaWarmup.ts';
import type {Values} from '../../src/science/parameter.ts';

const valuesOf = (preset: string): Values => chinchilla.presets[preset]!.values;
const lossOf = (preset: string, N: number, D: number): number =>
  chinchilla.build(valuesOf(preset))({N, Nne: N, D, S: 1, U: Number.POSITIVE_INFINITY, lr: 0});
const C = 5.76e23;

/** Worked out from the published constants: G, N_opt and D_opt at the compute of Gopher, to the digits given. */
const OPTIMA = [
  ['hoffmann2022', 1.3447, 3.219e10, 2.982e12],
  ['besiroglu2024', 0.11963, 7.225e10, 1.329e12],
] as const;

test.each(OPTIMA)('%s has the published allocation at 5.76e23 FLOP', (preset, G, N, D) => {
  expect(Number(allocationOf(valuesOf(preset)).G.toPrecision(5))).toBe(G);
  const found = computeOptimal(valuesOf(preset), C);
  expect(Number(found.N.toPrecision(4))).toBe(N);
  expect(Number(found.D.toPrecision(4))).toBe(D);
});

test('the digits of the TeX source give 59 tokens per parameter there, and the losses that the printed ones miss by 0.016 and 0.026', () => {
  const {N, D} = computeOptimal(valuesOf('hoffmann2022-tex'), C);
  // Eight digits of the exponents fix N_opt to a thousandth or two.
  expect(Math.abs(N / 4.031e10 - 1)).toBeLessThan(2e-3);
  expect(Math.abs(D / N / 59.1 - 1)).toBeLessThan(4e-3);
  expect(Math.abs(lossOf('hoffmann2022-tex', 7e10, 1.4e12) - 1.92084)).toBeLessThan(1e-5);
  expect(Math.abs(lossOf('hoffmann2022-tex', 2.8e11, 3e11) - 1.96726)).toBeLessThan(2e-5);
  expect(Math.abs(lossOf('besiroglu2024', 7e10, 1.4e12) - 1.97388)).toBeLessThan(1e-5);
});

describe('the compute-optimal size', () => {
  const anyLaw = fc.record({
    A: fc.double({min: 50, max: 3000, noNaN: true}),
    B: fc.double({min: 50, max: 9000, noNaN: true}),
    alpha: fc.double({min: 0.2, max: 0.5, noNaN: true}),
    beta: fc.double({min: 0.2, max: 0.5, noNaN: true}),
  });

  test('has a lower loss than sizes a little smaller or larger at the same compute', () => {
    fc.assert(
      fc.property(anyLaw, fc.double({min: 17, max: 26, noNaN: true}), (values, power) => {
        const spent = 10 ** power;
        const {N, D} = computeOptimal(values, spent);
        const loss = (size: number) =>
          values.A * size ** -values.alpha + values.B * (spent / (6 * size)) ** -values.beta;
        return Math.abs((6 * N * D) / spent - 1) < 1e-9 && loss(N) < loss(1.05 * N) && loss(N) < loss(N / 1.05);
      }),
    );
  });

  test.each(['total', 'nonEmbedding'] as const)('is lowest at constant compute counted as %s', (counting) => {
    fc.assert(
      fc.property(anyLaw, fc.double({min: 3, max: 11, noNaN: true}), (values, power) => {
        const Nne = 10 ** power;
        const {C: spent, D} = optimalFor(values, Nne, counting);
        const counted = (size: number) => (counting === 'total' ? withEmbeddings(size) : size);
        const loss = (size: number) =>
          values.A * withEmbeddings(size) ** -values.alpha + values.B * (spent / (6 * counted(size))) ** -values.beta;
        const near = Math.abs((6 * counted(Nne) * D) / spent - 1) < 1e-9;
        return near && loss(Nne) < loss(1.05 * Nne) && loss(Nne) < loss(Nne / 1.05);
      }),
    );
  });

  test('is the same however parameters are counted where embeddings are few', () => {
    const values = valuesOf('besiroglu2024');
    const [E, T] = (['nonEmbedding', 'total'] as const).map((counting) => optimalFor(values, 1e13, counting));
    expect(Math.abs(E!.C / T!.C - 1)).toBeLessThan(1e-3);
  });
});

describe('a warm-up', () => {
  const values = chinchillaWarmup.presets['hoffmann2022-warmup']!.values;
  const W = values.W!;

  test('of Kaplan et al. takes 3,000 steps of 524,288 tokens', () => {
    expect(W).toBe(3000 * 524288);
  });

  test('counts tokens by a learning rate that rises linearly: as many as the sum of the rates, half of them at its end', () => {
    const pieces = 1000;
    for (const D of [0.3 * W, W, 5 * W]) {
      // The midpoint rule is exact on each side of W, which is the end of a piece.
      const rates = Array.from({length: pieces}, (_, i) => Math.min(1, ((i + 0.5) * D) / pieces / W));
      const summed = (D / pieces) * rates.reduce((sum, rate) => sum + rate, 0);
      expect(countedTokens(D, W) / summed).toBeCloseTo(1, 9);
    }
    expect(countedTokens(W, W)).toBe(W / 2);
  });

  test.each(['total', 'nonEmbedding'] as const)(
    'moves the best size, which is lowest at constant compute counted as %s',
    (counting) => {
      fc.assert(
        fc.property(fc.double({min: 3, max: 11, noNaN: true}), (power) => {
          const Nne = 10 ** power;
          const {C: spent, D} = optimalFor(values, Nne, counting);
          const counted = (size: number) => (counting === 'total' ? withEmbeddings(size) : size);
          const law = chinchillaWarmup.build(values);
          const loss = (size: number) => {
            const N = withEmbeddings(size);
            return law({N, Nne: size, D: spent / (6 * counted(size)), S: 1, U: Number.POSITIVE_INFINITY, lr: 0});
          };
          const near = Math.abs((6 * counted(Nne) * D) / spent - 1) < 1e-9;
          return near && loss(Nne) < loss(1.05 * Nne) && loss(Nne) < loss(Nne / 1.05);
        }),
      );
    },
  );

  test('asks for more data than the law without it, by W (1 + beta) / (2 beta) tokens where training is long', () => {
    const {W: _, ...plain} = values;
    const data = (Nne: number) => [values, plain].map((law) => optimalFor(law, Nne, 'total').D);
    const [short, plainShort] = data(1e4);
    expect(short! / plainShort!).toBeGreaterThan(3);
    // beta ln(D - W/2) + ln(1 - W / 2D) is beta ln of the plain D; to first order in W / D, the rest is of that order.
    const [long, plainLong] = data(1e13);
    const {beta} = values;
    expect((long! - plainLong!) / ((W * (1 + beta!)) / (2 * beta!))).toBeCloseTo(1, 3);
  });
});

import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {LAWS} from '../../src/science/laws/registry.ts';
import {makeRun} from '../../src/science/population.ts';
import {kaplan2020Batch, kaplan2020Data, kaplan2020Sizes} from '../../src/science/populations/kaplan2020.ts';
import {learningRate, sourceAt} from '../../src/science/schedule.ts';

const form = LAWS.find(({name}) => name === 'kaplan-training')!;
const VALUES = form.presets['kaplan2020-training']!.values;
const law = form.build(VALUES);
const FOREVER = Number.POSITIVE_INFINITY;
const at = (Nne: number, S: number, B: number, U = FOREVER) => ({N: Nne, Nne, D: S * B, S, U, lr: 0});

/** Equation 5.6 at huge batches, where every step counts, worked out from the constants of table 3 (Kaplan et al. 2020). */
const STEPS = [
  [1e6, 1e4, 4.30113],
  [1e8, 1e4, 3.10823],
  [1e9, 1e5, 2.40051],
] as const;

test.each(STEPS)('%d parameters after %d steps of huge batches have the published loss', (N, S, expected) => {
  expect(Math.abs(law(at(N, S, 1e20)) - expected)).toBeLessThanOrEqual(5.1e-6);
});

/** Equation 1.5 with the constants of table 2. */
const DATA = [
  [7.08e8, 2.2e10, 2.42148],
  [7.08e8, 2.1e7, 4.0864],
  [3e6, 2.2e10, 3.60704],
  [393200, 2.2e10, 4.20834],
  [8.5e7, 6.88e8, 3.0341],
] as const;

test.each(DATA)('%d parameters on %d tokens end at the published loss', (N, U, expected) => {
  const ended = form.build({...VALUES, Nc: 6.4e13, aN: 0.076});
  // After 1e20 steps less than 1e-12 nats are left of the term of steps.
  expect(Math.abs(ended(at(N, 1e20, 1e20, U)) - expected)).toBeLessThanOrEqual(5.1e-6);
});

const powerOfTen = (from: number, to: number) => fc.double({min: from, max: to, noNaN: true}).map((x) => 10 ** x);
const place = fc.record({
  N: powerOfTen(3, 11),
  S: powerOfTen(0, 8),
  B: powerOfTen(3, 8),
  U: fc.oneof(powerOfTen(6, 12), fc.constant(FOREVER)),
});

/** The right side of equation 5.6 at a loss. */
function rightSide(loss: number, N: number, S: number, B: number, U: number): number {
  const {Nc, aN, Dc, aD, Sc, aS, Bstar, aB} = VALUES as Record<string, number>;
  const least = S / (1 + Bstar! / loss ** (1 / aB!) / B);
  return ((Nc! / N) ** (aN! / aD!) + Dc! / U) ** aD! + (Sc! / least) ** aS!;
}

describe('the loss along a training run', () => {
  test('solves equation 5.6, or is that of an even guess where the solution lies above it', () => {
    fc.assert(
      fc.property(place, ({N, S, B, U}) => {
        const loss = law(at(N, S, B, U));
        const even = Math.log(50257);
        if (loss > even * (1 - 1e-12)) return rightSide(even, N, S, B, U) >= even * (1 - 1e-9);
        return Math.abs(rightSide(loss, N, S, B, U) / loss - 1) < 1e-9;
      }),
    );
  });

  test('never rises with steps, data, size or batch', () => {
    fc.assert(
      fc.property(place, ({N, S, B, U}) => {
        const loss = law(at(N, S, B, U)) * (1 + 1e-12);
        return (
          law(at(N, 2 * S, B, U)) <= loss &&
          law(at(N, S, B, 2 * U)) <= loss &&
          law(at(2 * N, S, B, U)) <= loss &&
          law(at(N, S, 2 * B, U)) <= loss
        );
      }),
    );
  });

  test('needs twice the steps at the critical batch: E = 2 E_min and S = 2 S_min there (equations 5.1 and 5.2)', () => {
    const [N, S] = [1e8, 1e4];
    const loss = law(at(N, S, 1e20));
    const critical = 2.1e8 / loss ** (1 / 0.21);
    expect(law(at(N, 2 * S, critical))).toBeCloseTo(loss, 9);
  });
});

test('a warm-up rises in a straight line to the peak, and the cosine ends at 0', () => {
  const run = makeRun({
    family: 'a',
    name: 'b',
    params: 1e6,
    tokens: 1e6,
    batch: 10,
    schedule: 'warmup-cosine',
    warmup: 3000,
  });
  const rates = [15_000, 30_000, 515_000, 1e6].map((tokens) => learningRate(run, tokens));
  expect(rates.map((rate) => Number(rate.toFixed(12)))).toEqual([0.5, 1, 0.5, 0]);
  expect(makeRun({family: 'a', name: 'b', params: 1, tokens: 1e12, schedule: 'warmup-cosine'}).warmup).toBe(3000);
});

test('the sizes of Kaplan et al. 2020 run from 768 to 1.5e9 parameters, and the named shapes have the named sizes', () => {
  const sizes = Object.fromEntries(kaplan2020Sizes.runs.map((run) => [run.name, run]));
  expect(kaplan2020Sizes.runs.length).toBe(22);
  expect(sizes['768']!.paramsNonEmbedding).toBe(768);
  expect(sizes['393.2K']!.paramsNonEmbedding).toBe(393216);
  expect(sizes['708M']!.paramsNonEmbedding).toBe(12 * 36 * 1280 ** 2);
  expect(sizes['1.5B']!.paramsNonEmbedding / 1.5e9).toBeGreaterThan(0.98);
  expect(sizes['708M']!.params - sizes['708M']!.paramsNonEmbedding).toBe((50257 + 1024) * 1280);
  const own = kaplan2020Sizes.runs.map(({paramsNonEmbedding}) => paramsNonEmbedding);
  expect(own).toEqual([...own].sort((a, b) => a - b));
});

test('every run of Kaplan et al. 2020 has rising checkpoints that end with its training', () => {
  for (const {tokens, checkpoints} of [kaplan2020Sizes, kaplan2020Data, kaplan2020Batch].flatMap(({runs}) => runs)) {
    expect(checkpoints.every((at, i) => i === 0 || at > checkpoints[i - 1]!)).toBe(true);
    expect(checkpoints.at(-1)).toBe(tokens);
  }
});

test('runs of one size end at about the same loss whatever the batch, and small data sets hold all sizes up', () => {
  const ends = (runs: typeof kaplan2020Batch.runs) => runs.map((run) => law(sourceAt(run, run.tokens)));
  const scan = ends(kaplan2020Batch.runs.filter(({family}) => family === '85M'));
  expect(Math.max(...scan) - Math.min(...scan)).toBeLessThan(0.06);
  const small = ends(kaplan2020Data.runs.filter(({name}) => name.endsWith('-21M')));
  expect(Math.min(...small)).toBeGreaterThan((1.8e13 / 2.1e7) ** 0.103);
});

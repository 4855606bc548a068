import fc from 'fast-check';
import {expect, test} from 'vitest';
import {normals} from '../../src/numeric/normal.ts';
import {streamAt, streamKey, uniforms} from '../../src/numeric/stream.ts';
import {itemModel} from '../../src/science/answer/model.ts';
import type {Benchmark} from '../../src/science/benchmark.ts';
import {BENCHMARKS} from '../../src/science/benchmarks/registry.ts';
import {STATISTICS, type Statistic} from '../../src/science/metric.ts';

const mmlu = BENCHMARKS.find(({name}) => name === 'mmlu')!;
const withOptions = (options: number): Benchmark => ({...mmlu, answer: {kind: 'choice', options}});
const key = streamKey('answer test', 'draws');

/** Accuracy, then p, Brier, ln p and the margin with their squares, of one simulated question, in double precision and with none of the kernel's code. */
function answerOnce(z: readonly number[]): number[] {
  const top = Math.max(...z);
  const x = z.map((value) => Math.exp(value - top));
  const total = x.reduce((a, b) => a + b, 0);
  const p = x.map((value) => value / total);
  const brier = p.reduce((sum, value, c) => sum + (value - (c === 0 ? 1 : 0)) ** 2, 0);
  const logProbability = z[0]! - top - Math.log(total);
  const margin = p[0]! - Math.max(...p.slice(1));
  return [z[0] === top ? 1 : 0, ...[p[0]!, brier, logProbability, margin].flatMap((value) => [value, value ** 2])];
}

const CASES = [
  [4, 1.2, 0.8],
  [4, 0.3, 0.5],
  [4, -0.2, 0.4],
  [2, 0.5, 0.6],
  [5, 3, 1.2],
  [10, 2, 0.9],
] as const;

test.each(CASES)('expected metrics with %i options at s = %f, tau = %f agree with simulation', (options, s, tau) => {
  const count = 60_000;
  const z = normals(streamAt(key, [options, 0, 0, 0]), count * (options + 1));
  const sums = new Float64Array(9);
  const squares = new Float64Array(9);
  for (let i = 0; i < count; i++) {
    const at = i * (options + 1);
    const strength = Math.exp(1.5 * z[at]! - 1.125);
    const logits = Array.from({length: options}, (_, c) => tau * z[at + 1 + c]! + (c === 0 ? s * strength : 0));
    answerOnce(logits).forEach((value, k) => {
      sums[k]! += value;
      squares[k]! += value * value;
    });
  }
  const expected = itemModel(withOptions(options)).expected({s, tau});
  for (let k = 0; k < 9; k++) {
    const mean = sums[k]! / count;
    const error = Math.sqrt((squares[k]! / count - mean * mean) / count);
    expect(Math.abs(mean - expected[k]!), STATISTICS[k]).toBeLessThan(4 * error);
  }
});

test('knowing nothing gives exactly chance, and being sure of nothing gives the uniform Brier score 1 - 1/K', () => {
  for (const options of [2, 3, 4, 5, 8]) {
    const model = itemModel(withOptions(options));
    expect(model.expected({s: 0, tau: 0.5})[0]).toBeCloseTo(1 / options, 6);
    expect(model.expected({s: 0, tau: 0.5})[1]).toBeCloseTo(1 / options, 6);
    // At tau = 0.05 the excess of Brier over the uniform guess is tau^2 (K - 1) / K^2 to first order.
    expect(model.expected({s: 0, tau: 0.05})[3]! - (1 - 1 / options)).toBeCloseTo(
      (0.0025 * (options - 1)) / options ** 2,
      5,
    );
  }
});

test('a latent found for a performance gives that accuracy back', () => {
  const models = [2, 4, 5].flatMap((options) =>
    [0, 1.5, 2.5].map((spread) => ({options, model: itemModel({...withOptions(options), spread})})),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...models),
      fc.double({min: 0, max: 0.995, noNaN: true}),
      fc.double({min: 1.5, max: 3, noNaN: true}),
      ({options, model}, performance, loss) => {
        const accuracy = model.expected(model.latentAt(performance, loss))[0]!;
        expect(Math.abs(accuracy - (1 / options + (1 - 1 / options) * performance))).toBeLessThan(1e-6);
      },
    ),
    {seed: 5, numRuns: 200},
  );
});

test('open answers are right as often as the performance says, and never at performance 0', () => {
  const gsm = itemModel(BENCHMARKS.find(({name}) => name === 'gsm8k')!);
  for (const performance of [0.001, 0.02, 0.3, 0.9]) {
    expect(gsm.expected(gsm.latentAt(performance, 2))[0]).toBeCloseTo(performance, 6);
  }
  const {s} = gsm.latentAt(0, 2);
  const ease = normals(streamAt(key, [1, 0, 0, 0]), 10_000);
  const u = uniforms(streamAt(key, [2, 0, 0, 0]), 10_000);
  expect(u.filter((value, i) => value < 1 / (1 + Math.exp(-(s + 1.5 * ease[i]!)))).length).toBe(0);
});

test('an answer of T tokens is right with probability p^T and has T (1 - p) wrong tokens', () => {
  const gsm = BENCHMARKS.find(({name}) => name === 'gsm8k')!;
  for (const [tokens, p] of [
    [5, 0.9],
    [5, 0.4],
    [50, 0.99],
  ] as const) {
    const model = itemModel({...gsm, answer: {kind: 'open', tokens}, spread: 0});
    const of = (name: Statistic) => model.expected({s: Math.log(p / (1 - p)), tau: 1})[STATISTICS.indexOf(name)]!;
    // 2e-4 is the error of the tables of shares, 4e-5 T that of the tables of tokens.
    expect(Math.abs(of('correct') - p ** tokens)).toBeLessThan(2e-4);
    expect(Math.abs(of('probabilitySquared') - p ** (2 * tokens))).toBeLessThan(4e-4);
    expect(Math.abs(of('mistakes') - tokens * (1 - p))).toBeLessThan(4e-5 * tokens);
    const variance = of('mistakesSquared') - of('mistakes') ** 2;
    expect(Math.abs(variance - tokens * p * (1 - p))).toBeLessThan(4e-4 * tokens * tokens);
    expect(model.expected(model.latentAt(0.3, 2))[0]).toBeCloseTo(0.3, 6);
  }
});

/** E p^T over questions of ease b, standard normal, by the trapezoid rule from -9 to 9, which is exact to rounding for such a smooth integrand. */
function shareBySum(s: number, spread: number, tokens: number): number {
  const step = 0.01;
  let sum = 0;
  for (let b = -9; b <= 9; b += step) {
    sum += step * Math.exp((-b * b) / 2) * (1 / (1 + Math.exp(-(s + spread * b)))) ** tokens;
  }
  return sum / Math.sqrt(2 * Math.PI);
}

test('long open answers to unlike questions are right as often as the performance says, however rarely that is', () => {
  const gsm = BENCHMARKS.find(({name}) => name === 'gsm8k')!;
  for (const [spread, bound] of [
    [0.3, 5e-4],
    [1.5, 3e-5],
  ] as const) {
    for (const tokens of [2, 5, 20]) {
      const model = itemModel({...gsm, answer: {kind: 'open', tokens}, spread});
      for (let performance = 1e-5; performance < 1; performance *= 1.37) {
        const {s} = model.latentAt(performance, 2);
        expect(Math.abs(shareBySum(s, spread, tokens) / performance - 1)).toBeLessThan(bound);
      }
    }
  }
});

import fc from 'fast-check';
import {expect, test} from 'vitest';
import type {Scored} from '../../src/engine/kernel/kernel.ts';
import {referenceKernel} from '../../src/engine/kernel/reference.ts';
import {simdKernel} from '../../src/engine/kernel/simd.ts';
import {fillNormals, laneState} from '../../src/numeric/lanes.ts';
import {streamAt, streamKey} from '../../src/numeric/stream.ts';
import {SUMMED} from '../../src/science/metric.ts';
import {fastKernel, KERNEL_BYTES} from './kernels.ts';

const KEY = streamKey('kernel test', 'bits');

/** Traits of `count` questions: log-normal discrimination, or ease in logits. */
function traitsOf(count: number, choice: boolean, address: number): Float32Array {
  const out = new Float32Array(32 * Math.ceil(count / 32));
  fillNormals(laneState(streamAt(KEY, [address, 0, 0, 1])), out.length / 32, 1, out);
  return out.subarray(0, 16 * Math.ceil(count / 16)).map((b) => (choice ? Math.exp(1.5 * b - 1.125) : 1.5 * b));
}

const answers = fc.oneof(
  fc.integer({min: 2, max: 26}).map((options) => ({kind: 'choice', options}) as const),
  fc
    .oneof(fc.integer({min: 1, max: 40}), fc.integer({min: 41, max: 500}))
    .map((tokens) => ({kind: 'open', tokens}) as const),
);

/** Every size of the last block is met, and cells of several chunks. */
const benchmarks: fc.Arbitrary<Scored> = fc.record({
  questions: fc.oneof(fc.integer({min: 1, max: 64}), fc.integer({min: 65, max: 2500})),
  answer: answers,
  persistence: fc.constantFrom(0, 0, 0.3, 1),
});

/** Latents from blind guessing to certainty, wrong ones too, far beyond where exponents are held. */
const latents = fc.array(
  fc.record({
    s: fc.oneof(fc.double({min: -0.5, max: 6, noNaN: true}), fc.constantFrom(0, -60, 60, 3000, -3000)),
    tau: fc.oneof(fc.double({min: 0.05, max: 3, noNaN: true}), fc.constantFrom(0.01, 40)),
  }),
  {minLength: 1, maxLength: 4},
);

test('the kernel in WebAssembly is in use: this engine has vectors', () => {
  expect(fastKernel).not.toBe(referenceKernel);
});

test('an engine without vectors falls back to the reference', () => {
  expect(simdKernel(KERNEL_BYTES.subarray(0, 20))).toBe(referenceKernel);
});

test('both kernels give the same bits on every cell', () => {
  fc.assert(
    fc.property(benchmarks, latents, fc.boolean(), fc.nat(1e6), (benchmark, at, extended, address) => {
      const choice = benchmark.answer.kind === 'choice';
      const traits = traitsOf(benchmark.questions, choice, address);
      const persists = choice && benchmark.persistence > 0;
      const [reference, simd] = [referenceKernel, fastKernel].map((kernel) => {
        const scorer = kernel(benchmark, {extended, latents: 4});
        scorer.question(traits);
        const cell = (n: number) =>
          scorer
            .answer(
              laneState(streamAt(KEY, [address, n, 0, 0])),
              persists ? laneState(streamAt(KEY, [address, 0, 1, 0])) : null,
              at,
            )
            .slice(0, at.length * SUMMED.length);
        // The second cell shows that nothing of the first one is left.
        return [Array.from(cell(1)), Array.from(cell(2))];
      });
      expect(simd).toEqual(reference);
    }),
    {seed: 5, numRuns: 400},
  );
});

test('sums of a large benchmark stay whole numbers and the same', () => {
  const benchmark: Scored = {questions: 1_000_003, answer: {kind: 'choice', options: 2}, persistence: 0};
  const traits = traitsOf(benchmark.questions, true, 3);
  const [reference, simd] = [referenceKernel, fastKernel].map((kernel) => {
    const scorer = kernel(benchmark, {extended: true, latents: 1});
    scorer.question(traits);
    return Array.from(scorer.answer(laneState(streamAt(KEY, [3, 0, 0, 0])), null, [{s: 0.7, tau: 0.9}]));
  });
  expect(simd).toEqual(reference);
  expect(simd!.every(Number.isSafeInteger)).toBe(true);
  expect(simd![3]!).toBeGreaterThan(2 ** 32);
});

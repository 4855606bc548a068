import {createHash} from 'node:crypto';
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {scoreChoice} from '../../src/engine/kernel/choice.ts';
import type {Kernel} from '../../src/engine/kernel/kernel.ts';
import {scoreOpen} from '../../src/engine/kernel/open.ts';
import {putMeans} from '../../src/engine/kernel/sums.ts';
import {blocksFor, fillNormals, LANES, laneState} from '../../src/numeric/lanes.ts';
import {streamAt, streamKey} from '../../src/numeric/stream.ts';
import {STATISTICS, SUMMED} from '../../src/science/metric.ts';
import {goldenValues} from './golden.ts';
import {KERNELS} from './kernels.ts';

const GOLDEN = {
  correct: 'a145b0e410de3432',
  probability: 'c1bee636a0b03f1e',
  probabilitySquared: 'ba4afd198526fce6',
  brier: '751fd88995909512',
  brierSquared: 'fe8ece0a74273d4b',
  logProbability: '10d9fb57bfdd37d6',
  logProbabilitySquared: '0dcb98cca03b68e8',
  margin: 'd351d8ff9d6791d4',
  marginSquared: '81b7059ce79706eb',
  mistakes: 'ee834b4b695702e3',
  mistakesSquared: 'ee834b4b695702e3',
};

/** Of open answers of five tokens, and choices as before. */
const GOLDEN_5 = {correct: '7c995d3014aeaa89', mistakes: '8fdf34e16962b17c', mistakesSquared: '931a3e2115cb3cab'};

const KEY = streamKey('kernel test', 'draws');

/** Means over questions of the sums of one latent. */
function meansOf(sums: Float64Array, questions: number): Float64Array {
  const out = new Float64Array(SUMMED.length);
  putMeans(sums, 0, questions, out, 0);
  return out;
}

function cellOf(questions: number, options: number, address: number) {
  const blocks = blocksFor(questions);
  const pairs = Math.ceil(options / 2);
  const normals = new Float32Array(blocks * 2 * pairs * LANES);
  fillNormals(laneState(streamAt(KEY, [address, options, 0, 0])), blocks, pairs, normals);
  const strength = new Float32Array(blocks * LANES);
  fillNormals(laneState(streamAt(KEY, [address, options, 1, 0])), Math.ceil(blocks / 2), 1, strength);
  return {questions, options, normals, strength: strength.map((b) => Math.exp(1.5 * b - 1.125))};
}

/** The same metrics in double precision, question by question, with max-shifted softmax. */
function plainMeans(
  {questions, options, normals, strength}: ReturnType<typeof cellOf>,
  s: number,
  tau: number,
): number[] {
  const width = 2 * Math.ceil(options / 2) * LANES;
  const sums = SUMMED.map(() => 0);
  for (let i = 0; i < questions; i++) {
    const at = Math.floor(i / LANES) * width + (i % LANES);
    const z = Array.from(
      {length: options},
      (_, c) => tau * normals[at + c * LANES]! + (c === 0 ? s * strength[i]! : 0),
    );
    const top = Math.max(...z);
    const total = z.reduce((sum, value) => sum + Math.exp(value - top), 0);
    const p = z.map((value) => Math.exp(value - top) / total);
    const brier = p.reduce((sum, value, c) => sum + (value - (c === 0 ? 1 : 0)) ** 2, 0);
    const logP = z[0]! - top - Math.log(total);
    const margin = p[0]! - Math.max(...p.slice(1));
    const values = [z[0] === top ? 1 : 0, p[0]!, p[0]! ** 2, brier, brier ** 2, logP, logP ** 2, margin, margin ** 2];
    values.forEach((value, k) => {
      sums[k]! += value / questions;
    });
  }
  return sums;
}

test('the single-precision kernel agrees with plain double precision to 1e-5 in every statistic', () => {
  fc.assert(
    fc.property(
      fc.integer({min: 2, max: 10}),
      fc.integer({min: 1, max: 300}),
      fc.double({min: -0.3, max: 6, noNaN: true}),
      fc.double({min: 0.1, max: 2, noNaN: true}),
      fc.integer({min: 0, max: 1000}),
      (options, questions, s, tau, address) => {
        const cell = cellOf(questions, options, address);
        const sums = new Float64Array(SUMMED.length);
        scoreChoice(cell, {s, tau}, true, sums);
        const means = meansOf(sums, questions);
        plainMeans(cell, s, tau).forEach((want, k) => {
          // Log probabilities stop at -60 bits, 41.6 nats; they and their squares are kept to 2^-16.
          const tolerance = k === 5 || k === 6 ? 1e-4 * (1 + Math.abs(want)) : 1e-5;
          if (k >= 5 && k <= 6 && Math.abs(want) > 5) return;
          expect(Math.abs(means[k]! - want)).toBeLessThan(tolerance);
        });
      },
    ),
    {seed: 11, numRuns: 100},
  );
});

test('relabelling the wrong options changes nothing', () => {
  const cell = cellOf(64, 4, 7);
  const swapped = {...cell, normals: Float32Array.from(cell.normals)};
  for (let block = 0; block < 4; block++) {
    for (let lane = 0; lane < LANES; lane++) {
      const at = block * 4 * LANES + lane;
      swapped.normals[at + LANES] = cell.normals[at + 3 * LANES]!;
      swapped.normals[at + 3 * LANES] = cell.normals[at + LANES]!;
    }
  }
  const [a, b] = [cell, swapped].map((one) => {
    const sums = new Float64Array(SUMMED.length);
    scoreChoice(one, {s: 1, tau: 0.7}, false, sums);
    return meansOf(sums, 64);
  });
  expect(a![0]).toBe(b![0]);
  // Only the order of a sum of three single-precision numbers differs.
  for (let k = 1; k < 5; k++) expect(Math.abs(a![k]! - b![k]!)).toBeLessThan(1e-6);
});

test('log probabilities near 0 keep their spread: the standard error of a sure answer is not cut away', () => {
  const questions = 4096;
  const ease = new Float32Array(questions);
  fillNormals(laneState(streamAt(KEY, [1, 0, 2, 0])), questions / (2 * LANES), 1, ease);
  for (const shift of [3, 5]) {
    const sums = new Float64Array(SUMMED.length);
    scoreOpen({questions, tokens: 1, ease, uniforms: new Float32Array(questions)}, shift, sums);
    const means = meansOf(sums, questions);
    const logs = Array.from(ease, (b) => -Math.log1p(Math.exp(-(shift + b))));
    const mean = logs.reduce((sum, x) => sum + x, 0) / questions;
    const spread = Math.sqrt(logs.reduce((sum, x) => sum + (x - mean) ** 2, 0) / questions);
    // Mean and mean square are cut by less than 2^-16 each.
    const tolerance = (2 ** -16 * (1 + 2 * Math.abs(mean))) / (2 * spread ** 2);
    expect(tolerance).toBeLessThan(0.06);
    expect(Math.abs(Math.sqrt(means[6]! - means[5]! ** 2) / spread - 1)).toBeLessThan(tolerance);
  }
});

test('far logits give finite scores', () => {
  const cell = cellOf(32, 4, 8);
  const huge = {...cell, strength: new Float32Array(32).fill(1e6)};
  const sums = new Float64Array(SUMMED.length);
  scoreChoice(huge, {s: 10, tau: 3}, true, sums);
  expect(meansOf(sums, 32)[1]).toBe(1);
  scoreChoice({...cell, strength: new Float32Array(32).fill(-1e6)}, {s: 10, tau: 3}, true, sums);
  expect([...sums].every(Number.isFinite)).toBe(true);
});

/** SHA-256 of each statistic of a small study, cut to 16 digits. */
function hashesOf(kernel: Kernel, tokens: number): Record<string, string> {
  const out = goldenValues(kernel, tokens);
  return Object.fromEntries(
    SUMMED.map((name, k) => {
      const own = out.filter((_, i) => i % STATISTICS.length === k);
      return [name, createHash('sha256').update(new Uint8Array(own.buffer)).digest('hex').slice(0, 16)];
    }),
  );
}

test.each(Object.entries(KERNELS))('a whole small study has the golden hashes on the %s kernel', (_, kernel) => {
  // A change here is a change of simulated numbers: announce it in CHANGELOG.md under Values.
  expect(hashesOf(kernel, 1)).toEqual(GOLDEN);
  const {correct, mistakes, mistakesSquared} = hashesOf(kernel, 5);
  expect({correct, mistakes, mistakesSquared}).toEqual(GOLDEN_5);
});

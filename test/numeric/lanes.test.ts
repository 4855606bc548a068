import {expect, test} from 'vitest';
import {blocksFor, fillNormals, fillUniforms, LANES, laneState} from '../../src/numeric/lanes.ts';
import {normalCdf} from '../../src/numeric/normalCdf.ts';
import {streamAt, streamKey} from '../../src/numeric/stream.ts';

const KEY = streamKey('lanes', 'test');

function draw(cell: number, blocks: number, pairs: number): Float32Array {
  const out = new Float32Array(blocks * pairs * 2 * LANES);
  fillNormals(laneState(streamAt(KEY, [cell, 0, 0, 0])), blocks, pairs, out);
  return out;
}

test('the moments of the normal draws are within four standard errors', () => {
  const z = draw(0, 12_500, 2);
  const n = z.length;
  const moment = (k: number) => z.reduce((sum, value) => sum + value ** k, 0) / n;
  // Standard errors of the first four moments of a standard normal: sqrt((2k-1)!! - m_k^2) / sqrt(n).
  expect(Math.abs(moment(1))).toBeLessThan((4 * 1) / Math.sqrt(n));
  expect(Math.abs(moment(2) - 1)).toBeLessThan((4 * Math.SQRT2) / Math.sqrt(n));
  expect(Math.abs(moment(3))).toBeLessThan((4 * Math.sqrt(15)) / Math.sqrt(n));
  expect(Math.abs(moment(4) - 3)).toBeLessThan((4 * Math.sqrt(96)) / Math.sqrt(n));
});

test('the normal draws follow the normal law (Kolmogorov and Smirnov)', () => {
  const z = Float64Array.from(draw(1, 6_250, 2)).sort();
  const distance = z.reduce((d, value, i) => Math.max(d, Math.abs(normalCdf(value) - (i + 0.5) / z.length)), 0);
  // P(sqrt(n) D > 2.23) is about 1e-4.
  expect(distance * Math.sqrt(z.length)).toBeLessThan(2.23);
});

test('the options of a question and the questions of a lane are uncorrelated', () => {
  const z = draw(2, 10_000, 2);
  for (const lag of [1, LANES, 2 * LANES, 4 * LANES]) {
    let sum = 0;
    for (let i = lag; i < z.length; i++) sum += z[i]! * z[i - lag]!;
    expect(Math.abs(sum / z.length)).toBeLessThan(4 / Math.sqrt(z.length));
  }
});

test('a shorter cell is the beginning of a longer one at the same address', () => {
  expect([...draw(3, 2, 2)]).toEqual([...draw(3, 5, 2).slice(0, 2 * 4 * LANES)]);
});

test('uniform draws have mean 1/2 and lie in [0, 1)', () => {
  const out = new Float32Array(5_000 * LANES);
  fillUniforms(laneState(streamAt(KEY, [4, 0, 0, 0])), 5_000, out);
  const mean = out.reduce((a, b) => a + b, 0) / out.length;
  expect(Math.abs(mean - 0.5)).toBeLessThan((4 * Math.sqrt(1 / 12)) / Math.sqrt(out.length));
  expect(out.every((u) => u >= 0 && u < 1)).toBe(true);
});

test('blocks hold every question', () => {
  expect([1, 16, 17, 14_042].map(blocksFor)).toEqual([1, 1, 2, 878]);
});

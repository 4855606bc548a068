import {describe, expect, test} from 'vitest';
import {rate} from '../../src/inference/rates.ts';
import {clusteredShare} from '../../src/inference/recovery/coverage.ts';
import {recoveryFindings} from '../../src/inference/recovery/finding.ts';
import type {RecoveredLaw} from '../../src/inference/recovery/recovered.ts';
import {streamAt, streamKey, uniforms} from '../../src/numeric/stream.ts';
import {parse} from '../config/messages.ts';

const SHARE = 0.9;
/** Values of a cluster, each that of the whole cluster or, with the chance 1 / 2, one of its own. */
const SIZE = 8;
const KEY = streamKey('1', 'clusters');

/** Clusters of one sample. */
function clusters(sample: number, count: number): boolean[][] {
  const u = uniforms(streamAt(KEY, [sample, 0, 0, 0]), count * (1 + 2 * SIZE));
  return Array.from({length: count}, (_, r) => {
    const own = Array.from(u.subarray(r * (1 + 2 * SIZE), (r + 1) * (1 + 2 * SIZE)));
    return Array.from({length: SIZE}, (_, j) => (own[1 + j]! < 0.5 ? own[0]! : own[1 + SIZE + j]!) < SHARE);
  });
}

describe('a share of clusters', () => {
  const single = [true, true, false, true, false].map((held) => [held]);

  test('of one value each is a mean with its standard error', () => {
    expect(clusteredShare(single)).toEqual(rate(single.map(([held]) => Number(held))));
  });

  test('whose values are all alike knows no more than one value of each', () => {
    const {value, mcse} = clusteredShare(single)!;
    const copies = clusteredShare(single.map(([held]) => Array.from({length: 24}, () => held!)))!;
    expect(copies.value).toBe(value);
    expect(Math.abs(copies.mcse - mcse)).toBeLessThan(1e-15);
  });

  test('of different sizes has the error of a ratio: (2 + 1) of 4 values, residuals -1/4 and 1/4', () => {
    const {value, mcse, n} = clusteredShare([[true, true, false], [true], []])!;
    expect([value, n]).toEqual([0.75, 2]);
    expect(Math.abs(mcse - Math.sqrt(2 * (1 / 16 + 1 / 16)) / 4)).toBeLessThan(1e-15);
  });

  test('has the spread over samples as its error, which values taken as independent do not have', () => {
    const [samples, count] = [400, 50];
    const all = Array.from({length: samples}, (_, sample) => clusteredShare(clusters(sample, count))!);
    const {value, mcse} = rate(all.map((one) => one.value))!;
    expect(Math.abs(value - SHARE)).toBeLessThan(4 * mcse);
    const spread = mcse * Math.sqrt(samples);
    const told = Math.sqrt(rate(all.map((one) => one.mcse ** 2))!.value);
    // The spread of 400 shares is known to 1 / sqrt(800) of itself, the mean of their squared errors better.
    expect(Math.abs(told / spread - 1)).toBeLessThan(4 / Math.sqrt(2 * samples));
    // One value in four pairs of a cluster is the same draw: the variance is 1 + 7 / 4 times that of independent values.
    const independent = Math.sqrt((SHARE * (1 - SHARE)) / (count * SIZE));
    expect(Math.abs(told / (independent * Math.sqrt(1 + (SIZE - 1) / 4)) - 1)).toBeLessThan(4 / Math.sqrt(2 * samples));
  });

  test('of nothing is none, and of one cluster has no known error', () => {
    expect([clusteredShare([]), clusteredShare([[], []])]).toEqual([null, null]);
    expect(clusteredShare([[true, false]])).toEqual({value: 0.5, mcse: 0, n: 1});
  });
});

test('all constants put in count once a replicate, and the exponent that follows from them does not', () => {
  const {experiment} = parse(
    'name: t\npopulation: {grid: {params: {from: 1e8, to: 1e10, count: 4}, tokens: {from: 1e10, to: 1e12, count: 4}}}\nloss: besiroglu2024\nrecover: [{loss: besiroglu2024}]\n',
  );
  const {values} = experiment.recover![0]!.loss;
  const law = (low: number | null): RecoveredLaw => ({
    parameters: [
      ...['E', 'A', 'alpha', 'B', 'beta'].map((name) => ({name, estimate: values[name]!, low, high: low && 1e9})),
      {name: 'a', estimate: 0, low: 2, high: 3},
    ],
    optimal: [],
    warnings: [],
  });
  const {recoveryCoverage} = recoveryFindings(experiment.recover!, [[law(1e-9)], [law(null)], [law(1e8)]]);
  expect(recoveryCoverage).toMatchObject({value: 0.5, n: 2});
});

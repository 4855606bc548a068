import {describe, expect, test} from 'vitest';
import {fitBentHinge} from '../../src/inference/bentHinge.ts';
import {lineTests} from '../../src/inference/classical/lineTests.ts';
import {supremumUpper} from '../../src/inference/classical/supremumLaw.ts';
import {classical} from '../../src/inference/classical.ts';
import type {Curve} from '../../src/inference/curve.ts';
import {curveRates} from '../../src/inference/curveRates.ts';
import type {CurveSummary} from '../../src/inference/summary.ts';
import {normals} from '../../src/numeric/normal.ts';
import {streamAt, streamKey} from '../../src/numeric/stream.ts';
import {curveOf, LOSSES, RULE, SERIES, simulated} from './series.ts';

const COUNT = 180;
const SD = 0.005;

/** Points of a shape at 180 even losses from 1.75 to 2.75, with normal noise of known size. */
function noisy(replicate: number, shape: (loss: number) => number): Curve {
  const z = normals(streamAt(streamKey('line tests', 'noise'), [replicate, 0, 0, 0]), COUNT);
  const loss = Array.from({length: COUNT}, (_, i) => 2.75 - i / (COUNT - 1));
  const value = loss.map((x, i) => shape(x) + SD * z[i]!);
  return curveOf(loss, value, {standardError: new Float64Array(COUNT).fill(SD)});
}

const line = (loss: number): number => 0.25 + 0.4 * (2.75 - loss);
/** The logistic world of the presets on MMLU, nearly. */
const logistic = (loss: number): number => 0.25 + 0.5 / (1 + Math.exp((loss - 1.95) / 0.062));

describe('the tests of a straight line', () => {
  test('are those of the full table of classical tests', () => {
    for (const curve of [curveOf(LOSSES, SERIES.KINK), curveOf(LOSSES, SERIES.LINE), simulated(0)]) {
      const {davies, supF} = lineTests(curve);
      const pOf = (name: string) => classical(curve, {resamples: 0}).tests.find((one) => one.name === name)!.p!;
      expect(davies).toBe(pOf('davies'));
      // Far in the tail fewer cells lose digits of a p that is nothing either way.
      expect(Math.abs(supF! - pOf('supF'))).toBeLessThan(1e-4 * Math.max(pOf('supF'), 1e-6));
    }
  });

  test('read the law of sup-F off fewer cells, within 1e-4 of its p down to 1 %', () => {
    for (const statistic of [3, 8, 11.9, 15]) {
      const exact = supremumUpper(statistic, 2, 0.15);
      expect(Math.abs(supremumUpper(statistic, 2, 0.15, {cells: 40}) / exact - 1)).toBeLessThan(1e-4);
    }
  });

  test('say nothing of points that lie on a line or are too few', () => {
    expect(lineTests(curveOf(LOSSES, LOSSES.map(line)))).toEqual({davies: null, supF: null});
    expect(lineTests(curveOf([2.4, 2.2, 2], [0.25, 0.3, 0.5]))).toEqual({davies: null, supF: null});
  });

  test('reject a straight line with noise as often as they claim', () => {
    const replicates = 2000;
    const ps = Array.from({length: replicates}, (_, replicate) => lineTests(noisy(replicate, line)));
    const share = (name: 'davies' | 'supF') => ps.filter((p) => p[name]! < 0.05).length / replicates;
    const error = (rate: number) => 4 * Math.sqrt((rate * (1 - rate)) / replicates);
    // Davies' p is an upper bound, and close where the places are ten.
    expect(share('davies')).toBeLessThan(0.05 + error(0.05));
    expect(share('davies')).toBeGreaterThan(0.03 - error(0.03));
    // The limit law is for regressors without a trend: 6.5 to 7 % on x itself.
    expect(share('supF')).toBeGreaterThan(0.05 - error(0.05));
    expect(share('supF')).toBeLessThan(0.07 + error(0.07));
  });

  test('reject every smooth logistic rise, which the width calls sharp in none', () => {
    for (let replicate = 0; replicate < 12; replicate++) {
      const curve = noisy(replicate, logistic);
      const {davies, supF} = lineTests(curve);
      expect([davies! < 0.05, supF! < 0.05]).toEqual([true, true]);
      expect(fitBentHinge(curve, {rule: RULE, detail: false}).shape).not.toBe('sharp');
    }
  });
});

describe('rates over replicates', () => {
  const summary = (davies: number | null, supF: number | null): CurveSummary => ({
    world: 'w',
    benchmark: 'b',
    metric: 'm',
    onset: null,
    width: {estimate: 0.1, low: 0.05, high: 0.2},
    shape: 'soft',
    reason: 'wide-width',
    lineNull: {davies, supF},
    correlations: {spearman: -0.9, pearson: null},
    warp: null,
  });

  test('count the replicates in which a test rejects at 5 %, of those that it could test', () => {
    const {lineNull} = curveRates([summary(0.04, null), summary(0.05, null), summary(1e-9, null)], null)!;
    expect(lineNull).toEqual({davies: {value: 2 / 3, mcse: Math.sqrt(2 / 27), n: 3}, supF: null});
  });
});

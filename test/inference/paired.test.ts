import {describe, expect, test} from 'vitest';
import {fitBentHinge} from '../../src/inference/bentHinge.ts';
import type {Curve} from '../../src/inference/curve.ts';
import {makeGrid} from '../../src/inference/grid.ts';
import {onsetProfile} from '../../src/inference/paired/onsetProfile.ts';
import {
  type LocatedMetric,
  type PairedOnsets,
  pairedDifference,
  pairedOnsets,
  percentileInterval,
} from '../../src/inference/paired/pairedOnsets.ts';
import {sharedOnset} from '../../src/inference/paired/sharedOnset.ts';
import {RULE, simulated} from './series.ts';

const OPTIONS = {resamples: 80, seed: 'paired tests', key: 'a group'};

function located(metric: string, curve: Curve): LocatedMetric {
  const {onset, detail} = fitBentHinge(curve, {rule: RULE, detail: true});
  return {metric, eta: onset!.estimate, comparison: detail!.comparison};
}

/** The same curve with the noise of `noisy` added and its own onset. */
function sharing(noisy: Curve, own: number, eta: number): Curve {
  const clean = simulated(own, {eta, sd: 0});
  const other = simulated(own, {eta: 2.1, sd: 0});
  return {
    ...noisy,
    value: noisy.value.map((value, i) => clean.value[i]! + (value - other.value[i]!)),
  };
}

function pairOf(replicate: number, etas: readonly [number, number], shared: boolean): PairedOnsets {
  const first = simulated(replicate, {eta: 2.1});
  const noisy = shared ? first : simulated(replicate + 5000, {eta: 2.1});
  const curves = etas.map((eta, k) => sharing(k === 0 ? first : noisy, replicate, eta));
  return pairedOnsets([located('one', curves[0]!), located('two', curves[1]!)], OPTIONS);
}

describe('a refitted profile', () => {
  test('of the observed values has its lowest place within a step of the fitted onset', () => {
    const curve = simulated(3);
    const {eta, comparison} = located('one', curve);
    const profile = onsetProfile(comparison);
    const ratios = profile.ratios([profile.mean.map((value, i) => value + profile.residual[i]!)])[0]!;
    const lowest = profile.onset[ratios.indexOf(Math.min(...ratios))]!;
    expect(Math.abs(lowest - eta)).toBeLessThanOrEqual(makeGrid(comparison.points.x).step);
    expect(Math.min(...ratios)).toBe(0);
  });

  test('does not depend on the unit of the values', () => {
    const curve = simulated(3);
    const errors = [1, 100].map((unit) => {
      const scaled = {
        ...curve,
        value: curve.value.map((value) => unit * value),
        standardError: curve.standardError!.map((value) => unit * value),
      };
      return pairedOnsets([located('one', scaled)], OPTIONS).errors[0]!;
    });
    errors[0]!.forEach((value, i) => {
      expect(Math.abs(value - errors[1]![i]!)).toBeLessThan(1e-6);
    });
  });
});

describe('paired resamples', () => {
  test('are the same for the same seed and others for another key', () => {
    const metrics = [located('one', simulated(1)), located('two', simulated(2, {continuous: true}))];
    const errors = (key: string) => pairedOnsets(metrics, {...OPTIONS, resamples: 10, key}).errors;
    expect(errors('a')).toEqual(errors('a'));
    expect(errors('a')).not.toEqual(errors('b'));
  });

  test('see that metrics with the same noise have the same onset error', () => {
    const both = pairOf(11, [2.1, 2.1], true);
    expect(pairedDifference(both, 'one', 'two')).toEqual({estimate: 0, low: 0, high: 0});
    // Of independent noise the errors add: two onsets, each by itself.
    const own = pairOf(11, [2.1, 2.1], false);
    const spread = (interval: {low: number; high: number}) => interval.high - interval.low;
    const lengths = own.errors.map((errors) => spread(percentileInterval(0, errors)));
    // The ends of 95 % of 80 numbers have a standard error of sqrt(0.025 * 0.975 / 80) / phi(1.96) = 0.3 of their spread each, of 3.92 between them.
    const room = (4 * Math.SQRT2 * 0.3) / 3.92;
    expect(spread(pairedDifference(own, 'one', 'two')!)).toBeGreaterThan((1 - room) * Math.hypot(...lengths));
  });

  test('give an interval of the difference that holds the truth as often as it says', () => {
    const runs = 30;
    const hits = Array.from({length: runs}, (_, i) => {
      const {low, high} = pairedDifference(pairOf(100 + i, [2.1, 2.12], false), 'one', 'two')!;
      return low <= 0.02 && 0.02 <= high;
    }).filter(Boolean).length;
    // Four Monte Carlo standard errors below 95 %.
    expect(hits / runs).toBeGreaterThan(0.95 - 4 * Math.sqrt((0.95 * 0.05) / runs));
  });

  test('know nothing of metrics that were not located', () => {
    expect(pairedDifference(pairOf(11, [2.1, 2.1], false), 'one', 'three')).toBeNull();
  });
});

describe('the shared onset', () => {
  test('lies at the onset that two metrics share, in a shorter interval than theirs, and is not rejected', () => {
    const paired = pairOf(21, [2.1, 2.1], false);
    const {estimate, low, high, p, metrics} = sharedOnset(paired)!;
    expect(metrics).toEqual(['one', 'two']);
    expect(low).toBeLessThan(2.1);
    expect(high).toBeGreaterThan(2.1);
    // Half an interval is 1.96 standard errors.
    expect(Math.abs(estimate - 2.1)).toBeLessThan((4 * (high - low)) / 2 / 1.96);
    for (const errors of paired.errors) {
      const own = percentileInterval(0, errors);
      expect(high - low).toBeLessThan(own.high - own.low);
    }
    expect(p).toBeGreaterThan(0.05);
  });

  test('is rejected where two onsets differ by 0.1', () => {
    // Twenty times the spacing of losses: no resample errs as much.
    expect(sharedOnset(pairOf(21, [2.1, 2.2], false))!.p).toBe(1 / (1 + OPTIONS.resamples));
  });

  test('is rejected for certain where noiseless onsets differ', () => {
    const metrics = [2.4, 2.3].map((eta, k) => located(`metric ${k}`, simulated(1, {eta, sd: 0, standardError: null})));
    expect(sharedOnset(pairedOnsets(metrics, OPTIONS))!.p).toBe(1 / (1 + OPTIONS.resamples));
  });

  test('needs two metrics', () => {
    expect(sharedOnset(pairedOnsets([located('one', simulated(1))], OPTIONS))).toBeNull();
  });
});

import {describe, expect, test} from 'vitest';
import {fitBentHinge} from '../../src/inference/bentHinge.ts';
import type {Curve} from '../../src/inference/curve.ts';
import {smoothNull} from '../../src/inference/smoothNull/smoothNull.ts';
import {rejectionRate} from '../../src/inference/smoothNull/warpRates.ts';
import {type WarpSpeed, warpSpeed} from '../../src/inference/smoothNull/warpSpeed.ts';
import {curveOf, RULE, type SimulatedOptions, simulated} from './series.ts';

const fitted = (curve: Curve) => fitBentHinge(curve, {rule: RULE, detail: true});
const tested = (curve: Curve, more = {}) =>
  smoothNull(fitted(curve), {resamples: 39, seed: 'test', key: 'curve', ...more})!;

/** A simulated curve with another mean. */
function withMean(mean: (x: number) => number, replicate: number, options: SimulatedOptions = {}): Curve {
  const noisy = simulated(replicate, options);
  const clean = simulated(replicate, {...options, sd: 0});
  return {...noisy, value: noisy.value.map((value, i) => mean(noisy.loss[i]!) + value - clean.value[i]!)};
}
const gompertz = (x: number) => 0.25 + 0.43 * Math.exp(-Math.exp((x - 2.001) / 0.106));
const exponential = (x: number) => 0.25 + 0.47 * Math.exp(-(x - 1.81) / 0.185);

describe('over 40 simulated curves the test', () => {
  const REPLICATES = Array.from({length: 40}, (_, i) => i + 1);
  const error = (share: number) => Math.sqrt((share * (1 - share)) / REPLICATES.length);
  const rejected = (make: (replicate: number) => Curve, more = {}): number => {
    const warps = REPLICATES.map(
      (replicate) => warpSpeed(fitted(make(replicate)), {seed: 'test', key: `${replicate}`, ...more})!,
    );
    return rejectionRate(warps)!.value;
  };

  test.each([
    ['a kink', (replicate: number) => simulated(replicate), {}],
    ['a kink without standard errors', (replicate: number) => simulated(replicate, {standardError: null}), {}],
  ] as const)('rejects smooth curves for %s: at least 95 % less four standard errors', (_, make, more) => {
    expect(rejected(make, more)).toBeGreaterThan(0.95 - 4 * error(0.95));
  });

  test.each([
    ['a Gompertz curve', (replicate: number) => withMean(gompertz, replicate), {}],
    ['an exponential', (replicate: number) => withMean(exponential, replicate), {}],
    ['a bend of 0.08 nats', (replicate: number) => simulated(replicate, {w: 0.08}), {}],
    [
      'a Gompertz curve with correlated noise',
      (replicate: number) => withMean(gompertz, replicate, {correlation: 0.6}),
      {},
    ],
    ['a Gompertz curve by signs', (replicate: number) => withMean(gompertz, replicate), {bootstrap: 'wild'}],
  ] as const)('rejects them for %s in at most 5 % and four standard errors', (_, make, more) => {
    expect(rejected(make, more)).toBeLessThan(0.05 + 4 * error(0.05));
  });
});

describe('the answer', () => {
  // Noise of a tenth of the rise: smooth curves fit nearly as well as the hinge, so that p is not at its end.
  const curve = simulated(5, {sd: 0.03});
  const answer = tested(curve);

  test('is the largest p over the curves within 10 BIC points of the best', () => {
    const {nulls, p, statistic} = answer;
    const least = Math.min(...nulls.map(({bic}) => bic));
    for (const one of nulls) expect(one.p !== null).toBe(one.bic - least < 10);
    const worst = nulls.find(({name}) => name === answer.null)!;
    expect(worst.p).toBe(p);
    expect(worst.statistic).toBe(statistic);
    expect(p).toBe(Math.max(...nulls.map((one) => one.p ?? 0)));
    expect(nulls.map(({name}) => name)).toEqual([
      'line',
      'quadratic',
      'cubic',
      'exponential',
      'logistic',
      'gompertz',
      'power',
      'bent hinge',
    ]);
  });

  test('names its width of blindness: 5/3 of w*', () => {
    expect(answer.blind).toBeCloseTo((5 / 3) * fitted(curve).widthLimit, 12);
  });

  test('is one of k / (resamples + 1), smallest for a clear kink and 1 where no hinge fits as well as a smooth curve', () => {
    expect(Math.abs(40 * answer.p - Math.round(40 * answer.p))).toBeLessThan(1e-9);
    expect(answer.p).toBeGreaterThan(1 / 40);
    expect(answer.p).toBeLessThan(1);
    expect(tested(simulated(3)).p).toBe(1 / 40);
    const soft = tested(simulated(3, {w: 0.1}));
    expect(soft.statistic).toBeLessThan(0);
    expect(soft.p).toBe(1);
  });

  test('is the same to the last bit for the same seed and key', () => {
    expect(tested(curve)).toEqual(answer);
  });

  test('draws other numbers under another key or seed', () => {
    const warp = (seed: string, key: string) =>
      warpSpeed(fitted(curve), {seed, key})!.statistics.map((one) => one.resampled);
    expect(warp('test', 'other')).not.toEqual(warp('test', 'curve'));
    expect(warp('other', 'curve')).not.toEqual(warp('test', 'curve'));
  });

  test('does not depend on the order of runs', () => {
    const places = [2, 0, 1].flatMap((run) => Array.from({length: 60}, (_, i) => 60 * run + i));
    const pick = (values: Float64Array) => Float64Array.from(places, (place) => values[place]!);
    const other = {
      ...curve,
      loss: pick(curve.loss),
      value: pick(curve.value),
      run: Int32Array.from(places, (place) => curve.run[place]!),
    };
    expect(tested(other)).toEqual(answer);
    expect(tested(other, {bootstrap: 'cluster'})).toEqual(tested(curve, {bootstrap: 'cluster'}));
  });

  // All families but the power curve are the same curves after a shift of loss.
  const alike = (other: ReturnType<typeof tested>) => {
    other.nulls.forEach(({name, statistic, p}, i) => {
      if (name === 'power') return;
      const own = answer.nulls[i]!;
      expect(Math.abs(statistic - own.statistic)).toBeLessThan(1e-5 * Math.abs(own.statistic) + 1e-5);
      expect(p === null).toBe(own.p === null);
      // Rounding may carry one resample over the observed statistic.
      if (p !== null) expect(Math.abs(p - own.p!)).toBeLessThan(1.5 / 40);
    });
  };

  test.each([
    [100, 3],
    [0.01, -5],
    [7, 0],
  ])('does not depend on units of the values: times %d plus %d', (scale, shift) => {
    alike(
      tested({
        ...curve,
        value: curve.value.map((value) => scale * value + shift),
        standardError: curve.standardError!.map((value) => Math.abs(scale) * value),
      }),
    );
  });

  test('has the same statistics for falling values, and by signs the same p', () => {
    const falling = {...curve, value: curve.value.map((value) => 1 - value)};
    const statistics = (made: ReturnType<typeof tested>) => made.nulls.map(({statistic}) => statistic);
    statistics(tested(falling)).forEach((value, i) => {
      const own = statistics(answer)[i]!;
      expect(Math.abs(value - own)).toBeLessThan(1e-5 * Math.abs(own) + 1e-5);
    });
    const wild = {bootstrap: 'wild'} as const;
    expect(Math.abs(tested(falling, wild).p - tested(curve, wild).p)).toBeLessThan(1.5 / 40);
  });

  test.each([
    [0.2, 4],
    [5, 0],
    [1, -1.2],
  ])('does not depend on units of the loss: times %d plus %d', (scale, shift) => {
    alike(tested({...curve, loss: curve.loss.map((loss) => scale * loss + shift)}));
  });

  test.each(['parametric', 'wild', 'cluster', 'dependent'] as const)('can be had by the %s bootstrap', (bootstrap) => {
    expect(tested(curve, {bootstrap}).bootstrap).toBe(bootstrap);
  });
});

test('the two bootstraps agree on one curve: the resampled statistics of warp speed are those of the test', () => {
  const fit = fitted(simulated(5, {sd: 0.03}));
  const {statistics} = warpSpeed(fit, {seed: 'test', key: 'curve'})!;
  const {nulls} = smoothNull(fit, {resamples: 1, seed: 'test', key: 'curve'})!;
  for (const {name, p} of nulls) {
    if (p === null) continue;
    const {statistic, resampled, near} = statistics.find((one) => one.name === name)!;
    expect(near).toBe(true);
    expect(p).toBe(statistic <= 0 || resampled >= statistic ? 1 : 0.5);
  }
});

test('a curve that was not fitted is not tested', () => {
  const short = fitBentHinge(curveOf([1, 2, 3], [1, 2, 3]), {rule: RULE, detail: true});
  expect(smoothNull(short, {resamples: 9, seed: 'test', key: 'curve'})).toBeNull();
  expect(warpSpeed(short, {seed: 'test', key: 'curve'})).toBeNull();
});

describe('the pooled rate', () => {
  const warp = (statistic: number, resampled: number, near = true, name = 'line'): WarpSpeed => ({
    statistics: [{name, statistic, near, resampled}],
  });
  const pool = Array.from({length: 99}, (_, i) => i + 1);

  test('compares with the 95th of 99 resampled statistics', () => {
    const rate = (statistic: number) => rejectionRate(pool.map((resampled) => warp(statistic, resampled)))!;
    expect(rate(95.5).value).toBe(1);
    expect(rate(95).value).toBe(0);
    expect(rate(95).n).toBe(99);
  });

  test('asks every near null and only those', () => {
    const both = (near: boolean) =>
      pool.map((resampled) => ({
        statistics: [...warp(1000, resampled).statistics, ...warp(-1000, resampled, near, 'cubic').statistics],
      }));
    expect(rejectionRate(both(true))!.value).toBe(0);
    expect(rejectionRate(both(false))!.value).toBe(1);
  });

  test('rejects no null that fewer than 19 replicates resampled', () => {
    const rare = (count: number) =>
      pool.map((resampled, i) => ({
        statistics: [
          ...warp(1000, resampled).statistics,
          ...(i < count ? warp(1000, resampled, true, 'cubic').statistics : []),
        ],
      }));
    expect(rejectionRate(rare(18))!.value).toBeCloseTo(81 / 99, 12);
    expect(rejectionRate(rare(19))!.value).toBe(1);
  });

  test('is certain where every statistic is beyond every resample, with few replicates too', () => {
    expect(rejectionRate(pool.slice(0, 19).map((i) => warp(1000, i)))).toEqual({value: 1, mcse: 0, n: 19});
  });

  test('never counts a hinge that fits no better', () => {
    expect(rejectionRate(pool.map((resampled) => warp(0, resampled - 1000)))!.value).toBe(0);
    expect(rejectionRate(pool.map((resampled) => warp(1, resampled - 1000)))!.value).toBe(1);
  });

  test('of a test at its level is uncertain by replicates and by critical value alike', () => {
    // Statistics from the same numbers as the resamples: 4 of 99 exceed the 95th; its rank is known to sqrt(99 * 0.05 * 0.95) = 2.17.
    const {value, mcse} = rejectionRate(pool.map((i) => warp(i, 100 - i)))!;
    expect(value).toBeCloseTo(4 / 99, 12);
    // From rank 95 - 2.17 = 92.83 to 97.17 the critical value rises from 93 to 98, and what exceeds it falls from 6 of 99 to 1.
    expect(mcse).toBeCloseTo(Math.hypot(Math.sqrt((value * (1 - value)) / 99), 2.5 / 99), 12);
  });

  test('is not told of fewer than 19 replicates', () => {
    expect(rejectionRate(pool.slice(0, 18).map((i) => warp(i, i)))).toBeNull();
    expect(rejectionRate(pool.slice(0, 19).map((i) => warp(i, i)))!.n).toBe(19);
  });
});

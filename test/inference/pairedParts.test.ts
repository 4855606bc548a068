import {expect, test} from 'vitest';
import {fitBentHinge} from '../../src/inference/bentHinge.ts';
import {jointOnset} from '../../src/inference/paired/jointOnset.ts';
import {lowestOnset, type OnsetProfile} from '../../src/inference/paired/onsetProfile.ts';
import {type LocatedMetric, pairedDifference} from '../../src/inference/paired/pairedOnsets.ts';
import {sharedOnset} from '../../src/inference/paired/sharedOnset.ts';
import {RULE, simulated} from './series.ts';

const {comparison} = fitBentHinge(simulated(3, {correlation: 0.6}), {rule: RULE, detail: true}).detail!;
const metricsAt = (etas: readonly number[]): LocatedMetric[] =>
  etas.map((eta, k) => ({metric: `${k}`, eta, comparison}));

test('the lowest place of a profile is the top of a parabola through the lowest onset and its neighbours', () => {
  const onset = Float64Array.of(-1, 0, 1, 2);
  expect(
    lowestOnset(
      onset,
      onset.map((at) => 3 * (at - 0.3) ** 2),
    ),
  ).toBeCloseTo(0.3, 14);
  expect(
    lowestOnset(
      onset,
      onset.map((at) => (at + 0.4) ** 2),
    ),
  ).toBeCloseTo(-0.4, 14);
  expect(lowestOnset(onset, onset)).toBe(-1);
  expect(
    lowestOnset(
      onset,
      onset.map((at) => -at),
    ),
  ).toBe(2);
});

test('the joint onset is where the sum of profiles is least, and what no profile holds costs 40 each', () => {
  const profileOn = (onset: readonly number[]): OnsetProfile => ({
    onset: Float64Array.from(onset),
    mean: new Float64Array(),
    residual: new Float64Array(),
    ratios: () => [],
  });
  const steps = Array.from({length: 401}, (_, i) => i / 100);
  const parabola = (bend: number, at: number) => Float64Array.from(steps, (x) => bend * (x - at) ** 2);
  // The mean of 1 and 2 with weights 3 and 1, on steps of 0.01.
  const profiles = [profileOn(steps), profileOn(steps)];
  expect(jointOnset(profiles, [parabola(3, 1), parabola(1, 2)])).toBeCloseTo(1.25, 12);
  // Apart, on 400 steps of 0.0275 from 0 to 11: the lower profile ends the lower, its last step inside is the 36th.
  const apart = [profileOn([0, 1]), profileOn([10, 11])];
  expect(jointOnset(apart, [Float64Array.of(36, 5), Float64Array.of(36, 6)])).toBeCloseTo(36 * 0.0275, 12);
});

test('the p of one onset for all is the share of resamples whose differences are as long in units of their spread', () => {
  // Differences from the first metric spread alike and without correlation about (10, 10).
  const errors = [
    [0, 0, 0, 0],
    [11, 9, 11, 9],
    [11, 11, 9, 9],
  ].map((row) => Float64Array.from(row));
  const p = (etas: readonly number[]) =>
    sharedOnset({metrics: metricsAt(etas), errors, joint: {estimate: 0, errors: errors[0]!}})!.p;
  // Squared lengths of the resamples: 242, 202, 202 and 162, the observed one counted among them.
  expect([p([0, 12, 12]), p([0, 0, 15]), p([0, 0, 13])]).toEqual([1 / 5, 2 / 5, 4 / 5]);
});

test('the interval of a difference lies between percentiles of the resampled differences about the observed one', () => {
  const steps = Array.from({length: 41}, (_, i) => i - 20);
  const errors = [steps.map(() => 5), steps.map((step) => 5 + step)].map((row) => Float64Array.from(row));
  const paired = {metrics: metricsAt([2, 3]), errors, joint: {estimate: 0, errors: errors[0]!}};
  // Percentiles 2.5 and 97.5 of -20 to 20 are -19 and 19.
  expect(pairedDifference(paired, '0', '1')).toEqual({estimate: 1, low: -18, high: 20});
});

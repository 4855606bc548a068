import {expect, test} from 'vitest';
import type {Shape} from '../../src/inference/findings.ts';
import type {Interval} from '../../src/inference/interval.ts';
import {rate, shares} from '../../src/inference/rates.ts';
import {benchmarkTruth, pairTruth} from '../../src/inference/truth.ts';
import {benchmarkVerdict, onsetDifference, pairVerdict, shapeVerdict} from '../../src/inference/verdict.ts';
import {RULE} from './series.ts';

const at = (estimate: number, half = 0.005): Interval => ({estimate, low: estimate - half, high: estimate + half});
const width = (low: number, high: number): Interval => ({estimate: (low + high) / 2, low, high});
const curve = (shape: Shape, onset: Interval | null = at(2.1)) => ({shape, onset});
const held = (shape: Shape, there: Shape, compatible = true) => ({...curve(shape), held: {shape: there, compatible}});

test.each([
  [width(0, 0.02), 'sharp', 'narrow-width'],
  [width(0.0101, 0.02), 'undetermined', 'interval-too-wide'],
  [width(0, 0.03), 'undetermined', 'interval-too-wide'],
  [width(0.016, 0.02), 'soft', 'wide-width'],
  [width(0.016, 1), 'soft', 'wide-width'],
])('with w* = 0.03 the width %o is read by the written rule', (interval, shape, reason) => {
  expect(shapeVerdict(interval, 0.03, false, 5, 5)).toEqual({shape, reason});
});

test('only sharp needs points on both sides of a located onset', () => {
  expect(shapeVerdict(width(0, 0.02), 0.03, true, 5, 5)).toEqual({shape: 'undetermined', reason: 'edge'});
  expect(shapeVerdict(width(0, 0.02), 0.03, false, 1, 5).reason).toBe('too-few-points-near-break');
  expect(shapeVerdict(width(0, 0.02), 0.03, false, 5, 1).reason).toBe('too-few-points-near-break');
  expect(shapeVerdict(width(0.02, 0.2), 0.03, true, 0, 0).shape).toBe('soft');
});

test('a difference of onsets joins the half lengths by root sum of squares', () => {
  const {estimate, low, high} = onsetDifference(
    {estimate: 2, low: 1.97, high: 2.05},
    {estimate: 2.1, low: 2.06, high: 2.12},
  );
  expect(estimate).toBeCloseTo(0.1, 12);
  expect(low).toBeCloseTo(0.1 - Math.hypot(0.04, 0.05), 12);
  expect(high).toBeCloseTo(0.1 + Math.hypot(0.02, 0.03), 12);
});

test.each([
  [curve('sharp'), curve('sharp', at(2.12)), 'kept', 'both-sharp-same-onset'],
  [curve('sharp'), curve('sharp', at(2.14)), 'moved', 'both-sharp-different-onset'],
  [curve('sharp'), curve('sharp', at(2.13)), 'cannot-tell', 'difference-uncertain'],
  // An interval longer than 0.05 widens the margin from 0.025 to 0.04.
  [curve('sharp'), curve('sharp', at(2.13, 0.03)), 'kept', 'both-sharp-same-onset'],
  [curve('sharp'), curve('soft', null), 'removed', 'discontinuous-sharp-continuous-soft'],
  [curve('sharp'), curve('undetermined'), 'cannot-tell', 'continuous-undetermined'],
  [curve('sharp'), held('soft', 'soft', false), 'removed', 'discontinuous-sharp-continuous-soft'],
  [curve('sharp'), held('soft', 'undetermined'), 'cannot-tell', 'not-soft-at-common-onset'],
  [curve('sharp'), held('soft', 'sharp', false), 'cannot-tell', 'not-soft-at-common-onset'],
  [curve('sharp'), held('soft', 'sharp'), 'kept', 'sharp-at-common-onset'],
  [curve('sharp'), held('undetermined', 'sharp'), 'kept', 'sharp-at-common-onset'],
  [curve('sharp'), held('undetermined', 'sharp', false), 'cannot-tell', 'continuous-undetermined'],
  [curve('sharp'), held('undetermined', 'soft'), 'cannot-tell', 'continuous-undetermined'],
  [curve('soft'), curve('soft'), 'none', 'none-sharp'],
  [curve('soft', null), curve('undetermined'), 'none', 'none-sharp'],
  [curve('soft'), curve('sharp'), 'cannot-tell', 'only-continuous-sharp'],
  [curve('undetermined'), curve('soft'), 'cannot-tell', 'discontinuous-undetermined'],
])('a pair %# gets its verdict and reason', (from, to, verdict, reason) => {
  expect(pairVerdict(from, to, RULE)).toMatchObject({verdict, reason});
});

test('a benchmark joins its pairs in the written order', () => {
  expect(benchmarkVerdict(['kept', 'removed', 'moved'], [])).toBe('removed');
  expect(benchmarkVerdict(['kept', 'moved'], [])).toBe('moved');
  expect(benchmarkVerdict(['kept', 'cannot-tell'], [])).toBe('kept');
  expect(benchmarkVerdict(['cannot-tell', 'cannot-tell'], [])).toBe('cannot-tell');
  expect(benchmarkVerdict(['none', 'none'], [])).toBe('none');
  expect(benchmarkVerdict(['none', 'cannot-tell'], [])).toBe('cannot-tell');
  expect(benchmarkVerdict(['none', 'kept'], [])).toBe('cannot-tell');
});

test('without pairs the shapes alone speak', () => {
  expect(benchmarkVerdict([], ['sharp'])).toBe('break');
  expect(benchmarkVerdict([], ['soft', 'soft'])).toBe('no-break');
  expect(benchmarkVerdict([], ['sharp', 'soft'])).toBe('cannot-tell');
  expect(benchmarkVerdict([], [])).toBe('cannot-tell');
});

test('the truth says what the rule should say', () => {
  const sharp = {onset: 2.1, width: 0};
  const smooth = {onset: null, width: null};
  expect(pairTruth(sharp, sharp, 0.025)).toBe('kept');
  expect(pairTruth(sharp, {onset: 2.2, width: 0}, 0.025)).toBe('moved');
  expect(pairTruth(sharp, smooth, 0.025)).toBe('removed');
  expect(pairTruth(smooth, smooth, 0.025)).toBe('none');
  expect(pairTruth(smooth, sharp, 0.025)).toBeNull();
  expect(pairTruth({onset: 2.1, width: 0.08}, {onset: 2.1, width: 0.05}, 0.025)).toBe('none');
  expect(pairTruth({onset: 2.1, width: 0.01}, sharp, 0.025)).toBe('kept');
  expect(pairTruth({onset: 2.1, width: 0.03}, sharp, 0.025)).toBeNull();
  expect(pairTruth({onset: 2.1, width: null}, {onset: 2.1, width: null}, 0.025)).toBeNull();
  expect(benchmarkTruth(sharp, 0, 0.025)).toBe('break');
  expect(benchmarkTruth(smooth, 0, 0.025)).toBe('no-break');
  expect(benchmarkTruth(smooth, 2, 0.025)).toBe('none');
});

test('a rate carries its Monte Carlo standard error', () => {
  expect(rate([true, true, false, true])).toEqual({value: 0.75, mcse: Math.sqrt((0.75 * 0.25) / 4), n: 4});
  // Standard deviation of 1, 2, 3 is 1.
  expect(rate([1, 2, 3])).toEqual({value: 2, mcse: Math.sqrt(1 / 3), n: 3});
  expect(rate([7])).toEqual({value: 7, mcse: 0, n: 1});
  expect(rate([])).toBeNull();
  expect(shares(['a', 'b', 'a'], ['a', 'b', 'c']).c).toEqual({value: 0, mcse: 0, n: 3});
});

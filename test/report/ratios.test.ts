import {expect, test} from 'vitest';
import type {RecoveredParameter} from '../../src/inference/findings.ts';
import {ratioBar, ratioReach} from '../../src/report/ratios.ts';

/** A constant of truth 10 with an estimate and, where given, its interval. */
function constant(estimate: number | null, low: number | null = null, high: number | null = null): RecoveredParameter {
  return {name: 'A', truth: 10, estimate, low, high, warnings: [], covered: null, bias: null};
}

test('an axis of ratios goes from a half to two, and on to what lies within a factor of four', () => {
  expect(ratioReach([constant(9, 8, 11)])).toBe(2);
  expect(ratioReach([constant(9, 4, 11)])).toBe(2.6);
  expect(ratioReach([constant(9, 4, 11), constant(30, 11, 500)])).toBe(3.12);
  expect(ratioReach([constant(9, 2.5, 11)])).toBe(4);
  expect(ratioReach([constant(9, 1, 500), constant(-9, -50, -0.1)])).toBe(2);
});

test('a bar on the axis is drawn whole, and a dot without an interval alone', () => {
  expect(ratioBar(constant(9, 8, 11), 2)).toEqual({at: 0.9, low: 0.8, high: 1.1, beyond: []});
  expect(ratioBar(constant(9), 2)).toEqual({at: 0.9, low: null, high: null, beyond: []});
  expect(ratioBar(constant(null), 2)).toEqual({at: null, low: null, high: null, beyond: []});
});

test('what goes on beyond an end of the axis is cut there and said', () => {
  expect(ratioBar(constant(9, 1, 500), 2)).toEqual({at: 0.9, low: 0.5, high: 2, beyond: [0.5, 2]});
  expect(ratioBar(constant(9, -3, 11), 2)).toEqual({at: 0.9, low: 0.5, high: 1.1, beyond: [0.5]});
});

test('an estimate beyond the axis has no dot, with an interval or without', () => {
  expect(ratioBar(constant(90), 2)).toEqual({at: null, low: null, high: null, beyond: [2]});
  expect(ratioBar(constant(90, 11, 900), 2)).toEqual({at: null, low: 1.1, high: 2, beyond: [2]});
  expect(ratioBar(constant(90, 50, 900), 2)).toEqual({at: null, low: null, high: null, beyond: [2]});
});

test('of a negative truth the ends of an interval change places', () => {
  const negative = {...constant(-9, -30, -8), truth: -10};
  expect(ratioBar(negative, 2)).toEqual({at: 0.9, low: 0.8, high: 2, beyond: [2]});
});

test('without a truth, or with a truth of zero, there is nothing to draw', () => {
  for (const truth of [null, 0]) {
    expect(ratioBar({...constant(9, 1, 500), truth}, 2)).toEqual({at: null, low: null, high: null, beyond: []});
    expect(ratioReach([{...constant(9, 1, 35), truth}])).toBe(2);
  }
});

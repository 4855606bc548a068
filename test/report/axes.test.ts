import {describe, expect, test} from 'vitest';
import {atLeast} from '../../src/report/axes.ts';

const axis = (low: number, high: number) => ({domain: [low, high] as const, reverse: false, factor: 100});

describe('an axis of at least 20 points', () => {
  test.each([
    ['starts at a multiple of five: chance with its scatter', 22.4, 30.9, [20, 40]],
    ['starts just below zero where scores do', -0.4, 7.8, [-1, 19]],
    ['starts where scores do, if a multiple of five would leave some out', 49, 68, [49, 69]],
    ['is left alone where scores take more', 10, 60, [10, 60]],
  ] as const)('%s', (_, low, high, domain) => {
    expect(atLeast(axis(low, high), 20).domain).toEqual(domain);
  });
});

import {describe, expect, test} from 'vitest';
import {sortedPoints} from '../../src/inference/curve.ts';
import {estimatedWeights, extraVariance, knownWeights, weightsOf} from '../../src/inference/weights.ts';
import {curveOf} from './series.ts';

const squares = (root: Float64Array): number[] => Array.from(root, (value) => value * value);

describe('weights', () => {
  test('are one over variances, of mean 1', () => {
    // 1 / 1, 1 / 4, 1 / 2: their mean is 7 / 12.
    const known = [12 / 7, 3 / 7, 6 / 7];
    squares(weightsOf(Float64Array.of(1, 4, 2))).forEach((value, i) => {
      expect(value).toBeCloseTo(known[i]!, 14);
    });
  });

  test('count no variance as smaller than 2 % of the median', () => {
    // 1, 1, 1 and 50: their mean is 53 / 4.
    const found = squares(weightsOf(Float64Array.of(1, 1, 1, 0)));
    for (const [i, value] of [1, 1, 1, 50].entries()) expect(found[i]!).toBeCloseTo((4 * value) / 53, 13);
    expect(squares(weightsOf(new Float64Array(3)))).toEqual([1, 1, 1]);
  });

  test('of standard errors have the extra variance added', () => {
    // 3^2 + 4^2 = 25 and 4^2 + 4^2 = 32.
    const [one, two] = squares(knownWeights(Float64Array.of(3, 4), 4));
    expect(one! / two!).toBeCloseTo(32 / 25, 14);
  });

  test('of residuals are smoothed by a normal kernel of 8 % of the span of onsets', () => {
    const points = sortedPoints(curveOf([1, 1.16], [0, 0]));
    const [one, two] = squares(estimatedWeights(points, Float64Array.of(1, 2), 2));
    // One bandwidth apart: each hears of the other with exp(-1 / 2).
    const far = Math.exp(-0.5);
    expect(one! / two!).toBeCloseTo((4 + far) / (1 + 4 * far), 12);
  });
});

test('variance beyond the standard errors is the mean of r^2 - s^2 above a loss, of eight points at least', () => {
  const count = 10;
  const losses = Array.from({length: count}, (_, i) => i);
  const points = sortedPoints(curveOf(losses, losses, {standardError: new Float64Array(count).fill(2)}));
  const residuals = Float64Array.from(losses, (i) => (i < 2 ? 100 : i % 2 === 0 ? 3 : -5));
  // Four squares of 9 and four of 25 leave (17 - 4).
  expect(extraVariance(points, residuals, 1)).toBe(13);
  expect(extraVariance(points, residuals, 2)).toBeNull();
  expect(extraVariance(points, new Float64Array(count).fill(1), 1)).toBe(0);
});

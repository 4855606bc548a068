import {expect, test} from 'vitest';
import {powerLaw} from '../../src/inference/powerLaw.ts';

test('points on a power law give its exponent and scale, and no error', () => {
  const x = [1, 2, 3, 5, 8];
  const fit = powerLaw(
    x,
    x.map((value) => 0.5 / value),
  )!;
  expect(fit.exponent).toBeCloseTo(-1, 12);
  expect(fit.scale).toBeCloseTo(0.5, 12);
  expect(fit.standardError).toBeLessThan(1e-12);
});

test('the error of the exponent is that of the slope of a line through the logarithms', () => {
  // ln x = -1, 0, 1 and ln y = 0, 1, 0: slope 0, residuals -1/3, 2/3, -1/3, their squares 2/3 over one degree of freedom, Sxx = 2.
  const fit = powerLaw([Math.exp(-1), 1, Math.exp(1)], [1, Math.exp(1), 1])!;
  expect(fit.exponent).toBeCloseTo(0, 12);
  expect(fit.scale).toBeCloseTo(Math.exp(1 / 3), 12);
  expect(fit.standardError).toBeCloseTo(Math.sqrt(1 / 3), 12);
});

test('two points, or one x alone, give none', () => {
  expect(powerLaw([1, 2], [1, 2])).toBeNull();
  expect(powerLaw([2, 2, 2], [1, 2, 3])).toBeNull();
});

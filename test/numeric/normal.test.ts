import {expect, test} from 'vitest';
import {normalQuantile} from '../../src/numeric/normal.ts';
import {normalCdf} from '../../src/numeric/normalCdf.ts';

/** P(Z <= x) to 16 digits (Abramowitz and Stegun; far tails by continued fraction in 50 digits). */
const CDF = [
  [0, 0.5],
  [1, 0.8413447460685429],
  [-1, 0.15865525393145707],
  [1.959963984540054, 0.975],
  [-3, 0.0013498980316300946],
  [-5, 2.866515718791939e-7],
  [-10, 7.619853024160527e-24],
  [-37, 5.725571222524577e-300],
] as const;

test.each(CDF)('the normal law below %f has its known probability', (x, p) => {
  expect(Math.abs(normalCdf(x) / p - 1)).toBeLessThan(1e-13);
});

test.each(CDF.filter(([, p]) => p > 1e-16))('the quantile undoes the probability at %f', (x, p) => {
  expect(normalQuantile(p)).toBeCloseTo(x, 12);
});

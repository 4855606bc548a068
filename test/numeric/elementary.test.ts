import fc from 'fast-check';
import {expect, test} from 'vitest';
import {cosPi, exp, log, pow} from '../../src/numeric/elementary.ts';
import {quickExp} from '../../src/numeric/quickExp.ts';
import {quickLog} from '../../src/numeric/quickLog.ts';

/** Rounded from 20 digits, by series in exact arithmetic. */
const EXP = [
  [1.5, 4.4816890703380645],
  [-1, 0.36787944117144233],
  [0.5, 1.6487212707001282],
  [-20, 2.061153622438558e-9],
  [700, 1.0142320547350045e304],
] as const;
const LOG = [
  [3, 1.0986122886681098],
  [7, 1.9459101490553132],
  [0.3, -1.2039728043259361],
  [1e-300, -690.7755278982137],
  [1.0000000001, 9.9999999995e-11],
] as const;

test.each(EXP)('exp(%f) agrees with its known value to 4e-16', (x, expected) => {
  expect(Math.abs(exp(x) / expected - 1)).toBeLessThan(4e-16);
});

test.each(LOG)('log(%f) agrees with its known value to 1e-15', (x, expected) => {
  // 1.0000000001 is not a double: its logarithm carries the rounding of the argument, 1e-16 / 1e-10.
  expect(Math.abs(log(x) / expected - 1)).toBeLessThan(x === 1.0000000001 ? 1e-6 : 1e-15);
});

test('the quick logarithm agrees with the exact one to 1e-15 (1 + |ln x|)', () => {
  fc.assert(
    fc.property(fc.double({min: -87, max: 88, noNaN: true}), (y) => {
      const known = log(exp(y));
      expect(Math.abs(quickLog(exp(y)) - known)).toBeLessThan(1e-15 * (1 + Math.abs(known)));
    }),
    {seed: 1, numRuns: 5000},
  );
});

test('the quick exponential agrees with the exact one to 1e-11', () => {
  fc.assert(
    fc.property(fc.double({min: -87, max: 87, noNaN: true}), (x) => {
      expect(Math.abs(quickExp(x) / exp(x) - 1)).toBeLessThan(1e-11);
    }),
    {seed: 1, numRuns: 5000},
  );
});

test('exp and log undo each other', () => {
  fc.assert(
    fc.property(
      fc.double({min: -700, max: 700, noNaN: true}),
      (x) => Math.abs(log(exp(x)) - x) <= 4e-16 * (1 + Math.abs(x)),
    ),
    {seed: 1},
  );
});

test('the ends of exp and log are what IEEE arithmetic expects', () => {
  expect(exp(-746)).toBe(0);
  expect(exp(710)).toBe(Number.POSITIVE_INFINITY);
  expect(exp(0)).toBe(1);
  expect(exp(-745)).toBeGreaterThan(0);
  expect(log(0)).toBe(Number.NEGATIVE_INFINITY);
  expect(log(-1)).toBeNaN();
  expect(log(1)).toBe(0);
  expect(log(5e-324)).toBeCloseTo(-744.4400719213812, 12);
  expect(log(Number.MAX_VALUE)).toBeCloseTo(709.782712893384, 12);
  expect(log(2 ** 1023)).toBeCloseTo(1023 * Math.LN2, 12);
});

test('powers of exact cases are exact to 2e-15', () => {
  for (const [x, y, expected] of [
    [2, 10, 1024],
    [10, -3, 0.001],
    [7, 0, 1],
    [9, 0.5, 3],
    [0, 2, 0],
  ] as const) {
    expect(Math.abs(pow(x, y) - expected)).toBeLessThanOrEqual(2e-15 * (1 + expected));
  }
});

test('cosPi gives the cosines of the unit circle', () => {
  expect(cosPi(0)).toBe(1);
  expect(cosPi(1)).toBe(-1);
  expect(Math.abs(cosPi(0.5))).toBeLessThan(1e-15);
  expect(cosPi(1 / 3)).toBeCloseTo(0.5, 14);
  expect(cosPi(0.75)).toBeCloseTo(-Math.SQRT1_2, 14);
});

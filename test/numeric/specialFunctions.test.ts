import {readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {chiSquareUpper} from '../../src/numeric/chiSquare.ts';
import {fUpper} from '../../src/numeric/fDistribution.ts';
import {logGamma, poissonDeviance, stirlingError} from '../../src/numeric/gamma.ts';
import {incompleteBeta} from '../../src/numeric/incompleteBeta.ts';
import {lowerGamma, upperGamma} from '../../src/numeric/incompleteGamma.ts';
import {normalQuantile} from '../../src/numeric/normal.ts';
import {millsRatio, normalDensity, normalUpper} from '../../src/numeric/normalCdf.ts';
import {studentCdf, studentQuantile, studentUpper} from '../../src/numeric/student.ts';

type Rows = readonly (readonly number[])[];

/** Arguments and values by mpmath with 60 digits; scripts/oracles.py remakes them. */
const REFERENCE = JSON.parse(
  readFileSync(new URL('./fixtures/specialFunctions.json', import.meta.url), 'utf8'),
) as Record<string, Rows>;

/** Functions with the relative error that their docstrings promise. */
const FUNCTIONS: Record<string, [(...args: number[]) => number, number]> = {
  normalUpper: [(x) => normalUpper(x!), 1e-12],
  studentUpper: [(t, degrees) => studentUpper(t!, degrees!), 1e-10],
  chiSquareUpper: [(x, degrees) => chiSquareUpper(x!, degrees!), 1e-10],
  fUpper: [(f, d1, d2) => fUpper(f!, d1!, d2!), 1e-10],
  logGamma: [(x) => logGamma(x!), 2e-15],
  incompleteBeta: [(a, b, x, y) => incompleteBeta(a!, b!, x!, y!), 1e-10],
  lowerGamma: [(a, x) => lowerGamma(a!, x!), 1e-10],
};

describe.each(Object.entries(FUNCTIONS))('%s', (name, [compute, tolerance]) => {
  test('has the values of mpmath', () => {
    const rows = REFERENCE[name]!;
    expect(rows.length).toBeGreaterThan(15);
    const off = rows.filter((row) => {
      const value = row[row.length - 1]!;
      return !(Math.abs(compute(...row.slice(0, -1)) - value) <= tolerance * Math.abs(value));
    });
    expect(off).toEqual([]);
  });
});

test('upper tails reach below 1e-190 without falling to 0', () => {
  const smallest = (name: string) => Math.min(...REFERENCE[name]!.map((row) => row[row.length - 1]!));
  for (const name of ['normalUpper', 'chiSquareUpper', 'incompleteBeta']) expect(smallest(name)).toBeLessThan(1e-190);
  expect(chiSquareUpper(1e5, 3)).toBe(0);
  expect(fUpper(Number.POSITIVE_INFINITY, 2, 3)).toBe(0);
  expect(studentUpper(Number.POSITIVE_INFINITY, 3)).toBe(0);
  expect(upperGamma(2, Number.POSITIVE_INFINITY)).toBe(0);
  expect(lowerGamma(2, Number.POSITIVE_INFINITY)).toBe(1);
});

test('tails at the edge of their range are 0 or 1', () => {
  expect([upperGamma(2, 0), lowerGamma(2, 0), chiSquareUpper(-1, 2), fUpper(0, 1, 2)]).toEqual([1, 0, 1, 1]);
  expect([incompleteBeta(2, 3, 0, 1), incompleteBeta(2, 3, 1, 0)]).toEqual([0, 1]);
});

test("Mills' ratio is the upper tail over the density, and 1 / x - 1 / x^3 + 3 / x^5 where those are 0", () => {
  for (const x of [0, 0.5, 2.9, 3, 7, 37]) {
    expect(millsRatio(x) / (normalUpper(x) / normalDensity(x))).toBeCloseTo(1, 12);
  }
  for (const x of [60, 1e3, 1e150]) {
    const square = 1 / (x * x);
    expect(millsRatio(x) * x).toBeCloseTo(1 - square + 3 * square * square, 9);
  }
  expect(millsRatio(Number.POSITIVE_INFINITY)).toBe(0);
});

const shape = fc.double({min: 0.5, max: 500, noNaN: true});
const share = fc.double({min: 1e-6, max: 1 - 1e-6, noNaN: true});

test('both tails of the beta and gamma laws sum to 1', () => {
  fc.assert(
    fc.property(shape, shape, share, (a, b, x) => {
      expect(incompleteBeta(a, b, x, 1 - x) + incompleteBeta(b, a, 1 - x, x)).toBeCloseTo(1, 10);
      expect(lowerGamma(a, b) + upperGamma(a, b)).toBeCloseTo(1, 12);
    }),
  );
});

test('Student, F and chi-square agree where one is another', () => {
  fc.assert(
    fc.property(fc.double({min: 0, max: 40, noNaN: true}), fc.integer({min: 1, max: 200}), (t, degrees) => {
      // T^2 is F(1, degrees), Z^2 is chi-square with one degree of freedom, and with two it is exponential.
      expect(fUpper(t * t, 1, degrees) / (2 * studentUpper(t, degrees))).toBeCloseTo(1, 10);
      if (t < 37) expect(chiSquareUpper(t * t, 1) / (2 * normalUpper(t))).toBeCloseTo(1, 10);
      expect(chiSquareUpper(t, 2) / Math.exp(-t / 2)).toBeCloseTo(1, 12);
    }),
  );
});

test('the recurrence Gamma(x + 1) = x Gamma(x) holds', () => {
  fc.assert(
    fc.property(fc.double({min: 1e-3, max: 50, noNaN: true}), (x) => {
      const scale = Math.max(Math.abs(logGamma(x)), Math.abs(logGamma(x + 1)), 1);
      expect(Math.abs(logGamma(x + 1) - logGamma(x) - Math.log(x)) / scale).toBeLessThan(1e-14);
    }),
  );
});

test("Stirling's error is continuous where the series begins", () => {
  expect(stirlingError(10 - 1e-9) / stirlingError(10)).toBeCloseTo(1, 9);
});

test('the deviance of equal numbers is 0 and its series meets its formula', () => {
  expect(poissonDeviance(7, 7)).toBe(0);
  // At x = 12, mean = 10 the series is used: 12 ln 1.2 - 2 by mpmath.
  expect(poissonDeviance(12, 10)).toBeCloseTo(0.187858681527455, 14);
});

test('quantiles undo the tails', () => {
  fc.assert(
    fc.property(share, fc.integer({min: 1, max: 300}), (p, degrees) => {
      expect(studentCdf(studentQuantile(p, degrees), degrees)).toBeCloseTo(p, 10);
      expect(normalUpper(normalQuantile(p))).toBeCloseTo(1 - p, 12);
    }),
  );
});

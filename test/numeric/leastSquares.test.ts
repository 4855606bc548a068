import fc from 'fast-check';
import {expect, test} from 'vitest';
import {goldenMinimum} from '../../src/numeric/golden.ts';
import {leastSquares} from '../../src/numeric/leastSquares.ts';
import {factorRoom, partialResiduals} from '../../src/numeric/partialResiduals.ts';
import {median, quantile} from '../../src/numeric/quantile.ts';
import {studentCdf, studentQuantile} from '../../src/numeric/student.ts';

const number = fc.double({min: -10, max: 10, noNaN: true});

test('a straight line through known points has the coefficients and residuals of R lm', () => {
  // R: x <- 1:5; y <- c(2.1, 3.9, 6.2, 7.8, 10.1); lm(y ~ x): 0.05, 1.99; deviance 0.107; vcov/sigma^2 diagonal 1.1, 0.1
  const one = new Float64Array(5).fill(1);
  const fit = leastSquares([one, Float64Array.of(1, 2, 3, 4, 5)], Float64Array.of(2.1, 3.9, 6.2, 7.8, 10.1));
  expect(fit.coefficients[0]).toBeCloseTo(0.05, 12);
  expect(fit.coefficients[1]).toBeCloseTo(1.99, 12);
  expect(fit.rss).toBeCloseTo(0.107, 12);
  expect(fit.inverse[0]).toBeCloseTo(1.1, 12);
  expect(fit.inverse[3]).toBeCloseTo(0.1, 12);
});

test('a weight of four counts a point like four points', () => {
  const y = Float64Array.of(1, 2, 4);
  const weighted = leastSquares([Float64Array.of(1, 1, 1)], y, Float64Array.of(1, 1, 2));
  expect(weighted.coefficients[0]).toBeCloseTo((1 + 2 + 4 * 4) / 6, 12);
});

test('a column that depends on those before it changes no residual and gets coefficient 0', () => {
  const one = new Float64Array(4).fill(1);
  const x = Float64Array.of(0, 1, 2, 3);
  const y = Float64Array.of(1, 0, 2, 5);
  const plain = leastSquares([one, x], y);
  const doubled = leastSquares([one, x, x.map((value) => 3 * value - 2)], y);
  expect(doubled.rank).toBe(2);
  expect(doubled.coefficients[2]).toBe(0);
  expect(doubled.rss).toBeCloseTo(plain.rss, 12);
});

test('partial residuals equal least squares on every leading set of columns', () => {
  const column = fc.array(number, {minLength: 12, maxLength: 12}).map((values) => Float64Array.from(values));
  fc.assert(
    fc.property(fc.array(column, {minLength: 2, maxLength: 6}), column, (columns, y) => {
      const all = [...columns, y];
      const size = all.length;
      const gram = Float64Array.from({length: size * size}, (_, i) => {
        const b = all[i % size]!;
        return all[Math.floor(i / size)]!.reduce((sum, value, k) => sum + value * b[k]!, 0);
      });
      const out = new Float64Array(size);
      const order = Array.from(columns.keys());
      partialResiduals(gram, size, order, factorRoom(size), out);
      const total = gram[size * size - 1]!;
      for (const k of order) {
        const fit = leastSquares(columns.slice(0, k + 1), y);
        // Columns nearer to dependent than 1e-10 may be dropped by one and kept by the other.
        if (fit.rank === k + 1 && wellPosed(columns.slice(0, k + 1))) {
          expect(Math.abs(out[k]! - fit.rss)).toBeLessThanOrEqual(1e-8 * total + 1e-300);
        }
      }
    }),
  );
});

/** Whether every column keeps a thousandth of its length after those before it. */
function wellPosed(columns: readonly Float64Array[]): boolean {
  return columns.every((column, k) => {
    const size = column.reduce((sum, value) => sum + value * value, 0);
    return leastSquares(columns.slice(0, k), column).rss > 1e-6 * size && size > 1e-6;
  });
}

test('quantiles of five numbers are those of R quantile type 7', () => {
  const values = [5, 1, 4, 2, 3];
  expect([0, 0.1, 0.5, 0.97, 1].map((p) => quantile(values, p))).toEqual([1, 1.4, 3, 4.88, 5]);
  expect(median([4, 1, 3, 2])).toBe(2.5);
});

test.each([
  // R qt(0.975, df)
  [1, 12.706204736174694],
  [5, 2.5705818356363155],
  [30, 2.0422724563012373],
  [200, 1.9718962236316091],
])('with %d degrees of freedom the upper quantile of Student is %d, as in R', (degrees, quantileOfR) => {
  expect(studentQuantile(0.975, degrees)).toBeCloseTo(quantileOfR, 9);
  expect(studentQuantile(0.025, degrees)).toBeCloseTo(-quantileOfR, 9);
  expect(studentCdf(quantileOfR, degrees)).toBeCloseTo(0.975, 12);
});

test('golden section finds the bottom of any parabola', () => {
  fc.assert(
    fc.property(fc.double({min: -1, max: 1, noNaN: true}), (bottom) => {
      const found = goldenMinimum((x) => (x - bottom) ** 2, -1.5, 1.5, 40);
      // Squares cannot tell places closer than the root of the rounding error.
      expect(Math.abs(found - bottom)).toBeLessThan(1e-7);
    }),
  );
});

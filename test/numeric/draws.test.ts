import fc from 'fast-check';
import {expect, test} from 'vitest';
import {binomialAt, binomialFrom} from '../../src/numeric/binomial.ts';
import {normalCdf} from '../../src/numeric/normalCdf.ts';
import {quasiPoints} from '../../src/numeric/quasi.ts';
import {fillQuickNormals} from '../../src/numeric/quickNormals.ts';
import {streamAt, streamKey} from '../../src/numeric/stream.ts';

/** P(K <= k) of the binomial law by the recursion of its terms in logarithms. */
function binomialCdf(k: number, n: number, p: number): number {
  let [logTerm, sum] = [n * Math.log1p(-p), 0];
  for (let i = 0; i <= k; i++) {
    sum += Math.exp(logTerm);
    logTerm += Math.log(((n - i) / (i + 1)) * (p / (1 - p)));
  }
  return sum;
}

test('a binomial number lies where its normal number lies, to 0.001 in probability', () => {
  fc.assert(
    fc.property(
      fc.double({min: -3.5, max: 3.5, noNaN: true}),
      fc.integer({min: 1, max: 5000}),
      fc.double({min: 1e-4, max: 1 - 1e-4, noNaN: true}),
      (z, n, p) => {
        const k = binomialAt(z, n, p);
        expect(Number.isInteger(k) && k >= 0 && k <= n).toBe(true);
        expect(binomialCdf(k, n, p)).toBeGreaterThan(normalCdf(z) - 1e-3);
        expect(binomialCdf(k - 1, n, p)).toBeLessThan(normalCdf(z) + 1e-3);
      },
    ),
    {seed: 3, numRuns: 500},
  );
});

test('a binomial number from a uniform one is the inverse of the law', () => {
  fc.assert(
    fc.property(
      fc.double({min: 1e-9, max: 1 - 1e-9, noNaN: true}),
      fc.integer({min: 1, max: 1000}),
      fc.oneof(fc.double({min: 1e-12, max: 1 - 1e-12, noNaN: true}), fc.constantFrom(1e-6, 0.5, 1 - 1e-6)),
      (u, n, p) => {
        const k = binomialFrom(u, n, p);
        expect(Number.isInteger(k) && k >= 0 && k <= n).toBe(true);
        // A thousand terms, each right to about 1e-13.
        expect(binomialCdf(k, n, p)).toBeGreaterThan(u - 1e-9);
        expect(binomialCdf(k - 1, n, p)).toBeLessThan(u + 1e-9);
      },
    ),
    {seed: 4, numRuns: 500},
  );
  expect([binomialFrom(0.999, 1000, 0), binomialFrom(0.001, 1000, 1), binomialFrom(0.5, 1000, 1e-300)]).toEqual([
    0, 1000, 0,
  ]);
});

test('a binomial number of an impossible or a certain success is 0 or n', () => {
  expect(binomialAt(3, 100, 0)).toBe(0);
  expect(binomialAt(-3, 100, 1)).toBe(100);
  expect(binomialAt(4, 1000, 1e-26)).toBe(0);
});

const stream = streamAt(streamKey('draws', 'test'), [0, 0, 0, 0]);

test('quick normal numbers have the moments of the normal law within four standard errors, and their uniform numbers those of theirs', () => {
  const records = 20_000;
  const out = new Float64Array(records * 11);
  fillQuickNormals(stream, {records, pairs: 4, uniforms: 3}, out);
  const normal = out.filter((_, i) => i % 11 < 8);
  const uniform = out.filter((_, i) => i % 11 >= 8);
  const mean = (x: Float64Array, power: number) => x.reduce((sum, z) => sum + z ** power, 0) / x.length;
  const within = (x: Float64Array, power: number, moment: number, square: number) =>
    expect(Math.abs(mean(x, power) - moment)).toBeLessThan(4 * Math.sqrt((square - moment * moment) / x.length));
  within(normal, 1, 0, 1);
  within(normal, 2, 1, 3);
  within(normal, 3, 0, 15);
  within(uniform, 1, 1 / 2, 1 / 3);
  within(uniform, 2, 1 / 3, 1 / 5);
  // The levels end at 3.67: the fourth moment of theirs is 2.97.
  expect(Math.abs(mean(normal, 4) - 3)).toBeLessThan(4 * Math.sqrt(96 / normal.length) + 0.03);
  // Neighbours, of one word or of two, are independent.
  const product = normal.slice(1).reduce((sum, z, i) => sum + z * normal[i]!, 0) / normal.length;
  expect(Math.abs(product)).toBeLessThan(4 / Math.sqrt(normal.length));
});

test('more records move none of the first', () => {
  const few = new Float64Array(3 * 5);
  const many = new Float64Array(10 * 5);
  fillQuickNormals(stream, {records: 3, pairs: 2, uniforms: 1}, few);
  fillQuickNormals(stream, {records: 10, pairs: 2, uniforms: 1}, many);
  expect(many.slice(0, 15)).toEqual(few);
});

test.each([2, 3, 5])(
  '%i coordinates of quasi-random points integrate a product four times as well as random ones',
  (d) => {
    const points = 4096;
    const columns = quasiPoints(points, d);
    let sum = 0;
    for (let i = 0; i < points; i++) {
      let product = 1;
      for (const column of columns) {
        expect(column[i]! > 0 && column[i]! < 1).toBe(true);
        product *= 1 + (column[i]! - 0.5);
      }
      sum += product;
    }
    const random = Math.sqrt(((13 / 12) ** d - 1) / points);
    expect(Math.abs(sum / points - 1)).toBeLessThan(random / 4);
  },
);

import fc from 'fast-check';
import {expect, test} from 'vitest';
import {monotone, solveRising} from '../../src/numeric/monotone.ts';

const rises = fc.array(fc.double({min: 0.01, max: 3, noNaN: true}), {minLength: 2, maxLength: 12});

test('a rising set of points gives a rising curve through every point', () => {
  fc.assert(
    fc.property(rises, rises, (dx, dy) => {
      const n = Math.min(dx.length, dy.length);
      const x = dx.slice(0, n).map((_, i) => dx.slice(0, i + 1).reduce((a, b) => a + b, 0));
      const y = dy.slice(0, n).map((_, i) => dy.slice(0, i + 1).reduce((a, b) => a + b, 0));
      const curve = monotone(x, y);
      x.forEach((at, i) => {
        expect(curve(at)).toBeCloseTo(y[i]!, 10);
      });
      let last = Number.NEGATIVE_INFINITY;
      for (let i = 0; i <= 200; i++) {
        const value = curve(x[0]! + ((x[n - 1]! - x[0]!) * i) / 200);
        expect(value).toBeGreaterThanOrEqual(last - 1e-12);
        last = value;
      }
    }),
    {seed: 3, numRuns: 50},
  );
});

test('a rising function is solved to the last digits, and an end is given where the target lies outside', () => {
  expect(solveRising((x) => x * x * x, 2, 0, 3)).toBeCloseTo(Math.cbrt(2), 14);
  expect(solveRising((x) => x, 5, 0, 1)).toBeCloseTo(1, 14);
});

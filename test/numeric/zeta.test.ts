import fc from 'fast-check';
import {expect, test} from 'vitest';
import {hurwitzZeta, hurwitzZetaSlopes} from '../../src/numeric/zeta.ts';

/** Values by mpmath with 20 digits. */
const KNOWN = [
  [1.01, 1, 100.57794333849678],
  [1.076, 1, 13.740616273183132],
  [1.076, 1001.5, 7.783114442774389],
  [1.076, 3e9, 2.5056776105268566],
  [1.4, 1, 3.105547277977581],
  [1.5, 1, 2.6123753486854882],
  [2, 1, Math.PI ** 2 / 6],
  [2, 0.5, Math.PI ** 2 / 2],
  [2.5, 7.25, 0.03788575430344532],
  [3, 1, 1.2020569031595942],
  [4, 1, Math.PI ** 4 / 90],
  [10, 1, 1.000994575127818],
] as const;

test.each(KNOWN)('zeta(%d, %d) has its known value to a relative 1e-13', (s, a, value) => {
  expect(Math.abs(hurwitzZeta(s, a) / value - 1)).toBeLessThan(1e-13);
});

test('taking the first n terms away leaves the tail after n', () => {
  const place = fc.record({s: fc.double({min: 1.05, max: 10, noNaN: true}), n: fc.integer({min: 1, max: 60})});
  fc.assert(
    fc.property(place, ({s, n}) => {
      let sum = 0;
      for (let k = 1; k <= n; k++) sum += k ** -s;
      expect(Math.abs(sum + hurwitzZeta(s, n + 1) - hurwitzZeta(s, 1))).toBeLessThan(1e-13 * hurwitzZeta(s, 1));
    }),
  );
});

/** Slopes in s by mpmath with 25 digits. */
const SLOPES = [
  [1.076, 1, -173.0581202903871],
  [1.076, 1001.5, -156.18103004013906],
  [1.4, 1, -6.181200666300867],
  [2, 1, -0.9375482543158438],
  [2.5, 7.25, -0.09773866546345485],
  [3, 1, -0.19812624288563685],
  [10, 1, -0.0006970330081713937],
] as const;

test.each(SLOPES)('the slope of zeta(%d, %d) in s has its known value to a relative 1e-12', (s, a, value) => {
  expect(Math.abs(hurwitzZetaSlopes(s, a).byS / value - 1)).toBeLessThan(1e-12);
});

test('beside the slope stand zeta itself and zeta of the next exponent, to the last bit', () => {
  const place = fc.record({
    s: fc.double({min: 1.05, max: 9, noNaN: true}),
    a: fc.double({min: 0.5, max: 1e6, noNaN: true}),
  });
  fc.assert(
    fc.property(place, ({s, a}) => {
      const {value, next} = hurwitzZetaSlopes(s, a);
      expect([value, next]).toEqual([hurwitzZeta(s, a), hurwitzZeta(s + 1, a)]);
    }),
  );
});

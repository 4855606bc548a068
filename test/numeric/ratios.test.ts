import fc from 'fast-check';
import {expect, test} from 'vitest';
import {equalRatios} from '../../src/numeric/ratios.ts';

test('numbers at equal ratios have exact ends and one ratio between neighbours', () => {
  const end = fc.double({min: 1e-6, max: 1e12, noNaN: true});
  fc.assert(
    fc.property(end, end, fc.integer({min: 2, max: 40}), (first, last, count) => {
      const values = equalRatios(first, last, count);
      expect([values[0], values[count - 1], values.length]).toEqual([first, last, count]);
      const ratio = (last / first) ** (1 / (count - 1));
      for (let i = 1; i < count; i++) expect(values[i]! / values[i - 1]! / ratio).toBeCloseTo(1, 10);
    }),
  );
  expect(equalRatios(2, 8, 1)).toEqual([8]);
});

import fc from 'fast-check';
import {expect, test} from 'vitest';
import {fitParabola} from '../../src/numeric/parabola.ts';

test('a parabola is found again from points on it, and none from two places', () => {
  const number = fc.double({min: -3, max: 3, noNaN: true});
  fc.assert(
    fc.property(number, number, number, (level, slope, bend) => {
      const x = [-2, -1, 0, 0.5, 2];
      const found = fitParabola(
        x,
        x.map((at) => level + slope * at + bend * at * at),
      )!;
      expect(found.level).toBeCloseTo(level, 12);
      expect(found.slope).toBeCloseTo(slope, 12);
      expect(found.bend).toBeCloseTo(bend, 12);
    }),
  );
  expect(fitParabola([1, 2, 2, 1], [1, 2, 3, 4])).toBeNull();
});

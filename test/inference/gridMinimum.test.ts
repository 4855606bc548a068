import fc from 'fast-check';
import {expect, test} from 'vitest';
import {evenAxis, geometricAxis, gridMinimum, NO_AXIS} from '../../src/inference/gridMinimum.ts';

test('axes give the value of a place and the place of a value', () => {
  const even = evenAxis(2, 0.5, 10);
  const geometric = geometricAxis(0.1, 10, 1.1);
  expect(even.at(4)).toBe(4);
  expect(even.place(even.at(3.7))).toBeCloseTo(3.7, 12);
  expect(geometric.at(1)).toBeCloseTo(0.11, 12);
  expect(geometric.place(geometric.at(12.3))).toBeCloseTo(12.3, 12);
  // The last ratio reaches the end and the one before does not.
  expect(geometric.at(geometric.last)).toBeGreaterThanOrEqual(10);
  expect(geometric.at(geometric.last - 1)).toBeLessThan(10);
});

test('the lowest point of any bowl is found between the nodes', () => {
  const inside = fc.double({min: 3, max: 57, noNaN: true});
  const bend = fc.double({min: 0.01, max: 10, noNaN: true});
  fc.assert(
    fc.property(inside, inside, bend, bend, fc.double({min: -0.99, max: 0.99, noNaN: true}), (a, b, p, q, r) => {
      const height = (x: number, y: number): number =>
        1 + p * (x - a) ** 2 + q * (y - b) ** 2 + 2 * r * Math.sqrt(p * q) * (x - a) * (y - b);
      const low = gridMinimum(height, evenAxis(0, 1, 60), evenAxis(0, 1, 60));
      // Polishing ends once a step gains less than 1e-9 of the height.
      expect(low.height - 1).toBeLessThan(1e-8);
    }),
  );
});

test('of two valleys the deeper is found, also where it is narrow', () => {
  const well = (x: number, at: number, width: number) => Math.exp(-(((x - at) / width) ** 2));
  const height = (x: number, y: number): number =>
    3 - well(x, 50, 20) * well(y, 10, 20) - 2 * well(x, 12, 6) * well(y, 47, 6);
  const low = gridMinimum(height, evenAxis(0, 1, 60), evenAxis(0, 1, 60));
  expect(Math.hypot(low.a - 12, low.b - 47)).toBeLessThan(0.2);
});

test('a bent ridge is followed to its end', () => {
  // Rosenbrock's valley over places 0 to 100: lowest at (1, 1), where the height is 1.
  const height = (i: number, j: number): number => {
    const x = i / 25 - 2;
    const y = j / 25 - 1;
    return 1 + (1 - x) ** 2 + 100 * (y - x * x) ** 2;
  };
  const low = gridMinimum(height, evenAxis(0, 1, 100), evenAxis(0, 1, 100));
  // Half a place is 0.02 here, and the height off the quadratic of nine such points of the order of 0.02^2.
  expect(low.height).toBeLessThan(1 + 0.02 ** 2);
});

test('the end of an axis, a single axis and a flat height are no trouble', () => {
  const corner = gridMinimum((x, y) => 1 + x + y, evenAxis(0, 1, 20), evenAxis(0, 1, 20));
  expect([corner.a, corner.b]).toEqual([0, 0]);
  const line = gridMinimum((_, y) => 1 + (y - 7.3) ** 2, NO_AXIS, evenAxis(0, 1, 20));
  expect(line.a).toBe(0);
  expect(line.b).toBeCloseTo(7.3, 4);
  expect(gridMinimum(() => 1, evenAxis(0, 1, 20), evenAxis(0, 1, 20)).height).toBe(1);
});

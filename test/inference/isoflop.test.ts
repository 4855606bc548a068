import fc from 'fast-check';
import {expect, test} from 'vitest';
import {type IsoPoint, isoFlop} from '../../src/inference/isoflop.ts';

const SIZES = Array.from({length: 17}, (_, i) => 1e7 * 10 ** (i / 4));
/** Parabolas in ln N whose minima follow N_opt = 0.1 C^a. */
const parabolas = (a: number, budgets: readonly number[]): IsoPoint[] =>
  budgets.flatMap((C) =>
    SIZES.map((N) => ({run: `${N}-${C}`, N, C, loss: 2 + 0.05 * Math.log(N / (0.1 * C ** a)) ** 2})),
  );

test('the minima and the exponent of exact parabolas are found exactly', () => {
  fc.assert(
    fc.property(fc.double({min: 0.45, max: 0.52, noNaN: true}), (a) => {
      const {curves, exponent, scale} = isoFlop(parabolas(a, [1e19, 1e20, 1e21]));
      return (
        curves.length === 3 &&
        curves.every(
          ({optimum, compute, base}) =>
            Math.abs(optimum / (0.1 * compute ** a) - 1) < 1e-6 && Math.abs(base - 2) < 1e-9,
        ) &&
        Math.abs(exponent!.estimate - a) < 1e-7 &&
        Math.abs(scale! / 0.1 - 1) < 1e-5
      );
    }),
  );
});

test('the interval of the exponent is that of Student with two degrees of freedom fewer than there are minima', () => {
  // Minima off a line by e, -2 e and e in logarithms: its slope stays, with a residual sum of squares of 6 e^2 over 2 ln(10)^2.
  const [e, budgets] = [0.05, [1e19, 1e20, 1e21]];
  const points = budgets.flatMap((C, i) =>
    SIZES.map((N) => {
      const optimum = 0.1 * Math.sqrt(C) * Math.exp([e, -2 * e, e][i]!);
      return {run: `${N}-${C}`, N, C, loss: 2 + 0.05 * Math.log(N / optimum) ** 2};
    }),
  );
  const {estimate, low, high} = isoFlop(points).exponent!;
  // The point of Student's law with one degree of freedom is tan(0.95 pi / 2).
  const reach = (Math.tan((0.95 * Math.PI) / 2) * Math.sqrt(3) * e) / Math.LN10;
  expect(estimate).toBeCloseTo(0.5, 8);
  expect([low, high]).toEqual([expect.closeTo(0.5 - reach, 6), expect.closeTo(0.5 + reach, 6)]);
});

test('a curve whose lowest loss is at its smallest or largest size has no minimum', () => {
  expect(isoFlop(parabolas(0.5, [1e13, 1e14, 1e15])).curves).toEqual([]);
  expect(isoFlop(parabolas(0.5, [1e26, 1e27, 1e28])).exponent).toBeNull();
});

test('runs with many checkpoints are read off between them', () => {
  // A law without noise: power laws are straight in ln C only piecewise, so 200 checkpoints a run leave 1e-4 or so.
  const [A, alpha, B, beta] = [400, 0.34, 400, 0.34];
  const loss = (N: number, D: number) => A * N ** -alpha + B * D ** -beta;
  const points = SIZES.flatMap((N) =>
    Array.from({length: 200}, (_, i) => {
      const D = 1e8 * 10 ** (i / 40);
      return {run: String(N), N, C: 6 * N * D, loss: loss(N, D)};
    }),
  );
  const {exponent, curves} = isoFlop(points);
  expect(curves.length).toBeGreaterThan(8);
  // Equal exponents: size and data grow alike.
  expect(Math.abs(exponent!.estimate - 0.5)).toBeLessThan(1e-3);
});

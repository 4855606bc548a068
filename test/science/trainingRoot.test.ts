import fc from 'fast-check';
import {expect, test} from 'vitest';
import {pow} from '../../src/numeric/elementary.ts';
import {solveRising} from '../../src/numeric/monotone.ts';
import {EVEN_GUESS} from '../../src/science/kaplan/vocabulary.ts';
import {type Course, rootOf} from '../../src/science/laws/kaplanTraining.ts';

/** The root by bisection, which halves an interval whatever the slope. */
function bisected({floor, rise, reach, power, exponent}: Course): number {
  const excess = (loss: number): number => loss - floor - rise * pow(1 + reach * pow(loss, -power), exponent);
  return solveRising(excess, 0, 0, EVEN_GUESS);
}

const between = (low: number, high: number) =>
  fc.double({min: Math.log(low), max: Math.log(high), noNaN: true}).map(Math.exp);
const COURSE = fc.record({
  floor: between(1e-2, 5),
  rise: between(1e-5, 10),
  reach: between(1e-5, 1e7),
  power: between(0.5, 100),
  exponent: between(0.1, 2),
});

/** The slope of the difference is at least 1, so that the root is as exact as the two powers, a few units of 2^-52. */
const ROUNDING = 1e-14;

test('the loss of a training run is the root that bisection finds, however steeply the critical batch grows', () => {
  fc.assert(
    fc.property(COURSE, (course) => {
      expect(Math.abs(rootOf(course) / bisected(course) - 1)).toBeLessThan(ROUNDING);
    }),
    {
      numRuns: 2000,
      examples: [[{floor: 0.104, rise: 2.1e-4, reach: 5.3e5, power: 1 / 0.0316, exponent: 1.64}]],
    },
  );
});

test('a course without a rise ends at its floor, whatever its batch', () => {
  expect(rootOf({floor: 1, rise: 0, reach: Number.POSITIVE_INFINITY, power: 5, exponent: 1.5})).toBe(1);
});

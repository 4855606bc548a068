import {describe, expect, test} from 'vitest';
import {sortedPoints} from '../../src/inference/curve.ts';
import {hingeLine} from '../../src/inference/hingeLine.ts';
import {shapeMenu} from '../../src/inference/menu.ts';
import {plateauOf} from '../../src/inference/plateau.ts';
import {curveOf} from './series.ts';

/** A flat side of given points above a steep rise at losses -4 to -1 whose onset is 0. */
function plateauWith(x: readonly number[], y: readonly number[], inflation = 1, chance: number | null = null) {
  const rise = [-4, -3, -2, -1];
  const curve = curveOf([...rise, ...x], [...rise.map((loss) => 100 - 10 * loss), ...y]);
  const points = sortedPoints(curve);
  const root = new Float64Array(points.x.length).fill(1);
  const line = hingeLine(points, {root, directions: []}, shapeMenu(curve)[0]!, 0, 0);
  return plateauOf(points, root, line, inflation, chance)!;
}

/** Hours of sleep gained with the second drug (Student 1908; `sleep` in R). */
const SLEEP = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
const PLACES = SLEEP.map((_, i) => i + 1);

describe('the flat side', () => {
  test('has the mean of its points with the interval of t.test in R, longer where points follow each other', () => {
    const {level, points} = plateauWith(PLACES, SLEEP);
    expect([points, level.estimate.toFixed(2), level.low.toFixed(7), level.high.toFixed(7)]).toEqual([
      10,
      '2.33',
      '0.8976775',
      '3.7623225',
    ]);
    const {level: correlated} = plateauWith(PLACES, SLEEP, 4);
    expect(correlated.high - correlated.estimate).toBeCloseTo(2 * (level.high - level.estimate), 12);
  });

  test('has the slope of its points with the interval of confint in R, longer where points follow each other', () => {
    // The first set of Anscombe (1973).
    const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
    const y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
    const {slope} = plateauWith(x, y);
    expect([slope.estimate, slope.low, slope.high].map((value) => value.toFixed(7))).toEqual([
      '0.5000909',
      '0.2333701',
      '0.7668117',
    ]);
    const {slope: correlated} = plateauWith(x, y, 4);
    expect(correlated.high - correlated.estimate).toBeCloseTo(2 * (slope.high - slope.estimate), 12);
  });

  test('is at chance where two one-sided tests at 5 % keep its level within a twentieth of the fitted range', () => {
    const {level, margin} = plateauWith(PLACES, SLEEP);
    // Points of Student's law with nine degrees of freedom at 97.5 and 95 %.
    const error = (level.high - level.estimate) / 2.2621571628;
    const last = level.estimate + margin - 1.8331129327 * error;
    const answers = [-1e-6, 1e-6].map((step) => plateauWith(PLACES, SLEEP, 1, last + step).atChance);
    expect([...answers, plateauWith(PLACES, SLEEP).atChance]).toEqual([true, false, null]);
  });

  test('is not told of fewer than five points', () => {
    expect(plateauWith(PLACES.slice(0, 4), SLEEP.slice(0, 4))).toBeNull();
  });
});

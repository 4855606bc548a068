import {describe, expect, test} from 'vitest';
import type {Curve} from '../../src/inference/curve.ts';
import {descend, flatSide} from '../../src/inference/shapeFree/descent.ts';
import {shapeFreeOnset} from '../../src/inference/shapeFree/onset.ts';
import {lastRejected} from '../../src/inference/shapeFree/sequence.ts';
import {takeOff} from '../../src/inference/shapeFree/takeOff.ts';
import {leastSquares} from '../../src/numeric/leastSquares.ts';
import {studentQuantile, studentUpper} from '../../src/numeric/student.ts';
import {curveOf} from './series.ts';

/** Hours of sleep gained with either drug (Student 1908; `sleep` in R). */
const FIRST = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
const SECOND = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

/** Values at falling losses. */
const falling = (values: readonly number[], more: Partial<Curve> = {}) =>
  curveOf(
    values.map((_, i) => -i),
    values,
    more,
  );
const descentOf = (values: readonly number[]) => descend(falling(values), Number.POSITIVE_INFINITY);

describe('the test of a window of points', () => {
  /** Whether the first of the sequence of tests, of ten points, rejects just above a p and not just below it. */
  const rejectsAt = (values: readonly number[], level: number | null, inflation: number, p: number): void => {
    const first = (alpha: number) => lastRejected(descentOf(values), {level, inflation, window: 10, alpha});
    expect(first(p * (1 + 1e-6))).toBeLessThan(values.length);
    expect(first(p * (1 - 1e-6))).toBe(values.length);
  };

  test('against the points above it is that of two samples of equal variance', () => {
    // t.test(extra ~ group, var.equal = TRUE) in R: t = 1.8608, df = 18, p = 0.07918671 on both sides.
    rejectsAt([...FIRST, ...SECOND], null, 1, 0.07918671 / 2);
  });

  test('against a level, with no points above it, is that of one sample', () => {
    // t = 3.6799 with nine degrees of freedom: the mean over the standard error.
    const mean = 2.33;
    const square = SECOND.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    rejectsAt(SECOND, 0, 1, studentUpper(mean / Math.sqrt(square / 9 / 10), 9));
  });

  test('has its variance raised and its degrees of freedom lowered by the inflation', () => {
    const t = 1.860813 / Math.sqrt(2);
    const p = studentUpper(t, 18 / 2);
    const first = (alpha: number) =>
      lastRejected(descentOf([...FIRST, ...SECOND]), {level: null, inflation: 2, window: 10, alpha});
    // t is known to seven digits.
    expect([first(p * (1 + 1e-5)) < 20, first(p * (1 - 1e-5)) < 20]).toEqual([true, false]);
  });
});

describe('the flat side of a descent', () => {
  test('has the mean and the variance of its points', () => {
    const {level, variance, mass, inflation} = flatSide(descentOf(FIRST), 10);
    // sd(extra) of the first drug is 1.789010 in R.
    expect([level.toFixed(2), Math.sqrt(variance).toFixed(6), mass, inflation]).toEqual(['0.75', '1.789010', 10, 1]);
  });

  test('lies off chance where a two-sided t test at 5 % says so', () => {
    // Both drugs by turns, then a jump; t.test(extra) in R has the interval from 0.5955845 to 2.4844155.
    const values = [...FIRST.flatMap((value, i) => [value, SECOND[i]!]), ...Array(20).fill(1000)];
    const levelOf = (chance: number) => shapeFreeOnset(falling(values, {chance}))!.levelOf;
    expect([0.5955, 0.5956, 2.4844, 2.4845].map(levelOf)).toEqual(['plateau', 'chance', 'chance', 'plateau']);
  });

  test('lies off chance later and with fewer degrees of freedom where its points follow each other', () => {
    const values = [...FIRST, ...FIRST.slice().reverse(), ...Array(20).fill(1000)];
    const along = (chance: number) => falling(values, {chance, run: new Int32Array(40)});
    const {count, level, variance, mass, inflation} = flatSide(descend(along(0), Number.POSITIVE_INFINITY), 20);
    expect(inflation).toBeGreaterThan(1);
    const half = studentQuantile(0.975, (count - 1) / inflation) * Math.sqrt((variance / mass) * inflation);
    const levels = [1 - 1e-6, 1 + 1e-6].map((reach) => shapeFreeOnset(along(level + reach * half))!.levelOf);
    expect(levels).toEqual(['chance', 'plateau']);
  });
});

describe('the interval of the corner', () => {
  // Twenty points about 0, then a rise whose first part, as far as 0.4 of the whole, ends with the 29th point.
  const values = [
    ...Array.from({length: 20}, (_, i) => (i % 2 === 0 ? 0.3 : -0.3)),
    ...Array.from({length: 20}, (_, i) => i + 1 + 0.2 * Math.sin(7 * i)),
  ];
  const COUNT = 29;
  const descent = descentOf(values);

  test.each([1, 4])('ends where the likelihood ratio over an inflation of %d is the square of t', (inflation) => {
    // So large a variance that no part of the rise is told from noise: the first part ends by its share of the whole alone.
    const {estimate, low, high} = takeOff(descent, {...flatSide(descent, 20), variance: 1e6, inflation})!;
    const [x, y] = [descent.x.subarray(0, COUNT), descent.y.subarray(0, COUNT)];
    const rssAt = (eta: number) =>
      leastSquares([new Float64Array(COUNT).fill(1), x.map((at) => Math.max(eta - at, 0))], y).rss;
    const least = rssAt(estimate);
    const t = studentQuantile(0.975, COUNT - 4);
    for (const end of [low, high]) {
      const ratio = ((rssAt(end) / least - 1) * (COUNT - 4)) / inflation;
      // Straight between places of 240 over some three lengths of the interval: about 2 / 80 of a parabola's half, squared.
      expect(Math.abs(ratio / t ** 2 - 1)).toBeLessThan((2 / 80) ** 2 * 4);
    }
  });
});

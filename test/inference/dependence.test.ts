import {expect, test} from 'vitest';
import {sortedPoints} from '../../src/inference/curve.ts';
import {inflationOf} from '../../src/inference/dependence.ts';
import {trainingRuns} from '../../src/inference/smoothNull/runs.ts';
import {curveOf} from './series.ts';

/** Points of runs of some lengths one after the other, by rising loss. */
function runsOf(...lengths: readonly number[]) {
  const run = lengths.flatMap((length, k) => new Array<number>(length).fill(k));
  const places = [...run.keys()];
  return sortedPoints(curveOf(places, places, {run: Int32Array.from(run)}));
}

/** The correlation that stands behind an inflation. */
const correlationIn = (...of: Parameters<typeof inflationOf>): number => {
  const inflation = inflationOf(...of);
  return (inflation - 1) / (inflation + 1);
};

test('the lag-1 correlation of residuals is raised by 2 / n for every run of at least ten points', () => {
  // Neighbours in pairs of signs: 3 products of 1 and 2 of -1 in each six points, none between runs.
  const pairs = (count: number) => Float64Array.from({length: count}, (_, i) => ((i >> 1) % 2 === 0 ? 1 : -1));
  // A run of 11 points has ten products: five of 1 and five of -1.
  expect(correlationIn(runsOf(11), pairs(11))).toBeCloseTo(2 / 11, 14);
  // Ten points have nine: five of 1 and four of -1; the run of five has two of each and is too short to count.
  expect(correlationIn(runsOf(10, 10), Float64Array.of(...pairs(10), ...pairs(10)))).toBeCloseTo((2 + 4) / 20, 14);
  expect(correlationIn(runsOf(10, 5), Float64Array.of(...pairs(10), ...pairs(5)))).toBeCloseTo((1 + 2) / 15, 14);
});

test('the correlation is kept between 0 and 0.9, and is 0 of short runs and of no residuals', () => {
  const one = new Float64Array(40).fill(1);
  expect(inflationOf(runsOf(40), one)).toBeCloseTo(1.9 / 0.1, 12);
  expect(
    inflationOf(
      runsOf(40),
      one.map((value, i) => (i % 2 === 0 ? value : -value)),
    ),
  ).toBe(1);
  expect(inflationOf(runsOf(9, 9), one.slice(0, 18))).toBe(1);
  expect(inflationOf(runsOf(40), new Float64Array(40))).toBe(1);
  expect(trainingRuns(runsOf(10, 5)).map(({length}) => length)).toEqual([10, 5]);
});

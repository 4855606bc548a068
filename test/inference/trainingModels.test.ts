import {describe, expect, test} from 'vitest';
import {trainingCurves} from '../../src/inference/training/curves.ts';
import {depthPoints, fitDepths} from '../../src/inference/training/depths.ts';
import {dataPoints} from '../../src/inference/training/overfitting.ts';
import {fitPositions} from '../../src/inference/training/positions.ts';
import {plateauOf, schedulePoints} from '../../src/inference/training/schedules.ts';
import {shapePoints} from '../../src/inference/training/shapes.ts';
import {stopsOf, testCourse} from '../../src/inference/training/stopping.ts';
import {fitCriticalBatch, tradeoffsOf} from '../../src/inference/training/tradeoffs.ts';
import {transferFits} from '../../src/inference/training/transfers.ts';
import {ratioPenalty} from '../../src/science/kaplan/shape.ts';
import {POSITION_MODELS, positionLoss} from '../../src/science/kaplan/tokens.ts';
import {kaplan} from '../../src/science/laws/kaplan.ts';
import {kaplan2020Batch, kaplan2020Data, kaplan2020Sizes} from '../../src/science/populations/kaplan2020.ts';
import {kaplan2020Schedules} from '../../src/science/populations/kaplan2020Schedules.ts';
import {kaplan2020Depths, kaplan2020Shapes} from '../../src/science/populations/kaplan2020Shapes.ts';
import type {Run} from '../../src/science/run.ts';
import {TRUTH, trainingRows} from './trainingRows.ts';

const curvesOf = (runs: readonly Run[], seed?: string) => trainingCurves(trainingRows(runs, seed));

/** Mean over seeds with four times its Monte Carlo standard error. */
function overSeeds(count: number, measure: (seed: string) => number): {mean: number; room: number} {
  const values = Array.from({length: count}, (_, i) => measure(`seed ${i}`));
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {mean, room: 4 * Math.sqrt(squares / (count - 1) / count)};
}

describe('a batch scan', () => {
  const {Bstar, aB} = TRUTH as {Bstar: number; aB: number};

  test('without noise gives the critical batch of every loss, the same for both models', () => {
    for (const {loss, Bcrit} of tradeoffsOf(curvesOf(kaplan2020Batch.runs))) {
      // Checkpoints are joined by straight lines.
      expect(Math.abs(Bcrit / (Bstar * loss ** (-1 / aB)) - 1)).toBeLessThan(0.02);
    }
  });

  test('with noise gives back B* and its exponent on average', () => {
    const lawOf = (seed: string) => fitCriticalBatch(tradeoffsOf(curvesOf(kaplan2020Batch.runs, seed)))!;
    const scale = overSeeds(12, (seed) => Math.log(lawOf(seed).Bstar));
    expect(Math.abs(scale.mean - Math.log(Bstar))).toBeLessThan(scale.room);
    const exponent = overSeeds(12, (seed) => 1 / lawOf(seed).aB);
    expect(Math.abs(exponent.mean - 1 / aB)).toBeLessThan(exponent.room);
  });

  test('has no trade-off where batches are too few or do not differ', () => {
    expect(tradeoffsOf(curvesOf(kaplan2020Batch.runs.slice(0, 2)))).toEqual([]);
    expect(fitCriticalBatch([])).toBeNull();
    expect(tradeoffsOf(curvesOf(kaplan2020Sizes.runs))).toEqual([]);
  });
});

describe('runs on parts of the data', () => {
  test('overfit by their loss over that of the same size on the most data', () => {
    const points = dataPoints(curvesOf(kaplan2020Data.runs));
    const full = points.filter(({unique}) => unique === 2.2e10);
    expect(full.map(({excess}) => excess)).toEqual(full.map(() => 0));
    const worst = points.reduce((a, b) => (b.excess > a.excess ? b : a));
    expect([worst.size, worst.unique]).toEqual([707_788_800, 2.1e7]);
  });

  test('are stopped no earlier than the bound, at the loss L(N, D)', () => {
    const curves = curvesOf(kaplan2020Data.runs);
    const stops = stopsOf(curves, TRUTH);
    expect(stops.length).toBeGreaterThan(30);
    for (const {bound, steps} of stops) expect(steps).toBeGreaterThan(bound);
    const law = kaplan.build(TRUTH);
    for (const {size, unique} of stops) {
      const curve = curves.find((one) => one.size === size && one.unique === unique)!;
      const least = Math.min(...testCourse(curve, TRUTH).map(({test: loss}) => loss));
      const reached = law({N: size, Nne: size, D: unique, S: 1, U: unique, lr: 0});
      // The least loss lies between checkpoints, which are a factor of 1.3 apart.
      expect(least - reached).toBeGreaterThan(0);
      expect(least / reached - 1).toBeLessThan(0.01);
    }
  });
});

describe('models of many shapes', () => {
  test('without noise cost what the ratio of their series costs, but for sizes that are not quite equal', () => {
    const points = shapePoints(curvesOf(kaplan2020Shapes.runs));
    expect(points.length).toBe(kaplan2020Shapes.runs.length);
    // Widths are rounded to 8: parameters of a series differ by at most a twentieth, the loss by 0.076 of that.
    for (const {ratio, value, increase} of points) {
      expect(Math.abs(increase - ratioPenalty(ratio, value))).toBeLessThan(0.004);
    }
  });

  test('lie on one line of parameters without embeddings and not of those with them', () => {
    const points = depthPoints(curvesOf(kaplan2020Depths.runs));
    const [without, all] = [fitDepths(points, 'size')!, fitDepths(points, 'params')!];
    // What bends the line is the term of the steps: it adds 0.03 to 0.13 nats.
    expect(Math.abs(-without.exponent - TRUTH.aN!)).toBeLessThan(0.004);
    expect(without.scatter).toBeLessThan(0.01);
    expect(all.scatter).toBeGreaterThan(0.04);
    expect(fitDepths([], 'size')).toBeNull();
  });
});

test('the loss on other text has nearly the exponent of the loss on the training text', () => {
  const [own, ...others] = transferFits(curvesOf(kaplan2020Sizes.runs))!;
  expect(own!.name).toBeNull();
  for (const {exponent, largest} of others) {
    expect(exponent).toBeLessThan(own!.exponent);
    expect(exponent).toBeGreaterThan(0.8 * own!.exponent);
    expect(largest).toBeGreaterThan(own!.largest);
  }
  expect(transferFits([])).toBeNull();
});

test('a fit to positions gives back the law that made them', () => {
  const positions = [1, 2, 4, 8, 16, 64, 256, 1024];
  for (const {law} of POSITION_MODELS) {
    const fitted = fitPositions(
      positions,
      positions.map((T) => positionLoss(law, T)),
    );
    for (const name of ['a', 'b', 'p'] as const) expect(fitted[name]).toBeCloseTo(law[name], 5);
  }
});

test('schedules that sum to 100 end at one loss, and shorter ones above it', () => {
  const points = schedulePoints(curvesOf(kaplan2020Schedules.runs));
  const {mean, low, high} = plateauOf(points)!;
  expect([low, high]).toEqual([mean, mean].map((loss) => expect.closeTo(loss, 12)));
  const rest = points.filter(({sum}) => sum < 95);
  expect(rest.length).toBeGreaterThan(5);
  for (const {loss} of rest) expect(loss).toBeGreaterThan(mean);
  expect(plateauOf([])).toBeNull();
});

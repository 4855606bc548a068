import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {bestSize} from '../../src/inference/training/bestSize.ts';
import {finalPoint, lossAt, reachOf, trainingCurves} from '../../src/inference/training/curves.ts';
import {extrapolate} from '../../src/inference/training/extrapolation.ts';
import {frontierLaw, frontierOf, spendingLaw} from '../../src/inference/training/frontier.ts';
import {courseLaw, dataLaw, sizeAndDataLaw, sizeLaw} from '../../src/inference/training/laws.ts';
import {tolerances} from '../../src/inference/training/tolerance.ts';
import {fitParabola} from '../../src/numeric/parabola.ts';
import {criticalBatch, minimumSteps} from '../../src/science/kaplan/criticalBatch.ts';
import {lossOfSize, sizeCost, TRAINING_CONSTANTS} from '../../src/science/kaplan/frontier.ts';
import {PF_DAY} from '../../src/science/kaplan/pfDay.ts';
import {WARMUP} from '../../src/science/population.ts';
import {kaplan2020Data, kaplan2020Sizes} from '../../src/science/populations/kaplan2020.ts';
import {frontierExponent, frontierLoss} from '../science/appendixB.ts';
import {TRUTH, trainingRows} from './trainingRows.ts';

const clean = trainingCurves(trainingRows(kaplan2020Sizes.runs));

/** Mean and standard error of some numbers. */
function summary(values: readonly number[]): {mean: number; error: number} {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {mean, error: Math.sqrt(square / (values.length - 1) / values.length)};
}

describe('a training curve without noise', () => {
  test('has the loss of L(N, Smin) at the fewest steps', () => {
    const {Nc, aN, Sc, aS} = TRUTH;
    for (const {size, points} of clean) {
      for (const {loss, leastSteps} of points.filter((point) => point.steps >= WARMUP)) {
        expect((Nc! / size) ** aN! + (Sc! / leastSteps) ** aS!).toBeCloseTo(loss, 9);
      }
    }
  });

  test('is read at any place, and found again by its loss', () => {
    const curve = clean[12]!;
    fc.assert(
      fc.property(fc.double({min: 0.001, max: 1, noNaN: true}), (share) => {
        const steps = WARMUP + share * (finalPoint(curve).steps - WARMUP);
        const loss = lossAt(curve, 'steps', steps)!;
        expect(reachOf(curve, 'steps', loss)! / steps).toBeCloseTo(1, 9);
      }),
    );
    expect(lossAt(curve, 'steps', 3e5)).toBeNull();
    expect(reachOf(curve, 'steps', 0.9 * finalPoint(curve).loss)).toBeNull();
  });

  test('gives back the constants of table 3', () => {
    const law = courseLaw(clean, WARMUP)!;
    for (const name of ['Nc', 'aN', 'Sc', 'aS']) expect(law[name]! / TRUTH[name]!).toBeCloseTo(1, 5);
  });

  test('is foreseen from any share that holds five checkpoints, and from no other', () => {
    for (const share of [0.1, 0.6]) {
      for (const curve of clean) {
        expect(Math.abs(extrapolate(curve, share, WARMUP)!.error)).toBeLessThan(1e-4);
      }
    }
    expect(extrapolate(clean[0]!, 0.02, WARMUP)).toBeNull();
  });
});

test.each([
  [
    'far below the loss reached, where the run stalls',
    (steps: number) => Math.max(5 * (steps / 3000) ** -0.6, 1.35),
    -1,
  ],
  ['above the first loss seen, where that is a lucky one', (steps: number) => (steps < 4000 ? 2.9 : 3), 1],
])('the end of a run is foreseen %s', (_, loss, side) => {
  const run = kaplan2020Sizes.runs.at(-1)!;
  const [curve] = trainingCurves(trainingRows([run]).map((row) => ({...row, batch: 1e13, loss: loss(row.steps)})));
  const last = finalPoint(curve!);
  const {foreseen, law} = extrapolate(curve!, 0.1, WARMUP)!;
  const least = minimumSteps(last.steps, curve!.batch, criticalBatch(foreseen, curve!.constants));
  expect(Math.abs(foreseen / (law.floor + (law.scale / least) ** law.exponent) - 1)).toBeLessThan(1e-9);
  const bound = side < 0 ? 0.5 * last.loss : curve!.points.find(({steps}) => steps >= WARMUP)!.loss;
  expect(side * (foreseen - bound)).toBeGreaterThan(0);
});

test('the end of a run is not foreseen by a law whose scale is beyond all numbers, as that of a loss that hardly falls', () => {
  const run = kaplan2020Sizes.runs.at(-1)!;
  const loss = (steps: number) => 3 * (steps / 3000) ** -1e-7;
  const [curve] = trainingCurves(trainingRows([run]).map((row) => ({...row, batch: 1e13, loss: loss(row.steps)})));
  expect(extrapolate(curve!, 0.1, WARMUP)).toBeNull();
});

describe('the best size', () => {
  test('is the lowest point of a parabola in logarithms', () => {
    fc.assert(
      fc.property(fc.double({min: 2.5, max: 5.5, noNaN: true}), (middle) => {
        const points = Array.from({length: 9}, (_, i) => ({
          size: 10 ** i,
          value: 3 * Math.exp(0.02 * (i - middle) ** 2),
        }));
        const best = bestSize(points)!;
        expect(Math.log10(best.size)).toBeCloseTo(middle, 6);
        expect(best.value).toBeCloseTo(3, 6);
      }),
    );
  });

  test('is none where the smallest or largest of the sizes wins', () => {
    const falling = Array.from({length: 9}, (_, i) => ({size: 10 ** i, value: 9 - i}));
    expect(bestSize(falling)).toBeNull();
    expect(bestSize([])).toBeNull();
  });
});

describe('the frontier of clean runs', () => {
  const frontier = frontierOf(clean, 'leastCompute');

  test('spans seven powers of ten of compute', () => {
    expect(frontier[frontier.length - 1]!.compute / frontier[0]!.compute).toBeGreaterThan(1e7);
  });

  test('lies on the parabolas through the exact losses of appendix B, which lie above its frontier', () => {
    // ln L of two powers of compute, one of them constant, bends by at most aS^2 / 4; lines between checkpoints a gap apart lie above it by an eighth of gap^2 of that.
    const gaps = clean.flatMap(({points}) =>
      points
        .slice(1)
        .map(({steps, leastCompute}, i) =>
          points[i]!.steps < WARMUP || steps < WARMUP ? 0 : Math.log(leastCompute / points[i]!.leastCompute),
        ),
    );
    const above = (Math.max(...gaps) ** 2 / 8) * (TRAINING_CONSTANTS.aS ** 2 / 4);
    for (const {compute, loss, size} of frontier) {
      const exact = clean.map((curve) => ({size: curve.size, value: lossOfSize(curve.size, compute * PF_DAY)}));
      const parabola = bestSize(exact)!;
      // The parabola through five sizes weighs them by -3, 12, 17, 12 and -3 of 35 in its middle.
      expect(Math.log(loss / parabola.value)).toBeLessThan((41 / 35) * above);
      expect(Math.log(loss / parabola.value)).toBeGreaterThan((-6 / 35) * above);
      // Its slope takes up to 3 of 10 of what the losses are off a step, its bend 4 of 14 a step squared; the middle lies within half a step.
      const least = exact.reduce((best, {value}, i) => (value < exact[best]!.value ? i : best), 0);
      const near = exact.slice(least - 2, least + 3);
      const steps = near.slice(1).map((one, i) => Math.log(one.size / near[i]!.size));
      const {bend} = fitParabola(
        near.map((one) => Math.log(one.size / near[2]!.size)),
        near.map(({value}) => Math.log(value)),
      )!;
      const [slopeOff, bendOff] = [(0.3 * above) / Math.min(...steps), ((4 / 14) * above) / Math.min(...steps) ** 2];
      const room = (slopeOff + Math.max(...steps) * bendOff) / (2 * (bend - bendOff));
      expect(Math.abs(Math.log(size / parabola.size))).toBeLessThan(room);
      expect(loss).toBeGreaterThan(frontierLoss(compute * PF_DAY));
    }
  });

  test('has the exponents of appendix B, and those of size, batch and steps share out the compute', () => {
    const aC = frontierExponent(TRAINING_CONSTANTS);
    const {aN, aB, aS} = TRAINING_CONSTANTS;
    const exponents = (['size', 'batch', 'steps'] as const).map(
      (part) => spendingLaw(frontier, (best) => best[part])!.exponent,
    );
    expect(frontierLaw(frontier)!.exponent).toBeCloseTo(aC, 3);
    [aC / aN, aC / aB, aC / aS].forEach((exponent, i) => {
      expect(Math.abs(exponents[i]! - exponent)).toBeLessThan(0.01);
    });
    expect(exponents.reduce((sum, exponent) => sum + exponent, 0)).toBeCloseTo(1, 9);
  });

  test('is never below that of a fixed batch, which wastes compute', () => {
    for (const {compute, loss} of frontierOf(clean, 'compute')) {
      const least = frontier.find((best) => Math.abs(best.compute / compute - 1) < 1e-9);
      if (least) expect(least.loss).toBeLessThan(loss);
    }
  });

  test('costs a size beside the best one what equations B.16 and B.17 say', () => {
    const found = tolerances(clean, frontier, [5, 4, 3.3]).filter(({ratio}) => ratio > 0.6 && ratio < 10);
    expect(found.length).toBeGreaterThan(9);
    for (const {ratio, compute, steps} of found) {
      expect(Math.abs(compute / sizeCost(ratio).compute - 1)).toBeLessThan(0.06);
      expect(Math.abs(steps / sizeCost(ratio).steps - 1)).toBeLessThan(0.12);
    }
  });
});

describe('over simulated runs with noise', () => {
  const SEEDS = Array.from({length: 8}, (_, i) => `training ${i}`);
  const noisy = SEEDS.map((seed) => trainingCurves(trainingRows(kaplan2020Sizes.runs, seed)));

  test('the exponents of L(N, Smin) are recovered', () => {
    const laws = noisy.map((curves) => courseLaw(curves, WARMUP)!);
    for (const name of ['aN', 'aS']) {
      const {mean, error} = summary(laws.map((law) => law[name]!));
      expect(Math.abs(mean - TRUTH[name]!)).toBeLessThan(4 * error);
    }
  });

  test('the exponent of the best size is recovered', () => {
    const {mean, error} = summary(
      noisy.map((curves) => spendingLaw(frontierOf(curves, 'leastCompute'), (best) => best.size)!.exponent),
    );
    // The clean runs give what the parabola itself is off by.
    const own = spendingLaw(frontierOf(clean, 'leastCompute'), (best) => best.size)!.exponent;
    expect(Math.abs(mean - own)).toBeLessThan(4 * error);
  });

  test('the end of a run is foreseen the better the more of it was seen, by more than four standard errors', () => {
    const curves = noisy.slice(0, 3).flat();
    const [early, late] = [0.1, 0.6].map((share) =>
      curves.map((curve) => extrapolate(curve, share, WARMUP)!.error ** 2),
    );
    const {mean, error} = summary(early!.map((square, i) => square - late![i]!));
    expect(mean).toBeGreaterThan(4 * error);
  });
});

describe('runs on data sets', () => {
  const curves = trainingCurves(trainingRows(kaplan2020Data.runs));

  test('meet L(N, D) within the rise of the loss that is left at the end of training', () => {
    const law = sizeAndDataLaw(curves)!;
    expect(Math.abs(law.aN! - TRUTH.aN!)).toBeLessThan(0.006);
    expect(Math.abs(law.aD! - TRUTH.aD!)).toBeLessThan(0.006);
  });

  test('whose loss does not follow the data have no law of data', () => {
    const flat = curves.map((curve) => ({...curve, points: clean[9]!.points}));
    expect(dataLaw(flat)).toBeNull();
  });

  test('of one size say nothing of the law of size', () => {
    expect(sizeLaw(curves.filter(({size}) => size === curves[0]!.size))).toBeNull();
  });
});

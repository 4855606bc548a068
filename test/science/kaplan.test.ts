import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {ALLOCATION, growth, PRINTED_DATA, spent} from '../../src/science/kaplan/allocation.ts';
import {criticalBatch, minimumCompute, minimumSteps} from '../../src/science/kaplan/criticalBatch.ts';
import {crossing} from '../../src/science/kaplan/crossing.ts';
import {
  efficientExcess,
  lossOfSize,
  sizeCost,
  stoppingCost,
  TRAINING_CONSTANTS,
} from '../../src/science/kaplan/frontier.ts';
import {dataGrowth, lossFactor} from '../../src/science/kaplan/growth.ts';
import {PF_DAY} from '../../src/science/kaplan/pfDay.ts';
import {
  LEGEND_FRONTIER,
  lossOf,
  PUBLISHED_DATA,
  PUBLISHED_FRONTIER,
  PUBLISHED_SIZE,
} from '../../src/science/kaplan/published.ts';
import {frontierExponent, frontierLoss, frontierScale, frontierSize} from './appendixB.ts';

/** A number as it is printed, with so many digits. */
function printed(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}

const positive = (min: number, max: number) => fc.double({min, max, noNaN: true, noDefaultInfinity: true});

describe('the critical batch of Kaplan et al. 2020', () => {
  test.each([
    [10, 3633],
    [6, 4.137e4],
    [4, 2.853e5],
    [3, 1.123e6],
    [2.5, 2.675e6],
    [2, 7.74e6],
  ])('at a loss of %d is %d tokens', (loss, tokens) => {
    expect(printed(criticalBatch(loss), 4)).toBe(tokens);
  });

  test('doubles when the loss falls by 13 %', () => {
    expect(printed(criticalBatch(0.87 * 3) / criticalBatch(3), 2)).toBe(1.9);
  });

  test('is where twice the fewest steps and twice the least data are used', () => {
    expect(minimumSteps(1000, 5e5, 5e5)).toBe(500);
    expect(minimumCompute(1000, 5e5, 5e5)).toBe(500);
  });

  test('trades steps for data: (S/Smin - 1)(E/Emin - 1) = 1 at every batch (equations 5.1 and 5.2)', () => {
    fc.assert(
      fc.property(positive(1e3, 1e6), positive(1e3, 1e7), positive(1e3, 1e7), (steps, batch, critical) => {
        const fewest = minimumSteps(steps, batch, critical);
        const least = critical * fewest;
        expect((steps / fewest - 1) * ((batch * steps) / least - 1)).toBeCloseTo(1, 6);
        // Compute is 6 N E, so that it falls as the data do (equation 5.5).
        expect(minimumCompute(batch * steps, batch, critical) / least).toBeCloseTo(1, 9);
      }),
    );
  });
});

describe('the compute-efficient frontier of Kaplan et al. 2020', () => {
  test('has the scale and the exponent of table 3', () => {
    expect(printed(frontierScale(TRAINING_CONSTANTS), 3)).toBe(1.39e28);
    expect(printed(frontierScale(TRAINING_CONSTANTS) / PF_DAY, 3)).toBe(1.61e8);
    expect(printed(frontierExponent(TRAINING_CONSTANTS), 3)).toBe(0.0525);
  });

  test.each([
    [1e-6, 5.561],
    [1e-3, 3.871],
    [1, 2.694],
    [1e3, 1.875],
  ])('at %d PF-days reaches a loss of %d', (compute, loss) => {
    expect(Math.abs(frontierLoss(compute * PF_DAY) - loss)).toBeLessThan(1e-3);
  });

  test('is the least loss over all sizes of equation B.2, at the size it says', () => {
    const {Nc, aN, Sc, aS, Bstar, aB} = TRAINING_CONSTANTS;
    fc.assert(
      fc.property(positive(1e-8, 1e3), positive(0.2, 5), (compute, factor) => {
        const [C, best] = [compute * PF_DAY, frontierSize(compute * PF_DAY)];
        const least = frontierLoss(C);
        const reached = (N: number, L: number): number =>
          (Nc / N) ** aN + ((6 * Bstar * Sc * N) / (L ** (1 / aB) * C)) ** aS;
        expect(reached(best, least) / least).toBeCloseTo(1, 9);
        // The right side falls in L, so that a larger value at the least loss means a larger loss.
        expect(reached(factor * best, least)).toBeGreaterThanOrEqual(least * (1 - 1e-9));
      }),
    );
  });

  test('stops about 10 % above the converged loss', () => {
    expect(printed(efficientExcess(TRAINING_CONSTANTS), 2)).toBe(0.1);
    const {Nc, aN} = TRAINING_CONSTANTS;
    expect(frontierLoss(PF_DAY) / (Nc / frontierSize(PF_DAY)) ** aN - 1).toBeCloseTo(aN / TRAINING_CONSTANTS.aS, 9);
  });

  test('takes 2.7 times the parameters, 7.7 times fewer steps and 65 % less compute than stopping at 2 %', () => {
    const exact = stoppingCost(efficientExcess(TRAINING_CONSTANTS), 0.02);
    const round = stoppingCost(0.1, 0.02);
    expect(printed(round.size, 4)).toBe(2.666);
    expect(printed(exact.size, 4)).toBe(2.708);
    expect(printed(round.steps, 5)).toBe(0.13288);
    expect(Math.abs(1 / exact.steps - 7.7)).toBeLessThan(0.06);
    expect(printed(1 - exact.compute, 2)).toBe(0.65);
  });

  test.each([
    [0.4, 2.1509, 5.3773],
    [0.6, 1.1647, 1.9412],
    [2.2, 1.2037, 0.5471],
    [5, 1.8257, 0.3651],
    [10, 2.8392, 0.2839],
  ])('at %d times the best size needs %d times the compute and %d times the steps', (ratio, compute, steps) => {
    const cost = sizeCost(ratio);
    expect(printed(cost.compute, 5)).toBe(compute);
    expect(printed(cost.steps, 4)).toBe(printed(steps, 4));
  });

  test('is not reached at all by a size whose converged loss lies above it', () => {
    expect(sizeCost(0.25).compute).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('the loss of one size at some compute', () => {
  test('is the frontier at the best size, and higher at every other', () => {
    fc.assert(
      fc.property(positive(1e-7, 1e3), positive(0.3, 5), (compute, factor) => {
        const C = compute * PF_DAY;
        const least = lossOfSize(frontierSize(C), C);
        expect(least / frontierLoss(C)).toBeCloseTo(1, 9);
        expect(lossOfSize(factor * frontierSize(C), C)).toBeGreaterThanOrEqual(least * (1 - 1e-12));
      }),
    );
  });

  test('tends to L(N) as compute grows', () => {
    const {Nc, aN} = TRAINING_CONSTANTS;
    expect(lossOfSize(1e8, 1e12 * PF_DAY) / (Nc / 1e8) ** aN).toBeCloseTo(1, 6);
  });
});

describe('the published powers of Kaplan et al. 2020', () => {
  test.each([
    [768, 6.926171],
    [1e5, 4.783884],
    [1e6, 4.01588],
    [1e7, 3.37117],
    [1e8, 2.829963],
    [1e9, 2.37564],
    [1.5e9, 2.303551],
  ])('give %d parameters a loss of %d', (size, loss) => {
    expect(lossOf(size, PUBLISHED_SIZE)).toBeCloseTo(loss, 6);
  });

  test.each([
    [2.2e7, 4.046199],
    [1e8, 3.504107],
    [1e9, 2.815642],
    [2.29e10, 2.091188],
  ])('give %d tokens a loss of %d', (tokens, loss) => {
    expect(lossOf(tokens, PUBLISHED_DATA)).toBeCloseTo(loss, 6);
  });

  test.each([
    [1e-8, 6.6768, 6.5779],
    [1e-4, 4.2128, 4.1504],
    [1, 2.6581, 2.6187],
    [100, 2.1114, 2.0801],
  ])('give %d PF-days a loss of %d by the text and %d by the legends', (compute, text, legend) => {
    expect(lossOf(compute, PUBLISHED_FRONTIER)).toBeCloseTo(text, 4);
    expect(lossOf(compute, LEGEND_FRONTIER)).toBeCloseTo(legend, 4);
  });
});

describe('the spending of Kaplan et al. 2020', () => {
  test('of 1e9 times the compute goes 1,000,000 : 100 : 10 to size, batch and steps', () => {
    const [size, batch, steps] = (['size', 'batch', 'steps'] as const).map((name) => growth(1e9, name));
    expect(size).toBeGreaterThan(1e6);
    expect(Math.round(Math.log10(batch!))).toBe(2);
    expect(steps).toBeLessThan(10);
    expect(size! * batch! * steps!).toBeCloseTo(1e9, 0);
  });

  test('on data in table 6 is what is left of the compute, in equation 6.7 it is not', () => {
    const left = (2 * PF_DAY) / (6 * spent(1, ALLOCATION.size));
    expect(printed(left, 2)).toBe(2.2e10);
    expect(printed(spent(1, ALLOCATION.data), 1)).toBe(2e10);
    expect(printed(spent(1, PRINTED_DATA), 1)).toBe(4e10);
  });

  test('asks for 5 times the data for 8 times the size, and doubling the size multiplies the loss by 0.95', () => {
    expect(printed(dataGrowth(8), 3)).toBe(4.66);
    expect(printed(lossFactor(2, 0.076), 2)).toBe(0.95);
  });
});

describe('the contradiction point of Kaplan et al. 2020', () => {
  const DATA = {scale: 5.4e13, exponent: 0.095};

  test.each([
    [3.1e8, ALLOCATION.data, 1.12e4, 1.67],
    [2.3e8, ALLOCATION.data, 6.06e3, 1.69],
    [3.1e8, PRINTED_DATA, 1.06e5, 1.49],
    [2.3e8, PRINTED_DATA, 5.9e4, 1.51],
  ])('with Cc %d and the data %o lies at %d PF-days and a loss of %d', (scale, need, compute, loss) => {
    const found = crossing({scale, exponent: 0.05}, DATA, need)!;
    expect(printed(found.compute, String(compute).replace(/0+$/, '').length)).toBe(compute);
    expect(printed(found.loss, 3)).toBe(loss);
  });

  test('is at about 1e12 parameters with table 6, within the factor of 10 that the paper gives', () => {
    const found = crossing({scale: 3.1e8, exponent: 0.05}, DATA)!;
    expect(printed(found.size, 2)).toBe(1.2e12);
    expect(Math.abs(Math.log10(found.data / 1e12))).toBeLessThan(1);
  });

  test('is nowhere where the frontier falls more slowly than the data allow', () => {
    expect(crossing({scale: 3.1e8, exponent: 0.02}, DATA)).toBeNull();
  });
});

import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {bestStop, earliestStop, overfittingLoss} from '../../../src/science/kaplan/earlyStop.ts';
import {enoughTokens, overfit, overfitMeasure, tokensForOverfit} from '../../../src/science/kaplan/overfit.ts';
import {DISTRIBUTIONS, LARGEST_LOSS, transferLine} from '../../../src/science/kaplan/transfer.ts';
import {kaplan} from '../../../src/science/laws/kaplan.ts';

const TABLE_2 = kaplan.presets.kaplan2020!.values;
const TABLE_3 = {Sc: 2.1e3, aS: 0.76};
const positive = (min: number, max: number) => fc.double({min, max, noNaN: true});

describe('overfitting', () => {
  test.each([
    [1e8, 0.0211],
    [1e9, 0.021],
    [1e10, 0.0209],
  ])('costs %d parameters the known share at the rule D = 5e3 N^0.74', (params, share) => {
    expect(Math.abs(overfit(params, enoughTokens(params)) - share)).toBeLessThan(5e-5);
  });

  test('of 0.02 takes 5.25e3 to 5.31e3 times N^0.74 tokens', () => {
    const coefficients = [1e8, 1e9, 1e10].map((params) => tokensForOverfit(params, 0.02) / params ** 0.74);
    expect(Math.min(...coefficients)).toBeCloseTo(5250, -1);
    expect(Math.max(...coefficients)).toBeCloseTo(5310, -1);
  });

  test('is what L(N, D) is above its limit of unlimited data, whatever the constants', () => {
    const sizes = positive(3, 12);
    fc.assert(
      fc.property(sizes, sizes, positive(0.05, 0.2), (lnN, lnD, aN) => {
        const [N, D] = [10 ** lnN, 10 ** lnD];
        const values = {...TABLE_2, aN};
        const law = kaplan.build(values);
        const at = {N, Nne: N, D, S: 1, lr: 0, U: D};
        const ratio = law(at) / law({...at, D: 1e40});
        expect(Math.abs((1 + overfit(N, D, values)) / ratio - 1)).toBeLessThan(1e-12);
      }),
    );
  });

  test('depends on size and data through N^(aN/aD) / D alone, and its inverse gives the data back', () => {
    fc.assert(
      fc.property(positive(5, 11), positive(7, 12), positive(5, 11), (lnN, lnD, lnOther) => {
        const [N, D, other] = [10 ** lnN, 10 ** lnD, 10 ** lnOther];
        const tokens = overfitMeasure(other, 1) / overfitMeasure(N, D);
        expect(Math.abs(overfit(other, tokens) / overfit(N, D) - 1)).toBeLessThan(1e-9);
        expect(Math.abs(tokensForOverfit(N, overfit(N, D)) / D - 1)).toBeLessThan(1e-9);
      }),
    );
  });

  test('of an eightfold model is held by five times the data', () => {
    // aN/aD = 0.738 and 8^0.738 = 4.64: "about 5x" in section 1.1.
    expect(tokensForOverfit(8e8, 0.02) / tokensForOverfit(1e8, 0.02)).toBeCloseTo(4.64, 2);
  });
});

describe('early stopping', () => {
  test('cannot come before Sc excess^(-1/aS) steps', () => {
    expect(earliestStop(1)).toBe(2.1e3);
    expect(earliestStop(0.1)).toBeCloseTo(2.1e3 * 10 ** (1 / 0.76), 6);
  });

  test('ends at a least test loss that lies the excess above unlimited data, and comes 1.53 times later than the bound', () => {
    fc.assert(
      fc.property(positive(0.005, 2), (excess) => {
        const loss = (steps: number) => (TABLE_3.Sc / steps) ** TABLE_3.aS + overfittingLoss(steps, excess);
        const stop = bestStop(excess);
        expect(Math.abs(loss(stop) / excess - 1)).toBeLessThan(1e-12);
        expect(loss(stop * 1.01)).toBeGreaterThan(loss(stop));
        expect(loss(stop / 1.01)).toBeGreaterThan(loss(stop));
        expect(stop / earliestStop(excess)).toBeCloseTo(1.38 ** (1 / 0.76), 9);
      }),
    );
  });
});

describe('transfer', () => {
  test.each(DISTRIBUTIONS.map((one) => [one.name, one] as const))('to %s meets its readings to 0.03', (_, one) => {
    const line = transferLine(one);
    for (const [own, other] of one.readings) expect(Math.abs(line(own) - other)).toBeLessThan(0.03);
  });

  test('costs an offset that grows as models improve, or stays', () => {
    for (const one of DISTRIBUTIONS) {
      const line = transferLine(one);
      expect(line(LARGEST_LOSS) - LARGEST_LOSS).toBeGreaterThanOrEqual(line(5) - 5 - 1e-12);
      expect(line(3)).toBeLessThan(line(3.1));
    }
  });
});

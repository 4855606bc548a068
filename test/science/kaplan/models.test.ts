import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {fitTradeoff} from '../../../src/science/kaplan/batchScan.ts';
import {peakRate, rateAt, schedulePenalty, summedRate} from '../../../src/science/kaplan/schedules.ts';
import {computeForLoss, depthFactor, ratioPenalty, ratiosOf} from '../../../src/science/kaplan/shape.ts';
import {meanLoss, meanPower, POSITION_MODELS, positionLaw, positionLoss} from '../../../src/science/kaplan/tokens.ts';
import {parametersOf} from '../../../src/science/kaplan/transformer.ts';
import {kaplan, kaplanC} from '../../../src/science/laws/kaplan.ts';

const positive = (min: number, max: number) => fc.double({min, max, noNaN: true});

describe('the shape of a model', () => {
  test.each([
    [2, 128, 393_216],
    [36, 1280, 707_788_800],
    [48, 1600, 1_474_560_000],
    [6, 4288, 1_323_859_968],
  ])('of %d layers and width %d has 12 n d^2 parameters', (layers, width, count) => {
    expect(parametersOf({layers, width}).paramsNonEmbedding).toBe(count);
  });

  test('counts (50257 + 1024) d more with its embeddings, and only the last normalisation without layers', () => {
    const {params, paramsNonEmbedding} = parametersOf({layers: 2, width: 128});
    expect(params - paramsNonEmbedding).toBe(6_563_968);
    expect(parametersOf({layers: 0, width: 100}).paramsNonEmbedding).toBe(200);
  });

  test.each([
    ['feedForward', 40, 0.08],
    ['aspect', 2000, 0.08],
    ['aspect', 3, 0.025],
    ['head', 300, 0.02],
  ] as const)('costs at the ratio %s = %d what the paper plots', (ratio, x, share) => {
    expect(ratioPenalty(ratio, x)).toBeCloseTo(share, 12);
  });

  test('costs nothing somewhere in the middle and never less than nothing', () => {
    fc.assert(
      fc.property(fc.constantFrom('feedForward', 'aspect', 'head'), positive(0, 4), (ratio, power) => {
        expect(ratioPenalty(ratio, 10 ** power)).toBeGreaterThanOrEqual(0);
      }),
    );
    expect(ratioPenalty('feedForward', 4)).toBeLessThan(0.005);
    expect(ratioPenalty('aspect', 100)).toBeLessThan(0.005);
  });

  test('has the ratios of its sides', () => {
    const ratios = ratiosOf({layers: 6, width: 4288, feedForward: 17152, heads: 67});
    expect(ratios.feedForward).toBe(4);
    expect(ratios.aspect).toBeCloseTo(714.67, 2);
    expect(ratios.head).toBe(64);
  });

  test('may cost 1 % of the loss for 22 % more compute with the published exponent of C_min', () => {
    expect(computeForLoss(0.01, kaplanC.presets['kaplan2020-cmin']!.values.aC!)).toBeCloseTo(0.22, 2);
    expect(computeForLoss(0.01, kaplanC.presets['kaplan2020-c']!.values.aC!)).toBeCloseTo(0.191, 3);
  });

  test('does not matter from two layers on, and matters more in larger models of one layer', () => {
    expect(depthFactor(2, 1e9)).toBe(1);
    expect(depthFactor(1, 1e3)).toBe(1);
    expect(depthFactor(1, 1e7)).toBeGreaterThan(depthFactor(1, 1e5));
  });
});

describe('the positions of a context', () => {
  test.each(POSITION_MODELS.map(({params, law}) => [params, law] as const))(
    // The printed digits leave 0.05 of a and 0.01 of b and p; sizes read to a fifth leave 0.04.
    'give a model of %d parameters the mean loss of L(N, D) with all data, to 0.1',
    (Nne, law) => {
      const expected = kaplan.build(kaplan.presets.kaplan2020!.values)({
        N: Nne,
        Nne,
        D: 2.29e10,
        S: 1,
        lr: 0,
        U: 1,
      });
      expect(Math.abs(meanLoss(law) - expected)).toBeLessThan(0.1);
    },
  );

  test('are spread as the published fit says at its own mean loss', () => {
    for (const {law} of POSITION_MODELS) {
      const {a, b, p} = positionLaw(meanLoss(law));
      expect(a).toBeCloseTo(law.a, 9);
      expect(b).toBeCloseTo(law.b, 9);
      expect(p).toBeCloseTo(law.p, 9);
    }
  });

  test('average to the loss of the model, whatever it is, and fall along the context', () => {
    fc.assert(
      fc.property(positive(1.5, 10.82), (loss) => {
        const law = positionLaw(loss);
        expect(Math.abs(meanLoss(law) - loss)).toBeLessThan(1e-12);
        expect(positionLoss(law, 1)).toBeGreaterThanOrEqual(positionLoss(law, 1024));
      }),
      {numRuns: 50},
    );
  });

  test('are all alike before training, and have a mean power that is a harmonic mean at p = 1', () => {
    expect(positionLaw(Math.log(50257)).b).toBeCloseTo(0, 12);
    expect(meanPower(1, 4)).toBeCloseTo((1 + 1 / 2 + 1 / 3 + 1 / 4) / 4, 14);
  });
});

describe('a learning-rate schedule', () => {
  test.each([
    ['constant', 248.5],
    ['linear', 125],
    ['cosine', 125],
    ['triangle', 125],
  ] as const)('of peak 0.001 over 2.5e5 steps, %s after warm-up, sums to %d', (decay, sum) => {
    expect(summedRate({decay, peak: 1e-3, steps: 2.5e5, warmup: 3e3})).toBeCloseTo(sum, 3);
  });

  test('that falls exponentially sums to the integral of its decay', () => {
    // Integral of 0.01^x over 0 to 1: 0.99 / ln 100.
    const sum = summedRate({decay: 'exponential', peak: 1e-3, steps: 2.5e5, warmup: 0});
    expect(Math.abs(sum / ((250 * 0.99) / Math.log(100)) - 1)).toBeLessThan(1e-5);
  });

  test('rises to its peak in the warm-up and never passes it', () => {
    const schedule = {decay: 'cosine', peak: 7e-4, steps: 1000, warmup: 100} as const;
    expect(rateAt(schedule, 50)).toBeCloseTo(3.5e-4, 15);
    expect(rateAt(schedule, 100)).toBe(7e-4);
    expect(rateAt(schedule, 550)).toBeCloseTo(3.5e-4, 12);
    expect(rateAt(schedule, 1000)).toBeCloseTo(0, 15);
  });

  test('does not matter once its rates sum to 100', () => {
    expect(schedulePenalty(100)).toBe(0);
    expect(schedulePenalty(250)).toBe(0);
    expect(schedulePenalty(25)).toBe(0.03);
    expect(schedulePenalty(60)).toBeLessThan(schedulePenalty(40));
  });

  test.each([
    [3e6, 0.0011585],
    [1.5e9, 0.0002915],
  ])('has its peak for %d parameters at LR(N)', (params, rate) => {
    expect(peakRate(params)).toBeCloseTo(rate, 7);
  });
});

describe('a batch scan', () => {
  test('without noise gives back the steps and the examples it was made with', () => {
    const batches = fc.uniqueArray(fc.integer({min: 10, max: 24}), {minLength: 3, maxLength: 9});
    fc.assert(
      fc.property(batches, positive(2, 5), positive(8, 11), (powers, lnS, lnE) => {
        const [Smin, Emin] = [10 ** lnS, 10 ** lnE];
        const scans = powers.map((power) => ({batch: 2 ** power, steps: Smin + Emin / 2 ** power}));
        const found = fitTradeoff(scans)!;
        for (const {batch, steps} of scans) {
          const product = (steps / found.Smin - 1) * ((batch * steps) / found.Emin - 1);
          expect(Math.abs(product - 1)).toBeLessThan(1e-3);
        }
      }),
    );
    const scans = [14, 18, 22].map((power) => ({batch: 2 ** power, steps: 1e3 + 1e9 / 2 ** power}));
    const found = fitTradeoff(scans)!;
    expect(found.Smin / 1e3).toBeCloseTo(1, 9);
    expect(found.Emin / 1e9).toBeCloseTo(1, 9);
    expect(found.Bcrit / 1e6).toBeCloseTo(1, 9);
  });

  test('of two batches, or with negative answers, gives nothing', () => {
    expect(fitTradeoff([14, 16].map((power) => ({batch: 2 ** power, steps: 100})))).toBeNull();
    expect(fitTradeoff([14, 16, 18].map((power) => ({batch: 2 ** power, steps: power})))).toBeNull();
  });
});

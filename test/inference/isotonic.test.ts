import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {isotonic} from '../../src/inference/isotonic.ts';
import answers from './fixtures/monotoneAnswers.json' with {type: 'json'};

const weighted = fc
  .array(fc.tuple(fc.double({min: -5, max: 5, noNaN: true}), fc.double({min: 0.1, max: 10, noNaN: true})), {
    minLength: 1,
    maxLength: 60,
  })
  .map((pairs) => ({
    values: Float64Array.from(pairs, ([value]) => value),
    weights: Float64Array.from(pairs, ([, weight]) => weight),
  }));

describe('the monotone fit', () => {
  test('is that of isoreg of R, weights counting as repeated values', () => {
    for (const {values, weights, fitted} of answers.isotonic) {
      const found = isotonic(Float64Array.from(values), Float64Array.from(weights));
      found.forEach((value, i) => {
        expect(value).toBeCloseTo(fitted[i]!, 14);
      });
    }
  });

  test('never falls, keeps the weighted mean, and stays as it is when fitted again', () => {
    fc.assert(
      fc.property(weighted, ({values, weights}) => {
        const fitted = isotonic(values, weights);
        const total = (column: Float64Array) => column.reduce((sum, value, i) => sum + weights[i]! * value, 0);
        expect(total(fitted)).toBeCloseTo(total(values), 8);
        isotonic(fitted, weights).forEach((value, i) => {
          if (i > 0) expect(fitted[i]!).toBeGreaterThanOrEqual(fitted[i - 1]!);
          expect(value).toBeCloseTo(fitted[i]!, 10);
        });
      }),
    );
  });

  test('leaves values alone that rise already', () => {
    fc.assert(
      fc.property(weighted, ({values, weights}) => {
        const rising = values.slice().sort();
        expect(isotonic(rising, weights)).toEqual(rising);
      }),
    );
  });

  test('falls where it is asked to, as the mirror image of a rising fit', () => {
    fc.assert(
      fc.property(weighted, ({values, weights}) => {
        const mirrored = isotonic(
          values.map((value) => -value),
          weights,
        );
        isotonic(values, weights, 'falling').forEach((value, i) => {
          expect(value).toBeCloseTo(-mirrored[i]!, 12);
        });
      }),
    );
  });
});

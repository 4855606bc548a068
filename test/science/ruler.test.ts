import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {nameOn, onAxis, printedLoss, type Ruler, rulerOf, truthOn} from '../../src/science/ruler.ts';

const A: Ruler = {offset: 0, scale: 1, unigram: 7.2};
const B: Ruler = {offset: 0.25, scale: 1, unigram: 7.45};
const STRETCHED: Ruler = {...B, scale: 1.1};

test('a family without a ruler prints the loss itself, whatever its name', () => {
  for (const name of ['A', 'constructor', 'toString']) {
    expect(printedLoss(rulerOf({B}, name), 2.107)).toBe(2.107);
    expect(printedLoss(rulerOf(undefined, name), 2.107)).toBe(2.107);
  }
  expect(printedLoss(rulerOf({B}, 'B'), 2)).toBe(2.25);
});

test('a family whose entropy is not known has no normalised loss', () => {
  expect(onAxis({...A, unigram: null}, 2.2, 'normalisedLoss')).toBeNaN();
  expect(onAxis({...A, unigram: null}, 2.2, 'loss')).toBe(2.2);
});

test('the normalised loss is the logarithm of the unigram-normalised perplexity exp(L - H)', () => {
  expect(Math.exp(onAxis(A, 2.2, 'normalisedLoss'))).toBeCloseTo(Math.exp(2.2) / Math.exp(7.2), 12);
  expect(onAxis(A, 2.2, 'loss')).toBe(2.2);
  expect([nameOn('threshold', 'loss'), nameOn('threshold', 'normalisedLoss')]).toEqual([
    'threshold',
    'threshold-normalised',
  ]);
});

describe('the truth of all families together', () => {
  test('is one threshold on the normalised loss and none on the printed one, where rulers differ by the entropy of unigrams', () => {
    expect(truthOn({onset: 2.107, width: 0}, [A, B], 'loss')).toBeNull();
    const {onset, width} = truthOn({onset: 2.107, width: 0}, [A, B], 'normalisedLoss')!;
    expect(onset).toBeCloseTo(2.107 - 7.2, 12);
    expect(width).toBe(0);
  });

  test('is no single threshold on either loss where a factor is between the rulers', () => {
    expect(truthOn({onset: 2.107, width: 0}, [A, STRETCHED], 'loss')).toBeNull();
    expect(truthOn({onset: 2.107, width: 0}, [A, STRETCHED], 'normalisedLoss')).toBeNull();
  });

  test('has its width on the ruler, and stays no break where there is none', () => {
    expect(truthOn({onset: 2, width: 0.1}, [STRETCHED], 'loss')).toEqual({onset: 0.25 + 1.1 * 2, width: 1.1 * 0.1});
    expect(truthOn({onset: null, width: null}, [A, STRETCHED], 'normalisedLoss')).toEqual({onset: null, width: null});
  });

  test('does not change on the loss itself when all share a ruler', () => {
    fc.assert(
      fc.property(
        fc.double({min: 1, max: 4, noNaN: true}),
        fc.double({min: 0, max: 1, noNaN: true}),
        (onset, width) => {
          expect(truthOn({onset, width}, [rulerOf(undefined, 'a'), rulerOf(undefined, 'b')], 'loss')).toEqual({
            onset,
            width,
          });
        },
      ),
    );
  });
});

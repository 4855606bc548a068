import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {coverageOf, rateInterval, wilsonInterval} from '../../src/report/coverage.ts';

const Z = 1.959963984540054;

const interval = fc
  .tuple(
    fc.double({min: -3, max: 3, noNaN: true}),
    fc.double({min: 1e-3, max: 1, noNaN: true}),
    fc.double({min: 1e-3, max: 1, noNaN: true}),
  )
  .map(([estimate, below, above]) => ({onset: {estimate, low: estimate - below, high: estimate + above}}));

describe('the interval of a coverage', () => {
  it("solves Wilson's equation (p - share)^2 = z^2 p (1 - p) / n at both ends", () => {
    for (const [share, n] of [
      [0.95, 100],
      [0.5, 10],
      [0.93, 1000],
    ] as const) {
      for (const p of wilsonInterval(share, n)) {
        expect((p - share) ** 2).toBeCloseTo((Z * Z * p * (1 - p)) / n, 12);
      }
    }
  });

  it('of a rate is as wide as its standard error asks for, never narrower than that of its replicates, and inside 0 to 1', () => {
    const binomial = Math.sqrt(0.3 * 0.7) / 10;
    expect(rateInterval({value: 0.3, mcse: 3 * binomial, n: 100})).toEqual([
      Math.max(0.3 - 3 * Z * binomial, 0),
      0.3 + 3 * Z * binomial,
    ]);
    expect(rateInterval({value: 0, mcse: 0, n: 20})).toEqual(wilsonInterval(0, 20));
    expect(rateInterval({value: 0.9, mcse: 0.2, n: 100})[1]).toBe(1);
  });

  it('has length at full coverage too, and ends at 1', () => {
    const [low, high] = wilsonInterval(1, 100);
    // Its lower end is n / (n + z^2).
    expect(low).toBeCloseTo(100 / (100 + Z * Z), 12);
    expect(high).toBe(1);
  });
});

describe('a ranking of intervals by |z|', () => {
  it('puts every interval that misses the truth above every one that covers it', () => {
    fc.assert(
      fc.property(fc.array(interval, {minLength: 1, maxLength: 60}), (rows) => {
        const {intervals, share, n} = coverageOf(rows, 0)!;
        expect(n).toBe(rows.length);
        expect(intervals.filter(({covers}) => covers).length).toBe(Math.round(share * n));
        const first = intervals.findIndex(({covers}) => !covers);
        if (first >= 0) expect(intervals.slice(first).every(({covers}) => !covers)).toBe(true);
      }),
    );
  });

  it('covers exactly where the truth lies between the ends', () => {
    const row = (estimate: number, low: number, high: number) => ({onset: {estimate, low, high}});
    const {intervals, share} = coverageOf([row(1, 0.5, 1.5), row(2, 1.5, 2.5), row(0, -0.5, 0.5), row(1, 1, 1)], 1)!;
    expect(share).toBe(0.5);
    expect(intervals.map(({covers}) => covers)).toEqual([true, true, false, false]);
    expect(intervals.map(({centile}) => centile)).toEqual([12.5, 37.5, 62.5, 87.5]);
  });

  it('leaves out replicates without an onset, and is nothing without any', () => {
    expect(coverageOf([{onset: null}, {onset: {estimate: 1, low: 0, high: 2}}], 1)!.n).toBe(1);
    expect(coverageOf([{onset: null}], 1)).toBeNull();
  });
});

import {describe, expect, test} from 'vitest';
import {deviationColumns} from '../../src/inference/collapse/columns.ts';
import {commonCurve} from '../../src/inference/collapse/commonCurve.ts';
import {differenceOf, rmsOf} from '../../src/inference/collapse/difference.ts';
import {inflationAlong} from '../../src/inference/collapse/inflation.ts';
import {type Overlap, overlapOf} from '../../src/inference/collapse/overlap.ts';
import {directionsOf, takeOut} from '../../src/inference/noise.ts';
import {equalWeights} from '../../src/inference/weights.ts';
import {dot} from '../../src/numeric/leastSquares.ts';
import {noncentralityInterval} from '../../src/numeric/noncentralF.ts';

/** Runs of so many points each, whose places take turns along the axis. */
function runsOf(runs: number, points: number): Overlap {
  const places = Array.from({length: runs * points}, (_, i) => i);
  const x = Float64Array.from(places, (i) => (i % points) + Math.floor(i / points) / runs);
  const run = Int32Array.from(places, (i) => Math.floor(i / points));
  return overlapOf(x, new Float64Array(x.length), equalWeights(x.length), run)!;
}

const unitVectors = (count: number): Float64Array[] =>
  Array.from({length: count}, (_, i) => Float64Array.from({length: count}, (_, k) => (k === i ? 1 : 0)));

describe('the difference between runs', () => {
  // Runs too short to tell of correlation.
  const overlap = runsOf(4, 9);
  const found = unitVectors(overlap.x.length).map((y) => differenceOf({...overlap, y})!);
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

  test('has a variance that is right on average over noise, and a sum of squares of one a direction', () => {
    // Noise of variance 1 has the quadratic form summed over unit vectors as its mean: traces of projections.
    expect(sum(found.map(({noise}) => noise.variance))).toBeCloseTo(1, 10);
    expect(sum(found.map(({spread}) => spread.square))).toBeCloseTo(found[0]!.spread.rank, 10);
    const {noise, spread} = found[0]!;
    expect(noise.degrees + spread.rank + commonCurve(overlap).count).toBe(overlap.x.length);
  });

  test('is without what noise alone would make of it, with the interval of the noncentral F law', () => {
    const [square, rank, unit] = [60, 5, 30];
    const [variance, degrees, inflation] = [2, 40, 1.5];
    const {rms, noise} = rmsOf({square, rank, unit}, {variance, degrees, inflation});
    // Two runs differ by twice the mean square of one: 2 (60 - 5 * 2 * 1.5) / 30 = 3, and 2 * 15 / 30 = 1 for noise alone.
    expect([rms.estimate ** 2, noise ** 2]).toEqual([expect.closeTo(3, 12), expect.closeTo(1, 12)]);
    const [low, high] = noncentralityInterval(60 / 5 / 3, 5, 40 / 1.5);
    expect(rms.low ** 2).toBeCloseTo((2 * low * 3) / 30, 12);
    expect(rms.high ** 2).toBeCloseTo((2 * high * 3) / 30, 12);
    expect(rmsOf({square: 1, rank, unit}, {variance, degrees, inflation}).rms.estimate).toBe(0);
  });
});

describe('noise that follows itself along runs', () => {
  const overlap = runsOf(2, 12);
  const n = overlap.x.length;
  const common = commonCurve(overlap);
  const between = directionsOf(equalWeights(n), deviationColumns(overlap).flat(), common.takeOut);
  const degrees = n - common.count - between.length;

  /** Lag-1 product of two vectors along runs, taken both ways. */
  const lagged = (one: Float64Array, other: Float64Array): number =>
    overlap.previous.reduce(
      (sum, before, i) => (before < 0 ? sum : sum + (one[i]! * other[before]! + one[before]! * other[i]!) / 2),
      0,
    );

  /** Exact means over noise with a lag-1 correlation, by what becomes of a fresh number at each point: it has quadratic forms of such answers as means. */
  function exactAt(r: number) {
    const residuals = unitVectors(n).map((fresh) => {
      const answer = new Float64Array(n);
      overlap.previous.forEach((before, i) => {
        answer[i] = before >= 0 ? r * answer[before]! + Math.sqrt(1 - r * r) * fresh[i]! : fresh[i]!;
      });
      common.takeOut(answer);
      return answer;
    });
    const shares = residuals.map((answer) => between.map((direction) => dot(direction, answer)));
    for (const answer of residuals) takeOut(between, answer);
    const sum = (form: (j: number) => number): number => residuals.reduce((total, _, j) => total + form(j), 0);
    const square = sum((j) => dot(residuals[j]!, residuals[j]!));
    const shared = sum((j) => shares[j]!.reduce((total, share) => total + share * share, 0));
    const seen = sum((j) => lagged(residuals[j]!, residuals[j]!)) / square;
    return {residuals, shares, square, shared, seen, inflation: shared / between.length / (square / degrees)};
  }

  test('is as much larger between them as its exact covariance says', () => {
    const {residuals, shares, square, shared, seen, inflation} = exactAt(0.6);
    const [lower, higher] = [exactAt(0.55), exactAt(0.65)];
    // Residuals with that correlation: neighbours a, 1 and a have 2 a / (1 + 2 a^2).
    const side = (1 - Math.sqrt(1 - 2 * seen * seen)) / (2 * seen);
    const given = Float64Array.from({length: n}, (_, i) => [side, 1, side][i] ?? 0);
    const found = inflationAlong(overlap, given, {common, between});
    // The logarithm of what is found is off by a quadratic form of the simulated noise, that of matrix M with variance 2 tr M^2 a series.
    const slope = Math.log(higher.inflation / lower.inflation) / (higher.seen - lower.seen);
    let trace = 0;
    for (const [j, one] of residuals.entries()) {
      for (const [k, other] of residuals.entries()) {
        const both = shares[j]!.reduce((sum, share, d) => sum + share * shares[k]![d]!, 0);
        const inner = dot(one, other);
        trace += (both / shared - inner / square - (slope * (lagged(one, other) - seen * inner)) / square) ** 2;
      }
    }
    // 8000 points are simulated.
    const error = Math.sqrt((2 * trace) / Math.ceil(8000 / n));
    expect(Math.abs(Math.log(found / inflation))).toBeLessThan(4 * error);
  });
});

import {describe, expect, test} from 'vitest';
import {kinkRegression} from '../../src/inference/classical/kinkRegression.ts';
import {innerPlaces, type Sample} from '../../src/inference/classical/sample.ts';
import {supWald} from '../../src/inference/classical/supWald.ts';
import {leastSquares} from '../../src/numeric/leastSquares.ts';
import {normals} from '../../src/numeric/normal.ts';
import {streamAt, streamKey} from '../../src/numeric/stream.ts';
import {apart, breakSeries} from './breakSeries.ts';

const KEY = streamKey('classical tests', 'wild bootstrap');

/** Candidates from 1.80 to 2.60 by 0.001, as in the reference numbers. */
const GRID = Float64Array.from({length: 801}, (_, i) => (1800 + i) / 1000);

const lineOf = ({x}: Sample): Float64Array[] => [new Float64Array(x.length).fill(1), x];

/** n (S0 - S1) / S1 by one regression a candidate. */
function slowStatistic({x}: Sample, y: Float64Array, places: readonly number[]): number {
  const line = [new Float64Array(x.length).fill(1), x];
  const s0 = leastSquares(line, y).rss;
  const s1 = Math.min(...places.map((psi) => leastSquares([...line, x.map((v) => Math.max(v - psi, 0))], y).rss));
  return (x.length * (s0 - s1)) / s1;
}

describe('sup-Wald', () => {
  test.each([
    ['KINK', 1615.94283388, 2.197],
    ['SOFT', 882.73716371, 2.19],
    ['LINE', 2.51727772207, 1.82],
  ] as const)('on %s over the grid is %f', (name, statistic, best) => {
    const found = supWald(KEY, breakSeries(name), {grid: GRID, resamples: 0})!;
    expect(apart(found.statistic, statistic)).toBeLessThan(1e-11);
    expect(found.best).toBe(best);
    expect(found.p).toBeNull();
  });

  test('on LINE without the outer 15 % of the points is 1.90325466385', () => {
    const inner = GRID.filter((place) => place >= 1.847 && place <= 2.533);
    expect(supWald(KEY, breakSeries('LINE'), {grid: inner, resamples: 0})!.statistic).toBeCloseTo(1.90325466385, 10);
  });

  test('has the p of a bootstrap that fits every resample anew', () => {
    const sample = breakSeries('local');
    const places = innerPlaces(sample.x, 0.1);
    const [a, b] = leastSquares(lineOf(sample), sample.y).coefficients as unknown as [number, number];
    const residual = sample.y.map((value, i) => value - a - b * sample.x[i]!);
    const statistic = slowStatistic(sample, sample.y, places);
    const resamples = 60;
    let larger = 0;
    for (let r = 0; r < resamples; r++) {
      const u = normals(streamAt(KEY, [r, 0, 0, 0]), sample.x.length);
      const drawn = residual.map((value, i) => value * u[i]!);
      if (slowStatistic(sample, drawn, places) >= statistic) larger++;
    }
    const found = supWald(KEY, sample, {resamples})!;
    expect(apart(found.statistic, statistic)).toBeLessThan(1e-9);
    expect(found.p).toBe((larger + 1) / (resamples + 1));
    expect(larger).toBeGreaterThan(0);
  });

  test('rejects every bend, the smooth one as well as the kink, and keeps a line', () => {
    const p = (name: string) => supWald(KEY, breakSeries(name), {resamples: 199})!.p!;
    expect(p('KINK')).toBe(1 / 200);
    expect(p('SOFT')).toBe(1 / 200);
    expect(p('power')).toBe(1 / 200);
    expect(p('LINE')).toBeGreaterThan(0.1);
    expect(p('straight')).toBeGreaterThan(0.1);
  });

  test('rejects lines with errors that grow along x about as often as it says', () => {
    const runs = 400;
    const n = 120;
    const x = Float64Array.from({length: n}, (_, i) => 1.6 + i / n);
    let rejected = 0;
    for (let run = 0; run < runs; run++) {
      const z = normals(streamAt(streamKey('classical tests', 'size'), [run, 0, 0, 0]), n);
      const y = x.map((value, i) => 0.3 - 0.1 * value + 0.02 * (0.2 + (2 * i) / n) * z[i]!);
      const key = streamKey('classical tests', `size ${run}`);
      if (supWald(key, {x, y, weight: null}, {resamples: 99})!.p! <= 0.05) rejected++;
    }
    expect(Math.abs(rejected / runs - 0.05)).toBeLessThan(4 * Math.sqrt((0.05 * 0.95) / runs));
  });

  test('works on at most 400 candidates of many points and does not exist on a line', () => {
    const x = Float64Array.from({length: 3000}, (_, i) => i / 3000);
    const y = x.map((value, i) => Math.max(0.5 - value, 0) + 0.01 * Math.sin(7 * i));
    const found = supWald(KEY, {x, y, weight: null}, {resamples: 9})!;
    // Two lines of 1500 points with noise of variance 0.01^2 / 2 meet with a standard error of sqrt(16 variance / n); beside that half a step of 400 over 80 %.
    expect(Math.abs(found.best - 0.5)).toBeLessThan(4 * Math.sqrt((16 * 0.01 ** 2) / 2 / 3000) + (0.5 * 0.8) / 399);
    expect(found.p).toBe(0.1);
    expect(supWald(KEY, {x, y: x.map((v) => 2 * v - 1), weight: null})).toBeNull();
  });

  test('takes weights: halved weights in pairs are single points', () => {
    const {x, y} = breakSeries('local');
    const twice = (values: Float64Array) => Float64Array.from({length: 2 * x.length}, (_, i) => values[i >> 1]!);
    const options = {grid: GRID, resamples: 0};
    const pairs = supWald(KEY, {x: twice(x), y: twice(y), weight: new Float64Array(80).fill(0.5)}, options)!;
    expect(apart(pairs.statistic, 2 * supWald(KEY, {x, y, weight: null}, options)!.statistic)).toBeLessThan(1e-10);
  });
});

describe('the kink regression of Hansen', () => {
  const {x, y} = breakSeries('KINK');
  const fit = kinkRegression(x, y, GRID)!;

  test('on KINK has the known estimates and robust errors', () => {
    const known = [
      [fit.gamma.value, 2.197],
      [fit.below.value, -0.8126629922659],
      [fit.above.value, 0.003969854851126],
      [fit.constant.value, 0.2497483293376],
      [fit.gamma.error!, 0.007407401542737],
      [fit.below.error!, 0.01412156952527],
      [fit.above.error!, 0.0141322101503],
      [fit.constant.error!, 0.004103308973953],
      [fit.variance, 0.0001073634444241],
      [fit.rss, 0.00536817222121],
    ] as const;
    for (const [value, reference] of known) expect(apart(value, reference)).toBeLessThan(1e-11);
  });

  test('on KINK has the inversion interval from 2.183 to 2.208', () => {
    expect(fit.interval).toEqual({estimate: 2.197, low: 2.183, high: 2.208});
  });

  test('gives the pieces of an interval that is not connected', () => {
    // Up, down and up again, the same from both ends: one kink fits either corner as well as the other.
    const at = Float64Array.from({length: 61}, (_, i) => (i - 30) / 30);
    const zigzag = at.map((value) => (Math.abs(value) < 0.4 ? -value : value - 0.8 * Math.sign(value)));
    const steps = Float64Array.from({length: 181}, (_, i) => (i - 90) / 100);
    const {interval} = kinkRegression(at, zigzag, steps)!;
    expect(interval.pieces!.length).toBe(2);
    const [[a, b], [c, d]] = interval.pieces as [[number, number], [number, number]];
    expect([a, d]).toEqual([interval.low, interval.high]);
    expect(b).toBeLessThan(c);
    expect(a).toBeCloseTo(-d, 9);
  });

  test('covers the true place about as often as its interval says', () => {
    const runs = 300;
    const n = 100;
    const at = Float64Array.from({length: n}, (_, i) => i / n);
    const grid = Float64Array.from({length: 161}, (_, i) => 0.1 + i / 200);
    let covered = 0;
    for (let run = 0; run < runs; run++) {
      const z = normals(streamAt(streamKey('classical tests', 'kink coverage'), [run, 0, 0, 0]), n);
      const values = at.map((value, i) => Math.max(0.5 - value, 0) + 0.03 * z[i]!);
      const {interval} = kinkRegression(at, values, grid)!;
      if (interval.low <= 0.5 && interval.high >= 0.5) covered++;
    }
    expect(Math.abs(covered / runs - 0.95)).toBeLessThan(4 * Math.sqrt((0.05 * 0.95) / runs));
  });

  test('does not exist for five points', () => {
    expect(kinkRegression(Float64Array.of(1, 2, 3, 4, 5), Float64Array.of(1, 0, 1, 0, 1), GRID)).toBeNull();
  });
});

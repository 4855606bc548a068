import {existsSync, readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {collapse} from '../../src/inference/collapse/collapse.ts';
import {commonCurve} from '../../src/inference/collapse/commonCurve.ts';
import {differenceOf, rmsOf} from '../../src/inference/collapse/difference.ts';
import {overlapOf} from '../../src/inference/collapse/overlap.ts';
import type {Curve} from '../../src/inference/curve.ts';
import type {Collapse} from '../../src/inference/evidence.ts';
import {leastSquares} from '../../src/numeric/leastSquares.ts';
import {normals} from '../../src/numeric/normal.ts';
import {streamAt, streamKey} from '../../src/numeric/stream.ts';
import {curveOf, simulated} from './series.ts';

const COUNT = 60;
const REPLICATES = Array.from({length: COUNT}, (_, i) => i + 1);
/** Four Monte Carlo standard errors of a share near 5 %. */
const SLACK = 4 * Math.sqrt((0.05 * 0.95) / COUNT);
const share = (hits: readonly boolean[]) => hits.filter(Boolean).length / hits.length;

/** A threshold at 2.45, so that three runs share the rise, with every run moved by its own offset. */
function shifted(replicate: number, offsets: readonly number[], options: Parameters<typeof simulated>[1] = {}): Curve {
  const curve = simulated(replicate, {eta: 2.45, ...options});
  return {...curve, value: curve.value.map((value, i) => value + offsets[curve.run[i]!]!)};
}

/** Three sizes a factor of four apart, 60 checkpoints of even tokens each. */
function withCompute(curve: Curve): Curve {
  const params = Float64Array.from(curve.run, (run) => 1e9 * 4 ** run);
  return {...curve, params, compute: params.map((size, i) => 6 * size * 1e10 * ((i % 60) + 1))};
}

const entry = (curve: Curve, at: Collapse['at']) => collapse(curve).find((one) => one.at === at);

describe('runs of one curve', () => {
  test.each([
    ['independent noise', {}],
    ['correlated noise', {correlation: 0.6}],
    ['no standard errors', {standardError: null}],
  ])('are never said to differ at equal loss with %s', (_, options) => {
    const found = REPLICATES.map((replicate) => entry(shifted(replicate, [0, 0, 0], options), 'loss')!);
    expect(share(found.map(({verdict}) => verdict === 'differs'))).toBe(0);
    expect(share(found.map(({verdict}) => verdict === 'collapses'))).toBeGreaterThan(0.95 - SLACK);
    expect(share(found.map(({rms}) => rms.low > 0))).toBeLessThanOrEqual(0.05 + SLACK);
  });

  test('differ at equal compute', () => {
    const found = REPLICATES.map((replicate) => entry(withCompute(shifted(replicate, [0, 0, 0])), 'compute')!);
    expect(share(found.map(({verdict}) => verdict === 'differs'))).toBeGreaterThan(0.95 - SLACK);
  });
});

describe('the curve common to all runs', () => {
  const x = Float64Array.from({length: 50}, (_, i) => (7 * i) % 50);
  const weightRoot = x.map((at) => 0.5 + at / 50);
  const overlap = {x, weightRoot, y: x, run: new Int32Array(50), runs: 1, previous: new Int32Array(50).fill(-1)};
  const noise = normals(streamAt(streamKey('collapse tests', 'common curve'), [0, 0, 0, 0]), 50);

  test('leaves nothing of a weighted line, and of noise what least squares leave', () => {
    const {count, takeOut} = commonCurve(overlap);
    const line = x.map((at, i) => weightRoot[i]! * (3 - 2 * at));
    takeOut(line);
    for (const value of line) expect(Math.abs(value)).toBeLessThan(1e-12);
    // A corner at the first point, then whenever a twelfth of the axis (49 / 12 = 4.08) has been passed, and at the last point.
    const corners = [0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 49];
    expect(count).toBe(corners.length);
    const bends = corners.slice(1, -1).map((corner) => x.map((at) => Math.max(at - corner, 0)));
    const columns = [new Float64Array(50).fill(1), x, ...bends];
    const {coefficients} = leastSquares(
      columns,
      noise.map((value, i) => value / weightRoot[i]!),
      weightRoot,
    );
    const left = noise.slice();
    takeOut(left);
    left.forEach((value, i) => {
      const fitted = columns.reduce((sum, column, k) => sum + coefficients[k]! * column[i]!, 0);
      expect(value).toBeCloseTo(noise[i]! - weightRoot[i]! * fitted, 10);
    });
  });

  test('has one value for two corners where only a point between them weighs anything', () => {
    const places = Float64Array.of(0, 0.5, ...Array.from({length: 12}, (_, i) => i + 1));
    const root = places.map((at) => (at === 0 || at === 1 ? 1e-9 : 1));
    const {count, takeOut} = commonCurve({...overlap, x: places, weightRoot: root});
    expect(count).toBe(12);
    const left = noise.slice(0, places.length);
    takeOut(left);
    // Every point that weighs anything has a value of its own.
    for (const [i, value] of left.entries()) if (root[i] === 1) expect(Math.abs(value)).toBeLessThan(1e-8);
  });
});

describe('runs that lie apart', () => {
  const OFFSETS = [0, 0.06, -0.03];

  test.each([
    ['independent noise', {}],
    ['correlated noise', {correlation: 0.6}],
  ])('are said to differ and never to collapse with %s', (_, options) => {
    const found = REPLICATES.map((replicate) => entry(shifted(replicate, OFFSETS, options), 'loss')!);
    expect(share(found.map(({verdict}) => verdict === 'differs'))).toBeGreaterThan(0.95 - SLACK);
    expect(share(found.map(({verdict}) => verdict === 'collapses'))).toBe(0);
  });

  test('differ by about their offsets', () => {
    const found = REPLICATES.map((replicate) => entry(shifted(replicate, OFFSETS), 'loss')!.rms.estimate);
    // The three pairs lie 0.06, 0.03 and 0.09 apart; how much each counts depends on the design.
    expect(Math.min(...found)).toBeGreaterThan(0.03);
    expect(Math.max(...found)).toBeLessThan(0.09);
  });

  const DEVIATIONS = {
    offsets: (run: number) => [0, 0.02, -0.01][run]!,
    slopes: (run: number, loss: number) => [0, 0.04, -0.04][run]! * (loss - 2.2),
    nothing: () => 0,
  };

  test.each(['offsets', 'slopes', 'nothing'] as const)(
    'have an interval that holds their difference by %s in at least 95 of 100, less four standard errors',
    (name) => {
      const deviation: (run: number, loss: number) => number = DEVIATIONS[name];
      const root = new Float64Array(180).fill(1);
      const noisy = (replicate: number, sd: number) => {
        const curve = simulated(replicate, {eta: 2.45, sd});
        const value = curve.value.map((at, i) => at + deviation(curve.run[i]!, curve.loss[i]!));
        const found = differenceOf(overlapOf(curve.loss, value, root, curve.run)!)!;
        return {spread: found.spread, rms: rmsOf(found.spread, found.noise).rms};
      };
      // Without noise the sum of squares is the difference itself.
      const {square, unit} = noisy(1, 1e-9).spread;
      const truth = Math.sqrt((2 * square) / unit);
      const held = REPLICATES.map((replicate) => {
        const {rms} = noisy(replicate, 0.005);
        return rms.low <= truth && truth <= rms.high;
      });
      expect(share(held)).toBeGreaterThan(0.95 - SLACK);
    },
  );
});

describe('runs of nearly one size', () => {
  const sized = (curve: Curve, sizes: readonly number[]): Curve => ({
    ...curve,
    params: Float64Array.from(curve.run, (run) => sizes[run]!),
  });

  test('differ where they end at different losses', () => {
    const found = entry(sized(simulated(1, {eta: 2.45}), [1e9, 1.01e9, 1.02e9]), 'params')!;
    expect(found).toMatchObject({runs: 3, verdict: 'differs'});
    // The runs end at 2.15, 1.93 and 1.71: h = 0.3, 0.52 and 0.74 on the rise 1.6 h - 1.4 h^2.
    const ends = [0.3, 0.52, 0.74].map((h) => 1.6 * h - 1.4 * h * h);
    const centre = ends.reduce((sum, end) => sum + end, 0) / 3;
    const truth = Math.sqrt(ends.reduce((sum, end) => sum + (end - centre) ** 2, 0));
    expect(Math.abs(found.rms.estimate - truth)).toBeLessThan(4 * 0.005 * Math.SQRT2);
  });

  test('have no entry where no two sizes are within 5 %', () => {
    expect(entry(sized(simulated(1, {eta: 2.45}), [1e9, 1.06e9, 2e9]), 'params')).toBeUndefined();
  });
});

describe('an axis', () => {
  test('has no entry with one run, with runs that do not overlap, and where it is not known', () => {
    const curve = shifted(1, [0, 0, 0]);
    const alone = {...curve, run: new Int32Array(180)};
    const apart = {...curve, loss: curve.loss.map((loss, i) => loss - 2 * curve.run[i]!)};
    expect(collapse(alone)).toEqual([]);
    expect(collapse(apart)).toEqual([]);
    expect(collapse(curveOf([], []))).toEqual([]);
    expect(collapse(curve).map(({at}) => at)).toEqual(['loss']);
    expect(collapse(withCompute(curve)).map(({at}) => at)).toEqual(['loss', 'compute']);
  });

  test('says the same in other units and whatever the runs are called', () => {
    const curve = withCompute(shifted(1, [0, 0.02, 0]));
    const renamed = {...curve, run: curve.run.map((run) => 7 - 2 * run)};
    const percent = {
      ...curve,
      value: curve.value.map((value) => 100 * value),
      standardError: curve.standardError!.map((error) => 100 * error),
    };
    collapse(curve).forEach((one, i) => {
      const same = collapse(renamed)[i]!;
      const scaled = collapse(percent)[i]!;
      expect(same.rms.estimate).toBeCloseTo(one.rms.estimate, 8);
      expect(same.verdict).toBe(one.verdict);
      expect(scaled.rms.high / 100).toBeCloseTo(one.rms.high, 8);
      expect(scaled.verdict).toBe(one.verdict);
    });
  });

  test('has finite numbers in order whatever the curve', () => {
    const point = fc.record({
      loss: fc.integer({min: 150, max: 300}).map((step) => step / 100),
      value: fc.double({min: 0, max: 1, noNaN: true}),
      run: fc.integer({min: 0, max: 3}),
    });
    fc.assert(
      fc.property(fc.array(point, {maxLength: 80}), (points) => {
        const curve = curveOf(
          points.map(({loss}) => loss),
          points.map(({value}) => value),
          {run: Int32Array.from(points, ({run}) => run)},
        );
        for (const {rms, noise, runs} of collapse(curve)) {
          expect([rms.low, rms.high, rms.estimate, noise].every(Number.isFinite)).toBe(true);
          expect(rms.low).toBeLessThanOrEqual(rms.high);
          expect(runs).toBeGreaterThanOrEqual(2);
        }
      }),
    );
  });
});

const SHARED = new URL('../../../shared/data/', import.meta.url);
const GEMSTONES = new URL('gemstones_checkpoints.csv', SHARED);
const DU = new URL('du2024_fig1_digitised.csv', SHARED);

function rowsOf(file: URL): Array<Record<string, string>> {
  const [head, ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  const names = head!.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [names[i]!, cell])));
}

describe('published tables', () => {
  test.skipIf(!existsSync(GEMSTONES)).each(['mmlu_acc', 'hellaswag_acc'])(
    'of 22 models of different width and depth collapse at equal loss and differ at equal compute (%s)',
    (metric) => {
      const rows = rowsOf(GEMSTONES);
      const column = (name: string) => Float64Array.from(rows, (row) => Number(row[name]));
      const models = [...new Set(rows.map(({model}) => model))];
      const params = column('params');
      const tokens = column('tokens');
      const found = collapse(
        curveOf([...column('train_loss')], [...column(metric)], {
          run: Int32Array.from(rows, ({model}) => models.indexOf(model)),
          params,
          compute: params.map((size, i) => 6 * size * tokens[i]!),
        }),
      );
      expect(models.length).toBe(22);
      expect(found.map(({at, verdict}) => [at, verdict])).toEqual([
        ['loss', 'collapses'],
        ['compute', 'differs'],
        ['params', 'cannot-tell'],
      ]);
    },
  );

  test.skipIf(!existsSync(DU))('of three sizes by Du et al. 2024 do not differ on any task at equal loss', () => {
    const rows = rowsOf(DU);
    const verdicts = [...new Set(rows.map(({benchmark}) => benchmark))].map((benchmark) => {
      const own = rows.filter((row) => row.benchmark === benchmark);
      const models = [...new Set(own.map(({model}) => model))];
      const curve = curveOf(
        own.map(({loss}) => Number(loss)),
        own.map(({performance_percent}) => Number(performance_percent) / 100),
        {run: Int32Array.from(own, ({model}) => models.indexOf(model))},
      );
      return collapse(curve)[0]!.verdict;
    });
    expect(verdicts.length).toBe(12);
    expect(verdicts.filter((verdict) => verdict === 'differs')).toEqual([]);
    expect(verdicts.filter((verdict) => verdict === 'collapses').length).toBeGreaterThanOrEqual(3);
  });
});

import {describe, expect, test} from 'vitest';
import {fitBentHinge} from '../../src/inference/bentHinge.ts';
import {takeCommon} from '../../src/inference/centred.ts';
import {makeGrid} from '../../src/inference/grid.ts';
import {bentColumns} from '../../src/inference/hingeLine.ts';
import {whiten} from '../../src/inference/noise.ts';
import {addNode, emptyBases, leastResidual, restsAt} from '../../src/inference/smoothNull/bases.ts';
import {fitNulls} from '../../src/inference/smoothNull/nulls.ts';
import {hingeBases} from '../../src/inference/smoothNull/refit.ts';
import {basesAt, placesWithin, regionOf} from '../../src/inference/smoothNull/region.ts';
import {dot, leastSquares} from '../../src/numeric/leastSquares.ts';
import {normals} from '../../src/numeric/normal.ts';
import {streamAt, streamKey} from '../../src/numeric/stream.ts';
import {RULE, simulated} from './series.ts';

const {comparison} = fitBentHinge(simulated(1, {w: 0.06}), {rule: RULE, detail: true}).detail!;
const {points, noise} = comparison;
const {shape} = comparison.bent;
const nulls = fitNulls(comparison, 0.05);
const {centred} = nulls;
const one = new Float64Array(points.x.length).fill(1);
const noiseOf = (index: number): Float64Array =>
  normals(streamAt(streamKey('smooth-null bases', 'noise'), [index, 0, 0, 0]), points.x.length);
const named = (name: string) => nulls.fits.find((fit) => fit.name === name)!;

describe('stored projections', () => {
  test('leave the residuals of direct least squares at every onset of the hinge, to 1e-9', () => {
    const bases = hingeBases(centred, points.x, shape, makeGrid(points.x));
    const rests = restsAt(bases, [centred.y])[0]!;
    makeGrid(points.x).onset.forEach((eta, node) => {
      const columns = [one, ...bentColumns(points.x, shape, eta, 0)].map((column) => whiten(noise, column));
      const {rss} = leastSquares(columns, whiten(noise, points.y));
      expect(rests[node]! / rss - 1).toBeCloseTo(0, 9);
    });
  });

  test('leave out a column that depends on others', () => {
    const bases = emptyBases(points.x.length);
    addNode(bases, centred, [points.x, points.x.map((x) => 3 * x - 1), one]);
    expect(bases.starts).toEqual([0, 1]);
  });

  test('keep what they hold when their room grows', () => {
    const bases = emptyBases(points.x.length);
    const column = (k: number) => points.x.map((x) => Math.sin(k * x));
    for (let k = 1; k <= 200; k++) addNode(bases, centred, [column(k)]);
    for (const k of [1, 64, 65, 200]) {
      const {rss} = leastSquares(
        [one, column(k)].map((values) => whiten(noise, values)),
        whiten(noise, points.y),
      );
      expect(restsAt(bases, [centred.y])[0]![k - 1]! / rss - 1).toBeCloseTo(0, 9);
    }
  });
});

describe('the region of a null', () => {
  const families = ['exponential', 'logistic', 'gompertz', 'power', 'bent hinge'];

  test.each(families)('of %s holds the refitted curve of every resample: a wider one changes nothing', (name) => {
    const {mean, search, rss, count} = named(name);
    const variance = rss / (points.x.length - count);
    const {bases, step} = regionOf(centred, search, mean, 27 * variance);
    const further = placesWithin(search, search.heights(mean), 2 * 27 * variance, step, Number.POSITIVE_INFINITY)!;
    const wider = basesAt(centred, search, further);
    expect(wider.starts.length).toBeGreaterThan(bases.starts.length);
    for (let index = 0; index < 300; index++) {
      const z = takeCommon(
        centred.common,
        noiseOf(index).map((value, i) => mean[i]! + Math.sqrt(variance) * value),
      );
      expect(leastResidual(bases, z)).toBe(leastResidual(wider, z));
    }
  });

  test.each(families)('of %s comes as near to its fit as a lattice of that many nodes can', (name) => {
    const {mean, search, rss, count} = named(name);
    const variance = rss / (points.x.length - count);
    const {bases} = regionOf(centred, search, mean, 27 * variance);
    const nodes = bases.starts.length - 1;
    const dimensions = search.a.last > 0 ? 2 : 1;
    expect(nodes).toBeGreaterThanOrEqual(dimensions === 2 ? 120 : 30);
    // An ellipse of squared radius 27 has 27 pi / nodes a node; the corner of a square node is half a diagonal away, up to four times that in a lean one.
    const cell = dimensions === 2 ? (27 * Math.PI) / nodes : (2 * Math.sqrt(27)) / nodes;
    const distance = dimensions === 2 ? cell / 2 : (cell / 2) ** 2;
    expect((leastResidual(bases, mean) - 0) / variance).toBeLessThan(4 * distance);
  });

  test('of a polynomial is itself', () => {
    const {mean, search} = named('cubic');
    const {bases} = regionOf(centred, search, mean, 1);
    expect(leastResidual(bases, mean)).toBeLessThan(1e-12 * dot(mean, mean));
  });

  test('of a curve without any signal is the whole grid, coarser', () => {
    const {search, mean} = named('logistic');
    const flat = mean.map((value) => 1e-9 * value);
    const {bases, step} = regionOf(centred, search, flat, 27);
    expect(step).toBeGreaterThan(8);
    expect(bases.starts.length - 1).toBeLessThanOrEqual(480);
  });
});

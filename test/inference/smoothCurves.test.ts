import {describe, expect, test} from 'vitest';
import {centre, heightOn, heightsOf} from '../../src/inference/centred.ts';
import {type Points, sortedPoints} from '../../src/inference/curve.ts';
import {directionsOf, type Noise, whiten} from '../../src/inference/noise.ts';
import {fitSmoothCurves} from '../../src/inference/smoothCurves.ts';
import {familyAxes, SMOOTH_FAMILIES} from '../../src/inference/smoothFamilies.ts';
import {leastSquares} from '../../src/numeric/leastSquares.ts';
import {quantileOfSorted} from '../../src/numeric/quantile.ts';
import {simulated} from './series.ts';

const pointsOf = (replicate: number, options = {}): Points => sortedPoints(simulated(replicate, options));
const equal = ({x}: Points): Noise => ({root: new Float64Array(x.length).fill(1), directions: []});
const fitOf = (name: string, points: Points, noise = equal(points)) =>
  fitSmoothCurves(points, noise).find((fit) => fit.name === name)!;

/** A noiseless curve over the losses of the simulated design. */
function exact(g: (x: number) => number): Points {
  const points = pointsOf(0);
  return {...points, y: points.x.map(g)};
}

describe('a curve without noise is found again', () => {
  const first = pointsOf(0).x[0]!;

  test.each([
    ['exponential', (x: number) => 0.25 + 0.47 * Math.exp(-(x - first) / 0.185), {scale: 0.185, amplitude: 0.47}],
    ['logistic', (x: number) => 0.25 + 0.39 / (1 + Math.exp((x - 1.973) / 0.062)), {middle: 1.973, scale: 0.062}],
    ['gompertz', (x: number) => 0.25 + 0.43 * Math.exp(-Math.exp((x - 2.001) / 0.106)), {middle: 2.001, scale: 0.106}],
    ['power', (x: number) => 0.25 + 0.45 * (x / first) ** -9, {power: 9, base: 0.25}],
    ['quadratic', (x: number) => 0.25 + 0.4 * (2.75 - x) ** 2, {b2: 0.4}],
  ] as const)('%s', (name, g, parameters) => {
    const points = exact(g);
    const fit = fitOf(name, points);
    const total = points.y.reduce((sum, value) => sum + (value - 0.25) ** 2, 0);
    expect(fit.rss).toBeLessThan(1e-8 * total);
    // The square root of that is the misfit, 1e-4 of the curve; a parameter may be ten times worse, for they stand in for each other.
    for (const [key, value] of Object.entries(parameters)) {
      expect(Math.abs(fit.parameters[key]! / value - 1)).toBeLessThan(1e-3);
    }
  });
});

describe('no node of the whole fine grid lies below the fit', () => {
  test.each([
    [1, {}],
    [2, {w: 0.08}],
    [3, {w: 0.3, sd: 0.02}],
    [4, {eta: 3, sd: 0.02}],
    [5, {sd: 0.0005}],
  ])('on curve %i', (replicate, options) => {
    const points = pointsOf(replicate, options);
    const {x} = points;
    const noise = equal(points);
    const heights = heightsOf(centre(points, noise));
    const low = quantileOfSorted(x, 0.03);
    const column = new Float64Array(x.length);
    for (const family of SMOOTH_FAMILIES) {
      const {location, scale} = familyAxes(family, x, low, quantileOfSorted(x, 0.97) - low)!;
      let least = Number.POSITIVE_INFINITY;
      for (let b = 0; b <= scale.last; b++) {
        const table = family.table(x, scale.at(b));
        for (let a = 0; a <= location.last; a++) {
          family.fill(column, table, x, location.at(a), scale.at(b));
          least = Math.min(least, heightOn(heights, column));
        }
      }
      // In units of the likelihood ratio, n ln(RSS / RSS): a tenth would change no verdict.
      expect(x.length * Math.log(fitOf(family.name, points).rss / least)).toBeLessThan(0.01);
    }
  });
});

test('the closed form on one column is weighted least squares without the directions of the noise', () => {
  const points = pointsOf(6);
  const root = points.x.map((x) => 1 + 0.5 * Math.sin(9 * x));
  const noise = {root, directions: directionsOf(root, [points.x.map((x) => Math.cos(5 * x))])};
  const column = points.x.map((x) => Math.exp(-x));
  const one = new Float64Array(points.x.length).fill(1);
  const {rss} = leastSquares(
    [one, column].map((values) => whiten(noise, values)),
    whiten(noise, points.y),
  );
  expect(heightOn(heightsOf(centre(points, noise)), column)).toBeCloseTo(rss, 9);
});

test('without positive losses there is no power curve', () => {
  const points = pointsOf(7);
  const moved = {...points, x: points.x.map((x) => x - 2)};
  expect(fitSmoothCurves(moved, equal(points)).map(({name}) => name)).not.toContain('power');
});

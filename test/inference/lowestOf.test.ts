import {expect, test} from 'vitest';
import {sortedPoints} from '../../src/inference/curve.ts';
import {makeGrid} from '../../src/inference/grid.ts';
import {lowestOf} from '../../src/inference/lowestOf.ts';
import {shapeMenu} from '../../src/inference/menu.ts';
import {makeSurface} from '../../src/inference/surface.ts';
import {simulated} from './series.ts';

test('the lowest hinge of a curve is found with fewer looks than there are onsets', () => {
  const menu = shapeMenu({continuous: false, calibration: false});
  for (let replicate = 1; replicate <= 40; replicate++) {
    const points = sortedPoints(simulated(replicate, {w: replicate % 2 === 0 ? 0 : 0.05, sd: 0.001 * replicate}));
    const noise = {root: new Float64Array(points.x.length).fill(1), directions: []};
    const {onset} = makeGrid(points.x);
    const surface = makeSurface(points, noise, menu);
    const heights = Float64Array.from(onset, (eta) => {
      const out = new Float64Array(menu.length);
      surface.at(eta, 0, out);
      return out[1]!;
    });
    let looks = 0;
    const found = lowestOf(
      onset.length,
      (place) => {
        looks++;
        return heights[place]!;
      },
      points.x.length,
    );
    expect(heights[found]).toBe(heights.reduce((a, b) => Math.min(a, b)));
    expect(looks).toBeLessThan(onset.length);
  }
});

test('a flat profile is looked at everywhere, so that a single low is found', () => {
  expect(lowestOf(13, () => 1, 100)).toBe(0);
  expect(lowestOf(13, (place) => (place === 10 ? 0.5 : 1), 100)).toBe(10);
});

import {expect, test} from 'vitest';
import {sortedPoints} from '../../src/inference/curve.ts';
import {makeGrid} from '../../src/inference/grid.ts';
import {holdOnset} from '../../src/inference/heldOnset.ts';
import {searchHinge} from '../../src/inference/hingeSearch.ts';
import {shapeMenu} from '../../src/inference/menu.ts';
import {simulated} from './series.ts';

test.each([
  [0, false],
  [0.05, true],
])('held in an interval as wide as the grid, a bend of %f keeps its width', (w, continuous) => {
  const curve = simulated(6, {w, continuous});
  const points = sortedPoints(curve);
  const grid = makeGrid(points.x);
  const noise = {root: new Float64Array(points.x.length).fill(1), directions: []};
  const optimum = searchHinge(points, grid, noise, shapeMenu(curve));
  const [low, high] = [grid.onset[0]!, grid.onset[grid.onset.length - 1]!];
  const {width, ratio} = holdOnset(optimum, {estimate: low, low, high});
  expect(ratio).toBeCloseTo(0, 9);
  // The search leaves out nodes that cannot lie in an interval, so only what is interpolated at its ends may differ.
  expect(Math.abs(width.low - optimum.width.low)).toBeLessThan(grid.step);
  expect(Math.abs(width.high - optimum.width.high)).toBeLessThan(grid.step);
});

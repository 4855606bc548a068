import {expect, test} from 'vitest';
import {fitBentHinge} from '../../src/inference/bentHinge.ts';
import {bayesCriterion, candidateTable} from '../../src/inference/candidates.ts';
import {companionOf, covariatesOf} from '../../src/inference/companion.ts';
import {sortedPoints} from '../../src/inference/curve.ts';
import {hingeLine} from '../../src/inference/hingeLine.ts';
import {likelihoodRatios} from '../../src/inference/hingeSearch.ts';
import {shapeMenu} from '../../src/inference/menu.ts';
import {lowestNode} from '../../src/inference/search.ts';
import {RULE, simulated} from './series.ts';

/** A continuous curve that shares correlated noise with a discontinuous one, fitted beside it. */
function besideLeader() {
  const leader = simulated(1, {sd: 0.01, correlation: 0.6});
  const truth = simulated(1, {sd: 0});
  const own = simulated(1001, {sd: 0.002, correlation: 0.6, continuous: true});
  const value = own.value.map((at, i) => at + 0.3 * (leader.value[i]! - truth.value[i]!));
  const led = fitBentHinge(leader, {rule: RULE, detail: true});
  return fitBentHinge({...own, value, standardError: null}, {rule: RULE, detail: true, leader: led});
}

const fit = besideLeader();
const {bent, hinge, inflation, noise, optimum} = fit.detail!.comparison;

test('a likelihood ratio counts points less parameters and directions of shared noise, over the inflation', () => {
  expect(noise.directions.length).toBe(2);
  expect(inflation).toBeGreaterThan(1);
  optimum.menu.forEach(({count}, s) => {
    // Where the residual sum of squares is e times the least, ln is 1; eta and w are parameters beside the columns.
    const [ratio] = likelihoodRatios(optimum, s, Float64Array.of(Math.E * lowestNode(optimum.explored, s).rss));
    expect(ratio! * inflation).toBeCloseTo(180 - (count + 2) - 2, 9);
  });
});

test('of the candidates the bent hinge has two numbers beside its columns and the hinge one, on points over inflation', () => {
  const bicOf = (name: string) => candidateTable(fit).find((one) => one.name === name)!.bic;
  expect(bicOf('bent hinge')).toBeCloseTo(bayesCriterion(bent.rss, bent.shape.count + 2, 180 / inflation), 10);
  expect(bicOf('hinge')).toBeCloseTo(bayesCriterion(hinge.rss, hinge.shape.count + 1, 180 / inflation), 10);
});

test('a companion hands on its residuals, and the same times the loss from the middle', () => {
  const curve = simulated(2);
  const points = sortedPoints(curve);
  const root = new Float64Array(180).fill(1);
  const line = hingeLine(points, {root, directions: []}, shapeMenu(curve)[0]!, 2.1, 0);
  const companion = companionOf(curve, points, line);
  const [own, along] = covariatesOf(points, companion);
  // Least squares on the columns of the line leave residuals that sum to 0.
  expect(own!.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 10);
  const middle = (Math.min(...curve.loss) + Math.max(...curve.loss)) / 2;
  points.x.forEach((x, i) => {
    expect(own![i]).toBe(companion.residual[points.order[i]!]);
    expect(along![i]!).toBeCloseTo(own![i]! * (x - middle), 14);
  });
});

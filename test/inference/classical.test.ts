import {expect, test} from 'vitest';
import {akaikeCriterion, akaikeWeights, bayesCriterion} from '../../src/inference/candidates.ts';
import {pearson, spearman} from '../../src/inference/classical/correlation.ts';
import {emergenceScore} from '../../src/inference/classical/emergenceScore.ts';
import {plainHinge, plainHingeAt} from '../../src/inference/classical/plainHinge.ts';
import {sortedPoints} from '../../src/inference/curve.ts';
import {fitSmoothCurves} from '../../src/inference/smoothCurves.ts';
import {curveOf, LOSSES, SERIES} from './series.ts';

/** R lm and a grid search (step 0.001) on the reference series: residual sums of squares, eta of the plain hinge, BIC. */
const KNOWN = {
  KINK: {
    line: 0.178861360859,
    quadratic: 0.0155480928304,
    cubic: 0.0155160636655,
    eta: 2.196,
    hinge: 0.00537482194629,
    bic: -445.166572845,
  },
  SOFT: {
    line: 0.128727281063,
    quadratic: 0.00716019581209,
    cubic: 0.00715536751716,
    eta: 2.224,
    hinge: 0.00898912218672,
    bic: -419.452085183,
  },
  LINE: {
    line: 0.00546127519169,
    quadratic: 0.00537895599418,
    cubic: 0.00536522179188,
    eta: 2.6,
    hinge: 0.00681877789984,
    bic: -433.268832093,
  },
} as const;
const NAMES = ['KINK', 'SOFT', 'LINE'] as const;

const pointsOf = (name: (typeof NAMES)[number]) => sortedPoints(curveOf(LOSSES, SERIES[name]));

test.each(NAMES)('polynomials on %s leave the residuals that R leaves', (name) => {
  const points = pointsOf(name);
  const fits = fitSmoothCurves(points, {root: new Float64Array(50).fill(1), directions: []});
  for (const degree of ['line', 'quadratic', 'cubic'] as const) {
    expect(fits.find((fit) => fit.name === degree)!.rss).toBeCloseTo(KNOWN[name][degree], 12);
  }
});

test.each(NAMES)('the plain hinge on %s has the known residuals and BIC at the known place', (name) => {
  const {eta, hinge, bic} = KNOWN[name];
  const {rss} = plainHingeAt(pointsOf(name), eta);
  expect(rss).toBeCloseTo(hinge, 12);
  expect(bayesCriterion(rss, 3, 50)).toBeCloseTo(bic, 6);
});

test.each(['KINK', 'SOFT'] as const)(
  'the exact plain hinge on %s is no worse than the grid and within its step',
  (name) => {
    const {eta, rss} = plainHinge(pointsOf(name))!;
    expect(rss).toBeLessThanOrEqual(KNOWN[name].hinge);
    expect(Math.abs(eta - KNOWN[name].eta)).toBeLessThan(0.001);
  },
);

test('BIC of the line on the reference series is that of R', () => {
  expect(bayesCriterion(KNOWN.KINK.line, 2, 50)).toBeCloseTo(-273.83431894, 6);
});

test('AICc counts the variance and its small-sample term', () => {
  // n ln(RSS / n) + 2 * 3 + 2 * 3 * 4 / (50 - 4)
  expect(akaikeCriterion(KNOWN.LINE.line, 2, 50)).toBeCloseTo(50 * Math.log(KNOWN.LINE.line / 50) + 6 + 24 / 46, 10);
  const weights = akaikeWeights([0, 2, 1000]);
  expect(weights[0]! / weights[1]!).toBeCloseTo(Math.E, 12);
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
});

test('the emergence score of a late jump is 53.740', () => {
  expect(emergenceScore([0.02, 0.02, 0.03, 0.03, 0.4])).toBeCloseTo(53.740115, 5);
  expect(emergenceScore([0.4, 0.03, 0.03, 0.02, 0.02])).toBeCloseTo(-53.740115, 5);
  expect(emergenceScore([1, 1, 1])).toBeNull();
  expect(emergenceScore([1])).toBeNull();
});

test('correlations follow their definitions, ties included', () => {
  const x = Float64Array.of(1, 2, 3, 4, 5);
  // R: cor(1:5, c(2,1,4,3,5), method = "spearman") is 0.8; cor(1:5, (1:5)^2) is 0.9811049
  expect(spearman(x, Float64Array.of(2, 1, 4, 3, 5))).toBeCloseTo(0.8, 12);
  expect(
    pearson(
      x,
      x.map((value) => value * value),
    ),
  ).toBeCloseTo(0.981104910251593, 12);
  // R: cor(1:4, c(1,2,2,3), method = "spearman") is 0.9486833
  expect(spearman(Float64Array.of(1, 2, 3, 4), Float64Array.of(1, 2, 2, 3))).toBeCloseTo(0.948683298050514, 12);
  expect(pearson(x, Float64Array.of(1, 1, 1, 1, 1))).toBeNull();
});

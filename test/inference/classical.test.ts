import fc from 'fast-check';
import {expect, test} from 'vitest';
import {akaikeCriterion, akaikeWeights, bayesCriterion} from '../../src/inference/candidates.ts';
import {pearson, spearman} from '../../src/inference/classical/correlation.ts';
import {emergenceScore} from '../../src/inference/classical/emergenceScore.ts';
import {plainHinge, plainHingeAt} from '../../src/inference/classical/plainHinge.ts';
import {classicalNumbers} from '../../src/inference/classical.ts';
import {sortedPoints} from '../../src/inference/curve.ts';
import {fitSmoothCurves} from '../../src/inference/smoothCurves.ts';
import {breakSeries} from './breakSeries.ts';
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

const KEYS = [
  'spearman',
  'pearson',
  'emergenceScore',
  'hingeOnset',
  'segmentedOnset',
  'stepOnset',
  'daviesP',
  'pseudoScoreP',
  'supWald',
  'supWaldP',
  'supF',
  'supFP',
];

test('the classical numbers of KINK are those of R, whatever the order of its points', () => {
  const backward = curveOf([...LOSSES].reverse(), [...SERIES.KINK].reverse());
  const numbers = classicalNumbers(backward, {resamples: 99});
  expect(Object.keys(numbers)).toEqual(KEYS);
  expect(numbers).toEqual(classicalNumbers(curveOf(LOSSES, SERIES.KINK), {resamples: 99}));
  expect(numbers.segmentedOnset).toBeCloseTo(2.1965995, 6);
  expect(numbers.stepOnset).toBeCloseTo(1.99, 9);
  expect(numbers.daviesP! / 1.3349e-28).toBeCloseTo(1, 4);
  expect(numbers.pseudoScoreP! / 2.78782699149e-8).toBeCloseTo(1, 9);
  expect(numbers.supWald).toBeGreaterThan(1600);
  expect(numbers.supWaldP).toBe(0.01);
  expect(numbers.supFP).toBeLessThan(1e-100);
});

test('every classical test of a break takes the soft bend for one and lets the line pass', () => {
  const tests = ['daviesP', 'pseudoScoreP', 'supWaldP', 'supFP'];
  const soft = classicalNumbers(curveOf(LOSSES, SERIES.SOFT));
  const line = classicalNumbers(curveOf(LOSSES, SERIES.LINE));
  const {x, y} = breakSeries('straight');
  const straight = classicalNumbers(curveOf([...x], [...y]));
  for (const name of tests) {
    expect(soft[name]).toBeLessThan(0.002);
    expect(line[name]).toBeGreaterThan(0.05);
    expect(straight[name]).toBeGreaterThan(0.05);
  }
});

test('without resamples there is no resampled p', () => {
  const numbers = classicalNumbers(curveOf(LOSSES, SERIES.SOFT), {resamples: 0});
  expect(numbers.supWaldP).toBeNull();
  expect(numbers.supWald).not.toBeNull();
});

test('classical numbers of any curve are finite or null', () => {
  const values = fc.oneof(
    fc.constantFrom(0, 0.1, 0.25, 1),
    fc.double({min: -1e6, max: 1e6, noNaN: true}),
    fc.double({min: 0.2499999, max: 0.25, noNaN: true}),
  );
  const losses = fc.oneof(
    fc.constantFrom(1.5, 2, 2.1),
    fc.double({min: 1.5, max: 1.5 + 1e-9, noNaN: true}),
    fc.double({min: -5, max: 5, noNaN: true}),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(losses, values), {maxLength: 30}), (rows) => {
      const curve = curveOf(
        rows.map(([x]) => x),
        rows.map(([, y]) => y),
      );
      const numbers = classicalNumbers(curve, {resamples: 9});
      expect(Object.keys(numbers)).toEqual(KEYS);
      expect(Object.entries(numbers).filter(([, value]) => value !== null && !Number.isFinite(value))).toEqual([]);
      for (const name of ['daviesP', 'pseudoScoreP', 'supWaldP', 'supFP']) {
        expect(numbers[name] ?? 0.5).toBeGreaterThanOrEqual(0);
        expect(numbers[name] ?? 0.5).toBeLessThanOrEqual(1);
      }
    }),
    {numRuns: 300},
  );
});

test('what cannot be told is null: no points, one value, two losses, points on a line', () => {
  const none = KEYS.map((key) => [key, null]);
  const nulls = (x: number[], y: number[]) => Object.entries(classicalNumbers(curveOf(x, y), {resamples: 9}));
  expect(nulls([], [])).toEqual(none);
  expect(nulls([1, 2, 3, 4, 5, 6, 7, 8], new Array(8).fill(0.1))).toEqual(none);
  const numbersOf = (x: number[], y: number[]) => classicalNumbers(curveOf(x, y), {resamples: 9});
  const two = numbersOf([1, 1, 1, 1, 2, 2, 2, 2], [1, 2, 1, 3, 5, 4, 5, 6]);
  const line = numbersOf(
    LOSSES,
    LOSSES.map((x) => 0.7 - 0.1 * x),
  );
  for (const numbers of [two, line]) {
    for (const key of KEYS.slice(4)) expect(numbers[key]).toBeNull();
  }
});

test('a hundred thousand points have all their classical numbers', () => {
  const count = 100_000;
  const loss = Array.from({length: count}, (_, i) => 1.6 + (1.4 * i) / count);
  const value = loss.map((x, i) => 0.25 + 0.5 * Math.max(2.2 - x, 0) + 0.05 * Math.sin(7 * i));
  const numbers = classicalNumbers(curveOf(loss, value), {resamples: 19});
  expect(numbers.segmentedOnset).toBeCloseTo(2.2, 3);
  expect(numbers.hingeOnset).toBeCloseTo(2.2, 3);
  expect(numbers.supWaldP).toBe(0.05);
  expect(Object.values(numbers).every(Number.isFinite)).toBe(true);
});

import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {binomialDeviance, type Counts, logitFit} from '../../src/inference/classical/logit.ts';
import {daviesLogit, pseudoScoreLogit} from '../../src/inference/classical/logitTests.ts';
import {segmentedLogit} from '../../src/inference/classical/segmentedLogit.ts';
import {ANSWERS, apart, breakSeries} from './breakSeries.ts';

const DOWN = breakSeries('down');
const COUNTS: Counts = {successes: DOWN.y, trials: DOWN.weight!};
const ones = (x: Float64Array) => new Float64Array(x.length).fill(1);

describe("Down's syndrome by the mother's age", () => {
  const answer = ANSWERS.down.segmented;
  const fit = segmentedLogit(DOWN.x, COUNTS)!;

  // R iterates psi to about 1e-8 and weights to about 1e-8.
  test('breaks where R says, with its slopes, errors and criteria', () => {
    const pairs: [number, number][] = [
      [fit.psi.value, answer.psi],
      [fit.psi.error!, answer.psiError],
      [fit.intercept.value, answer.intercept],
      [fit.intercept.error!, answer.interceptError],
      [fit.right.value, answer.slopes[1]],
      [fit.left.error!, answer.slopeErrors[0]],
      [fit.right.error!, answer.slopeErrors[1]],
      [fit.change.value, answer.change],
      [fit.change.error!, answer.changeError],
    ];
    for (const [value, reference] of pairs) expect(apart(value, reference)).toBeLessThan(1e-6);
    expect(Math.abs(fit.left.value - answer.slopes[0])).toBeLessThan(1e-7);
    expect(fit.deviance).toBeLessThanOrEqual(answer.deviance + 1e-9);
    expect(apart(fit.deviance, answer.deviance)).toBeLessThan(1e-10);
    expect(apart(fit.logLikelihood, answer.logLikelihood)).toBeLessThan(1e-10);
    expect(apart(fit.aic, answer.aic)).toBeLessThan(1e-10);
  });

  test('has the printed numbers: 31.081 (0.724), deviance 43.938675, AIC 190.81806', () => {
    expect(fit.psi.value.toFixed(3)).toBe('31.081');
    expect(fit.psi.error!.toFixed(3)).toBe('0.724');
    expect(fit.deviance.toFixed(6)).toBe('43.938675');
    expect(fit.aic.toFixed(5)).toBe('190.81806');
  });

  test("is a break to Davies' test and the pseudo-score test as in R", () => {
    const davies = daviesLogit(DOWN.x, COUNTS)!;
    expect(davies.best).toBeCloseTo(30.5, 12);
    davies.t.forEach((value, k) => {
      expect(apart(value, ANSWERS.down.davies.t[k]!)).toBeLessThan(1e-7);
    });
    expect(apart(davies.p, ANSWERS.down.davies.p)).toBeLessThan(1e-7);
    const score = pseudoScoreLogit(DOWN.x, COUNTS)!;
    expect(apart(score.statistic, ANSWERS.down.score!.statistic)).toBeLessThan(1e-7);
    expect(apart(score.p, ANSWERS.down.score!.p)).toBeLessThan(1e-5);
  });

  test('leaves no more than any psi on a fine grid', () => {
    for (let i = 0; i <= 120; i++) {
      const psi = 19.5 + (i / 120) * 25;
      const hinge = DOWN.x.map((x) => Math.max(x - psi, 0));
      expect(logitFit([ones(DOWN.x), DOWN.x, hinge], COUNTS)!.deviance).toBeGreaterThanOrEqual(fit.deviance - 1e-9);
    }
  });
});

test('the logit line has the deviance of R without and with age', () => {
  // R: null deviance 625.209965.
  expect(logitFit([ones(DOWN.x)], COUNTS)!.deviance).toBeCloseTo(625.209965102482, 8);
  expect(apart(logitFit([ones(DOWN.x), DOWN.x], COUNTS)!.deviance, ANSWERS.down.deviance)).toBeLessThan(1e-10);
});

test('the fitted shares reproduce the counts and their sums along every column', () => {
  const row = fc.tuple(fc.integer({min: 1, max: 60}), fc.double({min: 0.1, max: 0.9, noNaN: true}));
  fc.assert(
    fc.property(fc.array(row, {minLength: 5, maxLength: 30}), (rows) => {
      const trials = Float64Array.from(rows, ([n]) => n + 2);
      const successes = Float64Array.from(rows, ([n, share]) => 1 + Math.round(n * share));
      const x = Float64Array.from(rows, (_, i) => i / 10);
      const fit = logitFit([ones(x), x], {successes, trials});
      expect(fit).not.toBeNull();
      // The likelihood equations: residual counts sum to 0 against both columns.
      let sum = 0;
      let along = 0;
      for (let i = 0; i < x.length; i++) {
        const rest = successes[i]! - trials[i]! * fit!.probability[i]!;
        sum += rest;
        along += rest * x[i]!;
      }
      expect(Math.abs(sum)).toBeLessThan(1e-5);
      expect(Math.abs(along)).toBeLessThan(1e-5);
      expect(fit!.deviance).toBeCloseTo(binomialDeviance({successes, trials}, fit!.probability), 10);
    }),
  );
});

test('counts that are all failures below a place and all successes above have no fit', () => {
  const x = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8);
  const counts = {successes: x.map((v) => (v > 4 ? 9 : 0)), trials: x.map(() => 9)};
  expect(logitFit([ones(x), x], counts)).toBeNull();
  expect(daviesLogit(x, counts)).toBeNull();
  expect(pseudoScoreLogit(x, counts)).toBeNull();
  expect(segmentedLogit(x, {successes: x.map(() => 0), trials: x.map(() => 9)})).toBeNull();
});

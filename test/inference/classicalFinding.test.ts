import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {classical} from '../../src/inference/classical.ts';
import type {Curve} from '../../src/inference/curve.ts';
import type {Classical, ClassicalName} from '../../src/inference/evidence.ts';
import {ANSWERS, apart, breakSeries} from './breakSeries.ts';
import {curveOf, LOSSES, SERIES} from './series.ts';

const NAMES: readonly ClassicalName[] = [
  'davies',
  'pseudoScore',
  'segmented',
  'supWald',
  'supF',
  'expF',
  'aveF',
  'cusum',
  'baiPerron',
  'logitDavies',
  'logitPseudoScore',
  'logitSegmented',
];
const LOGIT = NAMES.slice(9);
/** Tests with a p of no break. */
const TESTED = NAMES.filter((name) => !['segmented', 'baiPerron', 'logitSegmented'].includes(name));

const rowOf = ({tests}: Classical, name: ClassicalName) => tests.find((one) => one.name === name)!;
const modelOf = ({models}: Classical, name: string) => models.find((one) => one.name === name)!;

function seriesOf(name: string): Classical {
  const {x, y} = breakSeries(name);
  return classical(curveOf([...x], [...y]), {resamples: 19});
}

const UNWEIGHTED = Object.keys(ANSWERS.kinks).filter((name) => breakSeries(name).weight === null);
const LINES = Object.keys(ANSWERS.changes).filter((name) => name !== 'nile');

describe('the rows of a curve hold the answers of R', () => {
  test.each(UNWEIGHTED)('on tests of a kink (%s)', (name) => {
    const found = seriesOf(name);
    const {davies, score} = ANSWERS.kinks[name]!;
    const row = rowOf(found, 'davies');
    expect(apart(row.p!, davies.p)).toBeLessThan(1e-9);
    expect(apart(row.statistic!, Math.max(...davies.t.map(Math.abs)))).toBeLessThan(1e-8);
    expect(apart(row.breaks[0]!.estimate, davies.best)).toBeLessThan(1e-12);
    if (!score) return;
    expect(apart(rowOf(found, 'pseudoScore').statistic!, score.statistic)).toBeLessThan(1e-11);
    expect(apart(rowOf(found, 'pseudoScore').p!, score.p)).toBeLessThan(1e-10);
  });

  test.each(LINES)('on tests of a structural change (%s)', (name) => {
    const found = seriesOf(name);
    const {x} = breakSeries(name);
    const answer = ANSWERS.changes[name]!;
    expect(apart(rowOf(found, 'supF').statistic!, answer.supF)).toBeLessThan(1e-12);
    expect(apart(rowOf(found, 'aveF').statistic!, answer.aveF)).toBeLessThan(1e-12);
    expect(apart(rowOf(found, 'cusum').statistic!, answer.cusum)).toBeLessThan(1e-11);
    expect(Math.abs(rowOf(found, 'cusum').p! - answer.cusumP)).toBeLessThan(1e-10);
    const {statistic, breaks} = rowOf(found, 'baiPerron');
    const middles = (answer.best ?? []).map((before) => (x[before - 1]! + x[before]!) / 2);
    expect(breaks.map(({estimate}) => estimate)).toEqual(middles);
    expect(statistic!).toBeCloseTo(answer.bic[0]! - answer.bic[middles.length]!, 8);
  });

  // R's confint of breakpoints(y ~ x, breaks = 1): after the 19th to the 21st point, and after the 20th to the 22nd.
  test.each([
    ['jump', 20, [19, 21]],
    ['binomial', 21, [20, 22]],
  ] as const)('on the interval of one break of two lines (%s)', (name, before, [first, last]) => {
    const {x} = breakSeries(name);
    const place = {estimate: (x[before - 1]! + x[before]!) / 2, low: x[first - 1]!, high: x[last]!};
    expect(rowOf(seriesOf(name), 'supF').breaks).toEqual([place]);
    expect(rowOf(seriesOf(name), 'baiPerron').breaks).toEqual([place]);
  });

  // R's confint of segmented, as printed.
  test.each([
    ['stagnant', -0.00602294, 0.08823451, 1e-8],
    ['rise', 2.18674, 2.22646, 1e-5],
    ['jump', 2.36759, 2.55536, 1e-5],
  ] as const)('on the interval of segmented regression (%s)', (name, low, high, unit) => {
    const [place] = rowOf(seriesOf(name), 'segmented').breaks;
    expect(Math.abs(place!.low! - low)).toBeLessThan(unit);
    expect(Math.abs(place!.high! - high)).toBeLessThan(unit);
  });

  test("on log-odds, for Down's syndrome by the mother's age", () => {
    const {x, y, weight: trials} = breakSeries('down');
    const shares = Array.from(y, (cases, i) => cases / trials![i]!);
    const found = classical(curveOf([...x], shares, {trials}), {resamples: 0});
    const {davies, score, segmented} = ANSWERS.down;
    expect(apart(rowOf(found, 'logitDavies').p!, davies.p)).toBeLessThan(1e-7);
    expect(apart(rowOf(found, 'logitPseudoScore').statistic!, score!.statistic)).toBeLessThan(1e-7);
    const [place] = rowOf(found, 'logitSegmented').breaks;
    expect(apart(place!.estimate, segmented.psi)).toBeLessThan(1e-6);
    // The 97.5 % point of the standard normal law.
    expect(apart(place!.high! - place!.estimate, 1.959963984540054 * segmented.psiError)).toBeLessThan(1e-6);
  });
});

describe('the rows of a curve', () => {
  test('are the same whatever the order of its points', () => {
    const backward = curveOf([...LOSSES].reverse(), [...SERIES.KINK].reverse());
    const found = classical(backward, {resamples: 99});
    expect(found).toEqual(classical(curveOf(LOSSES, SERIES.KINK), {resamples: 99}));
    expect(found.tests.map(({name}) => name)).toEqual(NAMES);
    expect(modelOf(found, 'segmented').at).toBeCloseTo(2.1965995, 6);
    expect(modelOf(found, 'step').at).toBeCloseTo(1.98, 9);
    expect(rowOf(found, 'supWald')).toMatchObject({p: 0.01, reason: null});
    expect(rowOf(found, 'supF').p).toBeLessThan(1e-100);
  });

  test("have Hansen's interval about the place of his statistic", () => {
    const [place] = rowOf(seriesOf('KINK'), 'supWald').breaks;
    // By a grid of step 0.001 from 2.183 to 2.208; candidates are losses, 0.02 apart.
    expect(place!.estimate).toBeCloseTo(2.2, 12);
    expect(place!.low!).toBeGreaterThan(2.183 - 0.02);
    expect(place!.high!).toBeLessThan(2.208 + 0.02);
  });

  test('take the soft bend for a break in every test, and let the line pass', () => {
    const tested = TESTED.filter((name) => !LOGIT.includes(name));
    const soft = classical(curveOf(LOSSES, SERIES.SOFT));
    for (const name of tested) expect([name, rowOf(soft, name).p! < 0.05]).toEqual([name, true]);
    expect(rowOf(soft, 'baiPerron').breaks.length).toBeGreaterThan(0);
    const {x, y} = breakSeries('straight');
    for (const found of [classical(curveOf(LOSSES, SERIES.LINE)), classical(curveOf([...x], [...y]))]) {
      for (const name of tested) expect([name, rowOf(found, name).p! > 0.05]).toEqual([name, true]);
      expect(rowOf(found, 'baiPerron')).toMatchObject({breaks: [], statistic: 0});
    }
  });

  test('say why a p is missing without resamples', () => {
    const found = classical(curveOf(LOSSES, SERIES.SOFT), {resamples: 0});
    for (const name of ['supWald', 'expF', 'aveF'] as const) {
      expect(rowOf(found, name)).toMatchObject({p: null, reason: 'no-resamples'});
      expect(rowOf(found, name).statistic).toBeGreaterThan(0);
    }
    expect(rowOf(found, 'supF').reason).toBeNull();
  });

  test('have drawn p that are whole numbers of the draws plus one', () => {
    const {x, y} = breakSeries('straight');
    for (const resamples of [19, 99]) {
      const found = classical(curveOf([...x], [...y]), {resamples});
      for (const name of ['supWald', 'expF', 'aveF'] as const) {
        const count = rowOf(found, name).p! * (resamples + 1);
        expect(count).toBeCloseTo(Math.round(count), 9);
      }
    }
  });

  test('have log-odds only where values are shares of a known number of questions', () => {
    const shares = SERIES.SOFT.map((value) => Math.round(400 * value) / 400);
    const reasonsOf = (curve: Curve) => LOGIT.map((name) => rowOf(classical(curve, {resamples: 0}), name).reason);
    const trials = new Float64Array(50).fill(400);
    expect(reasonsOf(curveOf(LOSSES, shares, {trials}))).toEqual([null, null, null]);
    const none = ['not-a-share', 'not-a-share', 'not-a-share'];
    expect(reasonsOf(curveOf(LOSSES, shares))).toEqual(none);
    expect(
      reasonsOf(
        curveOf(
          LOSSES,
          shares.map((value) => value - 0.3),
          {trials},
        ),
      ),
    ).toEqual(none);
    expect(reasonsOf(curveOf(LOSSES, shares, {trials: trials.map((n, i) => (i === 7 ? 0 : n))}))).toEqual(none);
    const all = LOSSES.map((loss) => (loss < 2.2 ? 1 : 0));
    expect(reasonsOf(curveOf(LOSSES, all, {trials}))).toEqual(['no-maximum', 'no-maximum', 'no-maximum']);
  });

  test('pool counts of many points without moving the break of the log-odds by more than its error', () => {
    const count = 240;
    const loss = Array.from({length: count}, (_, i) => 1.6 + i / count);
    const chance = loss.map((x) => 1 / (1 + Math.exp(1 - 4 * Math.max(2.1 - x, 0))));
    const trials = new Float64Array(count).fill(2000);
    const found = classical(curveOf(loss, chance, {trials}), {resamples: 0});
    const [place] = rowOf(found, 'logitSegmented').breaks;
    // Values without noise, so the distance to the truth is that of the pooling.
    expect(place!.low!).toBeLessThan(2.1);
    expect(place!.high!).toBeGreaterThan(2.1);
    expect(rowOf(found, 'logitDavies').p!).toBeLessThan(1e-10);
  });
});

describe('what cannot be told', () => {
  const reasons = (x: readonly number[], y: readonly number[]) => {
    const {tests} = classical(curveOf(x, y), {resamples: 9});
    for (const {statistic, p, breaks} of tests) expect([statistic, p, breaks]).toEqual([null, null, []]);
    return [...new Set(tests.filter(({name}) => !LOGIT.includes(name)).map(({reason}) => reason))];
  };

  test('has a reason: too few points or losses, one value, points on a line', () => {
    expect(reasons([], [])).toEqual(['too-few-points']);
    expect(reasons([1, 1, 1, 1, 2, 2, 2, 2], [1, 2, 1, 3, 5, 4, 5, 6])).toEqual(['too-few-points']);
    expect(reasons([1, 2, 3, 4, 5, 6, 7, 8], new Array(8).fill(0.1))).toEqual(['on-the-line']);
    const line = LOSSES.map((x) => 0.7 - 0.1 * x);
    expect(reasons(LOSSES, line)).toEqual(['on-the-line']);
  });

  test('has no correlation, no emergence score and no curve where there are no points', () => {
    const {tests: _, ...rest} = classical(curveOf([], []), {resamples: 9});
    expect(rest).toEqual({spearman: null, pearson: null, emergenceScore: null, models: []});
  });

  test('is null or left out, and every other number is finite, whatever the curve', () => {
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
      fc.property(fc.array(fc.tuple(losses, values), {maxLength: 30}), fc.integer({min: 1, max: 50}), (rows, n) => {
        const curve = curveOf(
          rows.map(([x]) => x),
          rows.map(([, y]) => y),
          {trials: new Float64Array(rows.length).fill(n)},
        );
        const {tests, models, ...numbers} = classical(curve, {resamples: 9});
        const all = [
          ...Object.values(numbers),
          ...models.flatMap(({at, rss, bic}) => [at, rss, bic]),
          ...tests.flatMap(({statistic, p, breaks}) => [
            statistic,
            p,
            ...breaks.flatMap(({estimate, low, high, pieces = []}) => [estimate, low, high, ...pieces.flat()]),
          ]),
        ];
        expect(all.filter((value) => value !== null && !Number.isFinite(value))).toEqual([]);
        for (const {name, p, statistic, reason, breaks} of tests) {
          expect(p ?? 0.5).toBeGreaterThanOrEqual(0);
          expect(p ?? 0.5).toBeLessThanOrEqual(1);
          if (statistic === null && breaks.length === 0 && !name.endsWith('egmented'))
            expect([name, reason]).not.toEqual([name, null]);
          for (const {low, estimate, high} of breaks) {
            expect(low ?? estimate).toBeLessThanOrEqual(estimate);
            expect(high ?? estimate).toBeGreaterThanOrEqual(estimate);
          }
        }
      }),
      {numRuns: 300},
    );
  });
});

test('a hundred thousand points have all their rows', () => {
  const count = 100_000;
  const loss = Array.from({length: count}, (_, i) => 1.6 + (1.4 * i) / count);
  const value = loss.map((x, i) => 0.25 + 0.5 * Math.max(2.2 - x, 0) + 0.05 * Math.sin(7 * i));
  const found = classical(curveOf(loss, value, {trials: new Float64Array(count).fill(1000)}), {resamples: 19});
  expect(modelOf(found, 'segmented').at).toBeCloseTo(2.2, 3);
  expect(modelOf(found, 'hinge').at).toBeCloseTo(2.2, 3);
  expect(rowOf(found, 'supWald').p).toBe(0.05);
  for (const name of TESTED) expect([name, rowOf(found, name).p! < 0.06]).toEqual([name, true]);
});

import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {breakModels} from '../../src/inference/classical/breakModels.ts';
import {daviesTest} from '../../src/inference/classical/davies.ts';
import {bestJump} from '../../src/inference/classical/jumps.ts';
import {plainHinge, plainHingeAt} from '../../src/inference/classical/plainHinge.ts';
import {pseudoScoreTest} from '../../src/inference/classical/pseudoScore.ts';
import {innerPlaces, rootsOf, type Sample} from '../../src/inference/classical/sample.ts';
import {segmentedFit} from '../../src/inference/classical/segmented.ts';
import {leastSquares} from '../../src/numeric/leastSquares.ts';
import {quantileOfSorted} from '../../src/numeric/quantile.ts';
import {ANSWERS, apart, breakSeries} from './breakSeries.ts';

const NAMES = Object.keys(ANSWERS.kinks);

/** Series whose best psi lies between points: there R's iteration and the exact search must end at the same place. */
const SMOOTH = NAMES.filter((name) => !['straight', 'LINE', 'local'].includes(name));

/** Residual sum of squares of two lines that meet at psi, by another way than the search. */
function rssAt(sample: Sample, psi: number): number {
  const {x, y} = sample;
  const columns = [new Float64Array(x.length).fill(1), x, x.map((value) => Math.max(value - psi, 0))];
  return leastSquares(columns, y, rootsOf(sample)).rss;
}

describe('segmented regression', () => {
  test('is compared on eleven series, eight of them with a smooth optimum', () => {
    expect([NAMES.length, SMOOTH.length]).toEqual([11, 8]);
  });

  // R stops its iteration about 1e-7 before the optimum; the residual sum of squares, flat there, has all its digits.
  test.each(SMOOTH)('on %s gives what R gives', (name) => {
    const fit = segmentedFit(breakSeries(name))!;
    const answer = ANSWERS.kinks[name]!.segmented;
    const pairs: [number, number, number][] = [
      [fit.psi.value, answer.psi, 1e-7],
      [fit.psi.error!, answer.psiError, 1e-7],
      [fit.intercept.value, answer.intercept, 1e-7],
      [fit.intercept.error!, answer.interceptError, 1e-11],
      [fit.left.value, answer.slopes[0], 1e-7],
      [fit.right.value, answer.slopes[1], 1e-6],
      [fit.left.error!, answer.slopeErrors[0], 1e-11],
      [fit.right.error!, answer.slopeErrors[1], 1e-11],
      [fit.change.value, answer.change, 1e-7],
      [fit.change.error!, answer.changeError, 1e-11],
      [fit.rss, answer.deviance, 1e-12],
      [fit.logLikelihood, answer.logLikelihood, 1e-12],
      [fit.aic, answer.aic, 1e-12],
      [fit.bic, answer.bic, 1e-12],
    ];
    expect(pairs.map(([value, reference, tolerance]) => apart(value, reference) < tolerance)).toEqual(
      pairs.map(() => true),
    );
    expect(fit.degrees).toBe(answer.degrees);
  });

  test('at a point gives the larger of the errors that it has as a point of either side', () => {
    // The point of the corner lies so low that neither pair of lines crosses beside it.
    const x = Float64Array.from({length: 21}, (_, i) => i - 14);
    const y = x.map((at, i) => Math.max(at, 0) + 0.2 * Math.sin(7 * i) - (at === 0 ? 2 : 0));
    const fit = segmentedFit({x, y, weight: null})!;
    expect(fit.psi.value).toBe(0);
    const errors = [false, true].map((above) => {
      const step = x.map((at) => (at > 0 || (above && at === 0) ? -1 : 0));
      const columns = [new Float64Array(21).fill(1), x, x.map((at) => Math.max(at, 0)), step];
      return Math.sqrt((fit.rss / 17) * leastSquares(columns, y).inverse[15]!) / Math.abs(fit.change.value);
    });
    expect(errors[0]).not.toBeCloseTo(errors[1]!, 2);
    expect(fit.psi.error!).toBeCloseTo(Math.max(...errors), 12);
  });

  test.each(['straight', 'LINE'])(
    'on %s, whose optimum is at a point, is no worse than R and ends at that point',
    (name) => {
      const sample = breakSeries(name);
      const fit = segmentedFit(sample)!;
      const answer = ANSWERS.kinks[name]!.segmented;
      expect(fit.rss).toBeLessThanOrEqual(answer.deviance);
      expect([...sample.x]).toContain(fit.psi.value);
      expect(Math.abs(fit.psi.value - answer.psi)).toBeLessThan(1e-5);
    },
  );

  test('finds a lower optimum where the iteration of R stops in a worse one', () => {
    const fit = segmentedFit(breakSeries('local'))!;
    const {psi, deviance} = ANSWERS.kinks.local!.segmented;
    expect(rssAt(breakSeries('local'), psi)).toBeCloseTo(deviance, 10);
    // R: 1.956 with 0.02730; exact: 1.807 with 0.02584, 5 % lower.
    expect(fit.rss).toBeLessThan(0.95 * deviance);
    expect(fit.psi.value).toBeCloseTo(1.80701, 5);
  });

  test('leaves no more than any psi on a fine grid, ties and weights included', () => {
    const place = fc.integer({min: 0, max: 12});
    const row = fc.tuple(place, fc.double({min: -1, max: 1, noNaN: true}), fc.double({min: 0.2, max: 5, noNaN: true}));
    fc.assert(
      fc.property(fc.array(row, {minLength: 8, maxLength: 40}), (rows) => {
        rows.sort((a, b) => a[0] - b[0]);
        const column = (k: number): Float64Array => Float64Array.from(rows, (one) => one[k]!);
        const sample = {x: column(0), y: column(1), weight: column(2)};
        const inner = innerPlaces(sample.x, 0.05);
        const fit = segmentedFit(sample);
        if (!fit) return;
        const grid = Array.from(
          {length: 301},
          (_, i) => inner[0]! + (i / 300) * (inner[inner.length - 1]! - inner[0]!),
        );
        const least = Math.min(...grid.map((psi) => rssAt(sample, psi)));
        expect(fit.rss).toBeLessThanOrEqual(least * (1 + 1e-9) + 1e-14);
        expect(fit.rss).toBeCloseTo(rssAt(sample, fit.psi.value), 10);
      }),
    );
  });

  // R's confint of segmented; the second and third are printed to five decimals.
  test.each([
    ['stagnant', -0.00602294, 0.08823451, 1e-8],
    ['rise', 2.18674, 2.22646, 1e-5],
    ['jump', 2.36759, 2.55536, 1e-5],
  ] as const)('on %s has the interval of R', (name, low, high, unit) => {
    const {interval} = segmentedFit(breakSeries(name))!;
    expect(Math.abs(interval!.low - low)).toBeLessThan(unit);
    expect(Math.abs(interval!.high - high)).toBeLessThan(unit);
  });

  test('does not move with its axes: shifted and scaled data give the shifted and scaled answer', () => {
    const {x, y} = breakSeries('KINK');
    const fit = segmentedFit({x, y, weight: null})!;
    const other = segmentedFit({x: x.map((v) => 100 + 10 * v), y: y.map((v) => 5 - 3 * v), weight: null})!;
    expect(apart(other.psi.value, 100 + 10 * fit.psi.value)).toBeLessThan(1e-12);
    expect(apart(other.psi.error!, 10 * fit.psi.error!)).toBeLessThan(1e-8);
    expect(apart(other.rss, 9 * fit.rss)).toBeLessThan(1e-9);
  });

  test('does not exist for a line, a constant or three places', () => {
    const x = Float64Array.of(1, 2, 3, 4, 5, 6);
    const weight = null;
    expect(segmentedFit({x, y: x.map((v) => 0.1 + 0.7 * v), weight})).toBeNull();
    expect(segmentedFit({x, y: x.map(() => 0.1), weight})).toBeNull();
    expect(
      segmentedFit({x: Float64Array.of(1, 1, 2, 2, 3, 3), y: Float64Array.of(1, 2, 1, 3, 1, 2), weight}),
    ).toBeNull();
  });
});

describe("Davies' test", () => {
  test.each(NAMES)('on %s gives the p of R, far tails too', (name) => {
    const {p, best, at, t} = daviesTest(breakSeries(name))!;
    const {davies} = ANSWERS.kinks[name]!;
    expect(apart(p, davies.p)).toBeLessThan(1e-9);
    expect(apart(best, davies.best)).toBeLessThan(1e-12);
    at.forEach((place, k) => {
      expect(Math.abs(place - davies.at[k]!)).toBeLessThan(1e-12);
      // R gives |T| for some series and signed T for others.
      expect(apart(Math.abs(t[k]!), Math.abs(davies.t[k]!))).toBeLessThan(1e-8);
    });
  });

  test('with five points on stagnant gives the printed process and p', () => {
    const {p, best, at, t} = daviesTest(breakSeries('stagnant'), {points: 5})!;
    const near = (place: number) => t[at.findIndex((one) => Math.abs(one - place) < 1e-9)]!;
    expect(best).toBeCloseTo(-0.2, 12);
    expect(p / 1.280061e-13).toBeCloseTo(1, 6);
    expect(near(-0.795)).toBeCloseTo(-5.0952834, 7);
    expect(near(-0.2)).toBeCloseTo(-17.2674446, 7);
    expect(near(0.395)).toBeCloseTo(-12.68107738, 7);
    expect(near(0.99)).toBeCloseTo(-2.08594287, 7);
  });
});

describe('the pseudo-score test', () => {
  test.each(NAMES.filter((name) => ANSWERS.kinks[name]!.score))('on %s gives the statistic and p of R', (name) => {
    const {statistic, p} = pseudoScoreTest(breakSeries(name))!;
    const score = ANSWERS.kinks[name]!.score!;
    expect(apart(statistic, score.statistic)).toBeLessThan(1e-11);
    expect(apart(p, score.p)).toBeLessThan(1e-10);
  });

  test('takes whole weights for repeated points up to the degrees of freedom', () => {
    const {x, y} = breakSeries('local');
    const twice = (values: Float64Array) => Float64Array.from({length: 2 * x.length}, (_, i) => values[i >> 1]!);
    const repeated = pseudoScoreTest({x: twice(x), y: twice(y), weight: null})!;
    const weighted = pseudoScoreTest({x, y, weight: x.map(() => 2)})!;
    const ratio = Math.sqrt((2 * x.length - 2) / (x.length - 2));
    expect(apart(repeated.statistic, weighted.statistic * ratio)).toBeLessThan(1e-12);
  });
});

/** Residual sums of squares and BIC = n ln(RSS / n) + k ln n by R's lm and segmented, grids of step 0.001 and a search over all points for jumps. */
const MODELS = {
  KINK: {
    line: [0.178861360859, -273.83431894],
    quadratic: [0.0155480928304, -392.055946027],
    cubic: [0.0155160636655, -388.24702956],
    hinge: [0.00537482194629, -445.166572845],
    segmented: [0.00536783853302, -441.316448094],
    step: [0.151787922322, -278.128630269],
    stegmented: [0.00518918926134, -439.099925529],
  },
  SOFT: {
    line: [0.128727281063, -290.280064899],
    quadratic: [0.00716019581209, -430.825978771],
    cubic: [0.00715536751716, -426.94768336],
    hinge: [0.00898912218672, -419.452085183],
    segmented: [0.00690023214363, -428.761041129],
    step: [0.154705918405, -277.176544497],
    stegmented: [0.00690023214363, -424.851046441],
  },
  LINE: {
    line: [0.00546127519169, -448.280752506],
    quadratic: [0.00537895599418, -445.128130093],
    cubic: [0.00536522179188, -441.343936411],
    hinge: [0.00681877789984, -433.268832093],
    segmented: [0.0051995033145, -442.91266697],
    step: [0.168317491956, -272.960243755],
    stegmented: [0.00491268950811, -441.837721535],
  },
} as const;
const WINNERS = {KINK: 'hinge', SOFT: 'quadratic', LINE: 'line'} as const;
const JUMPS = {KINK: [1.98, 2.16], SOFT: [1.98, 2.18], LINE: [2.14, 1.86]} as const;

describe.each(['KINK', 'SOFT', 'LINE'] as const)('the table of break models on %s', (name) => {
  const models = breakModels(breakSeries(name));

  test('has the known residuals and BIC', () => {
    for (const {name: model, rss, bic} of models) {
      const [knownRss, knownBic] = MODELS[name][model];
      // The printed hinge and the BIC of the segmented line are from a grid of step 0.001, which the exact search beats.
      if (model === 'hinge') expect(rss).toBeLessThanOrEqual(knownRss);
      else expect(apart(rss, knownRss)).toBeLessThan(1e-11);
      if (model === 'hinge' || model === 'segmented') expect(bic).toBeLessThanOrEqual(knownBic + 1e-8);
      else expect(bic).toBeCloseTo(knownBic, 7);
    }
    expect(models.map((model) => model.name)).toEqual(Object.keys(MODELS[name]));
  });

  test(`chooses the ${WINNERS[name]} by BIC, bend or not`, () => {
    expect(models.reduce((a, b) => (b.bic < a.bic ? b : a)).name).toBe(WINNERS[name]);
  });

  test('puts its jumps where a search over all points puts them', () => {
    expect(models.find((model) => model.name === 'step')!.at).toBeCloseTo(JUMPS[name][0], 9);
    expect(models.find((model) => model.name === 'stegmented')!.at).toBeCloseTo(JUMPS[name][1], 9);
  });
});

test('two free lines leave no more than two lines that meet, and two means no less than two lines', () => {
  for (const name of NAMES) {
    const sample = breakSeries(name);
    const lines = bestJump(sample, 'line')!;
    expect(lines.rss).toBeLessThanOrEqual(segmentedFit(sample)!.rss * (1 + 1e-9));
    expect(bestJump(sample, 'mean')!.rss).toBeGreaterThanOrEqual(lines.rss);
    expect(lines.next).toBeGreaterThan(lines.at);
  }
});

test('the plain hinge leaves no more than any eta on a fine grid, ties included', () => {
  const row = fc.tuple(fc.integer({min: 0, max: 15}), fc.double({min: -1, max: 1, noNaN: true}));
  fc.assert(
    fc.property(fc.array(row, {minLength: 8, maxLength: 40}), (rows) => {
      rows.sort((a, b) => a[0] - b[0]);
      const points = {x: Float64Array.from(rows, (one) => one[0]), y: Float64Array.from(rows, (one) => one[1])};
      const fit = plainHinge(points);
      if (!fit) return;
      // Between the first and last point in the allowed range every eta is a candidate.
      const inner = points.x.filter(
        (place) => place >= quantileOfSorted(points.x, 0.03) && place <= quantileOfSorted(points.x, 0.97),
      );
      for (let i = 0; i <= 100; i++) {
        const eta = inner[0]! + (i / 100) * (inner[inner.length - 1]! - inner[0]!);
        expect(fit.rss).toBeLessThanOrEqual(plainHingeAt(points, eta).rss + 1e-10);
      }
    }),
  );
});

// An independent exact search, printed to ten digits.
test.each([
  ['rise', 2.194654202, 0.006181940366],
  ['power', 2.596724153, 0.02971269947],
  ['binomial', 2.208417916, 0.01400250376],
  ['jump', 2.452857077, 0.03659040254],
] as const)('the plain hinge on %s is at %f', (name, eta, rss) => {
  const fit = plainHinge(breakSeries(name))!;
  expect(Math.abs(fit.eta - eta)).toBeLessThan(2e-8);
  expect(apart(fit.rss, rss)).toBeLessThan(3e-9);
});

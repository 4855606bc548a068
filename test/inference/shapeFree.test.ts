import {describe, expect, test} from 'vitest';
import type {Curve} from '../../src/inference/curve.ts';
import {shapeFreeOnset} from '../../src/inference/shapeFree/onset.ts';
import {curveOf, LOSSES, SERIES, simulated} from './series.ts';

const COUNT = 200;
const REPLICATES = Array.from({length: COUNT}, (_, i) => i + 1);
const share = (hits: readonly boolean[]) => hits.filter(Boolean).length / hits.length;
/** Four Monte Carlo standard errors of a share near 5 %. */
const SLACK = 4 * Math.sqrt((0.05 * 0.95) / COUNT);

/** Nothing rises: the onset lies below every loss. */
const FLAT = {eta: 1};

/** The curve as a metric that falls as models get better. */
function mirrored(curve: Curve): Curve {
  return {...curve, value: curve.value.map((value) => 1 - value), chance: 0.75, direction: 'lower'};
}

/** A share of the points in a design of unequal runs. */
function thinned(curve: Curve, keep: (i: number) => boolean): Curve {
  const places = Array.from(curve.loss.keys()).filter(keep);
  const pick = (column: Float64Array) => Float64Array.from(places, (i) => column[i]!);
  return {
    ...curve,
    loss: pick(curve.loss),
    value: pick(curve.value),
    standardError: curve.standardError && pick(curve.standardError),
    run: Int32Array.from(places, (i) => curve.run[i]!),
  };
}

describe('the first rejection', () => {
  const above = (curves: readonly Curve[], eta: number) =>
    share(curves.map((curve) => (shapeFreeOnset(curve)!.firstRejection ?? Number.NEGATIVE_INFINITY) > eta));

  test.each([
    ['independent noise', {}],
    ['noise that is correlated along a run', {correlation: 0.6}],
    ['no standard errors', {standardError: null}],
    ['a flat side off chance', {chance: 0.2}],
    ['a flat side a fifth of a standard deviation off chance', {chance: 0.249}],
    ['no known chance', {chance: null}],
  ])('lies above the onset in at most 5 % of curves with %s', (_, options) => {
    const curves = REPLICATES.map((replicate) => simulated(replicate, options));
    expect(above(curves, 2.1)).toBeLessThanOrEqual(0.05 + SLACK);
  });

  test('lies above the onset in at most 5 % of curves with few points and unequal runs', () => {
    const curves = REPLICATES.map((replicate) =>
      thinned(simulated(replicate, {standardError: null}), (i) => (i < 60 ? i % 9 === 0 : i % 4 === 0)),
    );
    expect(above(curves, 2.1)).toBeLessThanOrEqual(0.05 + SLACK);
  });

  test.each([
    ['independent', {}],
    ['correlated', {correlation: 0.6}],
  ])('is null in at least 95 of 100 flat curves with %s noise', (_, options) => {
    const found = REPLICATES.map((replicate) => shapeFreeOnset(simulated(replicate, {...FLAT, ...options}))!);
    expect(share(found.map(({firstRejection}) => firstRejection !== null))).toBeLessThanOrEqual(0.05 + SLACK);
  });

  test('comes close below the onset of a clear threshold', () => {
    const found = REPLICATES.map((replicate) => shapeFreeOnset(simulated(replicate))!.firstRejection!);
    // Three standard deviations of 0.005 on a slope of 1.6 are 0.01 nats, and a window of four points spans 0.03.
    expect(share(found.map((loss) => loss > 2.1 - 0.04))).toBeGreaterThan(0.95 - SLACK);
  });
});

describe('the onset', () => {
  const found = REPLICATES.map((replicate) => shapeFreeOnset(simulated(replicate))!.onset!);

  test('of a threshold is found there on average, within four standard errors and the bend of the rise', () => {
    const estimates = found.map(({estimate}) => estimate);
    const mean = estimates.reduce((sum, value) => sum + value, 0) / COUNT;
    const spread = Math.sqrt(estimates.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (COUNT - 1));
    // The first part of the rise ends where its summed squared signal to noise is 100: 1.6^2 H^3 / 3 points a nat over 0.005^2, two runs of 59 steps over 0.7 and 0.8 nats.
    const first = Math.cbrt((100 * 3 * 0.005 ** 2) / (1.6 ** 2 * (59 / 0.7 + 59 / 0.8)));
    // A straight line through 1.6 h - 1.4 h^2 from 0 to H meets the level this far off.
    const bend = (1.4 * first ** 2) / 6 / (1.6 - 1.4 * first);
    expect(Math.abs(mean - 2.1)).toBeLessThan(bend + (4 * spread) / Math.sqrt(COUNT));
  });

  test('lies in its interval in at least 95 % less four standard errors', () => {
    expect(share(found.map(({low, high}) => low <= 2.1 && 2.1 <= high))).toBeGreaterThan(0.95 - SLACK);
  });

  test('lies in its interval where noise is correlated', () => {
    const correlated = REPLICATES.map((replicate) => shapeFreeOnset(simulated(replicate, {correlation: 0.6}))!.onset!);
    expect(share(correlated.map(({low, high}) => low <= 2.1 && 2.1 <= high))).toBeGreaterThan(0.95 - SLACK);
  });

  test('of the reference series with a kink at 2.2 lies within four standard errors of it', () => {
    const {onset, firstRejection} = shapeFreeOnset(curveOf(LOSSES, SERIES.KINK))!;
    // As above with a slope of 0.8, fifty points a nat and 0.015 sin, of variance 0.015^2 / 2; a corner is known to about a ninth of that part.
    const first = Math.cbrt((100 * 3 * 0.015 ** 2) / 2 / (0.8 ** 2 * 50));
    expect(Math.abs(onset!.estimate - 2.2)).toBeLessThan((4 * first) / 9);
    expect(firstRejection!).toBeLessThan(2.2);
  });

  test('is null where the curve rises from the start', () => {
    expect(shapeFreeOnset(curveOf(LOSSES, SERIES.LINE))!.onset).toBeNull();
  });

  test('does not hear of losses above the highest', () => {
    const curve = simulated(1);
    const fading = {...curve, value: curve.value.map((value, i) => value + Math.max(curve.loss[i]! - 2.4, 0))};
    const kept = thinned(curve, (i) => curve.loss[i]! <= 2.4);
    expect(shapeFreeOnset(fading, {highest: 2.4})).toEqual(shapeFreeOnset(kept));
  });
});

describe('the test', () => {
  test('is of chance where the flat side lies there, and of the flat side where it does not', () => {
    const at = shapeFreeOnset(simulated(1))!;
    const off = shapeFreeOnset(simulated(1, {chance: 0.2}))!;
    expect([at.levelOf, at.level]).toEqual(['chance', 0.25]);
    expect(off.levelOf).toBe('plateau');
    // About 110 points of standard deviation 0.005.
    expect(Math.abs(off.level - 0.25)).toBeLessThan((4 * 0.005) / Math.sqrt(110));
  });

  test('says the same of a metric that falls', () => {
    for (const replicate of REPLICATES.slice(0, 20)) {
      const up = shapeFreeOnset(simulated(replicate))!;
      const down = shapeFreeOnset(mirrored(simulated(replicate)))!;
      expect(down.firstRejection).toBe(up.firstRejection);
      expect(down.onset!.estimate).toBeCloseTo(up.onset!.estimate, 10);
      expect(down.level).toBeCloseTo(1 - up.level, 10);
    }
  });

  test('says nothing of fewer than 12 points, and rejects nothing on a constant', () => {
    expect(shapeFreeOnset(curveOf(LOSSES.slice(0, 11), SERIES.KINK.slice(0, 11)))).toBeNull();
    const constant = curveOf(
      LOSSES,
      LOSSES.map(() => 0.25),
    );
    expect(shapeFreeOnset(constant)).toMatchObject({onset: null, firstRejection: null, levelOf: 'chance'});
  });

  test('finds the rise of a score that is exactly 0 before', () => {
    const {onset, firstRejection} = shapeFreeOnset(
      curveOf(
        LOSSES,
        LOSSES.map((loss) => Math.max(2.2 - loss, 0)),
        {chance: 0},
      ),
    )!;
    // Within half a step of the finer search: 240 steps over three of 240 steps over at most all losses.
    expect(Math.abs(onset!.estimate - 2.2)).toBeLessThan((0.5 * 3 * 0.98) / 240 ** 2 + 1e-12);
    expect(firstRejection!).toBeLessThan(2.2);
  });
});

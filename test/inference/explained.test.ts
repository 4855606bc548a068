import {describe, expect, test} from 'vitest';
import type {Curve} from '../../src/inference/curve.ts';
import type {Explained} from '../../src/inference/evidence.ts';
import {explained} from '../../src/inference/explained/explained.ts';
import {normals} from '../../src/numeric/normal.ts';
import {streamAt, streamKey} from '../../src/numeric/stream.ts';
import {simulated} from './series.ts';

const ETA = 2.1;
const COUNT = 60;
const REPLICATES = Array.from({length: COUNT}, (_, i) => i + 1);
/** 95 % less four Monte Carlo standard errors. */
const NEARLY_ALL = 0.95 - 4 * Math.sqrt((0.95 * 0.05) / COUNT);

/** A curve on the checkpoints of the simulated one: three runs of 60 losses from 2.75 to 1.71, normal noise of known size. */
function curveThrough(f: (loss: number) => number, sd: number, replicate: number, name: string): Curve {
  const base = simulated(replicate);
  const z = normals(streamAt(streamKey('explained tests', name), [replicate, 0, 0, 0]), base.loss.length);
  return {
    ...base,
    value: base.loss.map((loss, i) => f(loss) + sd * z[i]!),
    standardError: new Float64Array(base.loss.length).fill(sd),
  };
}

const threshold = (loss: number): number => 0.25 + 0.8 * (1 - Math.exp(-Math.max(ETA - loss, 0) / 0.4));
const logistic = (loss: number): number => 0.25 + 0.4 / (1 + Math.exp((loss - 2) / 0.12));
const token = (loss: number): number => 1.4 * logistic(loss);
const even = (loss: number): number => 0.25 + 0.25 * (2.75 - loss);

/** Worlds: accuracy and a continuous metric against loss. */
const WORLDS = {
  shared: [threshold, (loss: number) => 0.25 + 0.7 * (threshold(loss) - 0.25)],
  // Three tokens must all be right, each with the probability that the continuous metric shows (Schaeffer et al. 2023, section 2).
  mirage: [(loss: number) => token(loss) ** 3, token],
  ownBreak: [threshold, even],
  ownBreakBesideLogistic: [threshold, logistic],
} as const;

function explainedIn(
  [accuracy, smooth]: readonly [(loss: number) => number, (loss: number) => number],
  {sd = 0.004, smoothSd = 0.001}: {sd?: number; smoothSd?: number} = {},
): Explained[] {
  return REPLICATES.map(
    (replicate) =>
      explained(
        curveThrough(accuracy, sd, replicate, 'accuracy'),
        curveThrough(smooth, smoothSd, replicate, 'smooth'),
        ETA,
      )!,
  );
}

const share = (found: readonly Explained[], wanted: boolean | null) =>
  found.filter((one) => one.explained === wanted).length / found.length;
/** Every so many points of a curve. */
function thinned(curve: Curve, every: number): Curve {
  const pick = (column: Float64Array) => column.filter((_, i) => i % every === 0);
  return {
    ...curve,
    loss: pick(curve.loss),
    value: pick(curve.value),
    standardError: pick(curve.standardError!),
    run: curve.run.filter((_, i) => i % every === 0),
  };
}
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const meanError = (values: readonly number[]) =>
  Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)) / (values.length - 1));

describe('the break of accuracy', () => {
  test('is explained where the continuous metric shares it', () => {
    const found = explainedIn(WORLDS.shared);
    expect(share(found, true)).toBeGreaterThan(NEARLY_ALL);
    expect(share(found, false)).toBe(0);
  });

  test('is explained where both rise smoothly and accuracy is a steep function of the continuous metric', () => {
    const found = explainedIn(WORLDS.mirage, {sd: 0.003});
    expect(share(found, true)).toBeGreaterThan(NEARLY_ALL);
    expect(share(found, false)).toBe(0);
  });

  test.each(['ownBreak', 'ownBreakBesideLogistic'] as const)(
    'is not explained where the continuous metric passes smoothly (%s)',
    (world) => {
      const found = explainedIn(WORLDS[world]);
      expect(share(found, false)).toBeGreaterThan(NEARLY_ALL);
      expect(share(found, true)).toBe(0);
    },
  );

  test('is neither explained nor not where noise hides a fifth of it', () => {
    const found = explainedIn(WORLDS.shared, {sd: 0.05});
    expect(share(found, null)).toBeGreaterThan(NEARLY_ALL);
  });

  test('stays explained where the continuous metric is measured with error, because luck is told from standing', () => {
    const found = explainedIn(WORLDS.shared, {smoothSd: 0.01});
    // A regression on the measured values would leave a fifth of the break behind with the wrong sign.
    const remaining = found.map((one) => one.remaining);
    expect(Math.abs(mean(remaining))).toBeLessThan(4 * meanError(remaining));
    expect(share(found, false)).toBe(0);
  });

  test.each([
    ['that follows itself along runs', {correlation: 0.6}, 1],
    ['on few points', {}, 3],
  ] as const)('is 0 in the interval of what remains in 95 of 100, with noise %s', (_, options, every) => {
    const [accuracy, smooth] = WORLDS.shared;
    const held = Array.from({length: 200}, (_, i) => {
      const few = (curve: Curve): Curve => thinned(curve, every);
      const noisy = simulated(i + 1, {sd: 0.004, ...options});
      const clean = simulated(i + 1, {sd: 0, ...options});
      const from = {...noisy, value: noisy.value.map((value, k) => accuracy(noisy.loss[k]!) + value - clean.value[k]!)};
      const {slopeChange} = explained(few(from), few(curveThrough(smooth, 0.001, i + 1, 'smooth')), ETA)!;
      return slopeChange.low <= 0 && 0 <= slopeChange.high;
    });
    expect(held.filter(Boolean).length / held.length).toBeGreaterThan(
      0.95 - 4 * Math.sqrt((0.95 * 0.05) / held.length),
    );
  });
});

describe('what remains', () => {
  const [accuracy, smooth] = WORLDS.ownBreak;
  const from = curveThrough(accuracy, 0.004, 1, 'accuracy');
  const to = curveThrough(smooth, 0.001, 1, 'smooth');
  const found = explained(from, to, ETA)!;

  test('has an interval around it, and p that agrees with the interval', () => {
    const all = [...explainedIn(WORLDS.shared), ...explainedIn(WORLDS.ownBreak)];
    for (const {slopeChange, p, share: explainedShare} of all) {
      expect(slopeChange.low).toBeLessThanOrEqual(slopeChange.estimate);
      expect(slopeChange.high).toBeGreaterThanOrEqual(slopeChange.estimate);
      expect(p < 0.05).toBe(slopeChange.low > 0 || slopeChange.high < 0);
      expect(explainedShare).toBeGreaterThanOrEqual(0);
      expect(explainedShare).toBeLessThanOrEqual(1);
    }
  });

  test('leaves of the variance what the noise has in it where the metrics share a break', () => {
    const found = explainedIn(WORLDS.shared);
    const {loss} = simulated(1);
    const values = Array.from(loss, threshold);
    const noise = 0.004 ** 2 / mean(values.map((value) => (value - mean(values)) ** 2));
    // Of 180 squares of noise some twelve go into the fit at most; a mean of that many has a relative standard error of sqrt(2 / 180).
    for (const {share: explainedShare} of found) {
      expect(1 - explainedShare).toBeLessThan(noise * (1 + 4 * Math.sqrt(2 / 180)));
      expect(1 - explainedShare).toBeGreaterThan(noise * (1 - 12 / 180 - 4 * Math.sqrt(2 / 180)));
    }
  });

  test('does not depend on the units or the sign of the continuous metric', () => {
    const turned = {
      ...to,
      value: to.value.map((value) => 7 - 30 * value),
      standardError: to.standardError!.map((error) => 30 * error),
    };
    const same = explained(from, turned, ETA)!;
    expect(same.remaining).toBeCloseTo(found.remaining, 6);
    // Readings of one step of the monotone fit tie but for rounding: which of them stands first moves the share in the sixth digit.
    expect(same.share).toBeCloseTo(found.share, 4);
  });

  test('is counted in the units of accuracy per nat', () => {
    const percent = {
      ...from,
      value: from.value.map((value) => 100 * value),
      standardError: from.standardError!.map((error) => 100 * error),
    };
    const same = explained(percent, to, ETA)!;
    expect(same.slopeChange.estimate / 100).toBeCloseTo(found.slopeChange.estimate, 8);
    expect(same.remaining).toBeCloseTo(found.remaining, 8);
  });

  test('is not asked where the checkpoints differ, too few lie near the onset or nothing varies', () => {
    const moved = {...to, loss: to.loss.map((loss) => loss + 1e-9)};
    const constant = {...to, value: to.value.map(() => 0.3)};
    expect(explained(from, moved, ETA)).toBeNull();
    expect(explained(from, to, 2.74)).toBeNull();
    expect(explained(from, to, 1.5)).toBeNull();
    expect(explained(from, constant, ETA)).toBeNull();
  });

  test('is found without standard errors too', () => {
    const bare = explained({...from, standardError: null}, {...to, standardError: null}, ETA)!;
    expect(bare.explained).toBe(false);
  });
});

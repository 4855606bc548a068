import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {fitBentHinge} from '../../src/inference/bentHinge.ts';
import {candidateTable} from '../../src/inference/candidates.ts';
import type {Curve} from '../../src/inference/curve.ts';
import {drawnProfile} from '../../src/inference/drawnProfile.ts';
import {Fault} from '../../src/numeric/fault.ts';
import {curveOf, RULE, simulated} from './series.ts';

const fitted = (curve: Curve, detail = false) => fitBentHinge(curve, {rule: RULE, detail});
const REPLICATES = Array.from({length: 60}, (_, i) => i + 1);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const spread = (values: readonly number[]) => {
  const centre = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1));
};

describe('over 60 simulated curves', () => {
  const sharp = REPLICATES.map((replicate) => fitted(simulated(replicate)));
  const soft = REPLICATES.map((replicate) => fitted(simulated(replicate, {w: 0.08})));

  test('a threshold at 2.1 is found there on average, within four standard errors', () => {
    const found = sharp.map(({onset}) => onset!.estimate);
    expect(Math.abs(mean(found) - 2.1)).toBeLessThan((4 * spread(found)) / Math.sqrt(found.length));
  });

  test('the intervals of a threshold hold it: at least 95 % less four standard errors', () => {
    const slack = 4 * Math.sqrt((0.95 * 0.05) / REPLICATES.length);
    const onset = sharp.filter((one) => one.onset!.low <= 2.1 && 2.1 <= one.onset!.high).length;
    const width = sharp.filter((one) => one.width.low === 0).length;
    expect(onset / REPLICATES.length).toBeGreaterThan(0.95 - slack);
    expect(width / REPLICATES.length).toBeGreaterThan(0.95 - slack);
  });

  test('a threshold is called sharp and a bend of 0.08 nats soft: at least 95 % less four standard errors', () => {
    const least = 0.95 - 4 * Math.sqrt((0.95 * 0.05) / REPLICATES.length);
    expect(sharp.filter(({shape}) => shape === 'sharp').length / REPLICATES.length).toBeGreaterThan(least);
    expect(soft.filter(({shape}) => shape === 'soft').length / REPLICATES.length).toBeGreaterThan(least);
  });

  test('correlated noise is seen and counted', () => {
    const fits = REPLICATES.slice(0, 20).map((replicate) => fitted(simulated(replicate, {correlation: 0.6})));
    const inflation = fits.map(({estimator}) => estimator.inflation);
    // Residuals of a fit of p = 9 numbers have a lag-1 correlation lower by about (1 + 3 r) p / n, raised by 2 runs / n again.
    const seen = 0.6 - ((1 + 3 * 0.6) * 9) / 180 + 6 / 180;
    // (1 + 0.6) / (1 - 0.6) = 4; the lag-1 correlation of 180 points has standard error 0.06, which is 0.75 on this scale.
    const room = (4 * 0.75) / Math.sqrt(20);
    expect(mean(inflation)).toBeGreaterThan((1 + seen) / (1 - seen) - room);
    expect(mean(inflation)).toBeLessThan(4 + room);
    // White noise is inflated by 1 or by what its correlation happens to be, with standard error 1 / sqrt(180) about 6 / 180: 1 + 2 E max(r, 0).
    const white = sharp.slice(0, 20).map(({estimator}) => estimator.inflation);
    expect(mean(white)).toBeLessThan(
      1 + 2 * (6 / 180 + 1 / Math.sqrt(2 * Math.PI * 180)) + (4 * spread(white)) / Math.sqrt(20),
    );
  });

  test('noise beyond the standard errors is found on the flat side', () => {
    const fits = REPLICATES.slice(0, 20).map((replicate) =>
      fitted(simulated(replicate, {sd: 0.005, standardError: new Float64Array(180).fill(0.003)})),
    );
    const extra = fits.map(({estimator}) => estimator.extraSd);
    // sqrt(0.005^2 - 0.003^2) = 0.004, from about 100 points: relative error 1 / sqrt(200) of the variance 0.005^2.
    expect(Math.abs(mean(extra) - 0.004)).toBeLessThan((4 * 0.005 ** 2) / Math.sqrt(200) / (2 * 0.004));
  });
});

describe('the companion of a discontinuous metric', () => {
  /** A continuous curve that shares noise with a discontinuous one, fitted alone and beside it. */
  const sharing = (replicate: number) => {
    const leader = simulated(replicate, {sd: 0.01});
    const clean = simulated(1000 + replicate, {sd: 0.0005, continuous: true, standardError: null});
    const truth = simulated(replicate, {sd: 0});
    const shared = clean.value.map((value, i) => value + 0.3 * (leader.value[i]! - truth.value[i]!));
    const curve = {...clean, value: shared};
    const led = fitted(leader);
    return {led, alone: fitted(curve), together: fitBentHinge(curve, {rule: RULE, leader: led})};
  };

  const fits = REPLICATES.slice(0, 16).map(sharing);

  test('shortens the interval of the width of a continuous one, on average by more than four standard errors', () => {
    const shorter = fits.map(
      ({alone, together}) => alone.width.high - alone.width.low - (together.width.high - together.width.low),
    );
    expect(mean(shorter)).toBeGreaterThan((4 * spread(shorter)) / Math.sqrt(fits.length));
  });

  test('takes shared noise out of a continuous one', () => {
    const shares = fits.map(({together}) => together.estimator.sharedNoise!);
    expect(fits.map(({alone}) => alone.estimator.sharedNoise)).toEqual(fits.map(() => 0));
    // The shared variance is 0.003^2, what is left 0.0005^2. Of 180 points, each of two fits takes at most nine directions that the other leaves.
    const least = (0.003 ** 2 / (0.003 ** 2 + 0.0005 ** 2)) * ((180 - 18) / (180 - 9)) ** 2;
    expect(mean(shares)).toBeGreaterThan(least - (4 * spread(shares)) / Math.sqrt(fits.length));
    const held = fits.filter(({together: {onset}}) => onset!.low <= 2.1 && 2.1 <= onset!.high).length;
    expect(held / fits.length).toBeGreaterThan(0.95 - 4 * Math.sqrt((0.95 * 0.05) / fits.length));
    // What the leader took for signal of the noise they share moves both onsets, on either side.
    for (const {led, together} of fits) {
      const [own, joined] = [led.onset!, together.onset!];
      expect(joined.estimate - joined.low).toBeGreaterThanOrEqual(own.estimate - own.low);
      expect(joined.high - joined.estimate).toBeGreaterThanOrEqual(own.high - own.estimate);
    }
  });

  test('is left out where the checkpoints differ or nothing is shared', () => {
    const leader = fitted(simulated(1));
    const other = simulated(2, {continuous: true});
    const moved = {...other, loss: other.loss.map((loss) => loss + 0.001)};
    expect(fitBentHinge(other, {rule: RULE, leader}).estimator.sharedNoise).toBe(0);
    const {held, ...rest} = fitBentHinge(moved, {rule: RULE, leader});
    const {held: none, ...alone} = fitted(moved);
    expect(rest).toEqual(alone);
    expect([held, none]).toEqual([{shape: 'sharp', compatible: true}, null]);
  });
});

describe('with eta held at the break of a sharp metric', () => {
  const leader = fitted(simulated(1));
  const heldOf = (options: object) =>
    fitBentHinge(simulated(2, {continuous: true, ...options}), {rule: RULE, leader}).held;

  test('a corner there is sharp and fits no worse, a wide bend there is soft', () => {
    expect(leader.shape).toBe('sharp');
    expect(heldOf({})).toEqual({shape: 'sharp', compatible: true});
    expect(heldOf({w: 0.08})!.shape).toBe('soft');
  });

  test('a corner elsewhere fits worse', () => {
    expect(heldOf({eta: 2.3})!.compatible).toBe(false);
  });

  test('nothing is held where the leader is not sharp', () => {
    const soft = fitted(simulated(1, {w: 0.08}));
    expect(fitBentHinge(simulated(2, {continuous: true}), {rule: RULE, leader: soft}).held).toBeNull();
  });
});

describe('the answer', () => {
  const base = simulated(3);
  const answer = fitted(base, true);
  const close = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThan(1e-6);

  test('moves with the loss axis and scales with it', () => {
    const bounded = {min: 0.2, max: 5, noNaN: true};
    fc.assert(
      fc.property(fc.double(bounded), fc.double(bounded), (scale, shift) => {
        const other = fitted({...base, loss: base.loss.map((loss) => scale * loss + shift)});
        expect(other.shape).toBe(answer.shape);
        close((other.onset!.estimate - shift) / scale, answer.onset!.estimate);
        close((other.onset!.low - shift) / scale, answer.onset!.low);
        close(other.width.high / scale, answer.width.high);
      }),
      {numRuns: 15},
    );
  });

  test('does not depend on the level, scale or sign of the values', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(-100, -1, -0.01, 0.01, 3),
        fc.double({min: -5, max: 5, noNaN: true}),
        (scale, shift) => {
          const other = fitted({
            ...base,
            value: base.value.map((value) => scale * value + shift),
            standardError: base.standardError!.map((value) => Math.abs(scale) * value),
            direction: scale > 0 ? 'higher' : 'lower',
          });
          expect(other.shape).toBe(answer.shape);
          close(other.onset!.estimate, answer.onset!.estimate);
          close(other.width.high, answer.width.high);
        },
      ),
      {numRuns: 15},
    );
  });

  test('does not depend on the order of runs', () => {
    const places = [2, 0, 1].flatMap((run) => Array.from({length: 60}, (_, i) => 60 * run + i));
    const pick = (values: Float64Array) => Float64Array.from(places, (place) => values[place]!);
    const other = fitted({
      ...base,
      loss: pick(base.loss),
      value: pick(base.value),
      run: Int32Array.from(places, (place) => base.run[place]!),
    });
    expect(other.onset).toEqual(answer.onset);
    expect(other.width).toEqual(answer.width);
  });

  test('comes with a flat side at chance, a rise, a drawn line and a profile', () => {
    const {plateau, rise, fitted: line, comparison} = answer.detail!;
    const profile = drawnProfile(comparison.optimum);
    expect(plateau!.level.low).toBeLessThan(0.25);
    expect(plateau!.level.high).toBeGreaterThan(0.25);
    expect(plateau!.atChance).toBe(true);
    expect(plateau!.slope.low).toBeLessThan(0);
    expect(plateau!.slope.high).toBeGreaterThan(0);
    // The rise 1.6 h - 1.4 h^2 covers a share of its height where it equals that share: the smaller root.
    const top = 2.1 - Math.min(...base.loss);
    const height = 1.6 * top - 1.4 * top * top;
    const place = (share: number) => (1.6 - Math.sqrt(1.6 * 1.6 - 5.6 * share * height)) / 2.8;
    // Each end is where the line crosses a level: its standard error is about sd / slope / sqrt(points near) = 0.005 / 1 / sqrt(10).
    expect(Math.abs(rise! - (place(0.9) - place(0.1)))).toBeLessThan((4 * Math.SQRT2 * 0.005) / Math.sqrt(10));
    expect(line.loss.length).toBe(line.value.length);
    expect(profile.ratio.length).toBe(profile.onset.length * profile.width.length);
    expect(Math.min(...profile.ratio.filter((ratio) => ratio !== null))).toBe(0);
  });

  test('stands beside candidates whose weights sum to 1, and the hinges win on a threshold', () => {
    const table = candidateTable(answer);
    expect(table.map(({name}) => name)).toEqual([
      'line',
      'quadratic',
      'cubic',
      'exponential',
      'logistic',
      'gompertz',
      'power',
      'bent hinge',
      'hinge',
    ]);
    expect(table.reduce((sum, {weight}) => sum + weight, 0)).toBeCloseTo(1, 12);
    const least = Math.min(...table.map(({bic}) => bic));
    expect(table.find(({bic}) => bic === least)!.name).toMatch(/hinge/);
  });
});

describe('a curve that says too little', () => {
  const even = (count: number) => Array.from({length: count}, (_, i) => 1.8 + 0.05 * i);

  test('with six points is not fitted and says so', () => {
    expect(fitted(curveOf(even(6), even(6)))).toMatchObject({
      shape: 'undetermined',
      reason: 'too-few-points',
      onset: null,
      points: 6,
    });
    expect(fitted(curveOf([], []))).toMatchObject({reason: 'too-few-points', points: 0});
  });

  test('with many points at few losses is not fitted', () => {
    const loss = Array.from({length: 60}, (_, i) => 2 + 0.1 * (i % 4));
    expect(fitted(curveOf(loss, loss)).reason).toBe('too-few-points');
  });

  test('with a constant value is not fitted', () => {
    expect(fitted(curveOf(even(40), new Array(40).fill(0.25)))).toMatchObject({
      shape: 'undetermined',
      reason: 'no-fit',
      onset: null,
    });
  });

  test('with all points on the flat side is not called sharp', () => {
    const curves = REPLICATES.slice(0, 20).map((replicate) => fitted(simulated(replicate, {eta: 1.5})));
    // Noise alone may look like anything; sharp needs a narrow width on both sides of a located onset, so at most 5 % and four standard errors.
    const most = 20 * 0.05 + 4 * Math.sqrt(20 * 0.05 * 0.95);
    expect(curves.filter(({shape}) => shape === 'sharp').length).toBeLessThan(most);
  });

  test('with all points below the break is not called sharp, and its onset is at the edge', () => {
    const {onset, shape} = fitted(simulated(4, {eta: 3}));
    expect(shape).not.toBe('sharp');
    expect(onset).toBeNull();
  });

  test('with a gap around the break is not called sharp', () => {
    const whole = simulated(5, {sd: 0.001});
    const kept = Array.from(whole.loss.keys()).filter((i) => Math.abs(whole.loss[i]! - 2.1) > 0.08);
    const pick = (values: Float64Array) => Float64Array.from(kept, (i) => values[i]!);
    const gap = {
      ...whole,
      loss: pick(whole.loss),
      value: pick(whole.value),
      standardError: pick(whole.standardError!),
      run: Int32Array.from(kept, (i) => whole.run[i]!),
    };
    expect(fitted(gap).shape).not.toBe('sharp');
  });

  test.each([
    ['a value that is no number', {value: Float64Array.of(Number.NaN, 1)}, 'curve-number'],
    ['an infinite loss', {loss: Float64Array.of(Number.POSITIVE_INFINITY, 1)}, 'curve-number'],
    ['a negative standard error', {standardError: Float64Array.of(-1, 1)}, 'curve-number'],
    ['columns of different length', {value: Float64Array.of(1)}, 'curve-length'],
  ])('with %s is refused', (_, change, code) => {
    const attempt = () => fitted({...curveOf([1, 2], [1, 2]), ...change});
    expect(attempt).toThrow(Fault);
    expect(attempt).toThrow(code);
  });
});

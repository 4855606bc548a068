import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {detailGroup, joinFindings} from '../../src/inference/analyse.ts';
import {type Axis, lossOf, onUserAxis, xOf} from '../../src/inference/axis.ts';
import type {Curve} from '../../src/inference/curve.ts';
import type {CurveFinding, Findings} from '../../src/inference/findings.ts';
import {RULE, simulated} from './series.ts';

const AXES: readonly Axis[] = [
  {log: false, ascending: false},
  {log: false, ascending: true},
  {log: true, ascending: false},
  {log: true, ascending: true},
];

function findingsOf(curves: Readonly<Record<string, Curve>>): Findings {
  const inputs = Object.entries(curves).map(([metric, curve]) => ({world: null, benchmark: 'one', metric, curve}));
  const judging = {rule: RULE, resamples: 0, seed: 'axis'};
  return joinFindings([detailGroup(inputs, judging, false)], {summaries: [], truths: [], rule: RULE});
}

const plain = findingsOf({
  accuracy: simulated(0),
  probability: simulated(1, {continuous: true, sd: 0.003}),
});

const rising = (values: readonly number[]): boolean => values.every((value, i) => i === 0 || values[i - 1]! <= value);

describe('a loss-like axis', () => {
  test.each(AXES)('gives back the x it was made of: %j', (axis) => {
    const size = fc.double({min: 1e-3, max: 1e6, noNaN: true});
    fc.assert(
      fc.property(size, (x) => {
        // ln and exp together lose at most a few units in the last place, scaled by |ln x| < 14.
        expect(Math.abs(xOf(axis, lossOf(axis, x)) / x - 1)).toBeLessThan(16 * 14 * Number.EPSILON);
      }),
    );
  });

  test.each(AXES)('is lower where x is better: %j', (axis) => {
    const size = fc.double({min: 1e-3, max: 1e6, noNaN: true});
    fc.assert(
      fc.property(size, size, (a, b) => {
        fc.pre(Math.abs(a - b) > 1e-9 * Math.max(a, b));
        expect(lossOf(axis, a) < lossOf(axis, b)).toBe(axis.ascending ? a > b : a < b);
      }),
    );
  });
});

describe('findings on the axis of the user', () => {
  test('are the same object where the axis is a loss', () => {
    expect(onUserAxis(plain, AXES[0]!)).toBe(plain);
  });

  test.each(AXES)('have every onset where x is the image of the loss: %j', (axis) => {
    const turned = onUserAxis(plain, axis);
    plain.curves.forEach((curve, i) => {
      const other = turned.curves[i]!;
      expect(other.onset!.estimate).toBe(xOf(axis, curve.onset!.estimate));
      const ends = [xOf(axis, curve.onset!.low), xOf(axis, curve.onset!.high)].sort((a, b) => a - b);
      expect([other.onset!.low, other.onset!.high]).toEqual(ends);
      curve.classical.models.forEach(({at}, k) => {
        expect(other.classical.models[k]!.at).toBe(at === null ? null : xOf(axis, at));
      });
      curve.classical.tests.forEach(({name, breaks}, k) => {
        const images = other.classical.tests[k]!.breaks;
        expect(images.map(({estimate}) => estimate).sort()).toEqual(
          breaks.map((one) => xOf(axis, one.estimate)).sort(),
        );
        expect([name, images.map(({low}) => low !== null)]).toEqual([name, breaks.map(({low}) => low !== null)]);
      });
    });
  });

  test.each(AXES)('run by rising x, with every interval the right way round: %j', (axis) => {
    for (const {onset, fitted, profile, estimator, residuals, classical} of onUserAxis(plain, axis).curves) {
      const breaks = classical.tests.map((one) => one.breaks);
      expect(breaks.every((one) => rising(one.map(({estimate}) => estimate)))).toBe(true);
      const located = breaks.flat().filter(({low}) => low !== null);
      expect(located.length).toBeGreaterThan(3);
      expect(located.every(({estimate, low, high}) => low! <= estimate && estimate <= high!)).toBe(true);
      expect(onset!.low <= onset!.estimate && onset!.estimate <= onset!.high).toBe(true);
      for (const [from, to] of onset!.pieces ?? []) expect(from).toBeLessThanOrEqual(to);
      expect(rising((onset!.pieces ?? []).flat())).toBe(true);
      expect(rising(fitted.loss) && rising(profile!.onset) && rising(residuals.loss)).toBe(true);
      expect(estimator.window[0]).toBeLessThan(estimator.window[1]);
    }
  });

  test.each(AXES)('keep each value beside its place: %j', (axis) => {
    const turned = onUserAxis(plain, axis);
    plain.curves.forEach(({fitted, profile}, i) => {
      const other = turned.curves[i]!;
      const at = (curve: CurveFinding, place: number) => curve.fitted.value[curve.fitted.loss.indexOf(place)];
      fitted.loss.forEach((loss, k) => {
        if (fitted.loss.indexOf(loss) === k) expect(at(other, xOf(axis, loss))).toBeDefined();
      });
      const columns = profile!.onset.length;
      profile!.onset.forEach((onset, a) => {
        const there = other.profile!.onset.indexOf(xOf(axis, onset));
        profile!.width.forEach((_, b) => {
          expect(other.profile!.ratio[b * columns + there]).toBe(profile!.ratio[b * columns + a]);
        });
      });
    });
  });

  test.each(AXES)('keep widths, limits and rises, in units of the loss-like axis: %j', (axis) => {
    const turned = onUserAxis(plain, axis);
    plain.curves.forEach(({width, widthLimit, relativeWidth, rise, shape}, i) => {
      expect(turned.curves[i]).toMatchObject({width, widthLimit, relativeWidth, rise, shape});
    });
  });

  test('give differences, slopes and correlations the sign that they have along x', () => {
    const turned = onUserAxis(plain, {log: false, ascending: true});
    const [before, after] = [plain, turned].map(({benchmarks}) => benchmarks[0]!.pairs[0]!.difference!);
    expect([after!.low, after!.estimate, after!.high]).toEqual([-before!.high, -before!.estimate, -before!.low]);
    plain.curves.forEach(({plateau, classical}, i) => {
      expect(turned.curves[i]!.plateau!.slope.estimate).toBe(-plateau!.slope.estimate);
      expect(turned.curves[i]!.classical.spearman).toBe(-classical.spearman!);
      expect(turned.curves[i]!.classical.emergenceScore).toBe(classical.emergenceScore);
    });
  });

  test('keep a hole where something was not found', () => {
    const bare = {...plain.curves[0]!, onset: null, plateau: null, profile: null};
    const [curve] = onUserAxis({...plain, curves: [bare]}, {log: true, ascending: true}).curves;
    expect(curve).toMatchObject({onset: null, plateau: null, profile: null});
  });
});

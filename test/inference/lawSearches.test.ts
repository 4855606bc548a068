import {describe, expect, test} from 'vitest';
import {type LawData, lawData, layoutOf} from '../../src/inference/lawFit/data.ts';
import {fitLaw, freePlaces, HUBER_DELTA, residualsOf, thetaOf} from '../../src/inference/lawFit/fit.ts';
import type {Fittable, LawPoint} from '../../src/inference/lawFit/fittable.ts';
import {minimum} from '../../src/numeric/levenbergMarquardt.ts';
import {fittableNamed, simulatedRuns} from './lawRuns.ts';

/** The lowest end of searches that are each led on their own, whatever others they meet, and how many ends are that low. */
function ledAlone(fittable: Fittable, data: LawData) {
  const free = freePlaces(fittable, data);
  const model = residualsOf(fittable, data);
  const ends = fittable.starts(layoutOf(data)).map((values) => {
    const wanted = thetaOf(fittable, values);
    const start = thetaOf(fittable, {});
    for (const k of free) start[k] = wanted[k]!;
    return [100, 30, 10, 3, 1].reduce(
      (end, width) => minimum(model, end.theta, {free, delta: width * HUBER_DELTA}),
      minimum(model, start, {free, steps: 20}),
    );
  });
  const known = ends.filter(({value}) => Number.isFinite(value));
  return {best: known.reduce((one, other) => (other.value < one.value ? other : one)), free, starts: ends.length};
}

const PLAN = {N: 3e7, D: 1e9} as const;
const CASES = [
  ['chinchilla', {E: 1.8172, A: 482.01, alpha: 0.3478, B: 2085.43, beta: 0.3658, delta: 0}, PLAN],
  [
    'du2024',
    {E: 1.3454, a: 0.9244, alpha: 0.2413, b: 0.2618, beta: 0.4244, delta: 0.113},
    {N: 1e8, D: 1e10, scheduled: true},
  ],
  ['kaplan', {Nc: 6.4e13, aN: 0.076, Dc: 1.8e13, aD: 0.103}, {N: 1e6, D: 1e7}],
  ['kaplan-s', {Nc: 6.5e13, aN: 0.077, Sc: 2.1e3, aS: 0.76}, {N: 1e6, D: 1e9}],
  ['henighan', {Linf: 1.6453, N0: 3.02e8, alphaN: 0.241}, {N: 3e7, D: 1e11}],
] as const;

/** A law of one number t, which may have either sign: ln L = (t^2 - at^2)^2 + tilt (t - at)^2, lowest at `at` and next to it at `-at`. */
function twoWells(at: number, tilt: number, starts: readonly number[]): Fittable {
  const law = {name: 'wells', formula: '', source: '', parameters: {t: {about: ''}}, presets: {}, build: () => () => 1};
  return {
    law,
    needs: [],
    floor: null,
    sloped: ([t]) => {
      const square = t! * t! - at * at;
      const loss = Math.exp((square / (at * at)) ** 2 + tilt * (t! / at - 1) ** 2);
      return (_, slopes) => {
        slopes[0] = loss * ((4 * t! * square) / at ** 4 + (2 * tilt * (t! / at - 1)) / at);
        return loss;
      };
    },
    starts: () => starts.map((t) => ({t})),
  };
}

describe('searches that have met are led on as one', () => {
  test.each(CASES)('and %s ends where each led on its own would', (name, truth, plan) => {
    const fittable = fittableNamed(name);
    for (const noise of [0.003, 0.03]) {
      const data = lawData(simulatedRuns(name, truth, plan, noise, 7));
      const {best, free, starts} = ledAlone(fittable, data);
      const fit = fitLaw(fittable, data);
      expect(starts).toBeGreaterThan(2);
      // Both ends stop where steps no longer lower the value by 1e-14 of it: theta is then known to about the root of that.
      expect(Math.abs(fit.objective / best.value - 1)).toBeLessThan(1e-9);
      for (const k of free)
        expect(Math.abs(fit.theta[k]! - best.theta[k]!)).toBeLessThan(1e-3 * (1 + Math.abs(best.theta[k]!)));
    }
  });

  const point: LawPoint = {lnN: 0, lnD: 0, lnS: 0, lnC: 0, lnU: 0, lr: 0};
  // Two losses in three lie below both wells: that of the lower one is met better, and the other is worse by less than a twentieth.
  const lnLoss = Float64Array.from({length: 40}, (_, i) => (i % 3 === 0 ? 0.1 : -0.1) + 0.001 * Math.sin(i));
  const data = {points: Array.from(lnLoss, () => point), lnLoss};

  test.each([1, 0.01])('but not those of two wells at +- %d, in whatever order they start', (at) => {
    for (const starts of [
      [-1.4, -1.2, 1.3],
      [1.3, -1.2, -1.4],
    ]) {
      const {theta, objective, rivals} = fitLaw(
        twoWells(
          at,
          1e-4,
          starts.map((t) => t * at),
        ),
        data,
      );
      expect(Math.abs(theta[0]! / at - 1)).toBeLessThan(0.1);
      expect(rivals.map(([t]) => Math.sign(t!))).toEqual([-1]);
      expect(Math.abs(rivals[0]![0]! / at + 1)).toBeLessThan(0.1);
      expect(objective).toBeGreaterThan(0);
    }
  });
});

import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Curve} from '../../src/inference/curve.ts';
import type {Forecast} from '../../src/inference/evidence.ts';
import {forecasts, predictionsOf} from '../../src/inference/forecast/forecasts.ts';
import {polynomialForecast} from '../../src/inference/forecast/polynomial.ts';
import {knownSums} from '../../src/inference/forecast/posterior.ts';
import {judge} from '../../src/inference/forecast/predictive.ts';
import {taskAt} from '../../src/inference/forecast/training.ts';
import {normals} from '../../src/numeric/normal.ts';
import {streamAt, streamKey} from '../../src/numeric/stream.ts';
import {curveOf, simulated} from './series.ts';

const LAWS = [
  'flat',
  'line',
  'quadratic',
  'exponential',
  'logistic',
  'gompertz',
  'power',
  'hinge',
  'bent hinge',
] as const;
const COUNT = 40;
const REPLICATES = Array.from({length: COUNT}, (_, i) => i + 1);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const meanError = (values: readonly number[]) => {
  const centre = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / values.length / (values.length - 1));
};

/** Truths whose law is in the contest, with numbers that show their shape above a loss of 1.95. */
const TRUTHS: Readonly<Record<string, (loss: number) => number>> = {
  flat: () => 0.25,
  line: (loss) => 0.6 - 0.3 * (loss - 1.7),
  exponential: (loss) => 0.25 + 0.4 * Math.exp(-(loss - 1.71) / 0.25),
  logistic: (loss) => 0.25 + 0.4 / (1 + Math.exp((loss - 2) / 0.1)),
  gompertz: (loss) => 0.25 + 0.43 * Math.exp(-Math.exp((loss - 2) / 0.12)),
  power: (loss) => 0.1 + 0.5 * (loss / 1.71) ** -6,
  hinge: (loss) => 0.25 + 1.1 * Math.max(2.2 - loss, 0),
  'bent hinge': (loss) => 0.25 + 1.1 * 0.06 * Math.log1p(Math.exp((2.2 - loss) / 0.06)),
};

function curveThrough(truth: (loss: number) => number, replicate: number, correlation = 0): Curve {
  const base = simulated(replicate);
  const z = normals(streamAt(streamKey('forecast tests', 'noise'), [replicate, 0, 0, 0]), base.loss.length);
  let state = 0;
  const value = base.loss.map((loss, i) => {
    const fresh = i % 60 === 0;
    state = fresh ? z[i]! : correlation * state + Math.sqrt(1 - correlation * correlation) * z[i]!;
    return truth(loss) + 0.005 * state;
  });
  return {...base, value};
}

/** The forecast whose cutoff lies lowest, inside the rise. */
function lastForecast(truth: (loss: number) => number, replicate: number, correlation = 0): Forecast {
  const found = forecasts(curveThrough(truth, replicate, correlation), {onset: 2.1});
  return found[found.length - 1]!;
}

const lawOf = ({laws}: Forecast, name: string) => laws.find((law) => law.name === name)!;
const coverageOf = (forecast: Forecast, name: string) => {
  const parts = lawOf(forecast, name).coverage;
  return parts.reduce((sum, {covered, n}) => sum + covered * n, 0) / parts.reduce((sum, {n}) => sum + n, 0);
};

describe('a forecast', () => {
  test('never sees the values below its cutoff', () => {
    const curve = simulated(1);
    const changed = {...curve, value: curve.value.map((value, i) => (curve.loss[i]! <= 2 ? 1 - value : value))};
    const one = taskAt(curve, 2, Number.POSITIVE_INFINITY)!;
    const other = taskAt(changed, 2, Number.POSITIVE_INFINITY)!;
    expect(other.outcome).not.toEqual(one.outcome);
    expect(other.task).toEqual(one.task);
    expect(predictionsOf(other.task)).toEqual(predictionsOf(one.task));
  });

  test('is made by every law at four cutoffs around an onset, and at three without one', () => {
    const around = forecasts(simulated(1), {onset: 2.1});
    const without = forecasts(simulated(1), {onset: null});
    expect(around.map(({laws}) => laws.map(({name}) => name))).toEqual(Array(4).fill(LAWS));
    expect(without.length).toBe(3);
    const lowest = simulated(1).loss.reduce((a, b) => Math.min(a, b));
    expect(around[1]!.cutoff).toBe(2.1);
    for (const {cutoff} of around) expect(cutoff).toBeGreaterThan(lowest);
  });

  test('tells coverage by distance for every point below the cutoff', () => {
    const curve = simulated(1);
    for (const {cutoff, laws} of forecasts(curve, {onset: 2.1})) {
      const below = curve.loss.filter((loss) => loss <= cutoff).length;
      for (const {coverage} of laws) {
        expect(coverage.reduce((sum, {n}) => sum + n, 0)).toBe(below);
        coverage.slice(1).forEach(({from}, k) => {
          expect(from).toBeGreaterThanOrEqual(coverage[k]!.to * (1 - 1e-12));
        });
      }
    }
  });

  test('is not made with fewer than 12 points above the cutoff or five below', () => {
    const losses = Array.from({length: 16}, (_, i) => 2 + i / 100);
    const curve = curveOf(
      losses,
      losses.map((loss) => loss % 0.037),
    );
    expect(taskAt(curve, 2.035, Number.POSITIVE_INFINITY)).toBeNull();
    expect(taskAt(curve, 2.041, Number.POSITIVE_INFINITY)).toBeNull();
    expect(forecasts(curve, {onset: 2.1})).toEqual([]);
  });

  test('has finite numbers whatever the curve', () => {
    const kinds = fc.constantFrom(
      (_: number) => 0,
      (loss: number) => (loss < 2.05 ? 1 : 0),
      (loss: number) => Math.exp(6 * (3 - loss)),
      (loss: number) => -loss,
      (loss: number) => 0.25 + Math.max(2.1 - loss, 0),
      (loss: number) => Math.round(10 * (3 - loss)) / 10,
    );
    fc.assert(
      fc.property(
        kinds,
        fc.double({min: 0, max: 0.1, noNaN: true}),
        fc.integer({min: 1, max: 99}),
        (kind, sd, seed) => {
          const {loss, run} = simulated(1);
          const z = normals(streamAt(streamKey('forecast tests', 'any'), [seed, 0, 0, 0]), loss.length);
          const curve = curveOf([...loss], [...loss.map((at, i) => kind(at) + sd * z[i]!)], {run});
          for (const {laws} of forecasts(curve, {onset: 2.1})) {
            for (const {logScore, rmse} of laws) {
              expect(Number.isFinite(logScore)).toBe(true);
              expect(Number.isFinite(rmse)).toBe(true);
            }
          }
        },
      ),
      {numRuns: 24},
    );
  });

  test('says the same in percent as in fractions', () => {
    const curve = curveThrough(TRUTHS.line!, 1);
    const percent = {
      ...curve,
      value: curve.value.map((value) => 100 * value),
      standardError: curve.standardError!.map((error) => 100 * error),
    };
    const [one, other] = [curve, percent].map((made) => forecasts(made, {onset: 2.1}));
    one!.forEach(({laws}, i) => {
      for (const {name, rmse, logScore} of laws) {
        const scaled = lawOf(other![i]!, name);
        expect(scaled.rmse / 100 / rmse).toBeCloseTo(1, 9);
        expect(scaled.logScore + Math.log(100)).toBeCloseTo(logScore, 9);
      }
    });
  });
});

describe.each(Object.keys(TRUTHS))('where the truth is %s', (name) => {
  const found = REPLICATES.map((replicate) => lastForecast(TRUTHS[name]!, replicate));

  test('its intervals hold 95 % of the points, within four standard errors', () => {
    const coverage = found.map((forecast) => coverageOf(forecast, name));
    expect(mean(coverage)).toBeGreaterThan(0.95 - 4 * meanError(coverage));
  });

  test('no other law scores better by more than four standard errors', () => {
    for (const other of LAWS) {
      const gain = found.map((forecast) => lawOf(forecast, other).logScore - lawOf(forecast, name).logScore);
      expect(mean(gain)).toBeLessThanOrEqual(4 * meanError(gain) + 1e-9);
    }
  });
});

describe('a law that is wrong', () => {
  test('scores worse than the true one and says so', () => {
    const found = REPLICATES.map((replicate) => lastForecast(TRUTHS.hinge!, replicate));
    for (const other of ['flat', 'line', 'exponential', 'power']) {
      const loss = found.map((forecast) => lawOf(forecast, 'hinge').logScore - lawOf(forecast, other).logScore);
      expect(mean(loss)).toBeGreaterThan(4 * meanError(loss));
    }
    for (const {best, laws} of found) {
      expect(lawOf({cutoff: 0, laws, best}, best).logScore).toBe(Math.max(...laws.map(({logScore}) => logScore)));
    }
  });
});

describe('noise that is correlated along a run', () => {
  test('leaves the intervals of the true law their 95 %', () => {
    const coverage = Array.from({length: 100}, (_, i) => {
      const curve = curveThrough(TRUTHS.hinge!, i + 1, 0.8);
      const {task, outcome} = taskAt(curve, 2, Number.POSITIVE_INFINITY)!;
      const {covered} = judge(predictionsOf(task).get('hinge')!, outcome);
      return covered.filter(Boolean).length / covered.length;
    });
    // Without regard to the dependence it is 0.82 with a standard error of 0.023.
    expect(mean(coverage)).toBeGreaterThan(0.95 - 4 * meanError(coverage));
  });
});

describe('few known points', () => {
  test('leave the intervals of a flat truth their 95 %, because their noise is not known exactly', () => {
    const coverage = Array.from({length: 600}, (_, i) => {
      const curve = curveThrough(TRUTHS.flat!, i + 1);
      const places = Array.from(curve.loss.keys()).filter((k) => k % 5 === 0);
      const pick = (column: Float64Array) => places.map((k) => column[k]!);
      const few = curveOf(pick(curve.loss), pick(curve.value));
      const {task, outcome} = taskAt(few, 2.42, Number.POSITIVE_INFINITY)!;
      expect(task.known.x.length).toBeLessThan(16);
      const {covered} = judge(polynomialForecast(0, task, knownSums(task), 1).predictive, outcome);
      return covered.filter(Boolean).length / covered.length;
    });
    // With the quantile of the normal law it is about 0.93.
    expect(mean(coverage)).toBeGreaterThan(0.95 - 4 * meanError(coverage));
  });
});

describe('the judge', () => {
  const two = {weight: Float64Array.of(0.25, 0.75), mean: Float64Array.of(0, 2), variance: Float64Array.of(1, 4)};
  const one = {weight: Float64Array.of(1), mean: Float64Array.of(0), variance: Float64Array.of(1)};
  const logNormal = (z: number) => -0.5 * z * z - 0.5 * Math.log(2 * Math.PI);

  test('gives the log density and the mean of a mixture', () => {
    const {logDensity, error} = judge(two, Float64Array.of(1));
    const density = (0.25 * Math.exp(-0.5) + (0.75 * Math.exp(-0.125)) / 2) / Math.sqrt(2 * Math.PI);
    expect(logDensity[0]!).toBeCloseTo(Math.log(density), 10);
    expect(error[0]!).toBeCloseTo(1 - 1.5, 12);
  });

  test('gives the log density of outcomes near and far, also where no density is left', () => {
    for (const z of [0, 3, 7.7, 7.8, 13, 13.1, 50, 1e4]) {
      expect(judge(one, Float64Array.of(z)).logDensity[0]! / logNormal(z)).toBeCloseTo(1, 10);
      // The wider part alone counts far out: half as high at half the distance.
      const wide = Math.log(0.75 / 2) + logNormal(z / 2);
      if (z > 20) expect(judge(two, Float64Array.of(2 + z)).logDensity[0]! / wide).toBeCloseTo(1, 10);
    }
  });

  test('says whether an outcome lies in the central 95 %', () => {
    const inside = [-1.97, -1.95, 0, 1.95, 1.97].map((value) => judge(one, Float64Array.of(value)).covered[0]);
    expect(inside).toEqual([false, true, true, true, false]);
  });
});

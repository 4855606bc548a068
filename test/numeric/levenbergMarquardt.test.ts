import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {huber, huberSlope} from '../../src/numeric/huber.ts';
import {minimum, type Residuals} from '../../src/numeric/levenbergMarquardt.ts';
import {median} from '../../src/numeric/quantile.ts';
import {solvePositive} from '../../src/numeric/solve.ts';

/** A problem of the NIST Statistical Reference Datasets, www.itl.nist.gov/div898/strd/nls: data, model with its slopes, starts and certified values. */
interface Problem {
  readonly name: string;
  readonly x: readonly number[];
  readonly y: readonly number[];
  model(b: Float64Array, x: number): {value: number; slopes: readonly number[]};
  readonly starts: ReadonlyArray<readonly number[]>;
  readonly certified: readonly number[];
  readonly squares: number;
}

const MISRA1A: Problem = {
  name: 'Misra1a',
  x: [77.6, 114.9, 141.1, 190.8, 239.9, 289, 332.8, 378.4, 434.8, 477.3, 536.8, 593.1, 689.1, 760],
  y: [10.07, 14.73, 17.94, 23.93, 29.61, 35.18, 40.02, 44.82, 50.76, 55.05, 61.01, 66.4, 75.47, 81.78],
  model: (b, x) => {
    const e = Math.exp(-b[1]! * x);
    return {value: b[0]! * (1 - e), slopes: [1 - e, b[0]! * x * e]};
  },
  starts: [
    [500, 1e-4],
    [250, 5e-4],
  ],
  certified: [2.3894212918e2, 5.5015643181e-4],
  squares: 1.2455138894e-1,
};

const THURBER: Problem = {
  name: 'Thurber',
  x: [
    -3.067, -2.981, -2.921, -2.912, -2.84, -2.797, -2.702, -2.699, -2.633, -2.481, -2.363, -2.322, -1.501, -1.46,
    -1.274, -1.212, -1.1, -1.046, -0.915, -0.714, -0.566, -0.545, -0.4, -0.309, -0.109, -0.103, 0.01, 0.119, 0.377,
    0.79, 0.963, 1.006, 1.115, 1.572, 1.841, 2.047, 2.2,
  ],
  y: [
    80.574, 84.248, 87.264, 87.195, 89.076, 89.608, 89.868, 90.101, 92.405, 95.854, 100.696, 101.06, 401.672, 390.724,
    567.534, 635.316, 733.054, 759.087, 894.206, 990.785, 1090.109, 1080.914, 1122.643, 1178.351, 1260.531, 1273.514,
    1288.339, 1327.543, 1353.863, 1414.509, 1425.208, 1421.384, 1442.962, 1464.35, 1468.705, 1447.894, 1457.628,
  ],
  model: (b, x) => {
    const above = b[0]! + x * (b[1]! + x * (b[2]! + x * b[3]!));
    const below = 1 + x * (b[4]! + x * (b[5]! + x * b[6]!));
    const value = above / below;
    const up = [1, x, x * x, x ** 3].map((power) => power / below);
    return {value, slopes: [...up, ...up.slice(1).map((share) => -share * value)]};
  },
  starts: [
    [1000, 1000, 400, 40, 0.7, 0.3, 0.03],
    [1300, 1500, 500, 75, 1, 0.4, 0.05],
  ],
  certified: [
    1.28813968e3, 1.4910792535e3, 5.8323836877e2, 7.5416644291e1, 9.6629502864e-1, 3.9797285797e-1, 4.9727297349e-2,
  ],
  squares: 5.6427082397e3,
};

const MGH09: Problem = {
  name: 'MGH09',
  x: [4, 2, 1, 0.5, 0.25, 0.167, 0.125, 0.1, 0.0833, 0.0714, 0.0625],
  y: [0.1957, 0.1947, 0.1735, 0.16, 0.0844, 0.0627, 0.0456, 0.0342, 0.0323, 0.0235, 0.0246],
  model: (b, x) => {
    const above = x * x + x * b[1]!;
    const below = x * x + x * b[2]! + b[3]!;
    const value = (b[0]! * above) / below;
    return {value, slopes: [above / below, (b[0]! * x) / below, (-value * x) / below, -value / below]};
  },
  starts: [
    [25, 39, 41.5, 39],
    [0.25, 0.39, 0.415, 0.39],
  ],
  certified: [1.9280693458e-1, 1.9128232873e-1, 1.2305650693e-1, 1.3606233068e-1],
  squares: 3.0750560385e-4,
};

const RAT43: Problem = {
  name: 'Rat43',
  x: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
  y: [16.08, 33.83, 65.8, 97.2, 191.55, 326.2, 386.87, 520.53, 590.03, 651.92, 724.93, 699.56, 689.96, 637.56, 717.41],
  model: (b, x) => {
    const e = Math.exp(b[1]! - b[2]! * x);
    const share = (1 + e) ** (-1 / b[3]!);
    const value = b[0]! * share;
    const bend = (-value * e) / (b[3]! * (1 + e));
    return {value, slopes: [share, bend, -x * bend, (value * Math.log(1 + e)) / (b[3]! * b[3]!)]};
  },
  starts: [
    [100, 10, 1, 1],
    [700, 5, 0.75, 1.3],
  ],
  certified: [6.996415127e2, 5.2771253025, 7.5962938329e-1, 1.2792483859],
  squares: 8.786404908e3,
};

function residualsOf({x, y, model}: Problem): Residuals {
  return {
    count: x.length,
    evaluate(theta, residuals, slopes) {
      x.forEach((at, i) => {
        const point = model(theta, at);
        residuals[i] = point.value - y[i]!;
        slopes.set(point.slopes, i * theta.length);
      });
    },
  };
}

const CASES = [MISRA1A, THURBER, MGH09, RAT43].flatMap((problem) =>
  problem.starts.map((start, i) => [problem.name, i + 1, problem, start] as const),
);

describe('the minimum', () => {
  test.each(CASES)('of %s is the certified one from start %i, to seven digits', (_, __, problem, start) => {
    const {theta, value} = minimum(residualsOf(problem), Float64Array.from(start));
    expect(Math.abs((2 * value) / problem.squares - 1)).toBeLessThan(1e-9);
    problem.certified.forEach((known, k) => {
      expect(Math.abs(theta[k]! / known - 1)).toBeLessThan(1e-7);
    });
  });

  test('of a constant with a small delta is the median', () => {
    const values = fc.array(fc.double({min: -5, max: 5, noNaN: true}), {minLength: 3, maxLength: 31});
    fc.assert(
      fc.property(values, (y) => {
        const odd = y.length % 2 === 1 ? y : y.slice(1);
        const model = residualsOf({...MISRA1A, x: odd, y: odd, model: (b) => ({value: b[0]!, slopes: [1]})});
        const {theta} = minimum(model, Float64Array.of(7), {delta: 1e-4});
        expect(Math.abs(theta[0]! - median(odd))).toBeLessThan(odd.length * 1e-4);
      }),
    );
  });

  test('leaves parameters that do not move where they are', () => {
    const {theta} = minimum(residualsOf(RAT43), Float64Array.of(700, 5, 0.75, 1.3), {free: [0, 2]});
    expect([theta[1], theta[3]]).toEqual([5, 1.3]);
    expect(theta[0]).not.toBe(700);
  });

  test('with whole weights is that of the repeated points', () => {
    const weights = Float64Array.from(MISRA1A.x, (_, i) => i % 3);
    const repeat = (values: readonly number[]) => values.flatMap((value, i) => Array(i % 3).fill(value));
    const start = Float64Array.of(250, 5e-4);
    const weighted = minimum(residualsOf(MISRA1A), start, {weights, delta: 0.05});
    const repeated = minimum(residualsOf({...MISRA1A, x: repeat(MISRA1A.x), y: repeat(MISRA1A.y)}), start, {
      delta: 0.05,
    });
    expect(weighted.value).toBeCloseTo(repeated.value, 12);
    expect(Math.abs(weighted.theta[1]! / repeated.theta[1]! - 1)).toBeLessThan(1e-7);
  });
});

describe("Huber's loss", () => {
  test('is half a square inside delta and has its slope outside', () => {
    expect([huber(0.5, 1), huber(-3, 1), huberSlope(0.5, 1), huberSlope(-3, 1)]).toEqual([0.125, 2.5, 0.5, -1]);
    expect(huber(3, Number.POSITIVE_INFINITY)).toBe(4.5);
  });
});

describe('a positive definite system', () => {
  test('is solved, and one that is not is refused', () => {
    expect([...solvePositive(Float64Array.of(4, 0, 2, 5), 2, Float64Array.of(8, 12))!]).toEqual([1, 2]);
    expect(solvePositive(Float64Array.of(1, 0, 2, 4), 2, Float64Array.of(1, 1))).toBeNull();
  });
});

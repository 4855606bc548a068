import {describe, expect, test} from 'vitest';
import {varianceOf} from '../../src/inference/forecast/gridPosterior.ts';
import {polynomialForecast} from '../../src/inference/forecast/polynomial.ts';
import {knownSums, nodeAt} from '../../src/inference/forecast/posterior.ts';
import {mixtureOf} from '../../src/inference/forecast/predictive.ts';
import {taskAt} from '../../src/inference/forecast/training.ts';
import {curveOf} from './series.ts';

test('the variance of the noise has the degrees of freedom that the fit leaves, and an interval as long as that of Student', () => {
  // t at 97.5 % with ten degrees of freedom is 2.228139, z is 1.959964.
  expect(varianceOf(10, 12, 2, 1)).toBeCloseTo((2.228138852 / 1.959963985) ** 2, 8);
  expect(varianceOf(0, 12, 2, 3)).toBeCloseTo(9e-8, 20);
});

/** Two contrasts of three numbers, orthonormal and orthogonal to their mean. */
const contrasts = ([a, b, c]: readonly number[]): [number, number] => [
  (a! - b!) / Math.SQRT2,
  (a! + b! - 2 * c!) / Math.sqrt(6),
];

test('a node has the marginal likelihood and the posterior of a normal amplitude, base and amplitude integrated out', () => {
  const [values, column] = [
    [1, 4, 2],
    [0.5, 2, -1],
  ];
  const [noise, size] = [1.5, 2];
  const sums = {
    x: Float64Array.of(0, 1, 2, 3),
    weight: Float64Array.of(1, 1, 1),
    y: Float64Array.from(values!, (value) => value - 7 / 3),
    mass: 3,
    mean: 7 / 3,
    square: values!.reduce((sum, value) => sum + (value - 7 / 3) ** 2, 0),
    size,
  };
  const at = (of: readonly number[]) =>
    nodeAt(Float64Array.of(0, ...of), sums, {variance: 0.5, inflation: 3}, 1, 1).node;
  // Contrasts of the values are normal with covariance noise + size^2 c c', c the contrasts of the column.
  const [y, z] = contrasts(values!);
  const [c, d] = contrasts(column!);
  const [p, q, r] = [noise + size ** 2 * c * c, noise + size ** 2 * d * d, size ** 2 * c * d];
  const determinant = p * q - r * r;
  const form = (a: readonly [number, number], b: readonly [number, number]): number =>
    (q * a[0] * b[0] + p * a[1] * b[1] - r * (a[0] * b[1] + a[1] * b[0])) / determinant;
  const logDensity = -0.5 * (Math.log(determinant / noise ** 2) + form([y, z], [y, z]) - (y * y + z * z) / noise);
  const node = at(column!);
  expect(node.logWeight - at([0, 0, 0]).logWeight).toBeCloseTo(logDensity, 12);
  expect(node.amplitude).toBeCloseTo(size ** 2 * form([c, d], [y, z]), 12);
  expect(node.amplitudeVariance).toBeCloseTo(size ** 2 - size ** 4 * form([c, d], [c, d]), 12);
});

describe('the prediction of a straight line', () => {
  // So much noise that the prior of the slope speaks.
  const losses = Array.from({length: 20}, (_, i) => 2 + i / 20);
  const curve = curveOf(
    losses,
    losses.map((loss, i) => 0.3 * (3 - loss) + 0.4 * Math.sin(7 * i)),
    {standardError: Float64Array.from(losses, (loss) => 0.1 * loss)},
  );
  const {task} = taskAt(curve, 2.26, Number.POSITIVE_INFINITY)!;
  const sums = knownSums(task);
  const inflation = 2;

  test('by least squares with a prior is that of the posterior of its amplitude', () => {
    const {noise, predictive} = polynomialForecast(1, task, sums, inflation);
    const top = task.known.x.at(-1)!;
    const height = (x: number): number => (top - x) / (top - task.ahead[0]!);
    const law = {
      name: 'line',
      located: false,
      scaled: false,
      count: 2,
      table: () => new Float64Array(),
      fill: (column: Float64Array, _: Float64Array, x: Float64Array) => column.set(x.map(height)),
    };
    const column = sums.x.map(height);
    const {node} = nodeAt(column, sums, noise, 0, 1);
    const other = mixtureOf(law, [node], task, sums, noise);
    predictive.mean.forEach((value, i) => {
      expect(value).toBeCloseTo(other.mean[i]!, 12);
      expect(predictive.variance[i]! / other.variance[i]!).toBeCloseTo(1, 10);
    });
    // The prior holds the slope back.
    expect(node.amplitudeVariance).toBeLessThan(sums.size ** 2);
  });
});

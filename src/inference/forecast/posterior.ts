import type {Task} from './training.ts';

/** The noise of a law: variance of a point of relative variance 1, and (1 + r) / (1 - r) of its dependence along runs. */
export interface LawNoise {
  readonly variance: number;
  readonly inflation: number;
}

/** A law at one location and scale, with the posterior of its amplitude. */
export interface Node {
  readonly location: number;
  readonly scale: number;
  readonly logWeight: number;
  readonly amplitude: number;
  readonly amplitudeVariance: number;
  /** Weighted mean of its column over the known points. */
  readonly middle: number;
}

/** Weighted sums over the known points that all nodes share. */
export interface KnownSums {
  /** The lowest loss that is predicted, then the known losses. */
  readonly x: Float64Array;
  readonly weight: Float64Array;
  /** Known values less their weighted mean. */
  readonly y: Float64Array;
  readonly mass: number;
  readonly mean: number;
  readonly square: number;
  /** Standard deviation of the prior of an amplitude. */
  readonly size: number;
}

/** The sums of a task. */
export function knownSums({known, variance, ahead, size}: Task): KnownSums {
  const weight = variance.map((value) => 1 / value);
  const mass = weight.reduce((sum, value) => sum + value, 0);
  const mean = known.y.reduce((sum, value, i) => sum + weight[i]! * value, 0) / mass;
  const y = known.y.map((value) => value - mean);
  const square = y.reduce((sum, value, i) => sum + weight[i]! * value * value, 0);
  return {x: Float64Array.of(ahead[0]!, ...known.x), weight, y, mass, mean, square, size};
}

/** Residual sum of squares of a node, with the prior of the amplitude counted in, and the node. */
export interface Looked {
  readonly node: Node;
  readonly rss: number;
}

/**
 * Posterior of a law at one location and scale: base with a flat prior, amplitude normal about 0 with the size of the metric at the lowest loss
 * that is predicted, both integrated out (Gaussian linear model; O'Hagan 1994). The column is that of `law.fill` over `sums.x`.
 */
export function nodeAt(
  column: Float64Array,
  {weight, y, mass, square, size}: KnownSums,
  {variance, inflation}: LawNoise,
  location: number,
  scale: number,
): Looked {
  let first = 0;
  let second = 0;
  let mixed = 0;
  for (let i = 0; i < y.length; i++) {
    const value = column[i + 1]!;
    const share = weight[i]! * value;
    first += share;
    second += share * value;
    mixed += share * y[i]!;
  }
  const noise = variance * inflation;
  const own = Math.max(second - (first * first) / mass, 0);
  const held = own + noise / (size * size);
  const rss = Math.max(square - (mixed * mixed) / held, 0);
  return {
    rss,
    node: {
      location,
      scale,
      logWeight: -0.5 * (rss / noise + Math.log((held * size * size) / noise)),
      amplitude: mixed / held,
      amplitudeVariance: noise / held,
      middle: first / mass,
    },
  };
}

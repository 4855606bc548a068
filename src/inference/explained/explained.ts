import {dot, leastSquares} from '../../numeric/leastSquares.ts';
import {studentQuantile, studentUpper} from '../../numeric/student.ts';
import {bayesCriterion} from '../candidates.ts';
import {type Curve, type Points, sortedPoints} from '../curve.ts';
import {inflationOf} from '../dependence.ts';
import type {Explained} from '../evidence.ts';
import {isotonic} from '../isotonic.ts';
import {directionsOf, type Noise, whiten, whiteSquare} from '../noise.ts';
import {equalWeights, knownWeights, type RootWeights} from '../weights.ts';
import {smoothBases} from './basis.ts';
import {type Reading, readingOf} from './reading.ts';

/** The change of slope is read within this many lengths of the rise on either side of the onset. */
const WINDOW = 1 / 3;
const FEWEST_POINTS = 24;
const FEWEST_A_SIDE = 5;
/** A remaining break of this share of the one before counts; less counts as none. */
const MARGIN = 0.2;
/** A change of slope below this share of the terms it is made of is rounding. */
const ROUNDING = 1e-10;
/** No residual is blown up more than this for its leverage. */
const LEAST_FREEDOM = 0.25;

/** What may be set. */
export interface ExplainedOptions {
  /** Highest loss that is used, for a metric that moves before ability does. */
  readonly highest?: number;
}

/** Weights of a linear functional of whitened values: the change of slope at eta of "two straight lines that meet" within the window; null with too few points on a side. */
function slopeChangeWeights({x}: Points, root: RootWeights, eta: number, reach: number): Float64Array | null {
  const inside = x.map((at) => (Math.abs(at - eta) <= reach ? 1 : 0));
  const below = x.filter((at, i) => inside[i] === 1 && at < eta).length;
  const above = x.filter((at, i) => inside[i] === 1 && at > eta).length;
  if (below < FEWEST_A_SIDE || above < FEWEST_A_SIDE) return null;
  const masked = (f: (at: number) => number) => x.map((at, i) => inside[i]! * root[i]! * f(at));
  const columns = [masked(() => 1), masked((at) => at - eta), masked((at) => Math.max(eta - at, 0))];
  const {inverse} = leastSquares(columns, columns[0]!);
  const weights = new Float64Array(x.length);
  columns.forEach((column, k) => {
    for (let i = 0; i < weights.length; i++) weights[i]! += inverse[6 + k]! * column[i]!;
  });
  return weights;
}

/** A smooth function of the continuous metric fitted to the discontinuous one. */
interface SmoothFit {
  readonly noise: Noise;
  /** Whitened residuals. */
  readonly residuals: Float64Array;
  /** Whitened residuals where a corner at the onset is fitted too: what is left is noise whether or not a break remains. */
  readonly scatter: Float64Array;
  readonly inflation: number;
}

/**
 * The smooth function by BIC with n / inflation points, the inflation read off the richest. The luck of the questions, which both metrics share,
 * is taken out as a covariate, and once more times the loss because its share changes along the curve.
 */
function fitSmooth(points: Points, root: RootWeights, {values, luck}: Reading, eta: number): SmoothFit {
  const {x, y} = points;
  const plain = equalWeights(x.length);
  const middle = 0.5 * (x[0]! + x[x.length - 1]!);
  const covariates = [luck, luck.map((value, i) => value * (x[i]! - middle))];
  const corner = x.map((at, i) => Math.max(eta - at, 0) * root[i]!);
  const fits = smoothBases(points, values, eta).map((columns) => {
    const directions = directionsOf(root, [...columns, ...covariates]);
    const wider = directionsOf(plain, [...directions, corner]);
    return {
      noise: {root, directions},
      residuals: whiten({root, directions}, y),
      scatter: whiten({root, directions: wider}, y),
    };
  });
  const inflation = inflationOf(points, fits[fits.length - 1]!.scatter);
  const criteria = fits.map(({residuals, noise}) =>
    bayesCriterion(dot(residuals, residuals), noise.directions.length, x.length / inflation),
  );
  return {...fits[criteria.indexOf(Math.min(...criteria))]!, inflation};
}

/** Standard error of a linear functional of the residuals: the larger of the one of equal variances and the one that reads each variance off its own residual. */
function functionalError({noise: {directions}, scatter, inflation}: SmoothFit, weights: Float64Array): number {
  const equal = (dot(scatter, scatter) / (scatter.length - directions.length - 1)) * dot(weights, weights);
  const own = scatter.reduce((sum, value, i) => {
    const leverage = directions.reduce((total, unit) => total + unit[i]! * unit[i]!, 0);
    return sum + (weights[i]! * value) ** 2 / Math.max(1 - leverage, LEAST_FREEDOM) ** 2;
  }, 0);
  return Math.sqrt(Math.max(equal, own) * inflation);
}

/** Share of the variance of the discontinuous metric that the fitted function explains, made monotone in the continuous one. */
function shareOf({y}: Points, {noise, residuals}: SmoothFit, values: Float64Array): number {
  const {root} = noise;
  const order = Array.from(values.keys()).sort((a, b) => values[a]! - values[b]!);
  const fitted = Float64Array.from(order, (i) => y[i]! - residuals[i]! / root[i]!);
  const weights = Float64Array.from(order, (i) => root[i]! ** 2);
  const direction = fitted[fitted.length - 1]! >= fitted[0]! ? 'rising' : 'falling';
  const one = {root, directions: directionsOf(root, [equalWeights(y.length)])};
  const rest = isotonic(fitted, weights, direction).reduce(
    (sum, value, k) => sum + weights[k]! * (y[order[k]!]! - value) ** 2,
    0,
  );
  return Math.max(1 - rest / whiteSquare(one, y), 0);
}

/**
 * Whether the break of a discontinuous metric is there because a continuous metric of the same checkpoints has it: a smooth function of the
 * continuous metric is fitted to the discontinuous one, then the change of slope at `eta` is read off what is left. It speaks of the
 * discontinuous metric given the continuous one only: a break that both share is explained as much as a smooth rise that only the first makes
 * steep. A continuous metric that itself bends within a third of the rise around the onset explains a corner there.
 * `explained` goes by a margin of a fifth, p by none: with little noise even a good smooth function is found wanting by a few percent.
 * In worlds that nothing was tuned on a shared break was never said to be its own more often than the 2.5 % of the interval allow, but where standard
 * errors were read off scores near 0 of few questions without drawing them to 1/2 (12 %).
 * Null where the checkpoints differ, too few lie near the onset or the discontinuous metric does not turn there at all.
 */
export function explained(
  from: Curve,
  to: Curve,
  eta: number,
  {highest = Number.POSITIVE_INFINITY}: ExplainedOptions = {},
): Explained | null {
  if (from.loss.length !== to.loss.length || from.loss.some((loss, i) => loss !== to.loss[i])) return null;
  const points = sortedPoints(from, highest);
  const {x, y, order} = points;
  if (x.length < FEWEST_POINTS || !(eta > x[0]!)) return null;
  const {standardError} = to;
  const errors = standardError?.some((value) => value > 0) ? Float64Array.from(order, (i) => standardError[i]!) : null;
  const measured = Float64Array.from(order, (i) => to.value[i]!);
  if ([measured, y].some((column) => column.every((value) => value === column[0]))) return null;
  const reading = readingOf(measured, errors);
  const known = points.standardError?.some((value) => value > 0) ? points.standardError : null;
  const root = known ? knownWeights(known, 0) : equalWeights(x.length);
  const raw = slopeChangeWeights(points, root, eta, WINDOW * (eta - x[0]!));
  if (!raw) return null;
  const fit = fitSmooth(points, root, reading, eta);
  const weights = whiten({root: equalWeights(x.length), directions: fit.noise.directions}, raw);
  const before = dot(raw, whiten({root, directions: []}, y));
  // Without a change of slope to start from, nothing can be said to remain of it.
  const sizes = raw.reduce((sum, weight, i) => sum + Math.abs(weight * root[i]! * y[i]!), 0);
  if (!(Math.abs(before) > ROUNDING * sizes)) return null;
  const estimate = dot(weights, fit.residuals);
  const error = functionalError(fit, weights);
  const degrees = Math.max(x.length / fit.inflation - fit.noise.directions.length - 1, 1);
  const half = studentQuantile(0.975, degrees) * error;
  const ends = [(estimate - half) / before, (estimate + half) / before].sort((a, b) => a - b) as [number, number];
  const none = ends[0] > -MARGIN && ends[1] < MARGIN;
  const some = ends[0] > 0 && estimate / before > MARGIN;
  return {
    share: shareOf(points, fit, reading.values),
    slopeChange: {estimate, low: estimate - half, high: estimate + half},
    remaining: estimate / before,
    p: error > 0 ? 2 * studentUpper(Math.abs(estimate) / error, degrees) : 1,
    explained: none ? true : some ? false : null,
  };
}

import {quantile} from '../../numeric/quantile.ts';
import type {Curve} from '../curve.ts';
import {inflationOf} from '../dependence.ts';
import type {Forecast, ForecastLaw} from '../evidence.ts';
import {gridPosterior} from './gridPosterior.ts';
import {BENDING_LAWS} from './laws.ts';
import {polynomialForecast} from './polynomial.ts';
import {type KnownSums, knownSums, type LawNoise} from './posterior.ts';
import {judge, mixtureOf, type Predictive} from './predictive.ts';
import {type Task, taskAt} from './training.ts';

/** Cutoffs as distances below the onset in lengths of the rise; the first lies above it. */
const PARTS_OF_RISE = [-0.1, 0, 0.2, 0.45] as const;
/** Cutoffs of a curve without an onset: quantiles of its losses. */
const QUANTILES = [0.6, 0.4, 0.2] as const;
/** Equal parts of the distance below the cutoff by which coverage is told. */
const PARTS = 4;
const ROUGH_DEGREE = 4;

/** What may be set. */
export interface ForecastOptions {
  /** eta of the curve, which chooses the cutoffs and nothing else; null where it has none. */
  readonly onset: number | null;
  /** Highest loss that is used, for a metric that moves before ability does. */
  readonly highest?: number;
}

/**
 * A first guess of the noise, and its dependence along runs, from a polynomial that follows the known points closely. What no smooth curve
 * follows counts as dependence: with it a forecast is less sure of itself.
 */
function roughNoise(task: Task, sums: KnownSums): LawNoise {
  const {noise, residuals} = polynomialForecast(ROUGH_DEGREE, task, sums, 1);
  return {variance: noise.variance, inflation: inflationOf(task.known, residuals)};
}

/** What each law makes of the known points, by name. */
export function predictionsOf(task: Task): ReadonlyMap<string, Predictive> {
  const sums = knownSums(task);
  const rough = roughNoise(task, sums);
  const out = new Map<string, Predictive>();
  ['flat', 'line', 'quadratic'].forEach((name, degree) => {
    out.set(name, polynomialForecast(degree, task, sums, rough.inflation).predictive);
  });
  for (const law of BENDING_LAWS) {
    if (law.name === 'power' && task.ahead[0]! <= 0) continue;
    const {nodes, noise} = gridPosterior(law, sums, rough);
    out.set(law.name, mixtureOf(law, nodes, task, sums, noise));
  }
  return out;
}

function scoreLaw(name: string, predictive: Predictive, {cutoff, ahead}: Task, outcome: Float64Array): ForecastLaw {
  const {logDensity, error, covered} = judge(predictive, outcome);
  const length = cutoff - ahead[0]!;
  const coverage = Array.from({length: PARTS}, (_, k) => ({
    from: (k * length) / PARTS,
    to: ((k + 1) * length) / PARTS,
    covered: 0,
    n: 0,
  }));
  ahead.forEach((at, i) => {
    const part = coverage[Math.min(Math.floor((PARTS * (cutoff - at)) / length), PARTS - 1)]!;
    part.covered += Number(covered[i]);
    part.n++;
  });
  return {
    name,
    logScore: logDensity.reduce((sum, value) => sum + value, 0) / ahead.length,
    rmse: Math.sqrt(error.reduce((sum, value) => sum + value * value, 0) / ahead.length),
    coverage: coverage.flatMap((part) => (part.n > 0 ? [{...part, covered: part.covered / part.n}] : [])),
  };
}

function cutoffsOf({loss}: Curve, onset: number | null): number[] {
  if (onset === null) return QUANTILES.map((p) => quantile(loss, p));
  const lowest = loss.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  return PARTS_OF_RISE.map((part) => onset - part * (onset - lowest));
}

/**
 * How well each law that was fitted to the worse models predicts the better ones: for each cutoff the points above it are fitted and those below
 * predicted, with the noise of the points and the uncertainty of the law's parameters, and scored by mean log density, root mean square error and
 * coverage of 95 % intervals. Coverage is a finding, no promise: where
 * the known side shows nothing of the shape a prior speaks. In worlds that nothing was tuned on, the law that made the points covered 95 % or more once
 * the rise had begun, 87 to 91 % in its upper half with few questions, 13 to 60 % at cutoffs on a flat side that ends there, which cutoffs around an onset
 * are, 63 to 89 % from a short run whose noise is alike along it, and down to 71 % where noise grows along the curve and its size is not told.
 * A cutoff with too few points on either side has no entry.
 */
export function forecasts(curve: Curve, {onset, highest = Number.POSITIVE_INFINITY}: ForecastOptions): Forecast[] {
  return cutoffsOf(curve, onset).flatMap((cutoff) => {
    const made = taskAt(curve, cutoff, highest);
    if (!made) return [];
    const laws = [...predictionsOf(made.task)].map(([name, one]) => scoreLaw(name, one, made.task, made.outcome));
    const best = laws.reduce((a, b) => (b.logScore > a.logScore ? b : a));
    return [{cutoff, laws, best: best.name}];
  });
}

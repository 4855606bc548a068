import {dot} from '../../numeric/leastSquares.ts';
import {nameWord, type Stream, streamAt, streamKey} from '../../numeric/stream.ts';
import type {BentHingeFit} from '../bentHinge.ts';
import {type Centred, takeCommon} from '../centred.ts';
import type {Bootstrap} from '../evidence.ts';
import {type Bases, leastResiduals, type Rests} from './bases.ts';
import {bootstrapFor, type Dependence, multipliers} from './bootstrap.ts';
import {evenResiduals} from './leverage.ts';
import {fitNulls, type NullFit, type Nulls} from './nulls.ts';
import {fittedResidual, refittedResidual} from './refit.ts';
import {regionOf} from './region.ts';
import {trainingRuns} from './runs.ts';

/** Where random numbers come from, and how resamples are drawn. */
export interface ResamplingOptions {
  readonly seed: string;
  /** Name of the curve: what is drawn depends on it and on nothing else. */
  readonly key: string;
  /** Chosen by the data unless set. */
  readonly bootstrap?: Bootstrap;
}

/** Everything about a curve that resamples of it share. */
export interface Resampling {
  readonly nulls: Nulls;
  /** Nulls within 10 BIC points of the best. */
  readonly near: ReadonlySet<NullFit>;
  readonly dependence: Dependence;
  readonly bootstrap: Bootstrap;
  /** Bent hinges at least this wide are among the nulls, nats. */
  readonly blind: number;
  /** Multipliers of the noise of resample `index`. */
  draw(index: number): Float64Array;
}

/** A null hypothesis with what refits it. */
export interface Resampler {
  /** Likelihood ratio of the hinge against the null on the observed values. */
  readonly observed: number;
  /** The same on values drawn around the null with each of these multipliers. */
  resampled(multipliers: readonly Float64Array[]): Float64Array;
}

/** Widths at least this many times w* count as smooth: 0.05 nats in the design of Du et al. 2024, where w* is 0.03. */
const BLIND = 5 / 3;
/** Nulls more than this many BIC points above the best are not near. */
const NEAR = 10;
/** Refitted curves are looked for where the mean of the null is within this likelihood ratio: chi-square (2) is beyond it once in 700 000. */
const REACH = 27;

/** What resamples of a curve share; null where nothing was fitted or the fit has no detail. */
export function prepareResampling(fit: BentHingeFit, {seed, key, bootstrap}: ResamplingOptions): Resampling | null {
  if (!fit.detail || !(fit.widthLimit > 0)) return null;
  const {comparison} = fit.detail;
  const {points, inflation} = comparison;
  const blind = BLIND * fit.widthLimit;
  const nulls = fitNulls(comparison, blind);
  const least = Math.min(...nulls.fits.map(({bic}) => bic));
  const dependence = {runs: trainingRuns(points), inflation};
  const kind = bootstrap ?? bootstrapFor(dependence, fit.estimator.weights);
  const drawn = multipliers(kind, dependence, points.x.length);
  const word = nameWord(key);
  const purpose = streamKey(seed, 'smooth null');
  const stream = (index: number): Stream => streamAt(purpose, [index, word, 0, 0]);
  return {
    nulls,
    near: new Set(nulls.fits.filter(({bic}) => bic - least < NEAR)),
    dependence,
    bootstrap: kind,
    blind,
    draw: (index) => drawn(stream(index)),
  };
}

/** By how much whole runs moving together inflate the variance of a sum: sum over runs of squared sums over sum of squares, at least 1. */
function runInflation(runs: readonly Int32Array[], residual: Float64Array): number {
  const sums = runs.map((run) => run.reduce((sum, at) => sum + residual[at]!, 0));
  return Math.max(sums.reduce((sum, value) => sum + value * value, 0) / dot(residual, residual), 1);
}

/** Size of the noise of each point about a null: that of its own residual variance (parametric), or its residuals; and the variance. */
function noiseAbout({nulls: {centred}, bootstrap}: Resampling, fit: NullFit): {size: Float64Array; variance: number} {
  const {y, common} = centred;
  const variance = fit.rss / Math.max(y.length - fit.count - common.length + 1, 1);
  const parametric = bootstrap === 'parametric';
  return {variance, size: parametric ? y.map(() => Math.sqrt(variance)) : evenResiduals(centred, fit.search, fit.mean)};
}

/** Values drawn around the mean of a null, whitened and centred. */
function drawnAround({common}: Centred, {mean}: NullFit, size: Float64Array, multiplier: Float64Array): Float64Array {
  const z = takeCommon(
    common,
    multiplier.map((value, i) => value * size[i]!),
  );
  for (let i = 0; i < z.length; i++) z[i]! += mean[i]!;
  return z;
}

/** The test of one null against hinges at every onset: curves near its fit are kept ready for many resamples, and `rests` looks at them. */
export function resampler(resampling: Resampling, fit: NullFit, hinge: Bases, rests: Rests): Resampler {
  const {nulls, dependence, bootstrap} = resampling;
  const {centred, effective} = nulls;
  const {size, variance} = noiseAbout(resampling, fit);
  const inflation = bootstrap === 'cluster' ? runInflation(dependence.runs, size) : 1;
  const reach = REACH * variance * Math.max(inflation, dependence.inflation);
  const {bases} = regionOf(centred, fit.search, fit.mean, reach);
  const ratios = (values: readonly Float64Array[]): Float64Array => {
    const bent = leastResiduals(hinge, values, rests);
    return leastResiduals(bases, values, rests).map((smooth, k) => effective * Math.log(smooth / bent[k]!));
  };
  return {
    observed: ratios([centred.y])[0]!,
    resampled: (multipliers) => ratios(multipliers.map((one) => drawnAround(centred, fit, size, one))),
  };
}

/** The test of one null with one resample, `observed` the residual sum of squares of the hinge on the observed values: both curves are searched for anew, for nothing kept ready would pay. */
export function resampleOnce(
  resampling: Resampling,
  fit: NullFit,
  hinge: (z: Float64Array) => number,
  observed: number,
): {statistic: number; resampled: number} {
  const {centred, effective} = resampling.nulls;
  const {size} = noiseAbout(resampling, fit);
  const z = drawnAround(centred, fit, size, resampling.draw(0));
  return {
    statistic: effective * Math.log(fittedResidual(centred, fit.search) / observed),
    resampled: effective * Math.log(refittedResidual(centred, fit.search, z) / hinge(z)),
  };
}

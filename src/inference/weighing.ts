import {type Companion, covariatesOf} from './companion.ts';
import type {Points} from './curve.ts';
import type {EstimatorChoice} from './findings.ts';
import type {Grid} from './grid.ts';
import {type HingeLine, hingeLine, residualsOf} from './hingeLine.ts';
import type {FitKernel} from './kernel/kernel.ts';
import type {ShapeChoice} from './menu.ts';
import {directionsOf, type Noise, whiten, whiteSquare} from './noise.ts';
import {lookCoarse, lowestNode, startSearch} from './search.ts';
import {makeSurface} from './surface.ts';
import {equalWeights, estimatedWeights, extraVariance, knownWeights, type RootWeights} from './weights.ts';

/** The noise of a curve and what is known of it. */
export interface Weighing {
  readonly noise: Noise;
  readonly source: EstimatorChoice['weights'];
  /** Standard deviation beyond the standard errors. */
  readonly extraSd: number;
  /** Share of the residual variance that a companion explains and that is taken out; 0 without. */
  readonly sharedNoise: number;
}

/** Stride of the first look, which only has to find the flat side. */
const FIRST_LOOK = {onset: 12, width: 5} as const;
/** The flat side starts this many widths above eta. */
const CLEAR = 2;
/** A companion that explains less of the noise than this is left out. */
const WORTH = 0.1;

type Sized = Pick<Weighing, 'source' | 'extraSd'> & {readonly root: RootWeights};

function roughLine(points: Points, grid: Grid, shape: ShapeChoice, noise: Noise, kernel: FitKernel): HingeLine {
  const explored = startSearch(grid, makeSurface(points, noise, [shape], kernel), 1);
  lookCoarse(explored, FIRST_LOOK);
  const node = lowestNode(explored, 0);
  return hingeLine(points, noise, shape, grid.onset[node.onset]!, grid.width[node.width]!);
}

/** Standard errors that say something: null where there are none or all are 0. */
function usable({standardError}: Points): Float64Array | null {
  return standardError?.some((value) => value > 0) ? standardError : null;
}

/** Weights from residuals about a rough line. */
function weightsFor(points: Points, grid: Grid, {frame}: HingeLine, residuals: Float64Array): Sized {
  const known = usable(points);
  if (!known) {
    const span = grid.onset[grid.onset.length - 1]! - grid.onset[0]!;
    return {root: estimatedWeights(points, residuals, span), source: 'estimated', extraSd: 0};
  }
  const flat = extraVariance(points, residuals, frame.eta + CLEAR * frame.w);
  const extraSd = Math.sqrt(flat ?? extraVariance(points, residuals, Number.NEGATIVE_INFINITY)!);
  return {root: knownWeights(known, extraSd), source: 'standard-errors', extraSd};
}

/**
 * The noise of a curve from the residuals of a rough fit of `shape`, the richest. With standard errors: their squares plus one extra variance,
 * the residual mean square of the flat side beyond them (of all points where the flat side is too short). Without: a kernel of squared
 * residuals over loss. What a companion explains is taken out first, if it is worth it.
 */
export function weigh(
  points: Points,
  grid: Grid,
  shape: ShapeChoice,
  companion: Companion | null,
  kernel: FitKernel,
): Weighing {
  const known = usable(points);
  const first = known ? knownWeights(known, 0) : equalWeights(points.x.length);
  const line = roughLine(points, grid, shape, {root: first, directions: []}, kernel);
  const residuals = residualsOf(line, points);
  const {root, source, extraSd} = weightsFor(points, grid, line, residuals);
  const alone = {root, directions: []};
  const plain = {noise: alone, source, extraSd, sharedNoise: 0};
  if (!companion) return plain;
  const covariates = covariatesOf(points, companion);
  const together = {root, directions: directionsOf(root, covariates)};
  const sharedNoise = 1 - whiteSquare(together, residuals) / whiteSquare(alone, residuals);
  if (!(sharedNoise > WORTH)) return plain;
  const rest = whiten(together, residuals).map((value, i) => value / root[i]!);
  const finer = weightsFor(points, grid, line, rest);
  const noise = {root: finer.root, directions: directionsOf(finer.root, covariates)};
  return {noise, source, extraSd: finer.extraSd, sharedNoise};
}

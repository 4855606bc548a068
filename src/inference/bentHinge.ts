import type {VerdictRule} from '../config/experiment.ts';
import {type Companion, companionOf, sameCheckpoints} from './companion.ts';
import {type Curve, type Points, sortedPoints} from './curve.ts';
import type {EstimatorChoice, Shape} from './findings.ts';
import {type Grid, makeGrid} from './grid.ts';
import {holdOnset} from './heldOnset.ts';
import {type HingeDetail, hingeDetail} from './hingeDetail.ts';
import {hingeLine} from './hingeLine.ts';
import {type HingeOptimum, searchHinge} from './hingeSearch.ts';
import type {Interval} from './interval.ts';
import type {FitKernel} from './kernel/kernel.ts';
import {referenceKernel} from './kernel/reference.ts';
import {shapeMenu} from './menu.ts';
import {CRITICAL} from './profile.ts';
import {type HeldShape, type ShapeVerdict, shapeVerdict} from './verdict.ts';
import {type Weighing, weigh} from './weighing.ts';

/** Fewer points, or fewer different losses, than this are not fitted. */
export const FEWEST_POINTS = 12;
/** Metrics that move before ability does are fitted for losses up to eta plus this many rises (eta - min L). */
const EARLY_WINDOW = 0.5;
/** A gap wider than this share of the losses is not bridged by a fit. */
const WIDEST_GAP = 0.3;
/** Points count as near the break within this many times w*. */
const NEAR_WIDTHS = 2;

/** How a bent hinge is fitted. */
export interface HingeOptions {
  readonly rule: VerdictRule;
  /**
   * The discontinuous metric read off the same answers: its onset ends the window of metrics that move before ability does,
   * its residuals tell of shared noise, and where it is sharp other metrics are also judged with eta held at its break.
   */
  readonly leader?: BentHingeFit | null;
  /** Whether to work out what only figures and tables need. */
  readonly detail?: boolean;
  /** What sums over points: the reference unless a faster one is handed in. */
  readonly kernel?: FitKernel;
}

/** A fitted bent hinge: y = c + shape(h) [+ far side] + noise, h = w ln(1 + exp((eta - L) / w)). */
export interface BentHingeFit {
  readonly points: number;
  /** eta with its interval; null where eta lies at the end of its grid or nothing was fitted. */
  readonly onset: Interval | null;
  readonly width: Interval;
  /** w over eta - min L. */
  readonly relativeWidth: number | null;
  readonly shape: Shape;
  readonly reason: ShapeVerdict['reason'];
  /** What the width says with eta held at the break of a sharp leader; null without. */
  readonly held: HeldShape | null;
  /** w*, nats. */
  readonly widthLimit: number;
  readonly estimator: EstimatorChoice;
  readonly detail: HingeDetail | null;
  /** What this fit tells of the noise of other metrics; null where nothing was fitted or the curve is continuous. */
  readonly companion: Companion | null;
}

/** The highest loss that is fitted: a metric that moves before ability does is followed only part of a rise above the break. */
function highestLoss({loss, calibration}: Curve, centre: number | null): number {
  if (!calibration || centre === null) return Number.POSITIVE_INFINITY;
  const lowest = loss.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  return centre + EARLY_WINDOW * (centre - lowest);
}

function windowOf({x}: Points): readonly [number, number] {
  return x.length > 0 ? [x[0]!, x[x.length - 1]!] : [0, 0];
}

function notFitted(points: Points, reason: 'too-few-points' | 'data-gap' | 'no-fit'): BentHingeFit {
  const window = windowOf(points);
  return {
    points: points.x.length,
    onset: null,
    width: {estimate: 0, low: 0, high: window[1] - window[0]},
    relativeWidth: null,
    shape: 'undetermined',
    reason,
    held: null,
    widthLimit: 0,
    estimator: {weights: 'equal', postBreak: 'none', farSide: 'flat', inflation: 1, window, extraSd: 0},
    detail: null,
    companion: null,
  };
}

/** Widest gap between neighbouring losses among the middle 94 %, over their span: lumps of points say nothing of a shape between them. */
function widestGap({x}: Points, {onset}: Grid): number {
  const [low, high] = [onset[0]!, onset[onset.length - 1]!];
  const inside = x.filter((value) => value >= low && value <= high);
  const gap = inside.reduce((widest, value, i) => (i === 0 ? widest : Math.max(widest, value - inside[i - 1]!)), 0);
  return gap / (high - low);
}

function countBetween({x}: Points, low: number, high: number): number {
  return x.reduce((count, value) => (value > low && value <= high ? count + 1 : count), 0);
}

/** The shape rule at eta. */
function judge(points: Points, width: Interval, eta: number, edge: boolean, {widthShare}: VerdictRule) {
  const limit = widthShare * (eta - points.x[0]!);
  const reach = NEAR_WIDTHS * limit;
  const below = countBetween(points, eta - reach, eta);
  const above = countBetween(points, eta, eta + reach);
  return {limit, ...shapeVerdict(width, limit, edge, below, above)};
}

function heldShape(optimum: HingeOptimum, {leader, rule}: HingeOptions): HeldShape | null {
  if (leader?.shape !== 'sharp' || !leader.onset) return null;
  const {width, ratio} = holdOnset(optimum, leader.onset);
  return {shape: judge(optimum.points, width, leader.onset.estimate, false, rule).shape, compatible: ratio < CRITICAL};
}

/**
 * The interval of eta where shared noise was taken out: what the leader's own fit took for signal of that noise is still in the values and
 * moves both onsets together, so the leader's half lengths are joined by root sum of squares.
 */
function withLeader(own: Interval, leader: Interval): Interval {
  const low = own.estimate - Math.hypot(own.estimate - own.low, leader.estimate - leader.low);
  const high = own.estimate + Math.hypot(own.high - own.estimate, leader.high - leader.estimate);
  if (!own.pieces) return {...own, low, high};
  const last = own.pieces.length - 1;
  return {...own, low, high, pieces: own.pieces.map(([a, b], i) => [i === 0 ? low : a, i === last ? high : b])};
}

function fitPoints(points: Points, curve: Curve, grid: Grid, weighing: Weighing, options: HingeOptions): BentHingeFit {
  const optimum = searchHinge(points, grid, weighing.noise, shapeMenu(curve), options.kernel);
  const {width, edge, inflation} = optimum;
  const eta = optimum.onset.estimate;
  const rise = eta - points.x[0]!;
  // Where eta is not located the rise may be as long as the grid allows, so that `soft` does not come from a yard-stick of no length.
  const {shape, reason, limit} = judge(
    points,
    width,
    edge ? grid.onset[grid.onset.length - 1]! : eta,
    edge,
    options.rule,
  );
  const leading = weighing.sharedNoise > 0 ? options.leader?.onset : null;
  const onset = leading ? withLeader(optimum.onset, leading) : optimum.onset;
  return {
    points: points.x.length,
    onset: edge ? null : onset,
    width,
    relativeWidth: edge || rise <= 0 ? null : width.estimate / rise,
    shape,
    reason,
    held: heldShape(optimum, options),
    widthLimit: limit,
    estimator: {
      weights: weighing.source,
      postBreak: optimum.shape.post,
      farSide: optimum.shape.far,
      inflation,
      window: windowOf(points),
      extraSd: weighing.extraSd,
      sharedNoise: weighing.sharedNoise,
    },
    detail: options.detail ? hingeDetail(optimum, curve.chance) : null,
    companion: curve.continuous
      ? null
      : companionOf(curve, points, hingeLine(points, weighing.noise, optimum.shape, eta, width.estimate)),
  };
}

/**
 * Fits a hinge with a width to a curve and judges its shape.
 * Throws the faults of `sortedPoints`; too few points and constant values are no fault but a reason.
 */
export function fitBentHinge(curve: Curve, options: HingeOptions): BentHingeFit {
  const points = sortedPoints(curve, highestLoss(curve, options.leader?.onset?.estimate ?? null));
  if (points.x.length < FEWEST_POINTS || new Set(points.x).size < FEWEST_POINTS)
    return notFitted(points, 'too-few-points');
  const grid = makeGrid(points.x);
  if (!(grid.step > 0) || points.y.every((value) => value === points.y[0])) return notFitted(points, 'no-fit');
  if (widestGap(points, grid) > WIDEST_GAP) return notFitted(points, 'data-gap');
  const menu = shapeMenu(curve);
  const found = curve.calibration ? null : (options.leader?.companion ?? null);
  const companion = found && sameCheckpoints(found, curve) ? found : null;
  const weighing = weigh(points, grid, menu[menu.length - 1]!, companion, options.kernel ?? referenceKernel);
  return fitPoints(points, curve, grid, weighing, options);
}

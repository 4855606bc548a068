import type {VerdictRule} from '../config/experiment.ts';
import {type Companion, companionOf, sameCheckpoints} from './companion.ts';
import {type Curve, type Points, sortedPoints} from './curve.ts';
import type {EstimatorChoice, Shape} from './findings.ts';
import {type Grid, makeGrid} from './grid.ts';
import {type HingeDetail, hingeDetail} from './hingeDetail.ts';
import {hingeLine} from './hingeLine.ts';
import {searchHinge} from './hingeSearch.ts';
import type {Interval} from './interval.ts';
import {shapeMenu} from './menu.ts';
import {type ShapeVerdict, shapeVerdict} from './verdict.ts';
import {type Weighing, weigh} from './weighing.ts';

/** Fewer points, or fewer different losses, than this are not fitted. */
export const FEWEST_POINTS = 12;
/** Metrics that move before ability does are fitted for losses up to eta plus this many rises (eta - min L). */
const EARLY_WINDOW = 0.7;
/** A gap wider than this share of the losses is not bridged by a fit. */
const WIDEST_GAP = 0.3;
/** Points count as near the break within this many times w*. */
const NEAR_WIDTHS = 2;

/** How a bent hinge is fitted. */
export interface HingeOptions {
  readonly rule: VerdictRule;
  /** Onset of the discontinuous metric: metrics that move before ability does are fitted only up to a part of a rise above it. */
  readonly centre?: number | null;
  /** The discontinuous metric read off the same answers, whose residuals tell of shared noise. */
  readonly companion?: Companion | null;
  /** Whether to work out what only figures and tables need. */
  readonly detail?: boolean;
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

function fitPoints(points: Points, curve: Curve, grid: Grid, weighing: Weighing, options: HingeOptions): BentHingeFit {
  const optimum = searchHinge(points, grid, weighing.noise, shapeMenu(curve));
  const {onset, width, edge, inflation} = optimum;
  const eta = onset.estimate;
  const rise = eta - points.x[0]!;
  const widthLimit = options.rule.widthShare * rise;
  const reach = NEAR_WIDTHS * widthLimit;
  const below = countBetween(points, eta - reach, eta);
  const above = countBetween(points, eta, eta + reach);
  const {shape, reason} = shapeVerdict(width, widthLimit, edge, below, above);
  return {
    points: points.x.length,
    onset: edge ? null : onset,
    width,
    relativeWidth: edge || rise <= 0 ? null : width.estimate / rise,
    shape,
    reason,
    widthLimit,
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
  const points = sortedPoints(curve, highestLoss(curve, options.centre ?? null));
  if (points.x.length < FEWEST_POINTS || new Set(points.x).size < FEWEST_POINTS)
    return notFitted(points, 'too-few-points');
  const grid = makeGrid(points.x);
  if (!(grid.step > 0) || points.y.every((value) => value === points.y[0])) return notFitted(points, 'no-fit');
  if (widestGap(points, grid) > WIDEST_GAP) return notFitted(points, 'data-gap');
  const menu = shapeMenu(curve);
  const companion =
    options.companion && !curve.calibration && sameCheckpoints(options.companion, curve) ? options.companion : null;
  return fitPoints(points, curve, grid, weigh(points, grid, menu[menu.length - 1]!, companion), options);
}

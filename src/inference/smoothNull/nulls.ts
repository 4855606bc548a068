import {bayesCriterion} from '../candidates.ts';
import {type Centred, centre, type Heights, heightsOf, withValues} from '../centred.ts';
import {makeGrid} from '../grid.ts';
import {type Axis, evenAxis, geometricAxis, lowNear, NO_AXIS} from '../gridMinimum.ts';
import {COARSE} from '../gridSearch.ts';
import type {Comparison} from '../hingeDetail.ts';
import {hingeLine} from '../hingeLine.ts';
import type {FitKernel} from '../kernel/kernel.ts';
import type {SmoothFit} from '../smoothCurves.ts';
import {SCALE_RATIO} from '../smoothFamilies.ts';
import {bentFamily} from './bentFamily.ts';
import {partOn} from './leverage.ts';
import type {Family, FamilySearch} from './region.ts';

/** Places from which the bent hinge is looked for. */
const STARTS = 6;

/** A smooth curve fitted to the points of a curve, as a null hypothesis. */
export interface NullFit {
  readonly name: string;
  readonly bic: number;
  readonly rss: number;
  /** Free numbers of the mean. */
  readonly count: number;
  /** Fitted values, whitened and centred. */
  readonly mean: Float64Array;
  /** Where it is looked for in values drawn around it. */
  readonly search: FamilySearch;
}

/** Where a smooth curve is looked for; a polynomial is one node. */
function familySearch(
  {search, columns}: SmoothFit,
  x: Float64Array,
  root: Float64Array,
  heights: Heights,
  kernel: FitKernel,
): Family {
  if (!search) return {a: NO_AXIS, b: NO_AXIS, columnsAt: () => columns, heights: () => () => 0};
  const {family, axes} = search;
  return {
    a: axes.location,
    b: axes.scale,
    columnsAt(a, b) {
      const column = new Float64Array(x.length);
      const scale = axes.scale.at(b);
      family.fill(column, family.table(x, scale), x, axes.location.at(a), scale);
      return [column];
    },
    heights(z) {
      const height = kernel.family(family, x, withValues(heights, root, z));
      return (a, b) => height(axes.location.at(a), axes.scale.at(b));
    },
  };
}

/** A fit before its criterion. */
type Fitted = Omit<NullFit, 'bic'>;

function smoothFits({points, smooth, optimum}: Comparison, centred: Centred): Fitted[] {
  const heights = heightsOf(centred);
  return smooth.map((fit) => ({
    name: fit.name,
    rss: fit.rss,
    count: fit.count,
    mean: partOn(centred, fit.columns, centred.y),
    search: {
      ...familySearch(fit, points.x, centred.root, heights, optimum.kernel),
      low: fit.search?.low ?? {a: 0, b: 0},
    },
  }));
}

/** Lows of the search for the bent hinge among widths of at least `blind` and the one below, the lowest first, as places on the axes. */
function wideLows(
  {optimum: {explored, best}}: Comparison,
  blind: number,
  a: Axis,
  b: Axis,
): Array<{a: number; b: number}> {
  const {grid, rss} = explored;
  const count = grid.onset.length;
  const values = rss[best]!;
  const first = Math.max(grid.width.findIndex((w) => w >= blind) - 1, 0);
  const known = (at: number): boolean => at >= first * count && values[at]! < Number.POSITIVE_INFINITY;
  const steps = [-COARSE.onset, COARSE.onset, -count, count];
  const isLow = (at: number): boolean =>
    steps.every((step) => {
      const next = at + step;
      if (!known(next) || values[at]! <= values[next]!) return true;
      return Math.abs((next % count) - (at % count)) > COARSE.onset;
    });
  const lows: number[] = [];
  for (let at = first * count; at < values.length; at++) {
    if (known(at) && isLow(at)) lows.push(at);
  }
  return lows
    .sort((left, right) => values[left]! - values[right]!)
    .slice(0, STARTS)
    .map((at) => ({
      a: a.place(grid.onset[at % count]!),
      b: b.place(Math.max(grid.width[Math.floor(at / count)]!, blind)),
    }));
}

/** The bent hinge at least as wide as `blind`. */
function bentFit(comparison: Comparison, centred: Centred, blind: number): Fitted {
  const {points, noise, bent} = comparison;
  const {x} = points;
  const {shape} = bent;
  const grid = makeGrid(x);
  const a = evenAxis(grid.onset[0]!, grid.step, grid.onset.length - 1);
  const b = geometricAxis(blind, Math.max(grid.width[grid.width.length - 1]!, blind), SCALE_RATIO);
  const family = bentFamily(x, noise, shape, {a, b}, comparison.optimum.kernel);
  const low = lowNear(family.heights(centred.y), a, b, wideLows(comparison, blind, a, b));
  return {
    name: 'bent hinge',
    rss: hingeLine(points, noise, shape, a.at(low.a), b.at(low.b)).rss,
    count: shape.parameters,
    mean: partOn(centred, family.columnsAt(low.a, low.b), centred.y),
    search: {...family, low},
  };
}

/** A curve with every null hypothesis fitted to it. */
export interface Nulls {
  readonly centred: Centred;
  readonly fits: readonly NullFit[];
  /** Number of points over the inflation of dependence. */
  readonly effective: number;
}

/** Fits every smooth curve, and the bent hinge of the chosen shape that is at least as wide as `blind`, nats. */
export function fitNulls(comparison: Comparison, blind: number): Nulls {
  const {points, noise, inflation} = comparison;
  const centred = centre(points, noise);
  const effective = points.x.length / inflation;
  const fits = [...smoothFits(comparison, centred), bentFit(comparison, centred, blind)];
  return {
    centred,
    fits: fits.map((fit) => ({...fit, bic: bayesCriterion(fit.rss, fit.count, effective)})),
    effective,
  };
}

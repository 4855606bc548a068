import {bayesCriterion} from '../candidates.ts';
import {type Centred, centre} from '../centred.ts';
import {makeGrid} from '../grid.ts';
import {evenAxis, geometricAxis, gridMinimum, NO_AXIS} from '../gridMinimum.ts';
import type {Comparison} from '../hingeDetail.ts';
import {bentColumns, hingeLine} from '../hingeLine.ts';
import type {ShapeChoice} from '../menu.ts';
import {fitSmoothCurves, type SmoothFit} from '../smoothCurves.ts';
import {SCALE_RATIO} from '../smoothFamilies.ts';
import {makeSurface} from '../surface.ts';
import {addNode, type Bases, emptyBases} from './bases.ts';
import {partOn} from './leverage.ts';
import type {FamilySearch} from './region.ts';

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

/** The bases of hinges (w = 0) at every onset of the grid. */
export function hingeBases(centred: Centred, x: Float64Array, shape: ShapeChoice): Bases {
  const bases = emptyBases(x.length);
  for (const eta of makeGrid(x).onset) addNode(bases, centred, bentColumns(x, shape, eta, 0));
  return bases;
}

/** Where a smooth curve is looked for; a polynomial is one node. */
function familySearch({search, columns}: SmoothFit, x: Float64Array): FamilySearch {
  if (!search) return {a: NO_AXIS, b: NO_AXIS, low: {a: 0, b: 0}, columnsAt: () => columns};
  const {family, axes, low} = search;
  const tables = new Map<number, Float64Array>();
  return {
    a: axes.location,
    b: axes.scale,
    low,
    columnsAt(a, b) {
      const out = new Float64Array(x.length);
      const scale = axes.scale.at(b);
      const table = tables.get(b) ?? family.table(x, scale);
      tables.set(b, table);
      family.fill(out, table, x, axes.location.at(a), scale);
      return [out];
    },
  };
}

/** A fit before its criterion. */
type Fitted = Omit<NullFit, 'bic'>;

function smoothFits({points, noise}: Comparison, centred: Centred): Fitted[] {
  return fitSmoothCurves(points, noise).map((fit) => ({
    name: fit.name,
    rss: fit.rss,
    count: fit.count,
    mean: partOn(centred, fit.columns, centred.y),
    search: familySearch(fit, points.x),
  }));
}

/** The bent hinge at least as wide as `blind`. */
function bentFit({points, noise, bent: {shape}}: Comparison, centred: Centred, blind: number): Fitted {
  const {x} = points;
  const grid = makeGrid(x);
  const surface = makeSurface(points, noise, [shape]);
  const out = new Float64Array(1);
  const a = evenAxis(grid.onset[0]!, grid.step, grid.onset.length - 1);
  const b = geometricAxis(blind, Math.max(grid.width[grid.width.length - 1]!, blind), SCALE_RATIO);
  const low = gridMinimum(
    (i, j) => {
      surface.at(a.at(i), b.at(j), out);
      return out[0]!;
    },
    a,
    b,
  );
  const columns = (i: number, j: number): Float64Array[] => bentColumns(x, shape, a.at(i), b.at(j));
  return {
    name: 'bent hinge',
    rss: hingeLine(points, noise, shape, a.at(low.a), b.at(low.b)).rss,
    count: shape.parameters,
    mean: partOn(centred, columns(low.a, low.b), centred.y),
    search: {a, b, low, columnsAt: columns},
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

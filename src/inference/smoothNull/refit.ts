import type {Centred} from '../centred.ts';
import type {Grid} from '../grid.ts';
import {lowNear} from '../gridMinimum.ts';
import {bentColumns} from '../hingeLine.ts';
import type {ShapeChoice} from '../menu.ts';
import type {Noise} from '../noise.ts';
import {makeSurface} from '../surface.ts';
import {addNode, type Bases, emptyBases, leastResidual} from './bases.ts';
import type {FamilySearch} from './region.ts';

/** Onsets of the first look are this many steps apart. */
const APART = 6;
/** Lows of the first look within this likelihood ratio of the lowest are looked around. */
const NEAR = 30;

/** Least sum of squares of whitened and centred values on columns beside the constant, by orthogonal projection. */
function residualOn(centred: Centred, columns: readonly Float64Array[], z: Float64Array): number {
  const bases = emptyBases(z.length);
  addNode(bases, centred, columns);
  return leastResidual(bases, z);
}

/** Residual sum of squares of a fitted family on the values it was fitted to. */
export function fittedResidual(centred: Centred, {low, columnsAt}: FamilySearch): number {
  return residualOn(centred, columnsAt(low.a, low.b), centred.y);
}

/** Residual sum of squares of a family fitted anew, from where it was fitted, to other values. */
export function refittedResidual(centred: Centred, {a, b, low, columnsAt, heights}: FamilySearch, z: Float64Array): number {
  const place = b.last > 0 ? lowNear(heights(z), a, b, [low]) : low;
  return residualOn(centred, columnsAt(place.a, place.b), z);
}

/** The bases of hinges (w = 0) at every onset of a grid. */
export function hingeBases(centred: Centred, x: Float64Array, shape: ShapeChoice, {onset}: Grid): Bases {
  const bases = emptyBases(x.length);
  for (const eta of onset) addNode(bases, centred, bentColumns(x, shape, eta, 0));
  return bases;
}

/** Where the lowest hinge (w = 0) lies on a grid: every sixth onset first, then those around lows. */
function lowestOnset({onset}: Grid, height: (eta: number) => number, points: number): number {
  const known = new Float64Array(onset.length).fill(Number.POSITIVE_INFINITY);
  const look = (at: number): void => {
    if (at >= 0 && at < onset.length && known[at] === Number.POSITIVE_INFINITY) known[at] = height(onset[at]!);
  };
  for (let at = 0; at < onset.length; at += APART) look(at);
  const first = known.slice();
  const limit = first.reduce((a, b) => Math.min(a, b)) * Math.exp(NEAR / points);
  for (let at = 0; at < onset.length; at += APART) {
    const own = first[at]!;
    if (own > limit || first[at - APART]! < own || first[at + APART]! < own) continue;
    for (let next = at - APART + 1; next < at + APART; next++) look(next);
  }
  return onset[known.indexOf(known.reduce((a, b) => Math.min(a, b)))]!;
}

/** The least residual sum of squares of hinges (w = 0) on a grid, for any whitened and centred values. */
export function hingeResidual(
  centred: Centred,
  {x, noise, shape, grid}: {readonly x: Float64Array; readonly noise: Noise; readonly shape: ShapeChoice; readonly grid: Grid},
): (z: Float64Array) => number {
  const out = new Float64Array(1);
  return (z) => {
    const surface = makeSurface({x, y: z.map((value, i) => value / noise.root[i]!)}, noise, [shape]);
    const height = (eta: number): number => {
      surface.at(eta, 0, out);
      return out[0]!;
    };
    return residualOn(centred, bentColumns(x, shape, lowestOnset(grid, height, z.length), 0), z);
  };
}

import {dot} from '../../numeric/leastSquares.ts';
import type {Centred} from '../centred.ts';
import type {Axis, Height, Low} from '../gridMinimum.ts';
import {addNode, type Bases, dropNode, emptyBases, residualAt} from './bases.ts';

/** A family of curves with two nonlinear parameters, and where it was found to fit best. */
export interface FittedFamily {
  readonly a: Axis;
  readonly b: Axis;
  readonly low: Pick<Low, 'a' | 'b'>;
  /** Columns beside the constant at places on the two axes, not weighted. */
  columnsAt(a: number, b: number): readonly Float64Array[];
}

/** A family that can be fitted anew to other values. */
export interface FamilySearch extends FittedFamily {
  /** Residual sums of squares of whitened and centred values at places, quick and for search only. */
  heights(z: Float64Array): Height;
}

/** The nodes of a lattice that lie within reach of a fitted curve. */
export interface Region {
  readonly bases: Bases;
  /** Step of the lattice in steps of the axes. */
  readonly step: number;
}

/** Least number of nodes of a region with one and with two parameters, and how many times as many it may have at most. */
const LEAST = {line: 30, plane: 120} as const;
const MOST = 4;
/** The first step tried, and the finest. */
const FIRST = 8;
const FINEST = 1 / 256;

/**
 * The nodes of a lattice with `step` that are joined to the fitted place and whose distance from the fitted mean, the residual sum of
 * squares of that mean, is at most `reach`; null if there are more than `most`. `kept` is told the place of each.
 */
export function regionWith(
  centred: Centred,
  {a, b, low, columnsAt}: FittedFamily,
  mean: Float64Array,
  reach: number,
  step: number,
  most: number,
  kept?: (a: number, b: number) => void,
): Bases | null {
  const signal = dot(mean, mean);
  const bases = emptyBases(mean.length);
  const across = Math.floor(a.last / step) + 1;
  const down = Math.floor(b.last / step) + 1;
  const nearest = (place: number, count: number): number => Math.min(Math.max(Math.round(place / step), 0), count - 1);
  const start = nearest(low.b, down) * across + nearest(low.a, across);
  const seen = new Set([start]);
  const queue = [start];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    const i = at % across;
    const j = Math.floor(at / across);
    addNode(bases, centred, columnsAt(i * step, j * step));
    if (at !== start && residualAt(bases, bases.starts.length - 2, mean, signal) > reach) {
      dropNode(bases);
      continue;
    }
    if (bases.starts.length - 1 > most) return null;
    kept?.(i * step, j * step);
    for (let dj = -1; dj <= 1; dj++) {
      for (let di = -1; di <= 1; di++) {
        const next = (j + dj) * across + i + di;
        const inside = i + di >= 0 && i + di < across && j + dj >= 0 && j + dj < down;
        if (!inside || seen.has(next)) continue;
        seen.add(next);
        queue.push(next);
      }
    }
  }
  return bases;
}

/** The power of two by which a step is shortened so that `nodes` become about twice `least`, between a quarter and a half. */
function shorter(nodes: number, least: number, dimensions: number): number {
  const wanted = Math.log2(nodes / (2 * least)) / dimensions;
  return 2 ** Math.min(Math.max(Math.round(wanted), -2), -1);
}

/**
 * The region of a family around its fitted mean, on a lattice of 120 to 480 nodes (30 to 120 with one parameter) where its axes allow:
 * the fit decides how fine the lattice must be, not the units.
 */
export function regionOf(centred: Centred, family: FittedFamily, mean: Float64Array, reach: number): Region {
  const dimensions = family.a.last > 0 ? 2 : 1;
  const least = LEAST[dimensions === 2 ? 'plane' : 'line'];
  const grown = (step: number): Bases | null => regionWith(centred, family, mean, reach, step, MOST * least);
  if (family.b.last === 0) return {bases: grown(1)!, step: 1};
  let step = FIRST;
  let bases = grown(step);
  for (; !bases; bases = grown(step)) step *= 2;
  while (bases.starts.length - 1 < least && step > FINEST) {
    const next = step * shorter(bases.starts.length - 1, least, dimensions);
    const finer = grown(next);
    if (!finer) break;
    bases = finer;
    step = next;
  }
  return {bases, step};
}

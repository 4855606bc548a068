import type {Centred} from '../centred.ts';
import type {Axis, Height, Low} from '../gridMinimum.ts';
import {addNode, type Bases, emptyBases} from './bases.ts';

/** A family of curves with two nonlinear parameters. */
export interface Family {
  readonly a: Axis;
  readonly b: Axis;
  /** Columns beside the constant at places on the two axes, not weighted. */
  columnsAt(a: number, b: number): readonly Float64Array[];
  /** Residual sums of squares of whitened and centred values at places, quick and for search only. */
  heights(z: Float64Array): Height;
}

/** A family and where it was found to fit best. */
export interface FamilySearch extends Family {
  readonly low: Pick<Low, 'a' | 'b'>;
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

/** Nodes of a lattice, as places on the two axes. */
export type Places = ReadonlyArray<readonly [number, number]>;

/**
 * The nodes of a lattice with `step` that are joined to the fitted place and whose distance from the fitted mean, the residual sum of
 * squares of that mean, is at most `reach`; null if there are more than `most`.
 */
export function placesWithin(
  {a, b, low}: Pick<FamilySearch, 'a' | 'b' | 'low'>,
  distance: Height,
  reach: number,
  step: number,
  most: number,
): Places | null {
  const across = Math.floor(a.last / step) + 1;
  const down = Math.floor(b.last / step) + 1;
  const nearest = (place: number, count: number): number => Math.min(Math.max(Math.round(place / step), 0), count - 1);
  const start = nearest(low.b, down) * across + nearest(low.a, across);
  const places: Array<readonly [number, number]> = [];
  const seen = new Set([start]);
  const queue = [start];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    const i = at % across;
    const j = Math.floor(at / across);
    if (at !== start && distance(i * step, j * step) > reach) continue;
    if (places.length === most) return null;
    places.push([i * step, j * step]);
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
  return places;
}

/** The bases of a family at some nodes. */
export function basesAt(centred: Centred, {columnsAt}: Pick<Family, 'columnsAt'>, places: Places): Bases {
  const bases = emptyBases(centred.root.length);
  for (const [a, b] of places) addNode(bases, centred, columnsAt(a, b));
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
export function regionOf(centred: Centred, family: FamilySearch, mean: Float64Array, reach: number): Region {
  if (family.b.last === 0) return {bases: basesAt(centred, family, [[0, 0]]), step: 1};
  const dimensions = family.a.last > 0 ? 2 : 1;
  const least = LEAST[dimensions === 2 ? 'plane' : 'line'];
  const distance = family.heights(mean);
  const grown = (step: number): Places | null => placesWithin(family, distance, reach, step, MOST * least);
  let step = FIRST;
  let places = grown(step);
  for (; !places; places = grown(step)) step *= 2;
  while (places.length < least && step > FINEST) {
    const next = step * shorter(places.length, least, dimensions);
    const finer = grown(next);
    if (!finer) break;
    places = finer;
    step = next;
  }
  return {bases: basesAt(centred, family, places), step};
}

import type {Centred} from '../centred.ts';
import type {Grid} from '../grid.ts';
import {lowNear} from '../gridMinimum.ts';
import {bentColumns} from '../hingeLine.ts';
import type {FitKernel} from '../kernel/kernel.ts';
import {lowestOf} from '../lowestOf.ts';
import type {ShapeChoice} from '../menu.ts';
import type {Noise} from '../noise.ts';
import {makeSurface} from '../surface.ts';
import {addNode, type Bases, emptyBases, leastResidual} from './bases.ts';
import type {FamilySearch} from './region.ts';

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
export function refittedResidual(
  centred: Centred,
  {a, b, low, columnsAt, heights}: FamilySearch,
  z: Float64Array,
): number {
  const place = b.last > 0 ? lowNear(heights(z), a, b, [low]) : low;
  return residualOn(centred, columnsAt(place.a, place.b), z);
}

/** The bases of hinges (w = 0) at every onset of a grid. */
export function hingeBases(centred: Centred, x: Float64Array, shape: ShapeChoice, {onset}: Grid): Bases {
  const bases = emptyBases(x.length);
  for (const eta of onset) addNode(bases, centred, bentColumns(x, shape, eta, 0));
  return bases;
}

/** The least residual sum of squares of hinges (w = 0) on a grid, for any whitened and centred values. */
export function hingeResidual(
  centred: Centred,
  {
    x,
    noise,
    shape,
    grid,
    kernel,
  }: {
    readonly x: Float64Array;
    readonly noise: Noise;
    readonly shape: ShapeChoice;
    readonly grid: Grid;
    readonly kernel: FitKernel;
  },
): (z: Float64Array) => number {
  const out = new Float64Array(1);
  return (z) => {
    const surface = makeSurface({x, y: z.map((value, i) => value / noise.root[i]!)}, noise, [shape], kernel);
    const height = (eta: number): number => {
      surface.at(eta, 0, out);
      return out[0]!;
    };
    return residualOn(
      centred,
      bentColumns(x, shape, grid.onset[lowestOf(grid.onset.length, (at) => height(grid.onset[at]!), z.length)]!, 0),
      z,
    );
  };
}

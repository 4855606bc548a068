import {dot} from '../../numeric/leastSquares.ts';
import type {Centred} from '../centred.ts';
import {addNode, emptyBases} from './bases.ts';
import type {FamilySearch} from './region.ts';

/** Places by which the two parameters are moved for differences. */
const MOVED = 0.25;
/** A leverage nearer to 1 than this counts as this far. */
const FREE = 0.05;

type White = Pick<Centred, 'root' | 'common'>;

/** Orthonormal vectors that span columns beside `common`. */
function unitsOf(white: White, columns: readonly Float64Array[]): Float64Array[] {
  const points = white.root.length;
  const bases = emptyBases(points);
  addNode(bases, white, columns);
  return Array.from({length: bases.starts[1]!}, (_, k) => bases.columns.slice(k * points, (k + 1) * points));
}

/** The part of whitened and centred values that columns explain. */
export function partOn(white: White, columns: readonly Float64Array[], z: Float64Array): Float64Array {
  const out = new Float64Array(z.length);
  for (const unit of unitsOf(white, columns)) {
    const share = dot(unit, z);
    for (let i = 0; i < out.length; i++) out[i]! += share * unit[i]!;
  }
  return out;
}

/** Change of a fitted mean with its nonlinear parameters, its linear ones fitted anew, by central differences. */
function changes(white: White, {a, b, low, columnsAt}: FamilySearch, mean: Float64Array): Float64Array[] {
  const between = (from: readonly [number, number], to: readonly [number, number]): Float64Array => {
    const start = partOn(white, columnsAt(...from), mean);
    return partOn(white, columnsAt(...to), mean).map((value, i) => value - start[i]!);
  };
  const down = (place: number): number => Math.max(place - MOVED, 0);
  const up = (place: number, last: number): number => Math.min(place + MOVED, last);
  return [
    ...(a.last > 0 ? [between([down(low.a), low.b], [up(low.a, a.last), low.b])] : []),
    ...(b.last > 0 ? [between([low.a, down(low.b)], [low.a, up(low.b, b.last)])] : []),
  ];
}

/**
 * Residuals over sqrt(1 - leverage), so that each has the variance of its noise (HC2: MacKinnon and White 1985; for the wild bootstrap
 * Davidson and Flachaire 2008, section 2). The leverage is that of the tangent plane of the fitted family.
 */
export function evenResiduals(centred: Centred, family: FamilySearch, mean: Float64Array): Float64Array {
  const {y, common} = centred;
  const units = unitsOf(centred, family.columnsAt(family.low.a, family.low.b));
  const rest = {root: new Float64Array(y.length).fill(1), common: [...common, ...units]};
  const all = [...rest.common, ...unitsOf(rest, changes(centred, family, mean))];
  return y.map((value, i) => {
    const leverage = all.reduce((sum, unit) => sum + unit[i]! * unit[i]!, 0);
    return (value - mean[i]!) / Math.sqrt(Math.max(1 - leverage, FREE));
  });
}

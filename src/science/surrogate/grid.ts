import {exp} from '../../numeric/elementary.ts';
import {DRAWS, INDICATOR, SLOPES, SCALES} from './node.ts';
import {DRAWN} from './panel.ts';

/** Places in what a CellLaw fills, each of DRAWN numbers. */
export const DEVIATION = DRAWN.length;
/** Place of the standard deviations. */
export const SCALE = 2 * DRAWN.length;
/** Place of the slopes. */
export const SLOPE = 3 * DRAWN.length;
/** Length of what a CellLaw fills. */
export const LAW_WIDTH = 4 * DRAWN.length;

/** Bins of the share of right answers, per unit. */
const BINS = 30;

/** Numbers of which each bin has one; bins further apart than all of them take the same again. */
const BIN_DRAWS = 11;

/** Place of the two numbers that say where bins begin. */
const OFFSET = DRAWS + BIN_DRAWS;

/** Standard normal numbers of one cell: question effects first, then its own. */
export const CELL_DRAWS = OFFSET + 2;

/**
 * Sets what is left of the indicator to the number of the bin in which a share lies: two shares at a distance d are in one bin with
 * probability 1 - BINS d, for the same questions turn right between two latents, not all at once. exp(-(x^2 + y^2) / 2) is uniform.
 */
export function placeIndicator(draws: Float64Array, share: number): void {
  const [x, y] = [draws[OFFSET]!, draws[OFFSET + 1]!];
  const bin = Math.floor(BINS * share + exp(-0.5 * (x * x + y * y)));
  draws[INDICATOR] = draws[DRAWS + (bin % BIN_DRAWS)]!;
}

/** The knot, of `count`, from which a place in fractions of one is interpolated. */
export function knotBelow(place: number, count: number): number {
  return Math.min(Math.max(Math.floor(place), 0), count - 2);
}

/** The node at a column (ability) and a row (confidence). */
export type Nodes = (column: number, row: number) => Float64Array;

/** The latents of a grid, both rising. */
export interface Grid {
  readonly abilities: Float64Array;
  readonly confidences: Float64Array;
}

/** Nodes of a grid, each made when it is first needed. */
export function lazyNodes({abilities, confidences}: Grid, make: (column: number, row: number) => Float64Array): Nodes {
  const columns = abilities.length;
  const known = new Array<Float64Array | undefined>(columns * confidences.length);
  return (column, row) => {
    const place = row * columns + column;
    const found = known[place];
    if (found) return found;
    const made = make(column, row);
    known[place] = made;
    return made;
  };
}

/** Where x lies between knot i and the next one, from 0 to 1. */
function fraction(knots: Float64Array, i: number, x: number): number {
  return Math.min(Math.max((x - knots[i]!) / (knots[i + 1]! - knots[i]!), 0), 1);
}

/**
 * Fills the deviations in standard deviations, standard deviations and slopes of the first `count` statistics at (s, tau), linear in both
 * between the four nodes from (column, row) on and held at the edge; `draws` are those of the cell.
 */
export function fillDeviations(
  {abilities, confidences}: Grid,
  nodes: Nodes,
  {column, row, s, tau}: {column: number; row: number; s: number; tau: number},
  draws: Float64Array,
  count: number,
  out: Float64Array,
): void {
  const right = fraction(abilities, column, s);
  const up = fraction(confidences, row, tau);
  const [wa, wb] = [(1 - right) * (1 - up), right * (1 - up)];
  const [wc, wd] = [(1 - right) * up, right * up];
  const a = nodes(column, row);
  const b = nodes(column + 1, row);
  const c = nodes(column, row + 1);
  const d = nodes(column + 1, row + 1);
  for (let k = 0; k < count; k++) {
    const from = k * DRAWS;
    let sum = 0;
    let squares = 0;
    for (let j = from; j < from + DRAWS; j++) {
      const coefficient = wa * a[j]! + wb * b[j]! + wc * c[j]! + wd * d[j]!;
      sum += coefficient * draws[j - from]!;
      squares += coefficient * coefficient;
    }
    const v = SCALES + k;
    const t = SLOPES + k;
    out[SCALE + k] = wa * a[v]! + wb * b[v]! + wc * c[v]! + wd * d[v]!;
    out[SLOPE + k] = wa * a[t]! + wb * b[t]! + wc * c[t]! + wd * d[t]!;
    // Between nodes the coefficients of the indicator lose some length, a few percent: its scale is exact.
    out[DEVIATION + k] = squares > 0 ? sum / Math.sqrt(squares) : 0;
  }
}

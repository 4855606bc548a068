import type {Grid} from './grid.ts';
import type {Surface} from './surface.ts';

/** Residual sums of squares on the fine grid, as far as the search has looked. */
export interface Explored {
  readonly grid: Grid;
  readonly surface: Surface;
  readonly shapes: number;
  /** [shapes][widths, onsets] row by row; Infinity where the search has not looked. */
  readonly rss: readonly Float64Array[];
  /** Place of the lowest node of each shape. */
  readonly lowest: Int32Array;
  readonly row: Float64Array;
}

/** The lowest node of one shape. */
export interface Node {
  readonly rss: number;
  readonly onset: number;
  readonly width: number;
}

/** Distance of neighbours, in steps of the fine grid. */
export interface Stride {
  readonly onset: number;
  readonly width: number;
}

/** An empty exploration. */
export function startSearch(grid: Grid, surface: Surface, shapes: number): Explored {
  const nodes = grid.onset.length * grid.width.length;
  return {
    grid,
    surface,
    shapes,
    rss: Array.from({length: shapes}, () => new Float64Array(nodes).fill(Number.POSITIVE_INFINITY)),
    lowest: new Int32Array(shapes),
    row: new Float64Array(shapes),
  };
}

/** Looks at a node, a place in the table, unless it is known. */
export function look({grid, surface, rss, lowest, row}: Explored, at: number): void {
  if (rss[0]![at] !== Number.POSITIVE_INFINITY) return;
  const a = at % grid.onset.length;
  surface.at(grid.onset[a]!, grid.width[(at - a) / grid.onset.length]!, row);
  for (let s = 0; s < row.length; s++) {
    const values = rss[s]!;
    const value = row[s]!;
    values[at] = value;
    if (value < values[lowest[s]!]!) lowest[s] = at;
  }
}

/** Fills `out` with the heights of a node, a place in the table, without adding it to what is explored. */
export function peek({grid, surface, rss}: Explored, at: number, out: Float64Array): void {
  if (rss[0]![at] === Number.POSITIVE_INFINITY) {
    const a = at % grid.onset.length;
    surface.at(grid.onset[a]!, grid.width[(at - a) / grid.onset.length]!, out);
  } else for (let s = 0; s < out.length; s++) out[s] = rss[s]![at]!;
}

/** Looks at every node of the lattice with this stride. */
export function lookCoarse(explored: Explored, stride: Stride): void {
  const {onset, width} = explored.grid;
  for (let b = 0; b < width.length; b += stride.width) {
    for (let a = 0; a < onset.length; a += stride.onset) look(explored, b * onset.length + a);
  }
}

/** The lowest node of a shape so far. */
export function lowestNode({rss, grid, lowest}: Explored, shape: number): Node {
  const at = lowest[shape]!;
  const count = grid.onset.length;
  return {rss: rss[shape]![at]!, onset: at % count, width: Math.floor(at / count)};
}

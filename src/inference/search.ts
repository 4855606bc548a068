import {type Grid, STRIDE} from './grid.ts';
import type {Surface} from './surface.ts';

/** Residual sums of squares on the fine grid, as far as the search has looked. */
export interface Explored {
  readonly grid: Grid;
  readonly surface: Surface;
  readonly shapes: number;
  /** [shapes][widths, onsets] row by row; Infinity where the search has not looked. */
  readonly rss: readonly Float64Array[];
  readonly row: Float64Array;
}

/** The lowest node of one shape. */
export interface Node {
  readonly rss: number;
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
    row: new Float64Array(shapes),
  };
}

function look({grid, surface, rss, row}: Explored, a: number, b: number): void {
  const at = b * grid.onset.length + a;
  if (rss[0]![at] !== Number.POSITIVE_INFINITY) return;
  surface.at(grid.onset[a]!, grid.width[b]!, row);
  for (let s = 0; s < row.length; s++) rss[s]![at] = row[s]!;
}

/** Looks at every `onsetStride`-th onset and `widthStride`-th width. */
export function lookCoarse(explored: Explored, onsetStride: number, widthStride: number): void {
  const {onset, width} = explored.grid;
  for (let b = 0; b < width.length; b += widthStride) {
    for (let a = 0; a < onset.length; a += onsetStride) look(explored, a, b);
  }
}

/** Looks at every node: what the shorter search must agree with. */
export function lookEverywhere(explored: Explored): void {
  lookCoarse(explored, 1, 1);
}

/** The lowest node of a shape so far. */
export function lowestNode({rss, grid}: Explored, shape: number): Node {
  const values = rss[shape]!;
  let best = 0;
  for (let i = 1; i < values.length; i++) if (values[i]! < values[best]!) best = i;
  const count = grid.onset.length;
  return {rss: values[best]!, onset: best % count, width: Math.floor(best / count)};
}

/** Cells of the coarse grid, and which have been looked into. */
interface Cells {
  readonly across: number;
  readonly down: number;
  readonly done: Uint8Array;
}

function lookInto(explored: Explored, cells: Cells, i: number, j: number): boolean {
  if (i < 0 || j < 0 || i >= cells.across || j >= cells.down || cells.done[j * cells.across + i]) return false;
  cells.done[j * cells.across + i] = 1;
  for (let b = j * STRIDE.width; b <= (j + 1) * STRIDE.width; b++) {
    for (let a = i * STRIDE.onset; a <= (i + 1) * STRIDE.onset; a++) look(explored, a, b);
  }
  return true;
}

/** Looks into the cells that touch node (a, b); true where one was new. */
function lookAround(explored: Explored, cells: Cells, a: number, b: number): boolean {
  let fresh = false;
  for (let j = Math.ceil(b / STRIDE.width) - 1; j <= Math.floor(b / STRIDE.width); j++) {
    for (let i = Math.ceil(a / STRIDE.onset) - 1; i <= Math.floor(a / STRIDE.onset); i++) {
      fresh = lookInto(explored, cells, i, j) || fresh;
    }
  }
  return fresh;
}

/** Whether a coarse node is no higher than its coarse neighbours. */
function isLocalLow(values: Float64Array, grid: Grid, a: number, b: number): boolean {
  const count = grid.onset.length;
  const own = values[b * count + a]!;
  for (let db = -STRIDE.width; db <= STRIDE.width; db += STRIDE.width) {
    for (let da = -STRIDE.onset; da <= STRIDE.onset; da += STRIDE.onset) {
      const inside = a + da >= 0 && a + da < count && b + db >= 0 && b + db < grid.width.length;
      if (inside && values[(b + db) * count + a + da]! < own) return false;
    }
  }
  return true;
}

/** How far to look in the coarse grid, as multiples of each shape's lowest value; 0 asks nothing for that shape. */
export interface Generous {
  /** Every node below this is looked around. */
  readonly nodes: readonly number[];
  /** Local lows below this are looked around. */
  readonly lows: readonly number[];
}

function lookAroundLows(explored: Explored, cells: Cells, generous: Generous): void {
  const {grid, rss} = explored;
  const count = grid.onset.length;
  for (let s = 0; s < explored.shapes; s++) {
    const values = rss[s]!;
    const least = lowestNode(explored, s).rss;
    for (let b = 0; b < grid.width.length; b += STRIDE.width) {
      for (let a = 0; a < count; a += STRIDE.onset) {
        const value = values[b * count + a]! / least;
        const low = value <= generous.lows[s]! && isLocalLow(values, grid, a, b);
        if (low || value <= generous.nodes[s]!) lookAround(explored, cells, a, b);
      }
    }
  }
}

/** The cells of a coarse exploration that was made with the strides of the grid. */
export function makeCells({grid}: Explored): Cells {
  const across = (grid.onset.length - 1) / STRIDE.onset;
  const down = (grid.width.length - 1) / STRIDE.width;
  return {across, down, done: new Uint8Array(across * down)};
}

/**
 * Completes a coarse exploration where it matters: around the local lows and nodes of `generous`,
 * then on from every node within `ratios[shape]` until the region is closed. A ratio of 0 asks nothing for that shape.
 */
export function lookCloser(
  explored: Explored,
  cells: Cells,
  ratios: readonly number[],
  generous: Generous | null = null,
): void {
  if (generous) lookAroundLows(explored, cells, generous);
  const {grid, rss} = explored;
  const count = grid.onset.length;
  for (let fresh = true; fresh; ) {
    fresh = false;
    for (let s = 0; s < explored.shapes; s++) {
      const values = rss[s]!;
      const limit = lowestNode(explored, s).rss * ratios[s]!;
      for (let at = 0; at < values.length; at++) {
        if (values[at]! <= limit) fresh = lookAround(explored, cells, at % count, Math.floor(at / count)) || fresh;
      }
    }
  }
}

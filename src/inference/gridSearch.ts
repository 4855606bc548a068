import type {Points} from './curve.ts';
import {inflationOf} from './dependence.ts';
import type {Grid} from './grid.ts';
import {hingeLine, residualsOf} from './hingeLine.ts';
import type {FitKernel} from './kernel/kernel.ts';
import {referenceKernel} from './kernel/reference.ts';
import type {ShapeChoice} from './menu.ts';
import {type Noise, whiten} from './noise.ts';
import {CRITICAL, columnMinima} from './profile.ts';
import {type Explored, lookCoarse, lowestNode, type Stride, startSearch} from './search.ts';
import {makeSurface} from './surface.ts';
import {onsetLines, sweepProfile, traceProfile, widthLines} from './trace.ts';

/** Shapes within this many BIC points of the best share in the interval of eta. */
export const NEAR = 10;
/** Shapes this much further may yet be near when the search ends, and are traced as if they were. */
const CLOSE = 2;
/** Of shapes that are not near only the lowest node is wanted: they are traced up to this share of the bounds. */
const FAR_SHARE = 0.4;
/** The first lattice of the search, in steps of the fine grid. */
export const COARSE: Stride = {onset: 12, width: 1};
/**
 * Likelihood ratios over the inflation up to which onsets are traced between ever nearer ones, and up to which lows of the profile are:
 * a second piece of an interval may hide between two onsets that lie well outside.
 */
const LEVELS = [
  {stride: 6, near: 40, lows: Number.POSITIVE_INFINITY},
  {stride: 3, near: 16, lows: 60},
  {stride: 1, near: 8, lows: 30},
] as const;
/** Widths are swept along where their lowest known ratio lies between the first, below which they are inside for certain, and the last. */
const SWEPT = {sure: 0.5 * CRITICAL, near: 12, limit: 30} as const;
/** First stride of a sweep, in steps of the fine grid. */
const SWEEP_STRIDE = 8;

/** A finished search: every shape on the fine grid as far as it matters. */
export interface Searched {
  readonly points: Points;
  readonly noise: Noise;
  readonly menu: readonly ShapeChoice[];
  readonly kernel: FitKernel;
  readonly explored: Explored;
  /** (1 + r) / (1 - r) of the residuals of the richest shape. */
  readonly inflation: number;
  /** BIC of each shape with n / inflation points, above the best. */
  readonly excess: readonly number[];
  /** Place of the best shape in the menu. */
  readonly best: number;
}

/** Inflation from the residuals of the richest shape, the last of the menu, at its lowest node. */
function dependence(points: Points, noise: Noise, menu: readonly ShapeChoice[], explored: Explored): number {
  const {grid} = explored;
  const node = lowestNode(explored, menu.length - 1);
  const line = hingeLine(points, noise, menu[menu.length - 1]!, grid.onset[node.onset]!, grid.width[node.width]!);
  return inflationOf(points, whiten(noise, residualsOf(line, points)));
}

/** Numbers above the least of them. */
export function aboveLeast(values: readonly number[]): number[] {
  const least = Math.min(...values);
  return values.map((value) => value - least);
}

/** BIC of each shape with n / inflation points, above the least; `rss` holds the least residual sum of squares of each. */
export function excessOf(
  rss: readonly number[],
  menu: readonly ShapeChoice[],
  points: number,
  inflation: number,
): number[] {
  const n = points / inflation;
  return aboveLeast(menu.map(({parameters}, s) => n * Math.log(rss[s]!) + parameters * Math.log(n)));
}

/** The least residual sum of squares of each shape so far. */
export function leastOf(explored: Explored): number[] {
  return explored.rss.map((_, s) => lowestNode(explored, s).rss);
}

/** A likelihood ratio over the inflation as a multiple of the least residual sum of squares. */
type Multiple = (ratio: number, inflation: number, shape: number) => number;

/** Traces the profile over eta of every shape that matters, the best first. */
function traceShapes(
  explored: Explored,
  menu: readonly ShapeChoice[],
  n: number,
  inflation: number,
  multiple: Multiple,
) {
  const lines = onsetLines(explored.grid);
  const open = new Set(menu.keys());
  while (open.size > 0) {
    const excess = excessOf(leastOf(explored), menu, n, inflation);
    const s = [...open].reduce((a, b) => (excess[b]! < excess[a]! ? b : a));
    open.delete(s);
    // The richest shape, the last, tells of dependence even where it is far from the best.
    if (excess[s]! > 2 * NEAR && s !== menu.length - 1) continue;
    const share = excess[s]! < NEAR + CLOSE ? 1 : FAR_SHARE;
    const levels = LEVELS.map(({stride, near, lows}) => ({
      stride,
      near: multiple(share * near, inflation, s),
      lows: multiple(share * lows, inflation, s),
    }));
    traceProfile(explored, lines, s, {first: COARSE.onset, levels});
  }
}

/**
 * Searches the fine grid for every shape of the menu: a coarse lattice first, then along the profiles over eta and w as far as intervals may reach.
 * Of 1,000 random curves about 3 lose a second piece of an interval, or the lower of two lows that are nearly equal, to a look at every node.
 */
export function searchGrid(
  points: Points,
  grid: Grid,
  noise: Noise,
  menu: readonly ShapeChoice[],
  kernel: FitKernel = referenceKernel,
): Searched {
  const n = points.x.length - noise.directions.length;
  const explored = startSearch(grid, makeSurface(points, noise, menu, kernel), menu.length);
  const multiple: Multiple = (ratio, inflation, s) =>
    Math.exp((ratio * inflation) / Math.max(n - menu[s]!.parameters, 1));
  lookCoarse(explored, COARSE);
  let inflation = dependence(points, noise, menu, explored);
  for (let traced = 0; inflation > traced; inflation = dependence(points, noise, menu, explored)) {
    traced = inflation;
    traceShapes(explored, menu, n, traced, multiple);
  }
  const excess = excessOf(leastOf(explored), menu, n, inflation);
  const judged = excess.map((value, s) => value + menu[s]!.handicap);
  const best = judged.indexOf(Math.min(...judged));
  sweepProfile(explored, widthLines(grid), best, columnMinima(explored.rss[best]!, grid.onset.length), {
    stride: SWEEP_STRIDE,
    sure: multiple(SWEPT.sure, inflation, best),
    near: multiple(SWEPT.near, inflation, best),
    limit: multiple(SWEPT.limit, inflation, best),
  });
  return {points, noise, menu, kernel, explored, inflation, excess, best};
}

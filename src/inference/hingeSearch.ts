import {goldenMinimum} from '../numeric/golden.ts';
import type {Points} from './curve.ts';
import {inflationOf} from './dependence.ts';
import type {Grid} from './grid.ts';
import {hingeLine, residualsOf} from './hingeLine.ts';
import type {Interval} from './interval.ts';
import type {ShapeChoice} from './menu.ts';
import {type Noise, whiten} from './noise.ts';
import {acceptedPieces, CRITICAL, columnMinima, intervalOf, mergePieces, rowMinima} from './profile.ts';
import {type Explored, lookCoarse, lowestNode, type Stride, startSearch} from './search.ts';
import {onsetLines, sweepProfile, traceProfile, widthLines} from './trace.ts';
import {makeSurface} from './surface.ts';

/** Shapes within this many BIC points of the best share in the interval of eta. */
const NEAR = 10;
/** Of these, shapes further than this above the best AICc have considerably less support (Burnham and Anderson 2002, section 2.6) and do not. */
const SUPPORTED = 7;
/** The first lattice of the search, in steps of the fine grid. */
export const COARSE: Stride = {onset: 12, width: 1};
/** Likelihood ratios over the inflation up to which onsets are traced between ever nearer ones, and up to which lows of the profile are. */
const LEVELS = [
  {stride: 6, near: 40, lows: Number.POSITIVE_INFINITY},
  {stride: 3, near: 16, lows: 60},
  {stride: 1, near: 8, lows: 30},
] as const;
/** Widths are swept along where their lowest known ratio lies between these: within the first they are inside for certain. */
const SWEPT = {sure: 0.5 * CRITICAL, near: 12, limit: 30} as const;
/** First stride of a sweep, in steps of the fine grid. */
const SWEEP_STRIDE = 8;
const CLOSE = 2;
const FAR_SHARE = 0.4;
const GOLDEN_STEPS = 18;

/** A finished search: every shape on the fine grid as far as it matters. */
export interface Searched {
  readonly points: Points;
  readonly noise: Noise;
  readonly menu: readonly ShapeChoice[];
  readonly explored: Explored;
  /** (1 + r) / (1 - r) of the residuals of the richest shape. */
  readonly inflation: number;
  /** BIC of each shape with n / inflation points, above the best. */
  readonly excess: readonly number[];
  /** Place of the best shape in the menu. */
  readonly best: number;
}

/** The optimum of the best shape with its intervals. */
export interface HingeOptimum extends Searched {
  readonly shape: ShapeChoice;
  readonly onset: Interval;
  readonly width: Interval;
  /** Whether eta lies at an end of its grid. */
  readonly edge: boolean;
}

/** Inflation from the residuals of the richest shape, the last of the menu, at its lowest node. */
function dependence(points: Points, noise: Noise, menu: readonly ShapeChoice[], explored: Explored): number {
  const {grid} = explored;
  const node = lowestNode(explored, menu.length - 1);
  const line = hingeLine(points, noise, menu[menu.length - 1]!, grid.onset[node.onset]!, grid.width[node.width]!);
  return inflationOf(points, whiten(noise, residualsOf(line, points)));
}

const aboveLeast = (values: readonly number[]): number[] => {
  const least = Math.min(...values);
  return values.map((value) => value - least);
};

const lowest = (explored: Explored, menu: readonly ShapeChoice[]): number[] =>
  menu.map((_, s) => lowestNode(explored, s).rss);

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

/** AICc of each shape with n / inflation points, above the least: with few points left it leaves out shapes with as many parameters. */
function correctedExcess({points, noise, menu, explored, inflation}: Searched): number[] {
  const n = (points.x.length - noise.directions.length) / inflation;
  const rss = lowest(explored, menu);
  return aboveLeast(
    menu.map(({parameters}, s) => {
      const k = parameters + 1;
      return n * Math.log(rss[s]!) + (2 * k * n) / Math.max(n - k - 1, 1);
    }),
  );
}

/** Searches the fine grid for every shape of the menu: a coarse lattice first, then closer where intervals may lie. */
export function searchGrid(points: Points, grid: Grid, noise: Noise, menu: readonly ShapeChoice[]): Searched {
  const n = points.x.length - noise.directions.length;
  const explored = startSearch(grid, makeSurface(points, noise, menu), menu.length);
  const ratio = (value: number, inflation: number, s: number): number =>
    Math.exp((value * inflation) / Math.max(n - menu[s]!.parameters, 1));
  const columns = onsetLines(grid);
  /** Traces every shape that matters, the best first. */
  const trace = (inflation: number): void => {
    const open = new Set(menu.keys());
    while (open.size > 0) {
      const excess = excessOf(lowest(explored, menu), menu, n, inflation);
      const s = [...open].reduce((a, b) => (excess[b]! < excess[a]! ? b : a));
      open.delete(s);
      if (excess[s]! > 2 * NEAR && s !== menu.length - 1) continue;
      // Of a shape that is not near only the lowest node is wanted.
      const share = excess[s]! < NEAR + CLOSE ? 1 : FAR_SHARE;
      traceProfile(explored, columns, s, {
        first: COARSE.onset,
        levels: LEVELS.map(({stride, near, lows}) => ({
          stride,
          near: ratio(share * near, inflation, s),
          lows: ratio(share * lows, inflation, s),
        })),
      });
    }
  };
  lookCoarse(explored, COARSE);
  let inflation = dependence(points, noise, menu, explored);
  for (let traced = 0; inflation > traced; inflation = dependence(points, noise, menu, explored)) {
    traced = inflation;
    trace(traced);
  }
  const excess = excessOf(lowest(explored, menu), menu, n, inflation);
  const totals = excess.map((value, s) => value + menu[s]!.handicap);
  const best = totals.indexOf(Math.min(...totals));
  sweepProfile(explored, widthLines(grid), best, columnMinima(explored.rss[best]!, grid.onset.length), {
    stride: SWEEP_STRIDE,
    sure: ratio(SWEPT.sure, inflation, best),
    near: ratio(SWEPT.near, inflation, best),
    limit: ratio(SWEPT.limit, inflation, best),
  });
  return {points, noise, menu, explored, inflation, excess, best};
}

/** Likelihood ratios of a shape above its lowest node: (n - parameters) / inflation ln(RSS / least RSS). */
export function likelihoodRatios(
  {points, noise, menu, explored, inflation}: Searched,
  shape: number,
  rss: Float64Array,
): Float64Array {
  const degrees = (points.x.length - menu[shape]!.parameters - noise.directions.length) / inflation;
  const least = lowestNode(explored, shape).rss;
  return rss.map((value) => degrees * Math.log(value / least));
}

/** The interval of eta: the union over shapes within 10 BIC and 7 AICc, so that the choice of shape is part of the uncertainty. */
function onsetPieces(searched: Searched): Array<[number, number]> {
  const {menu, explored, excess} = searched;
  const {onset} = explored.grid;
  const corrected = correctedExcess(searched);
  const pieces = menu.flatMap((_, s) =>
    excess[s]! < NEAR && corrected[s]! < SUPPORTED
      ? acceptedPieces(onset, likelihoodRatios(searched, s, columnMinima(explored.rss[s]!, onset.length)))
      : [],
  );
  return mergePieces(pieces);
}

function widthPieces(searched: Searched): Array<[number, number]> {
  const {explored, best} = searched;
  const {onset, width} = explored.grid;
  return acceptedPieces(width, likelihoodRatios(searched, best, rowMinima(explored.rss[best]!, onset.length)));
}

/** The optimum of the best shape between the nodes of the grid: by turns along eta and w around the lowest node. */
function refine({explored, best}: Searched): {onset: number; width: number} {
  const {grid, surface, row} = explored;
  const node = lowestNode(explored, best);
  const height = (eta: number, w: number): number => {
    surface.at(eta, w, row);
    return row[best]!;
  };
  const near = (values: Float64Array, i: number): [number, number] => [
    values[Math.max(i - 1, 0)]!,
    values[Math.min(i + 1, values.length - 1)]!,
  ];
  const onsets = near(grid.onset, node.onset);
  const widths = near(grid.width, node.width);
  let place = {onset: grid.onset[node.onset]!, width: grid.width[node.width]!};
  let least = node.rss;
  const offer = (onset: number, width: number): void => {
    const value = height(onset, width);
    if (value >= least) return;
    least = value;
    place = {onset, width};
  };
  for (let round = 0; round < 2; round++) {
    const {width} = place;
    offer(
      goldenMinimum((eta) => height(eta, width), ...onsets, GOLDEN_STEPS),
      width,
    );
    const {onset} = place;
    offer(
      onset,
      goldenMinimum((w) => height(onset, w), ...widths, GOLDEN_STEPS),
    );
  }
  return place;
}

/**
 * The bent hinge by exact search over the fine grid: the shape by BIC with the effective number of points,
 * profile-likelihood intervals with ratios divided by the inflation of dependence.
 */
export function searchHinge(points: Points, grid: Grid, noise: Noise, menu: readonly ShapeChoice[]): HingeOptimum {
  const searched = searchGrid(points, grid, noise, menu);
  const {explored, best} = searched;
  const place = refine(searched);
  const node = lowestNode(explored, best);
  return {
    ...searched,
    shape: menu[best]!,
    onset: intervalOf(place.onset, onsetPieces(searched)),
    width: intervalOf(place.width, widthPieces(searched)),
    edge: node.onset === 0 || node.onset === grid.onset.length - 1,
  };
}

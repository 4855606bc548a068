import {goldenMinimum} from '../numeric/golden.ts';
import type {Points} from './curve.ts';
import type {Grid} from './grid.ts';
import {aboveLeast, leastOf, NEAR, type Searched, searchGrid} from './gridSearch.ts';
import type {Interval} from './interval.ts';
import type {FitKernel} from './kernel/kernel.ts';
import {referenceKernel} from './kernel/reference.ts';
import type {ShapeChoice} from './menu.ts';
import type {Noise} from './noise.ts';
import {acceptedPieces, columnMinima, intervalOf, mergePieces, rowMinima} from './profile.ts';
import {lowestNode} from './search.ts';

/** Of the shapes near the best, those further than this above the best AICc have considerably less support (Burnham and Anderson 2002, section 2.6) and do not share in the interval of eta. */
const SUPPORTED = 7;
const GOLDEN_STEPS = 18;

/** The optimum of the best shape with its intervals. */
export interface HingeOptimum extends Searched {
  readonly shape: ShapeChoice;
  readonly onset: Interval;
  readonly width: Interval;
  /** Whether eta lies at an end of its grid. */
  readonly edge: boolean;
}

/** AICc of each shape with n / inflation points, above the least: with few points left it leaves out shapes with as many parameters. */
function correctedExcess({points, noise, menu, explored, inflation}: Searched): number[] {
  const n = (points.x.length - noise.directions.length) / inflation;
  const rss = leastOf(explored);
  return aboveLeast(
    menu.map(({parameters}, s) => {
      const k = parameters + 1;
      return n * Math.log(rss[s]!) + (2 * k * n) / Math.max(n - k - 1, 1);
    }),
  );
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
export function searchHinge(
  points: Points,
  grid: Grid,
  noise: Noise,
  menu: readonly ShapeChoice[],
  kernel: FitKernel = referenceKernel,
): HingeOptimum {
  const searched = searchGrid(points, grid, noise, menu, kernel);
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

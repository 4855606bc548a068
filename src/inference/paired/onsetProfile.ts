import {dot} from '../../numeric/leastSquares.ts';
import {centre, takeCommon} from '../centred.ts';
import {makeGrid} from '../grid.ts';
import {type Axis, evenAxis} from '../gridMinimum.ts';
import type {Comparison} from '../hingeDetail.ts';
import {residualsOf} from '../hingeLine.ts';
import {bentFamily} from '../smoothNull/bentFamily.ts';
import {basesAt, type Places, placesWithin} from '../smoothNull/region.ts';

/** A fitted bent hinge that can be fitted anew to other values of the same points, its shape after the break kept. */
export interface OnsetProfile {
  /** Onsets looked at, rising, nats. */
  readonly onset: Float64Array;
  /** Fitted values and residuals, whitened and centred, by rising loss. */
  readonly mean: Float64Array;
  readonly residual: Float64Array;
  /** Likelihood ratio of each onset above the best for each of some whitened and centred values; shape [values][onsets]. */
  ratios(values: readonly Float64Array[]): Float64Array[];
}

/** Refitted onsets are looked for where the fitted mean is within this likelihood ratio: chi-square (2) is beyond it once in 30 000. */
const REACH = 20;
/** Nodes wanted at least and at most. */
const NODES = [250, 1000] as const;
/** Residual sums of squares below this share of the total are rounding. */
const ROUNDING = 1e-13;
const COARSEST = 16;
const FINEST = 1 / 16;

/** w = 0 and then by equal ratios, as in the grid of the search; linear between the first two. */
function widthAxis(width: Float64Array): Axis {
  const first = width[1]!;
  const rate = Math.log(width[2]! / first);
  return {
    last: width.length - 1,
    at: (place) => (place < 1 ? place * first : first * Math.exp(rate * (place - 1))),
    place: (value) => (value < first ? value / first : 1 + Math.log(value / first) / rate),
  };
}

/** The nodes around a fit, on a lattice as fine as their wanted number allows. */
function placesOf(grow: (step: number) => Places | null): Places {
  let step = 1;
  let places = grow(step);
  while (!places && step < COARSEST) {
    step *= 2;
    places = grow(step);
  }
  for (; places && places.length < NODES[0] && step > FINEST; step /= 2) {
    const finer = grow(step / 2);
    if (!finer) break;
    places = finer;
  }
  return places!;
}

/** The least residual sum of squares at each of `count` onsets; `column` is the place of the onset of each node. */
function leastOf(rests: Float64Array, column: Int32Array, count: number): Float64Array {
  const least = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  for (let node = 0; node < column.length; node++) {
    const rest = rests[node]!;
    if (rest < least[column[node]!]!) least[column[node]!] = rest;
  }
  return least;
}

/** Likelihood ratios above the best of residual sums of squares of values whose sum of squares is `total`. */
function ratiosOf(least: Float64Array, total: number, degrees: number): Float64Array {
  const floor = ROUNDING * total;
  const best = Math.max(Math.min(...least), floor);
  return least.map((value) => (total > 0 ? degrees * Math.log(Math.max(value, floor) / best) : 0));
}

/** The profile over eta of a fitted bent hinge. */
export function onsetProfile({points, noise, inflation, bent, optimum}: Comparison): OnsetProfile {
  const {x} = points;
  const {frame, shape, rss} = bent;
  const centred = centre(points, noise);
  const residual = takeCommon(
    centred.common,
    residualsOf(bent, points).map((value, i) => value * noise.root[i]!),
  );
  const mean = centred.y.map((value, i) => value - residual[i]!);
  const grid = makeGrid(x);
  const a = evenAxis(grid.onset[0]!, grid.step, grid.onset.length - 1);
  const b = widthAxis(grid.width);
  const degrees = Math.max(x.length - shape.parameters - noise.directions.length, 1);
  const family = bentFamily(x, noise, shape, {a, b}, optimum.kernel);
  const searched = {...family, low: {a: a.place(frame.eta), b: b.place(frame.w)}};
  const reach = (REACH * inflation * rss) / degrees;
  const distance = family.heights(mean);
  const places = placesOf((step) => {
    const most = step >= COARSEST ? Number.POSITIVE_INFINITY : NODES[1];
    return placesWithin(searched, distance, reach, step, most);
  });
  const bases = basesAt(centred, family, places);
  const columns = [...new Set(places.map(([onset]) => onset))].sort((p, q) => p - q);
  const column = Int32Array.from(places, ([onset]) => columns.indexOf(onset));
  return {
    onset: Float64Array.from(columns, a.at),
    mean,
    residual,
    ratios(values) {
      return optimum.kernel.rests(bases, values).map((rests, k) => {
        const total = dot(values[k]!, values[k]!);
        return ratiosOf(leastOf(rests, column, columns.length), total, degrees / inflation);
      });
    },
  };
}

/** The lowest place of a profile: the top of the parabola through the lowest onset and its two neighbours. */
export function lowestOnset(onset: Float64Array, ratio: Float64Array): number {
  let at = 0;
  for (let i = 1; i < ratio.length; i++) if (ratio[i]! < ratio[at]!) at = i;
  if (at === 0 || at === ratio.length - 1) return onset[at]!;
  const left = ratio[at - 1]! - ratio[at]!;
  const right = ratio[at + 1]! - ratio[at]!;
  const bend = left + right;
  const half = 0.5 * (onset[at + 1]! - onset[at]!);
  return bend > 0 && Number.isFinite(bend) ? onset[at]! + (half * (left - right)) / bend : onset[at]!;
}

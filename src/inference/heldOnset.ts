import {excessOf} from './gridSearch.ts';
import {type HingeOptimum, likelihoodRatios} from './hingeSearch.ts';
import type {Interval} from './interval.ts';
import {acceptedPieces, intervalOf} from './profile.ts';
import {peek} from './search.ts';

/** The best fit of a curve with eta held inside an interval. */
export interface HeldOnset {
  readonly width: Interval;
  /** Likelihood ratio of holding eta: how much better the same shape fits with eta free. */
  readonly ratio: number;
}

/** Least residual sum of squares of each shape at each width of the grid, eta anywhere inside an interval; shape [shapes][widths]. */
function heldMinima({menu, explored}: HingeOptimum, {estimate, low, high}: Interval): Float64Array[] {
  const {grid, surface, row} = explored;
  const nodes = [...grid.onset.keys()].filter((a) => grid.onset[a]! > low && grid.onset[a]! < high);
  const minima = menu.map(() => new Float64Array(grid.width.length).fill(Number.POSITIVE_INFINITY));
  const take = (b: number): void => {
    for (let s = 0; s < minima.length; s++) minima[s]![b] = Math.min(minima[s]![b]!, row[s]!);
  };
  grid.width.forEach((w, b) => {
    for (const a of nodes) {
      peek(explored, b * grid.onset.length + a, row);
      take(b);
    }
    for (const eta of [low, estimate, high]) {
      surface.at(eta, w, row);
      take(b);
    }
  });
  return minima;
}

/**
 * Profiles w with eta held inside an interval, that of another metric of the same answers: one onset for both.
 * A rise that starts slowly below a corner looks like a soft bend further down as long as eta is free; held at the corner it does not.
 */
export function holdOnset(optimum: HingeOptimum, onset: Interval): HeldOnset {
  const {points, noise, menu, explored, inflation} = optimum;
  const minima = heldMinima(optimum, onset);
  const least = minima.map((values) => values.reduce((a, b) => Math.min(a, b)));
  const excess = excessOf(least, menu, points.x.length - noise.directions.length, inflation);
  const judged = excess.map((value, s) => value + menu[s]!.handicap);
  const best = judged.indexOf(Math.min(...judged));
  const ratios = likelihoodRatios(optimum, best, minima[best]!);
  const bottom = ratios.reduce((a, b) => Math.min(a, b));
  const {width} = explored.grid;
  return {
    width: intervalOf(
      width[ratios.indexOf(bottom)]!,
      acceptedPieces(
        width,
        ratios.map((ratio) => ratio - bottom),
      ),
    ),
    ratio: bottom,
  };
}

import {goldenMinimum} from '../numeric/golden.ts';
import {type HingeLine, hingeLine} from './hingeLine.ts';
import type {Searched} from './hingeSearch.ts';

const GOLDEN_STEPS = 18;

/** The best hinge with a corner (w = 0) over the same grid of onsets (refined between its steps) and the same shapes as a bent hinge, by BIC as the bent hinge is. */
export function bestHinge({points, noise, menu, explored, inflation}: Searched): HingeLine {
  const {grid, surface, row} = explored;
  const effective = points.x.length / inflation;
  const best = menu.map(() => ({rss: Number.POSITIVE_INFINITY, eta: 0}));
  for (const eta of grid.onset) {
    surface.at(eta, 0, row);
    best.forEach((one, s) => {
      if (row[s]! < one.rss) best[s] = {rss: row[s]!, eta};
    });
  }
  const bic = best.map(
    ({rss}, s) => effective * Math.log(rss) + menu[s]!.parameters * Math.log(effective) + menu[s]!.handicap,
  );
  const s = bic.indexOf(Math.min(...bic));
  const height = (eta: number): number => {
    surface.at(eta, 0, row);
    return row[s]!;
  };
  const {eta, rss} = best[s]!;
  const finer = goldenMinimum(height, eta - grid.step, eta + grid.step, GOLDEN_STEPS);
  return hingeLine(points, noise, menu[s]!, height(finer) < rss ? finer : eta, 0);
}

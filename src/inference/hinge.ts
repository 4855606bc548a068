import {goldenMinimum} from '../numeric/golden.ts';
import type {Searched} from './gridSearch.ts';
import {type HingeLine, hingeLine} from './hingeLine.ts';
import {lowestOf} from './lowestOf.ts';
import {peek} from './search.ts';

const GOLDEN_STEPS = 18;

/** The best hinge with a corner (w = 0) over the same grid of onsets (refined between its steps) and the same shapes as a bent hinge, by BIC as the bent hinge is. */
export function bestHinge({points, noise, menu, explored, inflation}: Searched): HingeLine {
  const {grid, surface, row} = explored;
  const effective = points.x.length / inflation;
  const known = menu.map(() => new Float64Array(grid.onset.length));
  const best = menu.map((_, s) => {
    const at = lowestOf(
      grid.onset.length,
      (place) => {
        if (known[s]![place] === 0) {
          peek(explored, place, row);
          known.forEach((values, k) => {
            values[place] = row[k]!;
          });
        }
        return known[s]![place]!;
      },
      points.x.length,
    );
    return {rss: known[s]![at]!, eta: grid.onset[at]!};
  });
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

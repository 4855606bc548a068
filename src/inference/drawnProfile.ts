import type {ProfileSurface} from './findings.ts';
import {type HingeOptimum, likelihoodRatios} from './hingeSearch.ts';
import {columnMinima} from './profile.ts';
import {look} from './search.ts';

/** Onsets whose likelihood ratio is nowhere below this are left out of the drawn profile. */
const DRAWN = 40;

/** The likelihood ratio of the best shape over onset and width, as far as it is drawn: there every node is looked at. */
export function drawnProfile(optimum: HingeOptimum): ProfileSurface {
  const {explored, best} = optimum;
  const {onset, width} = explored.grid;
  const rss = explored.rss[best]!;
  const columns = onset.length;
  const profile = likelihoodRatios(optimum, best, columnMinima(rss, columns));
  const wanted = Array.from(onset.keys()).filter((a) => profile[a]! < DRAWN);
  const first = Math.max(wanted[0]! - 1, 0);
  const last = Math.min(wanted[wanted.length - 1]! + 1, columns - 1);
  const drawn = {...explored, lowest: explored.lowest.slice(), rss: explored.rss.map((values) => values.slice())};
  const ratio: number[] = [];
  for (let b = 0; b < width.length; b++) {
    for (let a = first; a <= last; a++) look(drawn, b * columns + a);
    const row = drawn.rss[best]!.subarray(b * columns + first, b * columns + last + 1);
    for (const value of likelihoodRatios(optimum, best, row)) ratio.push(Math.max(value, 0));
  }
  return {onset: Array.from(onset.slice(first, last + 1)), width: Array.from(width), ratio};
}

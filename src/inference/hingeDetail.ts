import type {Points} from './curve.ts';
import type {FittedLine, Plateau, ProfileSurface} from './findings.ts';
import {bestHinge} from './hinge.ts';
import {type HingeLine, hingeLine, valuesOf} from './hingeLine.ts';
import {type HingeOptimum, likelihoodRatios} from './hingeSearch.ts';
import type {Noise} from './noise.ts';
import {plateauOf} from './plateau.ts';
import {riseLength} from './rise.ts';
import type {Explored} from './search.ts';
import {fitSmoothCurves, type SmoothFit} from './smoothCurves.ts';

/** What only figures and tables need of a fit. */
export interface HingeDetail {
  readonly plateau: Plateau | null;
  /** Loss distance of the 10-90 % rise, nats. */
  readonly rise: number | null;
  readonly fitted: FittedLine;
  readonly profile: ProfileSurface;
  /** What rival curves are compared on. */
  readonly comparison: Comparison;
}

/** The points, weights and dependence of a fit, and its rivals. */
export interface Comparison {
  readonly points: Points;
  readonly noise: Noise;
  readonly inflation: number;
  readonly bent: HingeLine;
  /** The best of the menu with w = 0. */
  readonly hinge: HingeLine;
  /** Where the search for the bent hinge has looked, and the place of its shape among those of the search. */
  readonly explored: Explored;
  readonly best: number;
  readonly smooth: readonly SmoothFit[];
}

const LINE_POINTS = 240;
/** Onsets whose likelihood ratio is nowhere below this are left out of the drawn profile. */
const DRAWN = 40;

/** The losses at which a fitted line is drawn: even steps and the onset itself, where a hinge turns. */
function lineLosses(x: Float64Array, eta: number): Float64Array {
  const first = x[0]!;
  const last = x[x.length - 1]!;
  const even = Array.from({length: LINE_POINTS}, (_, i) => first + ((last - first) * i) / (LINE_POINTS - 1));
  return Float64Array.from([...even, eta]).sort();
}

function drawnProfile(optimum: HingeOptimum): ProfileSurface {
  const {grid, rss} = optimum.explored;
  const columns = grid.onset.length;
  const ratio = likelihoodRatios(optimum, optimum.best, rss[optimum.best]!);
  const wanted = Array.from(grid.onset.keys()).filter((a) =>
    grid.width.some((_, b) => ratio[b * columns + a]! < DRAWN),
  );
  const first = Math.max(wanted[0]! - 1, 0);
  const last = Math.min(wanted[wanted.length - 1]! + 1, columns - 1);
  const kept: Array<number | null> = [];
  for (let b = 0; b < grid.width.length; b++) {
    for (let a = first; a <= last; a++) {
      const value = ratio[b * columns + a]!;
      kept.push(Number.isFinite(value) ? value : null);
    }
  }
  return {onset: Array.from(grid.onset.slice(first, last + 1)), width: Array.from(grid.width), ratio: kept};
}

/** Flat side, rise, drawn line and profile of a fitted bent hinge. */
export function hingeDetail(optimum: HingeOptimum, chance: number | null): HingeDetail {
  const {points, noise, shape, onset, width, inflation} = optimum;
  const line = hingeLine(points, noise, shape, onset.estimate, width.estimate);
  const loss = lineLosses(points.x, onset.estimate);
  const value = valuesOf(line, loss);
  const fitted = {loss: Array.from(loss), value: Array.from(value)};
  return {
    plateau: plateauOf(points, noise.root, line, inflation, chance),
    rise: riseLength(fitted),
    fitted,
    profile: drawnProfile(optimum),
    comparison: {
      points,
      noise,
      inflation,
      bent: line,
      hinge: bestHinge(optimum),
      explored: optimum.explored,
      best: optimum.best,
      smooth: fitSmoothCurves(points, noise),
    },
  };
}

import type {Points} from './curve.ts';
import type {FittedLine, Plateau} from './findings.ts';
import {bestHinge} from './hinge.ts';
import {type HingeLine, hingeLine, valuesOf} from './hingeLine.ts';
import type {HingeOptimum} from './hingeSearch.ts';
import type {Noise} from './noise.ts';
import {plateauOf} from './plateau.ts';
import {riseLength} from './rise.ts';
import {fitSmoothCurves, type SmoothFit} from './smoothCurves.ts';

/** What only figures and tables need of a fit. */
export interface HingeDetail {
  readonly plateau: Plateau | null;
  /** Loss distance of the 10-90 % rise, nats. */
  readonly rise: number | null;
  readonly fitted: FittedLine;
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
  /** The search that found the bent hinge. */
  readonly optimum: HingeOptimum;
  readonly smooth: readonly SmoothFit[];
}

const LINE_POINTS = 240;
/** The losses at which a fitted line is drawn: even steps and the onset itself, where a hinge turns. */
function lineLosses(x: Float64Array, eta: number): Float64Array {
  const first = x[0]!;
  const last = x[x.length - 1]!;
  const even = Array.from({length: LINE_POINTS}, (_, i) => first + ((last - first) * i) / (LINE_POINTS - 1));
  return Float64Array.from([...even, eta]).sort();
}

/** Flat side, rise, drawn line and rivals of a fitted bent hinge. */
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
    comparison: {
      points,
      noise,
      inflation,
      bent: line,
      hinge: bestHinge(optimum),
      optimum,
      smooth: fitSmoothCurves(points, noise, optimum.kernel),
    },
  };
}

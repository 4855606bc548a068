import {normalQuantile} from '../../numeric/normal.ts';
import {studentQuantile} from '../../numeric/student.ts';
import {type CurveFamily, POWERS} from '../smoothFamilies.ts';
import {type KnownSums, type LawNoise, type Looked, type Node, nodeAt} from './posterior.ts';

/** The ends of an axis of nodes. */
interface Reach {
  readonly low: number;
  readonly high: number;
}

/** Where nodes are looked for. */
interface Box {
  readonly location: Reach;
  /** Logarithm of the scale. */
  readonly scale: Reach;
}

const LOCATIONS = 20;
const SCALES = 14;
const FEWEST_LEVELS = 2;
const MOST_LEVELS = 5;
/** Nodes whose log weight lies this far below the best are left out. */
const FAR = 9;
/** A level that shrinks the box less than this ends the search. */
const SHRINKS = 0.8;
/** Scales looked at, as shares of the range of known losses. */
const SCALE_SHARES = [0.01, 3] as const;
/** Locations looked at beyond the losses that are predicted, as a share of the range of known losses; a hinge must bend inside. */
const BEYOND = 0.5;
const INSIDE = 0.01;
/** Variance of the noise over the square of the size of the metric, below which nothing is told apart. */
const SMALLEST_VARIANCE = 1e-8;

function even({low, high}: Reach, count: number): Float64Array {
  return Float64Array.from({length: count}, (_, k) => low + ((high - low) * k) / (count - 1));
}

/** How much longer Student's interval at 95 % is than the normal one, by degrees of freedom: a bisection that most tasks share. */
const LONGER = new Map<number, number>();

function longerBy(degrees: number): number {
  const longer = LONGER.get(degrees) ?? studentQuantile(0.975, degrees) / normalQuantile(0.975);
  LONGER.set(degrees, longer);
  return longer;
}

/**
 * Variance of the noise from a residual sum of squares over `count` points after fitting so many numbers, enlarged so that a normal interval at 95 %
 * has the length of Student's.
 */
export function varianceOf(rss: number, count: number, fitted: number, size: number): number {
  const degrees = Math.max(count - fitted, 1);
  const longer = longerBy(degrees);
  return Math.max((rss / degrees) * longer * longer, SMALLEST_VARIANCE * size * size);
}

function firstBox(law: CurveFamily, {x}: KnownSums): Box {
  const [horizon, cutoff, top] = [x[0]!, x[1]!, x[x.length - 1]!];
  const span = top - cutoff;
  const shares = law.name === 'power' ? POWERS : SCALE_SHARES.map((share) => share * span);
  const low = law.scaled ? horizon - BEYOND * span : horizon + INSIDE * span;
  return {location: {low, high: top}, scale: {low: Math.log(shares[0]!), high: Math.log(shares[1]!)}};
}

/** Every node of a box. */
function lookAt(law: CurveFamily, sums: KnownSums, noise: LawNoise, box: Box): Looked[] {
  const column = new Float64Array(sums.x.length);
  const locations = law.located ? even(box.location, LOCATIONS) : Float64Array.of(0);
  const scales = law.scaled ? even(box.scale, SCALES).map(Math.exp) : Float64Array.of(1);
  const looked: Looked[] = [];
  for (const scale of scales) {
    const table = law.table(sums.x, scale);
    for (const location of locations) {
      law.fill(column, table, sums.x, location, scale);
      looked.push(nodeAt(column, sums, noise, location, scale));
    }
  }
  return looked;
}

/** The part of an axis that holds the values that count, one step wider on either side. */
function closeIn(values: readonly number[], {low, high}: Reach, count: number): Reach {
  const step = (high - low) / (count - 1);
  return {low: Math.max(Math.min(...values) - step, low), high: Math.min(Math.max(...values) + step, high)};
}

function shareLeft(next: Reach, {low, high}: Reach): number {
  return (next.high - next.low) / (high - low);
}

/** The nodes of a law that count, on a grid that closes in on them, and the noise of the law; `start` is a first guess of it. */
export function gridPosterior(
  law: CurveFamily,
  sums: KnownSums,
  start: LawNoise,
): {nodes: readonly Node[]; noise: LawNoise} {
  let box = firstBox(law, sums);
  let noise = start;
  for (let level = 1; ; level++) {
    const looked = lookAt(law, sums, noise, box);
    const least = looked.reduce((rss, one) => Math.min(rss, one.rss), Number.POSITIVE_INFINITY);
    noise = {...noise, variance: varianceOf(least, sums.y.length, law.count, sums.size)};
    const best = looked.reduce((most, {node}) => Math.max(most, node.logWeight), Number.NEGATIVE_INFINITY);
    const nodes = looked.filter(({node}) => node.logWeight > best - FAR).map(({node}) => node);
    const location = law.located
      ? closeIn(
          nodes.map((node) => node.location),
          box.location,
          LOCATIONS,
        )
      : box.location;
    const scale = law.scaled
      ? closeIn(
          nodes.map((node) => Math.log(node.scale)),
          box.scale,
          SCALES,
        )
      : box.scale;
    const left = shareLeft(location, box.location) * shareLeft(scale, box.scale);
    if (level === MOST_LEVELS || (level >= FEWEST_LEVELS && left > SHRINKS)) return {nodes, noise};
    box = {location, scale};
  }
}

import {exp, log} from '../../numeric/elementary.ts';
import {huberSlope} from '../../numeric/huber.ts';
import {type Minimum, minimum} from '../../numeric/levenbergMarquardt.ts';
import {median} from '../../numeric/quantile.ts';
import type {Interval} from '../interval.ts';
import {layoutOf} from './data.ts';
import {type LawFit, searchFrom, startOf} from './fit.ts';
import {FLOORS} from './fittable.ts';

/** 95 % point of the chi-square law with one degree of freedom. */
export const CUT = 3.841458820694124;
/** A floor below this share of the smallest loss counts as none. */
const NO_FLOOR = 1e-3;
const HALVINGS = 30;
/** Halvings of which those outside are searched from the starts of the form too, and the different ends of these that go on. */
const WIDE_HALVINGS = 4;
const MOST_LEADERS = 2;
/** Floors of a drawn profile on each side of the estimate, and how far it goes beyond the interval, as a share of that. */
const SIDE = 24;
const BEYOND = 0.3;
/** Half width of the window around 0 in which residuals are counted, in robust standard deviations. */
const WINDOW = 0.5;

/**
 * The scale by which a rise of the objective becomes half a chi-square: E[psi^2] / E[psi'] of the residuals (robust likelihood ratio;
 * Hampel, Ronchetti, Rousseeuw and Stahel 1986, chapter 7). psi' is 1 within delta, which may hold few residuals: their density is
 * read off a window of half a standard deviation, without the points that the parameters fit by themselves.
 */
function scaleOf({model, theta, delta, free}: LawFit): number {
  const residuals = new Float64Array(model.count);
  model.evaluate(theta, residuals, new Float64Array(model.count * theta.length));
  const spare = model.count - free.length;
  const squares = residuals.reduce((sum, residual) => sum + huberSlope(residual, delta) ** 2, 0) / spare;
  const sizes = residuals.map(Math.abs);
  const window = Math.max(delta, (WINDOW * median(sizes)) / 0.6745);
  const inside = sizes.reduce((count, size) => (size <= window ? count + 1 : count), 0);
  return (squares * spare * window) / (Math.max(inside - free.length, 1) * delta);
}

/** The starts of a form at a floor, on theta: those of its grid with the highest share, made for a smallest loss of which that is the floor. */
function startsAt({fittable, free, data}: LawFit, place: number, floor: number): readonly Float64Array[] {
  const share = Math.max(...FLOORS);
  const layout = layoutOf(data);
  const grid = fittable.starts({...layout, low: floor / share});
  const most = Math.max(...grid.map((values) => values[fittable.floor!]!));
  return grid
    .filter((values) => values[fittable.floor!] === most)
    .map((values) => {
      const start = startOf(fittable, free, values);
      start[place] = log(floor);
      return start;
    })
    .filter((start) => start.every((value, k) => Number.isFinite(value) || !free.includes(k)));
}

/** A floor with the best of the other parameters that was found there. */
interface AtFloor {
  readonly floor: number;
  readonly theta: Float64Array;
  readonly ratio: number;
}

/** The profile of the irreducible loss: the likelihood ratio at a floor, the other parameters at their best there. */
interface FloorProfiler {
  readonly smallest: number;
  /** The fit itself. */
  readonly best: AtFloor;
  /** The end of a search from the parameters at another floor. */
  from(neighbour: AtFloor, floor: number): AtFloor;
  /** The same; where that ends outside the interval, the best of searches from the starts of the form too, for the end may be of one basin alone. */
  widely(neighbour: AtFloor, floor: number): AtFloor;
}

function profiler(fit: LawFit): FloorProfiler | null {
  const {fittable, names, free, model, theta, delta, objective, data} = fit;
  const place = fittable.floor === null ? -1 : names.indexOf(fittable.floor);
  if (place < 0) return null;
  const others = free.filter((k) => k !== place);
  const scale = scaleOf(fit);
  const at = (floor: number, end: Minimum): AtFloor => ({
    floor,
    theta: end.theta,
    ratio: (2 * (end.value - objective)) / scale,
  });
  const from = (neighbour: AtFloor, floor: number): AtFloor => {
    const start = neighbour.theta.slice();
    start[place] = log(floor);
    return at(floor, minimum(model, start, {free: others, delta}));
  };
  return {
    smallest: exp(Math.min(...data.lnLoss)),
    best: {floor: exp(theta[place]!), theta, ratio: 0},
    from,
    widely(neighbour, floor) {
      const near = from(neighbour, floor);
      if (near.ratio <= CUT || others.length === 0) return near;
      const ends = searchFrom(startsAt(fit, place, floor), {model, free: others, delta, most: MOST_LEADERS});
      return ends.map((end) => at(floor, end)).reduce(lower, near);
    },
  };
}

/** The one with the lower ratio; one without a ratio gives way. */
function lower(a: AtFloor, b: AtFloor): AtFloor {
  return b.ratio < a.ratio || Number.isNaN(a.ratio) ? b : a;
}

/**
 * Profile likelihood of the irreducible loss: the values at which the objective, minimised over every other parameter, stays within
 * the 95 % point of its robust likelihood ratio; low is 0 where even no floor at all stays within. Null for a form without one.
 */
export function floorProfile(fit: LawFit): Interval | null {
  const profile = profiler(fit);
  if (!profile) return null;
  const {best, smallest} = profile;
  /** The end of the interval between the fit and a floor outside. */
  const edge = (outside: number): number => {
    let [near, far] = [best, outside];
    for (let i = 0; i < HALVINGS; i++) {
      const middle = 0.5 * (near.floor + far);
      const end = i < WIDE_HALVINGS ? profile.widely(near, middle) : profile.from(near, middle);
      if (end.ratio <= CUT) near = end;
      else far = middle;
    }
    return near.floor;
  };
  const estimate = best.floor;
  const least = NO_FLOOR * smallest;
  const low = estimate <= least ? 0 : edge(least);
  const high = edge(Math.max(smallest, 1.5 * estimate));
  return {estimate, low: low <= 1.001 * least ? 0 : low, high};
}

/** The profile around its interval, for figures: floors in rising order with their robust likelihood ratios. */
export function profileLine(fit: LawFit, {low, high}: Interval): Array<readonly [floor: number, ratio: number]> {
  const {best, smallest, from, widely} = profiler(fit)!;
  const beyond = BEYOND * (high - low);
  /** The floors from the fit to an end, searched outwards, widely at the end, and back: a basin found there is followed inwards. */
  const side = (end: number): readonly AtFloor[] => {
    const ends: AtFloor[] = [];
    let neighbour = best;
    for (let i = 1; i <= SIDE; i++) {
      const floor = best.floor + ((end - best.floor) * i) / SIDE;
      const found = i < SIDE ? from(neighbour, floor) : widely(neighbour, floor);
      ends.push(found);
      if (found.ratio <= CUT) neighbour = found;
    }
    for (let i = SIDE - 2; i >= 0; i--) ends[i] = lower(ends[i]!, from(ends[i + 1]!, ends[i]!.floor));
    return ends;
  };
  const below = side(Math.max(low - beyond, NO_FLOOR * smallest));
  return [...[...below].reverse(), best, ...side(high + beyond)].map(({floor, ratio}) => [floor, ratio]);
}

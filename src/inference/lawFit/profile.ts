import {exp, log} from '../../numeric/elementary.ts';
import {huberSlope} from '../../numeric/huber.ts';
import {minimum} from '../../numeric/levenbergMarquardt.ts';
import {median} from '../../numeric/quantile.ts';
import type {Interval} from '../interval.ts';
import type {LawFit} from './fit.ts';

/** 95 % point of the chi-square law with one degree of freedom. */
export const CUT = 3.841458820694124;
/** A floor below this share of the smallest loss counts as none. */
const NO_FLOOR = 1e-3;
const HALVINGS = 30;
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

/** The profile of the irreducible loss: the likelihood ratio at a floor, the other parameters at their best there. */
interface FloorProfiler {
  readonly estimate: number;
  readonly smallest: number;
  /** Robust likelihood ratio at a floor, searched from the parameters of the last floor that was inside the interval. */
  ratio(floor: number): number;
  /** Starts again from the fit. */
  restart(): void;
}

function profiler(fit: LawFit): FloorProfiler | null {
  const {fittable, names, free, model, theta, delta, objective, data} = fit;
  const place = fittable.floor === null ? -1 : names.indexOf(fittable.floor);
  if (place < 0) return null;
  const others = free.filter((k) => k !== place);
  const scale = scaleOf(fit);
  let last = theta;
  return {
    estimate: exp(theta[place]!),
    smallest: exp(Math.min(...data.lnLoss)),
    ratio(floor) {
      const start = last.slice();
      start[place] = log(floor);
      const end = minimum(model, start, {free: others, delta});
      const ratio = (2 * (end.value - objective)) / scale;
      if (ratio <= CUT) last = end.theta;
      return ratio;
    },
    restart() {
      last = theta;
    },
  };
}

/**
 * Profile likelihood of the irreducible loss: the values at which the objective, minimised over every other parameter, stays within
 * the 95 % point of its robust likelihood ratio; low is 0 where even no floor at all stays within. Null for a form without one.
 */
export function floorProfile(fit: LawFit): Interval | null {
  const profile = profiler(fit);
  if (!profile) return null;
  const {estimate, smallest} = profile;
  /** The end of the interval between a floor inside and one outside. */
  const edge = (inside: number, outside: number): number => {
    let [near, far] = [inside, outside];
    for (let i = 0; i < HALVINGS; i++) {
      const middle = 0.5 * (near + far);
      if (profile.ratio(middle) <= CUT) near = middle;
      else far = middle;
    }
    return near;
  };
  const least = NO_FLOOR * smallest;
  const low = estimate <= least ? 0 : edge(estimate, least);
  profile.restart();
  const high = edge(estimate, Math.max(smallest, 1.5 * estimate));
  return {estimate, low: low <= 1.001 * least ? 0 : low, high};
}

/** The profile around its interval, for figures: floors in rising order with their robust likelihood ratios. */
export function profileLine(fit: LawFit, {low, high}: Interval): Array<readonly [floor: number, ratio: number]> {
  const profile = profiler(fit)!;
  const {estimate, smallest} = profile;
  const beyond = BEYOND * (high - low);
  const from = Math.max(low - beyond, NO_FLOOR * smallest);
  const to = high + beyond;
  const side = (end: number): Array<readonly [number, number]> => {
    profile.restart();
    return Array.from({length: SIDE}, (_, i) => {
      const floor = estimate + ((end - estimate) * (i + 1)) / SIDE;
      return [floor, profile.ratio(floor)] as const;
    });
  };
  return [...side(from).reverse(), [estimate, 0], ...side(to)];
}

import {exp, log} from '../../numeric/elementary.ts';
import {huberSlope} from '../../numeric/huber.ts';
import {minimum} from '../../numeric/levenbergMarquardt.ts';
import {median} from '../../numeric/quantile.ts';
import type {Interval} from '../interval.ts';
import type {LawFit} from './fit.ts';

/** 95 % point of the chi-square law with one degree of freedom. */
const CUT = 3.841458820694124;
/** A floor below this share of the smallest loss counts as none. */
const NO_FLOOR = 1e-3;
const HALVINGS = 30;
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

/**
 * Profile likelihood of the irreducible loss: the values at which the objective, minimised over every other parameter, stays within
 * the 95 % point of its robust likelihood ratio; low is 0 where even no floor at all stays within. Null for a form without one.
 */
export function floorProfile(fit: LawFit): Interval | null {
  const {fittable, names, free, model, theta, delta, objective, data} = fit;
  const place = fittable.floor === null ? -1 : names.indexOf(fittable.floor);
  if (place < 0) return null;
  const others = free.filter((k) => k !== place);
  const most = objective + 0.5 * CUT * scaleOf(fit);
  let last = theta;
  const within = (floor: number): boolean => {
    const start = last.slice();
    start[place] = log(floor);
    const end = minimum(model, start, {free: others, delta});
    if (end.value <= most) last = end.theta;
    return end.value <= most;
  };
  const smallest = exp(Math.min(...data.lnLoss));
  const estimate = exp(theta[place]!);
  /** The end of the interval between a floor inside and one outside. */
  const edge = (inside: number, outside: number): number => {
    let [near, far] = [inside, outside];
    for (let i = 0; i < HALVINGS; i++) {
      const middle = 0.5 * (near + far);
      if (within(middle)) near = middle;
      else far = middle;
    }
    return near;
  };
  const least = NO_FLOOR * smallest;
  const low = estimate <= least ? 0 : edge(estimate, least);
  last = theta;
  const high = edge(estimate, Math.max(smallest, 1.5 * estimate));
  return {estimate, low: low <= 1.001 * least ? 0 : low, high};
}

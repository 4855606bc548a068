import {exp, log} from '../../numeric/elementary.ts';
import {monotone} from '../../numeric/monotone.ts';
import {power} from '../../numeric/power.ts';
import type {Sampling} from '../sampling.ts';

type Stopping = Pick<Sampling, 'successes' | 'most'>;

/** Below it -ln(1 - q) is q to 1e-8, and 1 - q has lost its digits. */
const TINY = 1e-8;

/** -ln(1 - q): the attempt that is the first right one of probability q is ceil(E / rate), E standard exponential. */
export function rateOf(q: number): number {
  return q < TINY ? q : -log(1 - q);
}

/**
 * The estimate of one question by PassUntil (Hu et al. 2024, arXiv:2310.03262). Attempts go on until r are right, at attempt K:
 * (r - 1) / (K - 1), which is unbiased (Haldane 1945), where the paper prints r / K. Where `most` attempts end before with c < r right:
 * c / most. Together they are the unbiased estimator of this plan (Girshick, Mosteller and Savage 1946); for r = 1 it would be whether the
 * first attempt is right. `waits` holds r standard exponential numbers from `from` on, one for each wait.
 */
export function passUntil(waits: Float64Array, from: number, rate: number, {successes, most}: Stopping): number {
  let attempts = 0;
  for (let j = 0; j < successes; j++) {
    attempts += Math.max(1, Math.ceil(waits[from + j]! / rate));
    if (attempts > most) return j / most;
  }
  return (successes - 1) / (attempts - 1);
}

/** Mean square of the estimate at one q: summed over the attempts at which it may stop. */
function squareAt(q: number, {successes: r, most}: Stopping): number {
  let sum = 0;
  // All attempts over with c right: C(most, c) q^c (1 - q)^(most - c).
  let over = exp(-most * rateOf(q));
  for (let c = 1; c < r; c++) {
    over *= ((most - c + 1) / c) * (q / (1 - q));
    sum += over * (c / most) ** 2;
  }
  // The last right one at attempt K: C(K - 1, r - 1) q^r (1 - q)^(K - r), which falls from K = r / q on.
  let stop = power(q, r);
  for (let K = r; K <= most && (K < r / q || stop > 1e-18 * q); K++) {
    sum += stop * ((r - 1) / (K - 1)) ** 2;
    stop *= (K / (K - r + 1)) * (1 - q);
  }
  return sum;
}

const STEP = 0.25;

/**
 * Mean square of the estimate over its attempts, as a function of q: its ratio to q goes from 1 / most, where all is cut short, to 1; by
 * monotone interpolation of the logarithms (relative error below 1e-3).
 */
export function passUntilSquare(stopping: Stopping): (q: number) => number {
  const low = log(1e-3 / stopping.most);
  const count = Math.ceil(-low / STEP) + 1;
  const logs = Float64Array.from({length: count}, (_, i) => low * (1 - i / (count - 1)));
  const ratios = logs.map((at) => (at === 0 ? 0 : log(squareAt(exp(at), stopping)) - at));
  const ratio = monotone(logs, ratios);
  return (q) => (q <= 0 ? 0 : q * exp(ratio(log(q))));
}

import {cosPi, exp, log} from '../../numeric/elementary.ts';

/** How a learning rate goes from its peak to its end. */
export type Decay = 'constant' | 'linear' | 'cosine' | 'exponential' | 'triangle';

/** A learning-rate schedule: linear warm-up, then a decay until `steps`. */
export interface Schedule {
  readonly decay: Decay;
  /** Highest learning rate. */
  readonly peak: number;
  readonly steps: number;
  /** Steps of linear warm-up. */
  readonly warmup: number;
}

/** Share of the peak that is left at the end of an exponential decay. */
const LEFT = 0.01;

/** Learning rate over its peak at `share` of the decay, 0 to 1. */
const DECAYS: Readonly<Record<Decay, (share: number) => number>> = {
  constant: () => 1,
  linear: (share) => 1 - share,
  cosine: (share) => 0.5 * (1 + cosPi(share)),
  exponential: (share) => exp(log(LEFT) * share),
  triangle: (share) => 1 - Math.abs(2 * share - 1),
};

/** Learning rate after `step` steps. */
export function rateAt({decay, peak, steps, warmup}: Schedule, step: number): number {
  if (step < warmup) return (peak * step) / warmup;
  return peak * DECAYS[decay](Math.min((step - warmup) / (steps - warmup), 1));
}

/** Learning rate summed over the steps of a schedule (Kaplan et al. 2020, Fig 22), by the trapezoid rule of `pieces` pieces of warm-up and of decay. */
export function summedRate(schedule: Schedule, pieces = 1000): number {
  const {peak, steps, warmup, decay} = schedule;
  const width = (steps - warmup) / pieces;
  let sum = 0;
  for (let i = 0; i <= pieces; i++) sum += (i === 0 || i === pieces ? 0.5 : 1) * DECAYS[decay](i / pieces);
  return peak * (0.5 * warmup + width * sum);
}

/** Sum of learning rates from which on the loss no longer depends on the schedule (Kaplan et al. 2020, Fig 22). */
export const FLAT_FROM = 100;
/** A shorter sum, and the share by which the loss is higher there. */
const SHORT = {sum: 25, share: 0.03} as const;

/**
 * Share by which the loss is higher where the learning rates sum to little: 3 % at 25, falling as a square to 0 at 100, and 0 beyond, where
 * the choice of the schedule is mostly irrelevant (Kaplan et al. 2020, Fig 22; the rise below 100 is read by eye, illustrative).
 */
export function schedulePenalty(sum: number): number {
  const short = Math.max(0, FLAT_FROM - sum) / (FLAT_FROM - SHORT.sum);
  return SHORT.share * short * short;
}

/** LR(N) = 0.003239 - 0.0001395 ln N: the peak rule of Kaplan et al. 2020, appendix D.1, N parameters without embeddings. */
export function peakRate(params: number): number {
  return 0.003239 - 0.0001395 * log(params);
}

import {exp, log} from '../../numeric/elementary.ts';
import {ALLOCATION, type ComputePower, spent} from './allocation.ts';

/** L = (scale / x)^exponent. */
export interface LossPower {
  readonly scale: number;
  readonly exponent: number;
}

/** Where two laws of compute meet. */
export interface Crossing {
  /** PF-days. */
  readonly compute: number;
  /** Parameters without embeddings. */
  readonly size: number;
  /** Tokens. */
  readonly data: number;
  /** Nats per token. */
  readonly loss: number;
}

/**
 * Where L(Cmin) = (Cc/C)^aC falls below L(D(C)) = (Dc/D(C))^aD, the least loss that the data of compute-optimal training allow: beyond it
 * the two contradict each other (Kaplan et al. 2020, section 6.3, Fig 15: about 1e4 PF-days, uncertain by a factor of 10). Null where
 * they run apart.
 */
export function crossing(
  frontier: LossPower,
  data: LossPower,
  need: ComputePower = ALLOCATION.data,
  size: ComputePower = ALLOCATION.size,
): Crossing | null {
  const slope = frontier.exponent - data.exponent * need.exponent;
  if (!(slope > 0)) return null;
  const compute = exp((frontier.exponent * log(frontier.scale) - data.exponent * log(data.scale / need.scale)) / slope);
  const loss = exp(frontier.exponent * log(frontier.scale / compute));
  return {compute, size: spent(compute, size), data: spent(compute, need), loss};
}

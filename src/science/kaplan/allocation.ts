import {pow} from '../../numeric/elementary.ts';

/** y = scale C^exponent, C in PF-days. */
export interface ComputePower {
  readonly scale: number;
  readonly exponent: number;
}

/** What compute buys: parameters without embeddings, tokens of a batch, steps, tokens of training. */
export type Spending = 'size' | 'batch' | 'steps' | 'data';

/**
 * Compute-optimal spending (Kaplan et al. 2020, table 6). Equation 6.7 prints 4e10 C^0.26 tokens of data; 2 C / (6 N) at 1 PF-day with
 * N = 1.3e9 is 2.2e10, as in table 6, whose numbers are used.
 */
export const ALLOCATION: Readonly<Record<Spending, ComputePower>> = {
  size: {scale: 1.3e9, exponent: 0.73},
  batch: {scale: 2.0e6, exponent: 0.24},
  steps: {scale: 5.4e3, exponent: 0.03},
  data: {scale: 2e10, exponent: 0.27},
};

/** Data as equation 6.7 prints it: not table 6, and not what the rest of the paper agrees with. */
export const PRINTED_DATA: ComputePower = {scale: 4e10, exponent: 0.26};

/** Optimal size at a fixed batch of 2^19 tokens (Kaplan et al. 2020, legend of Fig 14). */
export const FIXED_BATCH_SIZE: ComputePower = {scale: 1.6e9, exponent: 0.88};

/** scale C^exponent for C in PF-days. */
export function spent(compute: number, {scale, exponent}: ComputePower): number {
  return scale * pow(compute, exponent);
}

/** How much more of each is bought with `factor` times the compute: 1e9 times buys more than 1,000,000 times the size, 100 times the batch, less than 10 times the steps (Kaplan et al. 2020, Fig 3). */
export function growth(factor: number, spending: Spending): number {
  return pow(factor, ALLOCATION[spending].exponent);
}

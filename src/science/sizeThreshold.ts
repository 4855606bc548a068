import {pow} from '../numeric/elementary.ts';

/** L(N) = Linf + (N0 / N)^alphaN at a fixed number of training tokens (Du et al. 2024, equation 4, arXiv:2403.15796). */
export interface SizeLaw {
  /** Loss of an infinitely large model, nats per token. */
  readonly Linf: number;
  /** Scale of N, parameters. */
  readonly N0: number;
  readonly alphaN: number;
}

/**
 * N* = N0 (eta - Linf)^(-1 / alphaN), parameters: the size from which on models cross the loss threshold `eta` (nats per token) at
 * these tokens; infinite where no size does (Du et al. 2024, equation 5).
 */
export function sizeThreshold({Linf, N0, alphaN}: SizeLaw, eta: number): number {
  return eta > Linf ? N0 * pow(eta - Linf, -1 / alphaN) : Number.POSITIVE_INFINITY;
}

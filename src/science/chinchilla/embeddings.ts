import {pow} from '../../numeric/elementary.ts';
import {tokensOfSlope} from '../laws/chinchillaWarmup.ts';
import type {Values} from '../parameter.ts';

/** Embeddings over the cube root of the other parameters, in Kaplan's range of sizes (Pearce and Song 2024, arXiv:2406.12907). */
export const EMBEDDINGS = 47_491;

/** N_T = N_E + embeddings N_E^(1/3): all parameters of a model with N_E of them outside its embeddings (the same paper). */
export function withEmbeddings(Nne: number, embeddings = EMBEDDINGS): number {
  return Nne + embeddings * pow(Nne, 1 / 3);
}

/** A point of the compute-optimal frontier. */
export interface FrontierPoint {
  /** Tokens. */
  readonly D: number;
  /** Compute in which it is optimal, FLOP: 6 N_E D or 6 N_T D. */
  readonly C: number;
}

/**
 * The tokens and the compute at which a size of `Nne` parameters outside embeddings is optimal, for the law E + A/N_T^alpha + B/D^beta,
 * or, with a W, for the same law whose tokens count by the learning rate of a warm-up (D^-beta is c^-beta d ln c / d ln D then).
 * At constant 6 N_T D the two terms balance as alpha A N_T^-alpha = beta B D^-beta; at constant 6 N_E D the left side is multiplied by
 * d ln N_T / d ln N_E, which is 1/3 for the smallest models and 1 for large ones: so counting without embeddings bends the frontier.
 */
export function optimalFor(values: Values, Nne: number, count: 'total' | 'nonEmbedding'): FrontierPoint {
  const {A, alpha, B, beta, W} = values;
  const N = withEmbeddings(Nne);
  const share = count === 'total' ? 1 : (Nne + (N - Nne) / 3) / N;
  const slope = (alpha! * A! * pow(N, -alpha!) * share) / (beta! * B!);
  const D = W === undefined ? pow(1 / slope, 1 / beta!) : tokensOfSlope(slope, values);
  return {D, C: 6 * (count === 'total' ? N : Nne) * D};
}

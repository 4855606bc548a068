import {pow} from '../../numeric/elementary.ts';
import type {LawForm} from '../law.ts';
import type {Values} from '../parameter.ts';

/** The constants that say how size and data share the compute. */
export const ALLOCATING: readonly string[] = ['A', 'alpha', 'B', 'beta'];

/** Whether a form has the constants that share compute between size and data. */
export function isAllocating({parameters}: Pick<LawForm, 'parameters'>): boolean {
  return ALLOCATING.every((name) => name in parameters);
}

/** Whether the exponents alpha and beta of a form say how its best size grows (Hoffmann et al. 2022, equation 4): a warm-up W bends the frontier. */
export function hasExponents({parameters}: Pick<LawForm, 'parameters'>): boolean {
  return 'alpha' in parameters && 'beta' in parameters && !('W' in parameters);
}

/** Whether a form shares compute between size and data as equation 4 of Hoffmann et al. 2022 says. */
export function hasOptimum(form: Pick<LawForm, 'parameters'>): boolean {
  return isAllocating(form) && hasExponents(form);
}

/** How size and data share the compute at the lowest loss: N_opt = G (C/6)^a and D_opt = (C/6)^b / G. */
export interface Allocation {
  readonly G: number;
  readonly a: number;
  readonly b: number;
}

/**
 * G = (alpha A / (beta B))^(1/(alpha+beta)), a = beta / (alpha+beta), b = alpha / (alpha+beta): where E + A/N^alpha + B/D^beta is lowest
 * at 6 N D = C (Hoffmann et al. 2022, equation 4, arXiv:2203.15556).
 */
export function allocationOf({A, alpha, B, beta}: Values): Allocation {
  const sum = alpha! + beta!;
  return {G: pow((alpha! * A!) / (beta! * B!), 1 / sum), a: beta! / sum, b: alpha! / sum};
}

/** N_opt(C), parameters, and D_opt(C), tokens, at a compute of `C` FLOP (the same equation). */
export function computeOptimal(values: Values, C: number): {readonly N: number; readonly D: number} {
  const {G, a, b} = allocationOf(values);
  return {N: G * pow(C / 6, a), D: pow(C / 6, b) / G};
}

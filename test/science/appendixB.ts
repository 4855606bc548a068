import {pow} from '../../src/numeric/elementary.ts';
import {TRAINING_CONSTANTS, type TrainingConstants} from '../../src/science/kaplan/frontier.ts';

/**
 * aCmin = 1 / (1/aS + 1/aB + 1/aN) (Kaplan et al. 2020, equation 6.4). The paper prints 0.054 there, 0.052 in B.7 and 0.050 for the
 * measured trend; its rounded inputs give 0.0520 to 0.0525.
 */
export function frontierExponent({aN, aS, aB}: TrainingConstants): number {
  return 1 / (1 / aS + 1 / aB + 1 / aN);
}

/** Cc = 6 Nc B* Sc (1 + aN/aS)^(1/aS + 1/aN) (aS/aN)^(1/aS), FLOP: the scale of the frontier (Kaplan et al. 2020, appendix B.1). */
export function frontierScale({Nc, aN, Sc, aS, Bstar}: TrainingConstants): number {
  return 6 * Nc * Bstar * Sc * pow(1 + aN / aS, 1 / aS + 1 / aN) * pow(aS / aN, 1 / aS);
}

/** L(Cmin) = (Cc / Cmin)^aCmin, nats per token: the least loss that `compute` FLOP can reach (Kaplan et al. 2020, appendix B.1). */
export function frontierLoss(compute: number, constants: TrainingConstants = TRAINING_CONSTANTS): number {
  return pow(frontierScale(constants) / compute, frontierExponent(constants));
}

/** N(C) = Nc (C/Cc)^(aCmin/aN) (1 + aN/aS)^(1/aN): the size that reaches it, parameters without embeddings (appendix B.1). */
export function frontierSize(compute: number, constants: TrainingConstants = TRAINING_CONSTANTS): number {
  const {Nc, aN, aS} = constants;
  const exponent = frontierExponent(constants) / aN;
  return Nc * pow(compute / frontierScale(constants), exponent) * pow(1 + aN / aS, 1 / aN);
}

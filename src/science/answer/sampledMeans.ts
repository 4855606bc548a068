import type {Interpolant} from '../../numeric/monotone.ts';
import {power} from '../../numeric/power.ts';
import type {Sampled} from '../metric.ts';
import type {Sampling} from '../sampling.ts';
import {logMeanOver} from './openMeans.ts';
import {passAtK, passAtKSquare} from './passAtK.ts';
import {passUntilSquare} from './passUntil.ts';

/**
 * Means over questions, and over the attempts at each, of the statistics of repeated sampling of an open answer of T tokens, by the shift s
 * in logits: E[1 - (1 - q)^k] and E[q], q = p^T, as both estimators are unbiased, and the mean squares of the estimators. Interpolated as
 * logarithms, because attempts also tell how rare a rare answer is (relative error of E[q] below 3e-3 down to 1e-9).
 */
export function sampledMeans(
  spread: number,
  tokens: number,
  sampling: Sampling,
): Readonly<Record<Sampled, Interpolant>> {
  const mean = logMeanOver(spread);
  const over = (read: (q: number) => number): Interpolant => mean((p) => read(power(p, tokens)));
  return {
    passAtK: over((q) => passAtK(q, sampling.k)),
    passAtKSquared: over(passAtKSquare(sampling)),
    passUntil: over((q) => q),
    passUntilSquared: over(passUntilSquare(sampling)),
  };
}

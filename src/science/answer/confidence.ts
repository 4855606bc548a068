import {exp} from '../../numeric/elementary.ts';
import {type Interpolant, monotone, solveRising} from '../../numeric/monotone.ts';
import type {Confidence} from '../benchmark.ts';

/** early(L): over-confidence that fades with training, in logits. */
export function earlyConfidence({early}: Confidence, loss: number): number {
  return early.size === 0 ? 0 : early.size / (1 + exp(-(loss - early.middle) / early.scale));
}

/** g(s): confidence that comes with ability, monotone through the tabulated points. */
export function learnedConfidence({learned}: Confidence): Interpolant {
  return monotone(
    learned.map(([s]) => s),
    learned.map(([, tau]) => tau),
  );
}

/** The s with s / (early + g(s)) = ratio: the ability that gives a wanted accuracy; below 0 confidence is that of no ability. */
export function abilityFor(ratio: number, early: number, learned: Interpolant): number {
  if (ratio <= 0) return ratio === 0 ? 0 : ratio * (early + learned(0));
  const top = ratio * (early + learned(Number.POSITIVE_INFINITY));
  return solveRising((s) => s / (early + learned(s)), ratio, 0, top);
}

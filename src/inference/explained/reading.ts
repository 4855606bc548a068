import {isotonic} from '../isotonic.ts';

/** Fewest neighbours that share a value of the monotone fit for their scatter to count as scatter. */
const POOLED = 5;

/** Number of neighbours that share each value of a stepwise fit, itself counted. */
function stepSizes(fitted: Float64Array): number[] {
  const sizes: number[] = [];
  for (let start = 0; start < fitted.length; start = sizes.length) {
    let end = start + 1;
    while (end < fitted.length && fitted[end] === fitted[start]) end++;
    for (let i = start; i < end; i++) sizes.push(end - start);
  }
  return sizes;
}

/** The continuous metric of each point, taken apart. */
export interface Reading {
  /** Where the checkpoint stands. */
  readonly values: Float64Array;
  /** The luck of the questions that is left out of it. */
  readonly luck: Float64Array;
}

/**
 * The continuous metric of each point: its monotone fit over loss plus the reliable part of what is left (regression calibration: Carroll,
 * Ruppert, Stefanski and Crainiceanu 2006, chapter 4). Reliable is the share of the scatter about the fit that the standard errors do not
 * account for: a checkpoint that really lies off the curve keeps its distance; luck would flatten whatever is fitted to it, and is kept apart.
 * All is taken as measured where no standard errors are known.
 */
export function readingOf(measured: Float64Array, standardErrors: Float64Array | null): Reading {
  if (!standardErrors) return {values: measured, luck: new Float64Array(measured.length)};
  const rises = measured[measured.length - 1]! >= measured[0]!;
  const fitted = isotonic(measured, null, rises ? 'rising' : 'falling');
  let scatter = 0;
  let expected = 0;
  stepSizes(fitted).forEach((size, i) => {
    if (size < POOLED) return;
    scatter += (measured[i]! - fitted[i]!) ** 2;
    expected += standardErrors[i]! ** 2;
  });
  const luckShare = scatter > expected ? expected / scatter : 1;
  const luck = fitted.map((value, i) => luckShare * (measured[i]! - value));
  return {values: measured.map((value, i) => value - luck[i]!), luck};
}

import type {CurveFinding, Rate} from '../inference/findings.ts';
import {isFitted} from './fitted.ts';

/** What may find a break in a curve: two tests with a straight line as their null, the fitted width, and the test with smooth curves as its null. */
export const FINDERS = ['davies', 'supF', 'sharp', 'smoothNull'] as const;

/** One of them. */
export type Finder = (typeof FINDERS)[number];

/** Share of replicates in which each finds a break in a curve; null where it is not known, or there is one replicate. */
export function findersOf(curve: CurveFinding): Readonly<Record<Finder, Rate | null>> {
  const {rates} = curve;
  const several = (rate: Rate | null | undefined): Rate | null => (rate && rate.n > 1 ? rate : null);
  return {
    davies: several(rates?.lineNull?.davies),
    supF: several(rates?.lineNull?.supF),
    sharp: several(isFitted(curve) ? rates?.shapes.sharp : null),
    smoothNull: several(rates?.smoothNullRejected),
  };
}

/** Whether tests with a straight line as their null were counted over the replicates of a curve. */
export function hasLineNull(curve: CurveFinding): boolean {
  const {davies, supF} = findersOf(curve);
  return davies !== null || supF !== null;
}

import type {BreakPlace, ClassicalName, ClassicalReason, ClassicalTest} from '../evidence.ts';
import type {Interval} from '../interval.ts';
import type {DaviesTest} from './davies.ts';
import {FEWEST_PLACES, FEWEST_POINTS, lineNull} from './lineNull.ts';
import type {Sample} from './sample.ts';

/** What a method found; what it does not give is left out. */
export interface Found {
  readonly statistic?: number;
  readonly p?: number | null;
  readonly breaks?: readonly BreakPlace[];
  /** Why there is no p although there is a statistic. */
  readonly reason?: ClassicalReason;
}

/** A number, or null where it overflowed: a denominator that is nearly rounding does that. */
export function finite(value: number | null | undefined): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** A place with its interval where both ends are finite, else without. */
export function placeOf(estimate: number, interval: Pick<Interval, 'low' | 'high' | 'pieces'> | null): BreakPlace {
  if (!interval || !Number.isFinite(interval.low) || !Number.isFinite(interval.high)) {
    return {estimate, low: null, high: null};
  }
  const {low, high, pieces} = interval;
  return {estimate, low, high, ...(pieces ? {pieces} : {})};
}

/** What Davies' test found: the largest |T| and its place. */
export function daviesFound(found: DaviesTest | null): Found | null {
  if (!found) return null;
  const {p, best, at, t} = found;
  return {statistic: Math.abs(t[at.indexOf(best)]!), p, breaks: [placeOf(best, null)]};
}

/** The row of a method, or the reason why it has none. */
export function rowOf(name: ClassicalName, found: Found | null, reason: ClassicalReason): ClassicalTest {
  if (!found) return {name, statistic: null, p: null, breaks: [], reason};
  const {statistic, p, breaks = [], reason: own = null} = found;
  return {
    name,
    statistic: finite(statistic),
    p: finite(p),
    breaks: breaks.filter(({estimate}) => Number.isFinite(estimate)),
    reason: own,
  };
}

/** Why a break cannot be held against a line on these points. */
export function absenceOf(sample: Sample): ClassicalReason {
  const few = sample.x.length < FEWEST_POINTS || new Set(sample.x).size < FEWEST_PLACES;
  return few ? 'too-few-points' : lineNull(sample) ? 'no-candidate' : 'on-the-line';
}

import type {RecoveredParameter} from '../inference/findings.ts';
import {significant} from './numbers.ts';

/** A fitted constant over its truth, as far as an axis shows it. */
export interface RatioBar {
  /** Null where there is none, or it lies beyond the axis. */
  readonly at: number | null;
  /** Ends of the interval, cut at those of the axis; null without an interval, or where none of it is on the axis. */
  readonly low: number | null;
  readonly high: number | null;
  /** Ends of the axis beyond which the estimate or the interval goes on. */
  readonly beyond: readonly number[];
}

/** An axis of ratios runs from 1 / reach to reach: this far always. */
const NEAR = 2;
/** No further than this, for a few long bars would squeeze all others. */
const FAR = 4;
/** Room beyond the longest bar, a factor. */
const ROOM = 1.04;

function ratiosOf({truth, estimate, low, high}: RecoveredParameter): readonly number[] {
  return truth ? [estimate, low, high].flatMap((value) => (value === null ? [] : [value / truth])) : [];
}

/** How far an axis of ratios goes to either side of 1, a factor: to the ends of all intervals within a factor of four of the truth. */
export function ratioReach(parameters: readonly RecoveredParameter[]): number {
  const sizes = parameters.flatMap(ratiosOf).map((ratio) => Math.max(ratio, 1 / ratio));
  const longest = Math.max(NEAR, ...sizes.filter((size) => size <= FAR));
  return longest > NEAR ? Math.min(FAR, significant(ROOM * longest, 3)) : NEAR;
}

/** A constant on an axis of ratios from 1 / reach to reach; a ratio that is not positive lies beyond the lower end. */
export function ratioBar(parameter: RecoveredParameter, reach: number): RatioBar {
  const {truth, estimate, low, high} = parameter;
  const [least, most] = [1 / reach, reach];
  const ratios = ratiosOf(parameter);
  const shown = (ratio: number): boolean => ratio >= least && ratio <= most;
  const at = truth && estimate !== null && shown(estimate / truth) ? significant(estimate / truth, 5) : null;
  const beyond = [
    ...(ratios.some((ratio) => ratio < least) ? [least] : []),
    ...(ratios.some((ratio) => ratio > most) ? [most] : []),
  ];
  if (!truth || low === null || high === null) return {at, low: null, high: null, beyond};
  const [from, to] = [Math.min(low / truth, high / truth), Math.max(low / truth, high / truth)];
  if (from > most || to < least) return {at, low: null, high: null, beyond};
  return {at, low: significant(Math.max(from, least), 5), high: significant(Math.min(to, most), 5), beyond};
}

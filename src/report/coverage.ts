import type {Rate} from '../inference/findings.ts';
import type {ReplicateRow} from './study.ts';

/** One interval of the onset with its place among all. */
export interface RankedInterval {
  readonly low: number;
  readonly high: number;
  /** Centile of |z|, from 0 (closest to the truth) to 100. */
  readonly centile: number;
  readonly covers: boolean;
}

/** Coverage of the truth by the intervals of all replicates. */
export interface Coverage {
  readonly intervals: readonly RankedInterval[];
  /** Replicates with an onset. */
  readonly n: number;
  readonly share: number;
  /** 95 % Monte Carlo interval of the share (Wilson 1927). */
  readonly low: number;
  readonly high: number;
}

/** Two-sided 95 % point of the normal distribution. */
const Z = 1.959963984540054;

/** Wilson's 95 % interval of a share: of use at 0 and 1 too, where the plain one has no length. */
export function wilsonInterval(share: number, n: number): readonly [number, number] {
  const shrink = 1 + (Z * Z) / n;
  const middle = (share + (Z * Z) / (2 * n)) / shrink;
  const half = (Z / shrink) * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n));
  return [Math.max(middle - half, 0), Math.min(middle + half, 1)];
}

/** 95 % Monte Carlo interval of a share over replicates: Wilson's, and as wide as its standard error asks for where that counts more than the replicates. */
export function rateInterval({value, mcse, n}: Rate): readonly [number, number] {
  const [low, high] = wilsonInterval(value, n);
  return [Math.max(Math.min(low, value - Z * mcse), 0), Math.min(Math.max(high, value + Z * mcse), 1)];
}

/** |z| of the truth: its distance from the estimate over the standard error of that side, which is its half length over 1.96. */
function distanceOf(
  {estimate, low, high}: {readonly estimate: number; readonly low: number; readonly high: number},
  truth: number,
): number {
  const gap = Math.abs(estimate - truth);
  if (gap === 0) return 0;
  return (Z * gap) / (estimate > truth ? estimate - low : high - estimate);
}

/** The onset intervals of one curve ranked by |z| (Morris, White and Crowther 2019, section 7.2 and Fig 5); null where no replicate has one. */
export function coverageOf(rows: readonly Pick<ReplicateRow, 'onset'>[], truth: number): Coverage | null {
  const ranked = rows
    .flatMap(({onset}) => (onset ? [{onset, z: distanceOf(onset, truth)}] : []))
    .sort((a, b) => a.z - b.z);
  const n = ranked.length;
  if (n === 0) return null;
  const intervals = ranked.map(({onset: {low, high}}, i) => ({
    low,
    high,
    centile: (100 * (i + 0.5)) / n,
    covers: low <= truth && truth <= high,
  }));
  const share = intervals.filter(({covers}) => covers).length / n;
  const [low, high] = wilsonInterval(share, n);
  return {intervals, n, share, low, high};
}

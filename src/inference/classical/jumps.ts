import {lineNull} from './lineNull.ts';
import {lineRss, running} from './runningLines.ts';
import {groupStarts, innerPlaces, type Sample} from './sample.ts';

/** A break between two neighbouring x. */
export interface Jump {
  /** Largest x below the break and smallest x above it. */
  readonly at: number;
  readonly next: number;
  /** Weighted residual sum of squares. */
  readonly rss: number;
}

const TRIM = 0.05;

/**
 * Best step (two means, `mean`) or stegmented line (two free lines, `line`: a jump and a change of slope) by exact search over all gaps between
 * neighbouring x, O(n). `at` lies in the quantile range `trim` to `1 - trim` of x. Null where `lineNull` is, or where no distinct x lies in the range.
 */
export function bestJump(sample: Sample, shape: 'mean' | 'line', {trim = TRIM} = {}): Jump | null {
  const line = lineNull(sample);
  const inner = line ? innerPlaces(sample.x, trim) : [];
  if (!line || inner.length === 0) return null;
  const {x, weight} = sample;
  // Two lines fit the residuals of one line as well as y itself, with fewer digits lost.
  const values = shape === 'line' ? {x, y: line.residual, weight} : sample;
  const below = running(values, 0, x.length, 1);
  const above = running(values, x.length - 1, -1, -1);
  const rssOf = (sums: typeof below, i: number): number => (shape === 'line' ? lineRss(sums, i) : sums.yy[i]!);
  const starts = groupStarts(x);
  const last = starts.length - (shape === 'line' ? 3 : 2);
  let best: Jump | null = null;
  for (let g = 1; g < last; g++) {
    const at = x[starts[g]!]!;
    if (at < inner[0]! || at > inner[inner.length - 1]!) continue;
    const next = starts[g + 1]!;
    const rss = rssOf(below, next - 1) + rssOf(above, next);
    if (!best || rss < best.rss) best = {at, next: x[next]!, rss};
  }
  return best;
}

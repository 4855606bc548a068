import type {Axis, LineNull} from './lineNull.ts';

/** Share of the spread of x below which a hinge is rounding. */
const SINGULAR = 1e-14;

/**
 * Places of a kink with what is needed to add the hinge max(x - place, 0) to the line at each of them. A hinge differs from its mirror image
 * max(place - x, 0) by a line, so each place looks at its shorter side only.
 */
export interface KinkScan {
  readonly places: Float64Array;
  /** Number of points at or below each place. */
  readonly upTo: Int32Array;
  /** Number of points at or below the centre of x: sums run from the left up to here and from the right down to here. */
  readonly middle: number;
  /** Weighted sum of squares of each hinge after the line is taken out of it. */
  readonly square: Float64Array;
}

/** Running sums of `term` from the left up to the middle and from the right down to the middle; index i stands between points i - 1 and i. */
function sumsFromEnds(
  length: number,
  middle: number,
  term: (i: number) => number,
): {left: Float64Array; right: Float64Array} {
  const left = new Float64Array(middle + 1);
  for (let i = 0; i < middle; i++) left[i + 1] = left[i]! + term(i);
  const right = new Float64Array(length + 1);
  for (let i = length - 1; i >= middle; i--) right[i] = right[i + 1]! + term(i);
  return {left, right};
}

/** Prepares a scan over places in rising order, O(n + places). */
export function kinkScan({x, weight, total, centre, spread}: Axis, places: Float64Array): KinkScan {
  const n = x.length;
  const upTo = new Int32Array(places.length);
  let count = 0;
  for (let k = 0; k < places.length; k++) {
    while (count < n && x[count]! <= places[k]!) count++;
    upTo[k] = count;
  }
  let middle = 0;
  while (middle < n && x[middle]! <= centre) middle++;
  const weightOf = (i: number): number => (weight ? weight[i]! : 1);
  const zero = sumsFromEnds(n, middle, weightOf);
  const one = sumsFromEnds(n, middle, (i) => weightOf(i) * (x[i]! - centre));
  const two = sumsFromEnds(n, middle, (i) => weightOf(i) * (x[i]! - centre) ** 2);
  const square = places.map((place, k) => {
    const p = place - centre;
    const side = p < 0 ? 'left' : 'right';
    const s0 = zero[side][upTo[k]!]!;
    const s1 = one[side][upTo[k]!]!;
    const s2 = two[side][upTo[k]!]!;
    const own = s2 - 2 * p * s1 + p * p * s0;
    const withOne = s1 - p * s0;
    const withX = s2 - p * s1;
    return Math.max(own - (withOne * withOne) / total - (withX * withX) / spread, 0);
  });
  return {places, upTo, middle, square};
}

/**
 * Weighted inner products of every hinge with residuals of the line, into `out`: score^2 / square is what the hinge takes off
 * their sum of squares.
 */
export function kinkScores(
  {places, upTo, middle}: KinkScan,
  {x, weight, centre}: Axis,
  residual: Float64Array,
  out: Float64Array,
): Float64Array {
  const term = (i: number): number => (weight ? weight[i]! : 1) * residual[i]!;
  const zero = sumsFromEnds(x.length, middle, term);
  const one = sumsFromEnds(x.length, middle, (i) => term(i) * (x[i]! - centre));
  for (let k = 0; k < places.length; k++) {
    const p = places[k]! - centre;
    const at = upTo[k]!;
    out[k] = p < 0 ? p * zero.left[at]! - one.left[at]! : one.right[at]! - p * zero.right[at]!;
  }
  return out;
}

/** Residual sum of squares of line and hinge at every place, at least what rounding leaves; Infinity where the hinge cannot be told from the line. */
export function kinkSquares(line: LineNull, scan: KinkScan): Float64Array {
  const scores = kinkScores(scan, line, line.residual, new Float64Array(scan.places.length));
  return scores.map((score, k) => {
    const square = scan.square[k]!;
    return square > SINGULAR * line.spread
      ? Math.max(line.rss - (score * score) / square, Number.EPSILON * line.rss)
      : Number.POSITIVE_INFINITY;
  });
}

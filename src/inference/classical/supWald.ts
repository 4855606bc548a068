import {normals} from '../../numeric/normal.ts';
import {type Key, streamAt} from '../../numeric/stream.ts';
import {type KinkScan, kinkScan, kinkScores, kinkSquares} from './kinkScan.ts';
import {type LineNull, lineNull} from './lineNull.ts';
import {innerPlaces, type Sample} from './sample.ts';

/** Hansen's test of a line against a kink somewhere. */
export interface SupWald {
  /** n (S0 - S1) / S1, S0 the residual sum of squares of the line and S1 the least one with a kink. */
  readonly statistic: number;
  /** Place of the kink. */
  readonly best: number;
  /** Share of resamples, the data counted as one, whose statistic is as large; null without resamples. */
  readonly p: number | null;
}

/** Where and how often to look. */
export interface SupWaldOptions {
  /** Share of the points on either side without a candidate. */
  readonly trim?: number;
  /** Candidates in rising order instead of the distinct x inside the trimmed range. */
  readonly grid?: Float64Array | null;
  readonly resamples?: number;
}

const TRIM = 0.1;
const MOST_PLACES = 400;

/** At most `most` of the values, even by rank, the ends included. */
function thinned(values: readonly number[], most: number): Float64Array {
  if (values.length <= most) return Float64Array.from(values);
  return Float64Array.from({length: most}, (_, k) => values[Math.round((k * (values.length - 1)) / (most - 1))]!);
}

/** Candidates of a kink in rising x: the distinct x without the outer `trim` of the points, at most 400 of them. */
export function kinkPlaces(x: Float64Array, trim = TRIM): Float64Array {
  return thinned(innerPlaces(x, trim), MOST_PLACES);
}

/** Takes the weighted line out of residuals in place and gives their weighted sum of squares. */
function leaveLine({x, weight, total, centre, spread}: LineNull, residual: Float64Array): number {
  let sum = 0;
  let cross = 0;
  let square = 0;
  for (let i = 0; i < x.length; i++) {
    const value = (weight ? weight[i]! : 1) * residual[i]!;
    sum += value;
    cross += value * (x[i]! - centre);
    square += value * residual[i]!;
  }
  for (let i = 0; i < x.length; i++) residual[i]! -= sum / total + (cross / spread) * (x[i]! - centre);
  return square - (sum * sum) / total - (cross * cross) / spread;
}

/** Largest share of the residual sum of squares of the line that one hinge takes away; W = n share / (1 - share). */
function largestShare(line: LineNull, scan: KinkScan, residual: Float64Array, scores: Float64Array): number {
  const rss = leaveLine(line, residual);
  kinkScores(scan, line, residual, scores);
  let most = 0;
  for (let k = 0; k < scores.length; k++) {
    const gain = (scores[k]! * scores[k]!) / scan.square[k]!;
    if (gain > most) most = gain;
  }
  return rss > 0 ? most / rss : 0;
}

/**
 * sup-Wald test of a kink with a wild bootstrap (Hansen 2017, "Regression kink with an unknown threshold", section 4; 1996):
 * y* = e u, e the residuals of the line and u standard normal, so errors of unequal variance are allowed but not errors that follow each other.
 * What a candidate needs is worked out once, and a resample costs O(n + candidates). Resample b draws from the stream at [b, 0, 0, 0].
 * Every bend, however smooth, is an alternative to the line: a small p does not say that there is a kink.
 * Null where `lineNull` is, or without a candidate.
 */
export function supWald(
  key: Key,
  sample: Sample,
  {trim = TRIM, grid = null, resamples = 999}: SupWaldOptions = {},
): SupWald | null {
  const line = lineNull(sample);
  if (!line) return null;
  const tried = kinkScan(line, grid ?? kinkPlaces(sample.x, trim));
  const rss = kinkSquares(line, tried);
  const usable = Array.from(rss.keys()).filter((k) => Number.isFinite(rss[k]!));
  if (usable.length === 0) return null;
  const scan = kinkScan(
    line,
    Float64Array.from(usable, (k) => tried.places[k]!),
  );
  const k = usable.reduce((least, one) => (rss[one]! < rss[least]! ? one : least));
  const n = sample.x.length;
  const scores = new Float64Array(usable.length);
  const share = largestShare(line, scan, line.residual.slice(), scores);
  let larger = 0;
  for (let b = 0; b < resamples; b++) {
    const drawn = normals(streamAt(key, [b, 0, 0, 0]), n);
    for (let i = 0; i < n; i++) drawn[i]! *= line.residual[i]!;
    if (largestShare(line, scan, drawn, scores) >= share) larger++;
  }
  return {
    statistic: (n * (line.rss - rss[k]!)) / rss[k]!,
    best: tried.places[k]!,
    p: resamples > 0 ? (larger + 1) / (resamples + 1) : null,
  };
}

import {type Running, running} from './runningLines.ts';
import {leftover, type Ordered, segmentRss} from './structuralChange.ts';

/** The best partition with a given number of breaks. */
export interface Partition {
  /** Number of points up to and including the last one before each break. */
  readonly breaks: readonly number[];
  readonly rss: number;
  /** n (ln(2 pi RSS / n) + 1) + (k + 1) (m + 1) ln n: k coefficients a segment, the breaks and the variance counted. */
  readonly bic: number;
}

/** Partitions with 0, 1, 2 ... breaks and which of them has the least BIC. */
export interface BaiPerron {
  readonly partitions: readonly Partition[];
  readonly best: number;
}

const MOST_POINTS = 2500;

/** Residual sums of squares of all segments of at least `shortest` points; entry [to * n + from], both included; Infinity for shorter ones. */
function segmentTable(x: Float64Array, residual: Float64Array, shortest: number, k: 1 | 2): Float64Array {
  const n = residual.length;
  const table = new Float64Array(n * n).fill(Number.POSITIVE_INFINITY);
  const sample = {x, y: residual, weight: null};
  let sums: Running | undefined;
  for (let from = 0; from + shortest <= n; from++) {
    sums = running(sample, from, n, 1, sums);
    for (let to = from + shortest - 1; to < n; to++) table[to * n + from] = segmentRss(sums, to, k);
  }
  return table;
}

/**
 * Several structural changes at once by dynamic programming (Bai and Perron 1998, 2003; Bellman and Roth 1969): for every number of breaks up to
 * `most` the partition with the least residual sum of squares, segments of at least floor(`trim` n) points. Takes n^2 steps and numbers, so it is
 * null for more than 2,500 points; also for points that one segment fits up to rounding, or too few for a break.
 */
export function baiPerron(data: Ordered, {trim = 0.15, most = 5} = {}): BaiPerron | null {
  const n = data.y.length;
  const k = data.x ? 2 : 1;
  const shortest = Math.max(Math.floor(trim * n), k + 1);
  const rest = n >= 2 * shortest && n <= MOST_POINTS ? leftover(data) : null;
  if (!rest) return null;
  const table = segmentTable(data.x ?? new Float64Array(n), rest.residual, shortest, k);
  const partition = (rss: number, breaks: readonly number[]): Partition => {
    const bic = n * (Math.log((2 * Math.PI * rss) / n) + 1) + (k + 1) * (breaks.length + 1) * Math.log(n);
    return {breaks, rss, bic};
  };
  const partitions = [partition(table[(n - 1) * n]!, [])];
  // least[to]: the best sum of m + 1 segments that end at `to`; cuts[m][to]: where the last of them begins.
  let least = Float64Array.from({length: n}, (_, to) => table[to * n]!);
  const cuts: Int32Array[] = [];
  for (let m = 1; m <= most && (m + 1) * shortest <= n; m++) {
    const next = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
    const cut = new Int32Array(n);
    for (let to = (m + 1) * shortest - 1; to < n; to++) {
      for (let from = m * shortest; from + shortest - 1 <= to; from++) {
        const rss = least[from - 1]! + table[to * n + from]!;
        if (rss < next[to]!) {
          next[to] = rss;
          cut[to] = from;
        }
      }
    }
    cuts.push(cut);
    least = next;
    const breaks: number[] = [];
    let end = n - 1;
    for (let level = m; level >= 1; level--) {
      const from = cuts[level - 1]![end]!;
      breaks.unshift(from);
      end = from - 1;
    }
    partitions.push(partition(least[n - 1]!, breaks));
  }
  const best = partitions.reduce((least, one, m) => (one.bic < partitions[least]!.bic ? m : least), 0);
  return {partitions, best};
}

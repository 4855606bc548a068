import {leastSquares} from '../../numeric/leastSquares.ts';
import type {SharedOnset} from '../evidence.ts';
import {basicInterval, onsetErrors, type PairedOnsets} from './pairedOnsets.ts';

/** Onsets at which the sum of profiles is taken. */
const PLACES = 400;
/** What an onset outside the profile of a metric costs. */
const OUTSIDE = 40;

/** A profile between its onsets. */
function ratioAt(onset: Float64Array, ratio: Float64Array, at: number): number {
  if (at < onset[0]! || at > onset[onset.length - 1]!) return OUTSIDE;
  let next = 1;
  while (next < onset.length - 1 && onset[next]! < at) next++;
  if (onset.length === 1) return ratio[0]!;
  const left = next - 1;
  const share = (at - onset[left]!) / (onset[next]! - onset[left]!);
  return Math.min(ratio[left]! + share * (ratio[next]! - ratio[left]!), OUTSIDE);
}

/** The onset at which the likelihood ratios of all metrics together are least. */
function jointOnset({profiles}: PairedOnsets, ratios: readonly Float64Array[]): number {
  const low = Math.min(...profiles.map(({onset}) => onset[0]!));
  const high = Math.max(...profiles.map(({onset}) => onset[onset.length - 1]!));
  let best = low;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i <= PLACES; i++) {
    const at = low + ((high - low) * i) / PLACES;
    const sum = profiles.reduce((total, {onset}, m) => total + ratioAt(onset, ratios[m]!, at), 0);
    if (sum < least) {
      least = sum;
      best = at;
    }
  }
  return best;
}

/** Squared length of a vector in units of the spread of `errors` [dimensions][resamples]: d' S^-1 d by regression of 1 on the scaled errors. */
function lengths(errors: readonly Float64Array[], vectors: ReadonlyArray<readonly number[]>): number[] {
  const n = errors[0]!.length;
  const centred = errors.map((row) => {
    const mean = row.reduce((sum, value) => sum + value, 0) / n;
    return row.map((value) => value - mean);
  });
  const {inverse} = leastSquares(centred, new Float64Array(n));
  const k = errors.length;
  return vectors.map((d) => {
    let sum = 0;
    for (let a = 0; a < k; a++) for (let b = 0; b < k; b++) sum += d[a]! * inverse[a * k + b]! * d[b]!;
    return sum * n;
  });
}

/** Share of resamples whose differences between metrics are at least as long as the observed ones. */
function equalityP({metrics}: PairedOnsets, errors: readonly Float64Array[]): number {
  const against = errors.slice(1).map((row) => row.map((value, i) => value - errors[0]![i]!));
  const observed = metrics.slice(1).map(({eta}) => eta - metrics[0]!.eta);
  const resampled = Array.from(errors[0]!, (_, i) => against.map((row) => row[i]!));
  const [own, ...others] = lengths(against, [observed, ...resampled]);
  return (1 + others.filter((length) => length >= own!).length) / (1 + others.length);
}

/**
 * One onset for all located metrics of a benchmark: where their profile likelihoods together are highest, with a paired-bootstrap interval,
 * and the p of one onset for all against one each (Wald statistic of the differences, its law from the resamples). Null for fewer than two metrics.
 */
export function sharedOnset(paired: PairedOnsets): SharedOnset | null {
  const {metrics, observed, resampled} = paired;
  if (metrics.length < 2) return null;
  const estimate = jointOnset(paired, observed);
  const errors = resampled.map((ratios) => jointOnset(paired, ratios) - estimate);
  return {
    ...basicInterval(estimate, errors),
    p: equalityP(paired, onsetErrors(paired)),
    metrics: metrics.map(({metric}) => metric),
  };
}

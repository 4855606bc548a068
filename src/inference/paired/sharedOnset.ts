import {leastSquares} from '../../numeric/leastSquares.ts';
import type {SharedOnset} from '../evidence.ts';
import {type PairedOnsets, percentileInterval} from './pairedOnsets.ts';

/** Onsets that differ by less than this are the same as far as the search can tell, nats. */
const SAME = 1e-4;

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
function equalityP({metrics, errors}: PairedOnsets): number {
  const resamples = errors[0]!.length;
  const against = errors.slice(1).map((row) => row.map((value, i) => value - errors[0]![i]!));
  const differences = metrics.slice(1).map(({eta}) => eta - metrics[0]!.eta);
  const spread = against.map((row) => row.some((value) => Math.abs(value) > SAME));
  // Without any spread a difference is certain.
  if (differences.some((value, k) => !spread[k] && Math.abs(value) > SAME)) return 1 / (1 + resamples);
  const loose = against.filter((_, k) => spread[k]);
  if (loose.length === 0) return 1;
  const observed = differences.filter((_, k) => spread[k]);
  const resampled = Array.from({length: resamples}, (_, i) => loose.map((row) => row[i]!));
  const [own, ...others] = lengths(loose, [observed, ...resampled]);
  return (1 + others.filter((length) => length >= own!).length) / (1 + resamples);
}

/**
 * One onset for all located metrics of a benchmark: where their profile likelihoods together are highest, with a paired-bootstrap interval,
 * and the p of one onset for all against one each (Wald statistic of the differences, its law from the resamples). Null for fewer than two metrics.
 */
export function sharedOnset(paired: PairedOnsets): SharedOnset | null {
  const {metrics, joint} = paired;
  if (metrics.length < 2) return null;
  return {
    ...percentileInterval(joint.estimate, joint.errors),
    p: equalityP(paired),
    metrics: metrics.map(({metric}) => metric),
  };
}

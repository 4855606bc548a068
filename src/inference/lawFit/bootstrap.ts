import {type Key, streamAt, streamKey, uniforms} from '../../numeric/stream.ts';
import {type LawFit, refit} from './fit.ts';

/** The key of the resamples of a seed. */
export function resampleKey(seed: string): Key {
  return streamKey(seed, 'law fit resamples');
}

/** How often each of `count` rows is drawn in one resample of as many, with replacement. */
export function drawnCounts(key: Key, resample: number, count: number): Float64Array {
  const counts = new Float64Array(count);
  for (const u of uniforms(streamAt(key, [resample, 0, 0, 0]), count)) counts[Math.floor(u * count)]! += 1;
  return counts;
}

/** Theta of one bootstrap resample of the rows (Efron 1979), from a random stream of its own. */
export function resampledTheta(fit: LawFit, key: Key, resample: number): Float64Array {
  return refit(fit, {weights: drawnCounts(key, resample, fit.data.points.length)});
}

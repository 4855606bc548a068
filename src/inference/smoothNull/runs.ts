import type {Points} from '../curve.ts';

/** Places of the points of each training run, in training order; runs by their first point's loss. */
export function trainingRuns({previous}: Pick<Points, 'previous'>): Int32Array[] {
  const next = new Int32Array(previous.length).fill(-1);
  previous.forEach((before, at) => {
    if (before >= 0) next[before] = at;
  });
  const runs: Int32Array[] = [];
  previous.forEach((before, start) => {
    if (before >= 0) return;
    const places: number[] = [];
    for (let at = start; at >= 0; at = next[at]!) places.push(at);
    runs.push(Int32Array.from(places));
  });
  return runs;
}

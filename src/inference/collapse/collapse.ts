import {quantile} from '../../numeric/quantile.ts';
import {type Curve, sortedPoints} from '../curve.ts';
import type {Collapse} from '../evidence.ts';
import {equalWeights, knownWeights} from '../weights.ts';
import {differenceOf, type NoiseSize, rmsOf, type Spread} from './difference.ts';
import {movingPlaces} from './ground.ts';
import {overlapOf} from './overlap.ts';
import {finalsSpread} from './sizes.ts';

/** Differences below this share of the curve's range count as none. */
const MARGIN = 0.05;
/** The range of a curve leaves out this share of its values at either end. */
const TAIL = 0.02;

function entry(at: Collapse['at'], runs: number, margin: number, spread: Spread, noise: NoiseSize): Collapse {
  const {rms, noise: expected} = rmsOf(spread, noise);
  const verdict = rms.high < margin ? 'collapses' : rms.low > margin ? 'differs' : 'cannot-tell';
  return {at, rms, noise: expected, margin, runs, verdict};
}

/**
 * Whether the runs of a curve agree where an axis is equal: at equal loss, at equal compute, and at equal size (the last checkpoints of runs
 * whose sizes differ by less than 5 %). Looked at where runs overlap and the metric has left its flat side (wherever runs overlap if none do
 * there); places count by how well runs can be told apart. Collapses where the 95 % interval of the root mean square difference lies below the
 * margin, a twentieth of the curve's range; differs where it lies above. No entry for an axis that is not known or has fewer than two runs.
 * Noise that is alike along a run counts as difference in part: in worlds that nothing was tuned on, runs of one curve were never said to differ, but
 * with lag-1 correlation 0.5 to 0.85 the lower end of the interval lay above 0 in 8 to 12 % (three runs of 79) and, where no run has ten points to tell
 * it by, in 38 to 92 % (five runs of 14); there, runs at the margin were said to differ in up to 10 %. Luck that stays with a run is a difference.
 * Empty for a curve nearly all of whose values are equal. Throws the faults of `sortedPoints`.
 */
export function collapse(curve: Curve): Collapse[] {
  const {loss, value, run, params, compute} = curve;
  // Only to find bad numbers: the runs stay in training order.
  sortedPoints(curve);
  if (loss.length === 0) return [];
  const known = curve.standardError?.some((error) => error > 0) ? curve.standardError : null;
  const root = known ? knownWeights(known, 0) : equalWeights(loss.length);
  const margin = MARGIN * (quantile(value, 1 - TAIL) - quantile(value, TAIL));
  if (!(margin > 0)) return [];
  const compare = (at: Collapse['at'], x: Float64Array, places: readonly number[]) => {
    const pick = (column: Float64Array) => Float64Array.from(places, (i) => column[i]!);
    const runs = Int32Array.from(places, (i) => run[i]!);
    const overlap = overlapOf(pick(x), pick(value), pick(root), runs);
    const difference = overlap && differenceOf(overlap);
    return difference && {at, runs: overlap.runs, ...difference};
  };
  const onAxis = (at: Collapse['at'], x: Float64Array) =>
    compare(at, x, movingPlaces(x, value, root, at === 'compute')) ?? compare(at, x, Array.from(x.keys()));
  const usable = compute?.every((spent) => spent > 0) ? compute : null;
  const byLoss = onAxis('loss', loss);
  const byCompute = usable && onAxis('compute', usable.map(Math.log));
  const finals = params && byLoss && finalsSpread(curve, params, root);
  const bySize = finals && {at: 'params' as const, ...finals, noise: {...byLoss.noise, inflation: 1}};
  return [byLoss, byCompute, bySize].flatMap((found) =>
    found ? [entry(found.at, found.runs, margin, found.spread, found.noise)] : [],
  );
}

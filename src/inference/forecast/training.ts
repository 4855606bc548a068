import {median} from '../../numeric/quantile.ts';
import {type Curve, type Points, sortedPoints} from '../curve.ts';

/** What a forecast is made from, and where it is made: nothing in it depends on the values below the cutoff. */
export interface Task {
  readonly cutoff: number;
  /** Points with loss above the cutoff, by rising loss. */
  readonly known: Points;
  /** Relative variance of each known point, median 1. */
  readonly variance: Float64Array;
  /** Losses that are predicted, rising, and the relative variances with which they are measured. */
  readonly ahead: Float64Array;
  readonly aheadVariance: Float64Array;
  /** Size of the metric, its largest known value; no term is expected to be much larger. */
  readonly size: number;
}

/** Values smaller than this count as this: their squares would vanish. */
const SMALLEST_SIZE = 1e-60;
/** Fewer points above the cutoff, or below, make no forecast. */
const FEWEST_KNOWN = 12;
const FEWEST_AHEAD = 5;
/** No variance below this share of the median: a score of exactly 0 or 1 has no spread of its own. */
const SMALLEST = 0.02;

/** Relative variances of standard errors, 1 where they are not known. */
function relativeVariances(errors: Float64Array | null, known: Float64Array | null, count: number): Float64Array {
  const unit = known ? median(known.map((error) => error * error)) : 0;
  return errors && unit > 0
    ? errors.map((error) => Math.max((error * error) / unit, SMALLEST))
    : new Float64Array(count).fill(1);
}

function part(curve: Curve, keep: (loss: number) => boolean): Points {
  const places = Array.from(curve.loss.keys()).filter((i) => keep(curve.loss[i]!));
  const pick = (column: Float64Array) => Float64Array.from(places, (i) => column[i]!);
  return sortedPoints({
    ...curve,
    loss: pick(curve.loss),
    value: pick(curve.value),
    standardError: curve.standardError && pick(curve.standardError),
    run: Int32Array.from(places, (i) => curve.run[i]!),
  });
}

/** The task of a curve at a cutoff, with the values that came out; null with too few points on either side. */
export function taskAt(curve: Curve, cutoff: number, highest: number): {task: Task; outcome: Float64Array} | null {
  const known = part(curve, (loss) => loss > cutoff && loss <= highest);
  const ahead = part(curve, (loss) => loss <= cutoff);
  if (
    known.x.length < FEWEST_KNOWN ||
    new Set(known.x).size < FEWEST_KNOWN ||
    ahead.x.length < FEWEST_AHEAD ||
    ahead.x[0] === cutoff
  )
    return null;
  const task: Task = {
    cutoff,
    known,
    variance: relativeVariances(known.standardError, known.standardError, known.x.length),
    ahead: ahead.x,
    aheadVariance: relativeVariances(ahead.standardError, known.standardError, ahead.x.length),
    size: known.y.reduce((most, value) => Math.max(most, Math.abs(value)), SMALLEST_SIZE),
  };
  return {task, outcome: ahead.y};
}

import {type LossAxisName, onAxis, rulerOf} from '../science/ruler.ts';
import type {Plan} from './plan.ts';
import {curveKeys, readCurve} from './scores.ts';
import type {Trajectory} from './trajectory.ts';

/**
 * What is kept of one simulated replicate: the true and the measured loss of every point, then per curve of `curveKeys` the value
 * and the standard error of every point; shape [2 x points + curves x points x 2].
 */
export type ReplicateRecord = Float64Array;

/** One curve of a record; shape [points] each. */
export interface RecordedCurve {
  readonly value: Float64Array;
  readonly standardError: Float64Array;
}

/** Numbers in the record of one replicate. */
export function recordLength({experiment, points}: Plan): number {
  return 2 * points.length * (1 + curveKeys(experiment).length);
}

/** Fills `out` with the record of one replicate; `values` holds its cells, shape [cells, worlds, STATISTICS]. */
export function fillRecord(plan: Plan, values: Float64Array, {loss, observed}: Trajectory, out: ReplicateRecord): void {
  out.set(loss, 0);
  out.set(observed, loss.length);
  let at = 2 * loss.length;
  for (const key of curveKeys(plan.experiment)) {
    for (const {value, standardError} of readCurve(plan, values, 0, key)) {
      out[at++] = value;
      out[at++] = standardError;
    }
  }
}

/** The losses of a record, over the same memory. */
export function recordedLosses({points}: Plan, record: ReplicateRecord): Trajectory {
  return {loss: record.subarray(0, points.length), observed: record.subarray(points.length, 2 * points.length)};
}

/** The measured losses of a record on an axis, nats per token; shape [points]. */
export function recordedOn({experiment, points}: Plan, record: ReplicateRecord, axis: LossAxisName): Float64Array {
  const printed = record.subarray(points.length, 2 * points.length);
  if (axis === 'loss') return printed;
  const {rulers, population} = experiment;
  return printed.map((loss, i) => onAxis(rulerOf(rulers, population.runs[points[i]!.run]!.family), loss, axis));
}

/** The curve of a record at an index of `curveKeys`. */
export function recordedCurve({points}: Plan, record: ReplicateRecord, index: number): RecordedCurve {
  const start = 2 * points.length * (1 + index);
  return {
    value: Float64Array.from(points, (_, i) => record[start + 2 * i]!),
    standardError: Float64Array.from(points, (_, i) => record[start + 2 * i + 1]!),
  };
}

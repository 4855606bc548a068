import {cellsPerReplicate, type Plan, valuesPerCell} from '../../engine/plan.ts';
import {type ReplicateRecord, recordLength} from '../../engine/record.ts';

/** Memory that all threads of a run share: replicate 0, which they work on together, and the counters from which they pull work. */
export interface Board {
  /** Means of every statistic of replicate 0; Float64, shape [cells of a replicate, worlds, STATISTICS]. */
  readonly values: SharedArrayBuffer;
  /** The record of replicate 0, once it is there; Float64. */
  readonly record: SharedArrayBuffer;
  /** Int32 counters, see COUNTERS. */
  readonly counters: SharedArrayBuffer;
}

/**
 * Places of the counters on the board: work to pull (benchmarks of replicate 0, its groups, blocks of replicates), benchmarks that are
 * simulated, whether the record of replicate 0 is there, and for the progress bar cells and fits that are done.
 */
export const COUNTERS = {benchmark: 0, group: 1, block: 2, simulated: 3, ready: 4, cells: 5, fits: 6} as const;

function shared(numbers: number, size: number): SharedArrayBuffer {
  return new SharedArrayBuffer(numbers * size);
}

/** A board for a plan; `first` is the record of replicate 0 where it is known. */
export function makeBoard(plan: Plan, first: ReplicateRecord | null): Board {
  const {BYTES_PER_ELEMENT} = Float64Array;
  const board = {
    values: shared(cellsPerReplicate(plan) * valuesPerCell(plan), BYTES_PER_ELEMENT),
    record: shared(recordLength(plan), BYTES_PER_ELEMENT),
    counters: shared(Object.keys(COUNTERS).length, Int32Array.BYTES_PER_ELEMENT),
  };
  if (first) {
    new Float64Array(board.record).set(first);
    new Int32Array(board.counters)[COUNTERS.ready] = 1;
  }
  return board;
}

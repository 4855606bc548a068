import type {Plan} from '../../engine/plan.ts';
import {valuesPerCell} from '../../engine/plan.ts';

/** Memory that all threads of a run share: the results and the counters from which workers pull work. */
export interface Board {
  /** Means of every statistic; Float64, shape [cells, worlds, STATISTICS]. */
  readonly values: SharedArrayBuffer;
  /** Int32 counters, see COUNTERS. */
  readonly counters: SharedArrayBuffer;
}

/** Places of the counters on the board. */
export const COUNTERS = {shard: 0, cells: 1, group: 2, replicate: 3, analysed: 4} as const;

/** An empty board for a plan. */
export function makeBoard(plan: Plan): Board {
  return {
    values: new SharedArrayBuffer(plan.cells * valuesPerCell(plan) * Float64Array.BYTES_PER_ELEMENT),
    counters: new SharedArrayBuffer(Object.keys(COUNTERS).length * Int32Array.BYTES_PER_ELEMENT),
  };
}

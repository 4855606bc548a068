import type {ReplicateRecord} from '../../engine/record.ts';
import type {Block, BlockTable} from '../../engine/tables.ts';
import {replicatesTable} from '../../inference/replicatesTable.ts';
import type {ReplicateSummary} from '../../inference/summary.ts';
import type {LongTable} from '../../numeric/table.ts';
import {recordsOf, type StoredStudy} from '../store/study.ts';

/** Rows of a piece, about: the same pieces wherever the parts of a study end. */
const ROWS = 32_768;

/** Records in blocks of `count`, the last one shorter. */
function* blocks(study: StoredStudy, count: number): Generator<Block> {
  let records: ReplicateRecord[] = [];
  let first = 0;
  for (const record of recordsOf(study)) {
    records.push(record);
    if (records.length < count) continue;
    yield {first, records};
    first += count;
    records = [];
  }
  if (records.length > 0) yield {first, records};
}

/** A table of every replicate of a stored study, read part by part; Ctrl-C ends it between two pieces. */
export function storedTable(table: BlockTable, study: StoredStudy, signal: AbortSignal): LongTable {
  const {name, size} = table;
  const count = Math.max(1, Math.floor(ROWS / size));
  return {
    name,
    rows: study.plan.experiment.replicates * size,
    async *pieces(columns) {
      for (const block of blocks(study, count)) {
        signal.throwIfAborted();
        yield table.of(block, columns);
      }
    },
  };
}

/** The table of replicates from their summaries, some replicates at a time. */
export function longReplicates(summaries: readonly ReplicateSummary[]): LongTable {
  const size = summaries[0]!.curves.length;
  const count = Math.max(1, Math.floor(ROWS / size));
  return {
    name: replicatesTable([]).name,
    rows: summaries.reduce((sum, {curves}) => sum + curves.length, 0),
    async *pieces(columns) {
      for (let first = 0; first < summaries.length; first += count) {
        const {columns: all, ...rest} = replicatesTable(summaries.slice(first, first + count), first);
        yield {...rest, columns: all.filter(({name}) => columns?.includes(name) ?? true)};
      }
    },
  };
}

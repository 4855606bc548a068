import type {TableNote} from '../../report/study.ts';
import type {JudgeOptions} from '../commands/options.ts';
import type {Cell} from './cells.ts';

/** Some rows of a table: cells in the order of the columns that were asked for. */
export interface Batch {
  readonly rows: ReadonlyArray<readonly Cell[]>;
  /** How much of the table has been read, from 0 to 1. */
  readonly share: number;
}

/** Options that a kind of table brings along where the command line does not give them. */
export type ReaderDefaults = Partial<Pick<JudgeOptions, 'x' | 'y' | 'by' | 'run' | 'n' | 'unit'>>;

/** A table that can be read once, batch by batch, with only the columns that are needed. */
export interface Reader {
  readonly columns: readonly string[];
  readonly notes: readonly TableNote[];
  readonly defaults: ReaderDefaults;
  /** Columns of standard errors that belong to columns of scores. */
  readonly errors: ReadonlyMap<string, string>;
  batches(wanted: readonly string[]): AsyncIterable<Batch>;
}

/** Rows of a batch. */
export const BATCH = 1000;

import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {Fault} from '../../numeric/fault.ts';
import type {TableBenchmark, TableMetric} from '../../report/makeTableStudy.ts';
import type {TableSource} from '../../report/study.ts';
import type {Asked} from './asked.ts';

/** judge.json: what the report says of a table beside its findings and scores. */
export interface StoredTable {
  readonly configHash: string;
  /** The options as they were typed; nothing is drawn from them. */
  readonly asked: Asked;
  readonly table: TableSource;
  readonly benchmarks: readonly TableBenchmark[];
  readonly metrics: readonly TableMetric[];
}

const KEYS = ['configHash', 'table', 'benchmarks', 'metrics'] as const;

/** Reads the judge.json of a finished folder; null where it has none. Throws Fault `run-damaged`. */
export async function readStored(folder: string): Promise<StoredTable | null> {
  const text = await readFile(join(folder, 'judge.json'), 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    const value = JSON.parse(text) as StoredTable | null;
    const missing = KEYS.find((key) => typeof value !== 'object' || value === null || !(key in value));
    if (missing !== undefined) throw new Error(`judge.json lacks ${missing}`);
    return value;
  } catch (error) {
    throw new Fault('run-damaged', {path: folder, reason: (error as Error).message});
  }
}

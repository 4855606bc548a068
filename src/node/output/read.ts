import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {asyncBufferFromFile, parquetReadObjects} from 'hyparquet';
import type {Findings} from '../../inference/findings.ts';
import {Fault} from '../../numeric/fault.ts';
import {type Table, tableOf} from '../../numeric/table.ts';
import type {Manifest} from '../../report/study.ts';

/** A finished run as it lies on disk. */
export interface FinishedRun {
  readonly manifest: Manifest;
  readonly findings: Findings;
  readonly scores: Table;
  /** One row per curve of every replicate; null where the folder has none. */
  readonly replicates: Table | null;
}

/** A JSON object with the keys that a reader needs. */
function objectOf<T extends object>(name: string, text: string, keys: ReadonlyArray<keyof T>): T {
  const value = JSON.parse(text) as T | null;
  const missing = keys.find((key) => typeof value !== 'object' || value === null || !(key in value));
  if (missing !== undefined) throw new Error(`${name} lacks ${String(missing)}`);
  return value as T;
}

async function readTable(folder: string, name: string): Promise<Table> {
  const file = await asyncBufferFromFile(join(folder, 'tables', `${name}.parquet`));
  return tableOf(name, (await parquetReadObjects({file})) as Record<string, string | number | null>[]);
}

/** Reads a finished run; throws Fault `run-missing` where there is none and `run-damaged` where a file of it cannot be read. */
export async function readRun(folder: string): Promise<FinishedRun> {
  const text = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => {
    throw new Fault('run-missing', {path: folder});
  });
  try {
    const manifest = objectOf<Manifest>('manifest.json', text, ['configHash', 'counts', 'seconds']);
    const found = await readFile(join(folder, 'findings.json'), 'utf8');
    const findings = objectOf<Findings>('findings.json', found, ['curves', 'benchmarks']);
    const replicates = existsSync(join(folder, 'tables', 'replicates.parquet'))
      ? await readTable(folder, 'replicates')
      : null;
    return {manifest, findings, scores: await readTable(folder, 'scores'), replicates};
  } catch (error) {
    throw new Fault('run-damaged', {path: folder, reason: error instanceof Error ? error.message : String(error)});
  }
}

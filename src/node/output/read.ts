import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects} from 'hyparquet';
import type {Findings} from '../../inference/findings.ts';
import {Fault} from '../../numeric/fault.ts';
import {type LongTable, tableOf} from '../../numeric/table.ts';
import type {Manifest} from '../../report/study.ts';

/** A finished run as it lies on disk. */
export interface FinishedRun {
  readonly manifest: Manifest;
  readonly findings: Findings;
  /** Null for a study of training alone, which has none. */
  readonly scores: LongTable | null;
  /** The loss of every point of every replicate; null where the folder has none, as that of a judged table. */
  readonly trajectories: LongTable | null;
  /** One row per curve of every replicate; null where the folder has none. */
  readonly replicates: LongTable | null;
}

/** A JSON object with the keys that a reader needs. */
function objectOf<T extends object>(name: string, text: string, keys: ReadonlyArray<keyof T>): T {
  const value = JSON.parse(text) as T | null;
  const missing = keys.find((key) => typeof value !== 'object' || value === null || !(key in value));
  if (missing !== undefined) throw new Error(`${name} lacks ${String(missing)}`);
  return value as T;
}

type Row = Record<string, string | number | null>;

/** A table of a run, read one row group at a time; null where there is none. Throws Fault `run-damaged` where it cannot be read. */
async function readTable(folder: string, name: string): Promise<LongTable | null> {
  const path = join(folder, 'tables', `${name}.parquet`);
  if (!existsSync(path)) return null;
  const file = await asyncBufferFromFile(path);
  const metadata = await parquetMetadataAsync(file);
  return {
    name,
    rows: Number(metadata.num_rows),
    async *pieces(columns) {
      let rowStart = 0;
      for (const group of metadata.row_groups) {
        const rowEnd = rowStart + Number(group.num_rows);
        const wanted = columns ? {columns: [...columns]} : {};
        const rows = await whole(folder, () => parquetReadObjects({file, metadata, rowStart, rowEnd, ...wanted}));
        yield tableOf(name, rows as Row[]);
        rowStart = rowEnd;
      }
    },
  };
}

/** Does a step that reads a run; what it throws becomes Fault `run-damaged`. */
async function whole<T>(folder: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    throw new Fault('run-damaged', {path: folder, reason: error instanceof Error ? error.message : String(error)});
  }
}

/** Reads a finished run; throws Fault `run-missing` where there is none and `run-damaged` where a file of it cannot be read. */
export async function readRun(folder: string): Promise<FinishedRun> {
  const text = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => {
    throw new Fault('run-missing', {path: folder});
  });
  return whole(folder, async () => {
    const manifest = objectOf<Manifest>('manifest.json', text, ['configHash', 'counts', 'seconds']);
    const found = await readFile(join(folder, 'findings.json'), 'utf8');
    const findings = objectOf<Findings>('findings.json', found, ['curves', 'benchmarks']);
    const [scores, trajectories, replicates] = await Promise.all(
      ['scores', 'trajectories', 'replicates'].map((name) => readTable(folder, name)),
    );
    if (!scores && manifest.counts.benchmarks !== 0) throw new Error('tables/scores.parquet is missing');
    return {
      manifest,
      findings,
      scores: scores ?? null,
      trajectories: trajectories ?? null,
      replicates: replicates ?? null,
    };
  });
}

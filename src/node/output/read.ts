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
}

/** Reads a finished run; throws Fault `run-missing` where there is none and `run-damaged` where a file of it cannot be read. */
export async function readRun(folder: string): Promise<FinishedRun> {
  const text = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => {
    throw new Fault('run-missing', {path: folder});
  });
  try {
    const manifest = JSON.parse(text) as Manifest;
    const findings = JSON.parse(await readFile(join(folder, 'findings.json'), 'utf8')) as Findings;
    const file = await asyncBufferFromFile(join(folder, 'tables', 'scores.parquet'));
    const rows = (await parquetReadObjects({file})) as Record<string, string | number | null>[];
    return {manifest, findings, scores: tableOf('scores', rows)};
  } catch (error) {
    throw new Fault('run-damaged', {path: folder, reason: error instanceof Error ? error.message : String(error)});
  }
}

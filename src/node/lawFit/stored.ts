import {createHash} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {LawEvidence} from '../../inference/lawFit/evidence.ts';
import type {LawFinding} from '../../inference/lawFit/finding.ts';
import type {NumberedRow} from '../../inference/lawFit/rows.ts';
import {Fault} from '../../numeric/fault.ts';
import type {LawStudy} from '../../report/law/study.ts';
import type {Manifest} from '../../report/study.ts';
import {bytesOf} from '../judge/judged.ts';

/** findings/fit.json: what `fit --json` prints, and what the figures are drawn from. */
export type StoredFit = LawFinding & {
  readonly seed: string;
  readonly table: LawStudy['table'];
  readonly evidence: LawEvidence;
};

/** Where it is in a finished folder. */
export const FIT_FILE = join('findings', 'fit.json');

/** SHA-256, in hex, of the rows that were fitted: N, D, S, C, learning rate, loss and unique tokens where a row has them, as 64-bit little-endian floats. */
export function rowsHash(rows: readonly NumberedRow[]): string {
  const hash = createHash('sha256');
  for (const {N, D, S, C, lr, loss, U} of rows) {
    hash.update(bytesOf(Float64Array.of(N, D, S, C, lr, loss, ...(U === undefined ? [] : [U]))));
  }
  return hash.digest('hex');
}

/** Reads a finished folder of `fit` as a study; null where it is none. Throws Fault `run-damaged`. */
export async function readFit(folder: string): Promise<LawStudy | null> {
  const text = await readFile(join(folder, FIT_FILE), 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    const {seed: _, table, evidence, ...finding} = JSON.parse(text) as StoredFit;
    const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Manifest;
    if (!table || !evidence?.rows || !finding.parameters) throw new Error('findings/fit.json lacks a part');
    return {manifest, table, finding, evidence};
  } catch (error) {
    throw new Fault('run-damaged', {path: folder, reason: (error as Error).message});
  }
}

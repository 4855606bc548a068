import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {Fault} from '../../numeric/fault.ts';
import type {ScorecardRow} from '../../report/scorecard/row.ts';

/** File of a run that holds its published numbers beside the simulated ones. */
export const SCORECARD = 'scorecard.json';

/** The scorecard of one run. */
export interface StoredScorecard {
  /** Name of the study. */
  readonly name: string;
  readonly folder: string;
  readonly rows: readonly ScorecardRow[];
}

async function textIn(folder: string, file: string): Promise<string | null> {
  return readFile(join(folder, file), 'utf8').catch(() => null);
}

/** Whether a value has what is printed of a row. */
function isRow(value: unknown): value is ScorecardRow {
  const row = value as Partial<ScorecardRow> | null;
  const numbers = [row?.paper, row?.tolerance, ...(row?.simulated === null ? [] : [row?.simulated])];
  const error = row?.error ?? 0;
  const notes = row?.note === null ? [] : [row?.note?.en, row?.note?.zh];
  return (
    typeof row?.ok === 'boolean' &&
    [row.id, row.unit, ...notes].every((one) => typeof one === 'string') &&
    [error, ...numbers].every((one) => typeof one === 'number')
  );
}

/** Reads the scorecard of a finished run; null where it has none. Throws Fault `run-missing` and `run-damaged`. */
export async function readScorecard(folder: string): Promise<StoredScorecard | null> {
  const manifest = await textIn(folder, 'manifest.json');
  if (manifest === null) throw new Fault('run-missing', {path: folder});
  const text = await textIn(folder, SCORECARD);
  if (text === null) return null;
  try {
    const {name} = JSON.parse(manifest) as {name: string};
    const {rows} = JSON.parse(text) as {rows: unknown};
    if (!Array.isArray(rows) || !rows.every(isRow)) throw new Error(`${SCORECARD} has no rows`);
    return {name, folder, rows};
  } catch (error) {
    throw new Fault('run-damaged', {path: folder, reason: error instanceof Error ? error.message : String(error)});
  }
}

/** The scorecards of the finished runs in a folder, in the order of their names; runs without one are left out. */
export async function scorecardsIn(folder: string): Promise<StoredScorecard[]> {
  const names: string[] = await readdir(folder).catch(() => []);
  const found: StoredScorecard[] = [];
  for (const name of names.sort()) {
    const path = join(folder, name);
    if (name.startsWith('.') || (await textIn(path, SCORECARD)) === null) continue;
    const scorecard = await readScorecard(path);
    if (scorecard) found.push(scorecard);
  }
  return found;
}

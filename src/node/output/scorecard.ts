import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {plainText} from '../../config/plainText.ts';
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

const isText = (value: unknown): value is string => typeof value === 'string';

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

/** Whether a value has what is printed of a row. */
function isRow(value: unknown): value is ScorecardRow {
  const {id, ok, unit, note, paper, tolerance, simulated, error} = (value ?? {}) as Partial<ScorecardRow>;
  return (
    [id, unit].every(isText) &&
    typeof ok === 'boolean' &&
    [paper, tolerance].every(isNumber) &&
    [simulated, error].every((one) => one === null || isNumber(one)) &&
    (note === null || (isText(note?.en) && isText(note.zh)))
  );
}

/** A row that a terminal can be given: a file is input. */
function shownRow(row: ScorecardRow): ScorecardRow {
  const {id, note} = row;
  return {...row, id: plainText(id), note: note && {en: plainText(note.en), zh: plainText(note.zh)}};
}

/** Reads the scorecard of a finished run; null where it has none. Throws Fault `run-missing` and `run-damaged`. */
export async function readScorecard(folder: string): Promise<StoredScorecard | null> {
  const manifest = await textIn(folder, 'manifest.json');
  if (manifest === null) throw new Fault('run-missing', {path: folder});
  const text = await textIn(folder, SCORECARD);
  if (text === null) return null;
  try {
    const {name} = JSON.parse(manifest) as {name: unknown};
    if (!isText(name)) throw new Error('manifest.json has no name');
    const {rows} = JSON.parse(text) as {rows: unknown};
    if (!Array.isArray(rows) || !rows.every(isRow))
      throw new Error(`${SCORECARD} has no rows, or one that lacks a part`);
    return {name: plainText(name), folder, rows: rows.map(shownRow)};
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

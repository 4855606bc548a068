import type {ChildProcess} from 'node:child_process';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {setTimeout} from 'node:timers/promises';
import {SMALL_STUDY} from './program.ts';

/** A study of a few seconds, with bootstraps. */
export const STUDY = SMALL_STUDY.replace('replicates: 3', 'replicates: 6\nresamples: 19').replace(
  /figures: .*/,
  'figures: [verdict-table]',
);

/** The hidden folder with the parts of an unfinished run; null where there is none. */
export function partsFolder(outputs: string): string | null {
  const name = existsSync(outputs) ? readdirSync(outputs).find((one) => one.includes('.partial-')) : undefined;
  return name === undefined ? null : join(outputs, name);
}

/** Names of the parts in a folder. */
export function partsIn(folder: string | null): string[] {
  return folder && existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.part')) : [];
}

/** Waits until something is so, or the process has ended; says whether it became so. */
export async function until(child: ChildProcess, so: () => boolean): Promise<boolean> {
  while (child.exitCode === null && child.signalCode === null) {
    if (so()) return true;
    await setTimeout(2);
  }
  return false;
}

/** What a finished run says: every table, the findings, the config and the hash of the numbers. */
export function saidBy(out: string): Record<string, string> {
  const names = [
    'findings.json',
    'experiment.yaml',
    ...readdirSync(join(out, 'tables')).map((name) => `tables/${name}`),
  ];
  const files = names.map((name) => [name, readFileSync(join(out, name)).toString('base64')] as const);
  const {resultHash, configHash, counts} = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
  return {...Object.fromEntries(files), resultHash, configHash, counts: JSON.stringify(counts)};
}

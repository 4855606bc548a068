import type {ChildProcess} from 'node:child_process';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {setTimeout} from 'node:timers/promises';

/** A study of a second or two, with bootstraps: a record, two groups and five more replicates to store. */
export const STUDY = `name: small
seed: 7
replicates: 6
resamples: 20
population:
  runs:
    - {name: 6B, params: 6e9, tokens: 3e12, checkpoints: 15}
    - {name: 32B, params: 32e9, tokens: 2.5e12, checkpoints: 15}
benchmarks:
  - {preset: mmlu, questions: 300}
  - {preset: c-eval, questions: 300}
worlds: [threshold]
figures: [verdict-table]
`;

/** The parts of replicate 0. */
export const FIRST_PARTS = ['replicates-0-1.part', 'detail-0.part', 'detail-1.part'];

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

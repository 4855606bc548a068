import {type ChildProcess, type StdioOptions, spawn} from 'node:child_process';
import {mkdtempSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

/** The built program. */
export const MAIN = fileURLToPath(new URL('../../dist/node/main.js', import.meta.url));

/** What a finished process said. */
export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What the program finds in its environment: no colours, and English. */
export const ENVIRONMENT: NodeJS.ProcessEnv = {...process.env, NO_COLOR: '1', LC_ALL: 'C'};

/** Starts the built program in a folder, with no colours and in English. */
export function start(args: readonly string[], cwd: string, stdio: StdioOptions = 'pipe'): ChildProcess {
  return spawn(process.execPath, [MAIN, ...args], {cwd, stdio, env: ENVIRONMENT});
}

/** Waits for the end of a process and collects what it said. */
export function finish(child: ChildProcess): Promise<Finished> {
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (data) => {
    stdout += data;
  });
  child.stderr?.on('data', (data) => {
    stderr += data;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({code, stdout, stderr}));
  });
}

/** Runs the built program to its end. */
export function runProgram(args: readonly string[], cwd: string): Promise<Finished> {
  return finish(start(args, cwd));
}

/** An empty folder of its own. */
export function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), 'mirage-lab-test-'));
}

/** A folder with one config in it, `study.yaml`. */
export function folderWith(yaml: string): string {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'study.yaml'), yaml);
  return folder;
}

/** A study that takes about a second: two runs that cross the thresholds, few questions. */
export const SMALL_STUDY = `name: small
seed: 7
replicates: 3
population:
  runs:
    - {name: 6B, params: 6e9, tokens: 3e12, checkpoints: 30}
    - {name: 32B, params: 32e9, tokens: 2.5e12, checkpoints: 30}
benchmarks:
  - {preset: mmlu, questions: 300}
  - {preset: c-eval, questions: 300}
worlds: [threshold, smooth]
figures: [metric-panels, transition-width, verdict-table]
`;

import {spawnSync} from 'node:child_process';
import {ROOT} from './house/sources.ts';

/** What a process that has ended said, and its exit code: null where it was stopped at the limit. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a process runs: by this version of Node and in the folder of the project, unless said otherwise. */
export interface Running {
  readonly node?: string;
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly encoding?: BufferEncoding;
  /** Milliseconds that it may take: less than its test may, whose own limit cannot stop a process that it waits for. */
  readonly limit?: number;
}

/** A little less than tests may take unless they say otherwise, milliseconds. */
const LIMIT = 110_000;

/** Runs Node with arguments until it ends; stops it at the limit. */
export function runNode(args: readonly string[], running: Running = {}): Ended {
  const {node = process.execPath, cwd = ROOT, env = process.env, encoding = 'utf8', limit = LIMIT} = running;
  const limits = {maxBuffer: 1e9, timeout: limit, killSignal: 'SIGKILL'} as const;
  const {status, stdout, stderr} = spawnSync(node, args, {cwd, env, encoding, ...limits});
  return {status, stdout, stderr};
}

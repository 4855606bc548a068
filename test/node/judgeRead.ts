import type {JudgeOptions} from '../../src/node/commands/options.ts';
import {type ReadTable, readTable} from '../../src/node/judge/judged.ts';

/** The options of `judge` where nothing else is said. */
export function judgeOptions(more: Partial<JudgeOptions>): JudgeOptions {
  const common = {
    language: 'en',
    json: false,
    quiet: true,
    formats: [],
    where: [],
    log: false,
    ascending: false,
  } as const;
  return {...common, table: '', ...more} as JudgeOptions;
}

/** Reads a table in a folder in this process. */
export function readAs(cwd: string, more: Partial<JudgeOptions>): Promise<ReadTable> {
  const stream = {write: () => {}, isTTY: false, columns: 80};
  const {signal} = new AbortController();
  const machine = {now: () => 0, memory: () => 0, disk: async () => 0};
  return readTable(judgeOptions(more), {cwd, signal, stdout: stream, stderr: stream, env: {}, ...machine}, () => {});
}

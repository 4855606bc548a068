import {commandLine} from '../../src/node/commandLine.ts';
import type {Effects} from '../../src/node/effects.ts';

/** What a command said, and its exit code. */
export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line in this process, off a terminal unless said otherwise. */
export async function call(
  args: readonly string[],
  over: Partial<Effects> & {readonly isTTY?: boolean} = {},
): Promise<Said> {
  const {isTTY = false, ...rest} = over;
  const said = {out: '', err: ''};
  const stream = (key: 'out' | 'err') => ({
    write: (text: string) => {
      said[key] += text;
    },
    isTTY,
    columns: 100,
  });
  const effects: Effects = {
    stdout: stream('out'),
    stderr: stream('err'),
    env: {},
    cwd: process.cwd(),
    signal: new AbortController().signal,
    now: () => 0,
    memory: () => Number.POSITIVE_INFINITY,
    disk: async () => Number.POSITIVE_INFINITY,
    ...rest,
  };
  const code = await commandLine(args, effects);
  return {code, ...said};
}

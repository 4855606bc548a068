import {commandLine} from '../../dist/node/commandLine.js';
import {type Effects, processEffects} from '../../dist/node/effects.js';
import {ENVIRONMENT, type Finished} from './program.ts';

/** What a command said, and its exit code. */
export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line of the built program in this process, off a terminal unless said otherwise. */
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

/**
 * Runs the built program to its end in this process, as `runProgram` does in one of its own, in a fraction of its time: what is loaded stays loaded. For what
 * no signal, exit or stream of a real process has part in.
 */
export async function runHere(args: readonly string[], cwd: string): Promise<Finished> {
  const {now, memory, disk} = processEffects(new AbortController().signal);
  const {code, out, err} = await call(args, {cwd, env: ENVIRONMENT, now, memory, disk});
  return {code, stdout: out, stderr: err};
}

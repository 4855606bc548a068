import {statfs} from 'node:fs/promises';

/** One stream that a command writes to. */
export interface Stream {
  write(text: string): void;
  readonly isTTY: boolean;
  readonly columns: number;
}

/** Everything a command does to the outside, handed in so that tests can call commands in process. */
export interface Effects {
  readonly stdout: Stream;
  readonly stderr: Stream;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Aborted by Ctrl-C, or by another signal that ends a process. */
  readonly signal: AbortSignal;
  /** Milliseconds of a clock that never goes back. */
  now(): number;
  /** Memory that this process may still take, bytes. */
  memory(): number;
  /** Room on the disk of a folder, bytes. */
  disk(folder: string): Promise<number>;
}

function streamOf(stream: NodeJS.WriteStream): Stream {
  return {
    write: (text) => void stream.write(text),
    get isTTY() {
      return stream.isTTY === true;
    },
    get columns() {
      return stream.columns ?? 80;
    },
  };
}

/** The effects of a real process. */
export function processEffects(signal: AbortSignal): Effects {
  return {
    stdout: streamOf(process.stdout),
    stderr: streamOf(process.stderr),
    env: process.env,
    cwd: process.cwd(),
    signal,
    now: () => performance.now(),
    memory: () => process.availableMemory(),
    async disk(folder) {
      const {bavail, bsize} = await statfs(folder);
      return bavail * bsize;
    },
  };
}

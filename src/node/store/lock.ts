import {readFileSync} from 'node:fs';
import {readFile, rename, rm, writeFile} from 'node:fs/promises';
import {hostname} from 'node:os';
import {join} from 'node:path';
import {setTimeout} from 'node:timers/promises';
import {Fault} from '../../numeric/fault.ts';
import {alive} from '../output/folder.ts';

/** Who works in a folder. */
interface Owner {
  readonly pid: number;
  readonly host: string;
  /** When the process began, in ticks since the machine did: a number of a process is given again; null where the system does not say. */
  readonly began: string | null;
}

const LOCK = 'lock';

/** Looks at an empty lock, and milliseconds between two. */
const PATIENCE = 20;
const PAUSE = 50;

function beganAt(pid: number): string | null {
  try {
    // The name of the program, in parentheses, may hold spaces; the 20th field after it is the start time.
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

function textOrNull(value: unknown): boolean {
  return value === null || typeof value === 'string';
}

/** Who wrote a lock; null where its text is none. */
function parse(text: string): Owner | null {
  try {
    const {pid, host, began} = JSON.parse(text) as Partial<Record<keyof Owner, unknown>>;
    const sound = Number.isSafeInteger(pid) && typeof host === 'string' && textOrNull(began);
    return sound ? ({pid, host, began} as Owner) : null;
  } catch {
    return null;
  }
}

/** Whether the process that wrote a lock may still be at work; one on another machine is taken to be. */
function atWork({pid, host, began}: Owner): boolean {
  if (host !== hostname()) return true;
  return pid !== process.pid && alive(pid) && beganAt(pid) === began;
}

/** Removes a lock whose process is gone. */
async function clear(path: string, stale: string): Promise<void> {
  const aside = `${path}-${process.pid}`;
  try {
    await rename(path, aside);
    // Another process may have been faster, and this be its fresh lock: back with it.
    if ((await readFile(aside, 'utf8')) !== stale) await rename(aside, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  } finally {
    await rm(aside, {force: true});
  }
}

/**
 * Takes a folder for this process, so that no two work in it at once; a lock that a killed process of this machine left behind is taken over.
 * Returns what gives it back. Throws Fault `folder-busy` with the process that has it.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, LOCK);
  const owner: Owner = {pid: process.pid, host: hostname(), began: beganAt(process.pid)};
  for (let empty = 0; ; ) {
    try {
      await writeFile(path, JSON.stringify(owner), {flag: 'wx'});
      return () => rm(path, {force: true});
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const text = await readFile(path, 'utf8').catch(() => '');
    const other = parse(text);
    if (other && atWork(other)) {
      throw new Fault('folder-busy', {path: folder, pid: other.pid, host: other.host, lock: path});
    }
    // A lock without text may be about to get it.
    if (text === '' && empty++ < PATIENCE) await setTimeout(PAUSE);
    else await clear(path, text);
  }
}

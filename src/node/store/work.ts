import {createHash} from 'node:crypto';
import {mkdir, readdir, rm, stat} from 'node:fs/promises';
import {basename, dirname, join} from 'node:path';
import {onDisk} from '../output/folder.ts';
import {lockFolder} from './lock.ts';
import {PART, REPLICATES, type Stamp} from './part.ts';

/** The folder in which a run gathers its parts: hidden beside the target, and found again by a run of the same study and version. */
export interface Work {
  readonly path: string;
  /** Parts that an interrupted run left there. */
  readonly left: number;
  /** Unfinished runs for the same target of another config or version. */
  readonly others: readonly string[];
  /** Counts the parts that are there now. */
  count(): Promise<number>;
  /** Removes every part. */
  clear(): Promise<void>;
  /** Gives the folder back and keeps its parts for a later run; without parts it is removed. Says whether it is kept. */
  release(): Promise<boolean>;
  /** Gives the folder back with nothing but what a finished one holds. */
  finish(): Promise<void>;
  /** Removes the folder. */
  remove(): Promise<void>;
}

function prefixOf(target: string): string {
  return `.${basename(target)}.partial-`;
}

/** Where the parts of a run go: the name holds config and version, so that parts of another study are never taken for its own. */
function workPath(target: string, {configHash, version}: Stamp): string {
  const key = createHash('sha256').update(`${configHash} ${version}`).digest('hex').slice(0, 16);
  return join(dirname(target), `${prefixOf(target)}${key}`);
}

/** Names of the parts in a folder; none where it is not there, or was published. */
async function partsIn(path: string): Promise<string[]> {
  const names: string[] = await readdir(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names.filter((name) => name.endsWith(PART));
}

/** Bytes of the replicates that an unfinished run left for a later one. */
export async function bytesLeft(target: string, stamp: Stamp): Promise<number> {
  const path = workPath(target, stamp);
  const names = (await partsIn(path)).filter((name) => name.startsWith(REPLICATES));
  const sizes = names.map(async (name) => (await stat(join(path, name))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** Opens the folder of parts of a run for this process alone; throws Fault `folder-busy`, `output-unwritable`, `output-disk`. */
export async function openWork(target: string, stamp: Stamp): Promise<Work> {
  const path = workPath(target, stamp);
  return onDisk(target, async () => {
    await mkdir(path, {recursive: true});
    const unlock = await lockFolder(path);
    const beside = await readdir(dirname(path));
    const remove = () => rm(path, {recursive: true, force: true});
    return {
      path,
      left: (await partsIn(path)).length,
      others: beside
        .filter((name) => name.startsWith(prefixOf(target)) && name !== basename(path))
        .map((name) => join(dirname(path), name)),
      count: async () => (await partsIn(path)).length,
      async clear() {
        for (const name of await partsIn(path)) await rm(join(path, name), {force: true});
      },
      async release() {
        const kept = (await partsIn(path)).length > 0;
        await (kept ? unlock() : remove());
        return kept;
      },
      async finish() {
        for (const name of await readdir(path)) if (name.endsWith('.tmp')) await rm(join(path, name), {force: true});
        await unlock();
      },
      remove,
    };
  });
}

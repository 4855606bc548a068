import {mkdir, readdir, readFile, rename, rm} from 'node:fs/promises';
import {basename, dirname, join} from 'node:path';
import {Fault} from '../../numeric/fault.ts';

/** A folder that is being filled: nobody takes it for a finished run until it is published. */
export interface Draft {
  /** Where files are written. */
  readonly path: string;
  /** Puts the draft in the place of the target: a finished run there moves aside first and is removed last. */
  publish(): Promise<void>;
  /** Removes the draft. */
  discard(): Promise<void>;
}

function machineFault(error: unknown, path: string): Fault {
  const {code = 'unknown'} = error as NodeJS.ErrnoException;
  const full = code === 'ENOSPC' || code === 'EDQUOT' || code === 'EIO';
  return new Fault(full ? 'output-disk' : 'output-unwritable', {path, reason: code}, full ? 2 : 1);
}

/** Runs a step that touches the disk; throws Fault `output-unwritable` (exit 1) or `output-disk` (exit 2). */
export async function onDisk<T>(path: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof Fault || !(error instanceof Error && 'code' in error)) throw error;
    throw machineFault(error, path);
  }
}

/** Reads the configHash of a finished run; null where the folder does not exist or is empty. */
async function finishedHash(target: string): Promise<string | null> {
  const names = await readdir(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    if (error.code === 'ENOTDIR') throw new Fault('output-not-folder', {path: target});
    throw error;
  });
  if (names.length === 0) return null;
  const text = await readFile(join(target, 'manifest.json'), 'utf8').catch(() => null);
  try {
    const {configHash} = JSON.parse(text ?? '') as {configHash?: unknown};
    if (typeof configHash === 'string') return configHash;
  } catch {
    // Not one of ours: said below.
  }
  throw new Fault('output-foreign', {path: target});
}

/** Whether the process that made a draft still runs. */
function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Clears away what a killed process left beside the target: its draft is removed; a finished run that it had moved aside comes back
 * where the target is missing.
 */
async function sweep(target: string, prefix: string): Promise<void> {
  const parent = dirname(target);
  const names = await readdir(parent);
  for (const name of names) {
    const [, pid, old] = name.startsWith(prefix) ? (/^(\d+)(-old)?$/.exec(name.slice(prefix.length)) ?? []) : [];
    if (pid === undefined || Number(pid) === process.pid || alive(Number(pid))) continue;
    if (old && !names.includes(basename(target))) await rename(join(parent, name), target);
    else await rm(join(parent, name), {recursive: true, force: true});
  }
}

/**
 * Opens a draft beside `target`. A finished run of the same config may be replaced; throws Fault `output-other-config` for one of
 * another config, `output-foreign` for a folder that is no run, `output-not-folder`, `output-unwritable`, `output-disk`.
 */
export async function openDraft(target: string, configHash: string): Promise<Draft> {
  const parent = dirname(target);
  const prefix = `.${basename(target)}.draft-`;
  const path = join(parent, `${prefix}${process.pid}`);
  await onDisk(target, async () => {
    await mkdir(parent, {recursive: true});
    await sweep(target, prefix);
    const known = await finishedHash(target);
    if (known !== null && known !== configHash) throw new Fault('output-other-config', {path: target});
    await rm(path, {recursive: true, force: true});
    await mkdir(path);
  });
  return {
    path,
    publish: () =>
      onDisk(target, async () => {
        const old = `${path}-old`;
        await rename(target, old).catch((error: NodeJS.ErrnoException) => {
          if (error.code !== 'ENOENT') throw error;
        });
        await rename(path, target);
        await rm(old, {recursive: true, force: true});
      }),
    discard: () => rm(path, {recursive: true, force: true}),
  };
}

import {mkdir, readdir, readFile, rename, rm} from 'node:fs/promises';
import {hostname} from 'node:os';
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

/** The fault of a step that the disk refused: `output-disk` (exit 2) where it is full or broken, else `output-unwritable` (exit 1). */
export function diskFault(error: unknown, path: string): Fault {
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
    throw diskFault(error, path);
  }
}

/** The file by which a finished folder says what it holds: a run, or a shard of one. */
export type Proof = 'manifest.json' | 'shard.json';

/** A finished folder: where it goes, and what it is known by. */
export interface Target {
  readonly path: string;
  readonly configHash: string;
  readonly proof: Proof;
}

/** Reads the configHash of what is finished in a folder; null where it does not exist or is empty. */
async function finishedHash(target: string, proof: Proof): Promise<string | null> {
  const names: string[] = await readdir(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    if (error.code === 'ENOTDIR') throw new Fault('output-not-folder', {path: target});
    throw error;
  });
  if (names.length === 0) return null;
  const text = await readFile(join(target, proof), 'utf8').catch(() => '');
  try {
    const {configHash} = JSON.parse(text) as {configHash?: unknown};
    if (typeof configHash === 'string') return configHash;
  } catch {
    // Not one of ours: said below.
  }
  throw new Fault('output-foreign', {path: target});
}

/** What a run, a judgement or a fit, and a shard consist of. */
const OWN: Readonly<Record<Proof, RegExp>> = {
  'manifest.json':
    /^(manifest\.json|experiment\.yaml|judge\.json|findings(\.json)?|scorecard\.json|report\.(html|md)|tables|figures)$/,
  'shard.json': /^(shard\.json|experiment\.yaml|.+\.part)$/,
};

/** Refuses a finished folder in which somebody keeps something else, which would be lost; and a shard inside a finished run. */
async function checkAlone(path: string, proof: Proof): Promise<void> {
  const other = (await readdir(path)).find((name) => !name.startsWith('.') && !OWN[proof].test(name));
  if (other !== undefined) throw new Fault('output-other-files', {path, name: other});
}

/** Refuses to put shards into the folder of a finished run, which replaces itself whole. */
async function checkOutside({path, proof}: Target): Promise<void> {
  const parent = dirname(path);
  if (proof === 'shard.json' && (await readdir(parent)).includes('manifest.json')) {
    throw new Fault('output-inside-run', {path: parent});
  }
}

/**
 * Makes sure that a folder may be written or replaced: throws Fault `output-other-config` for a finished one of another config,
 * `output-foreign` for a folder that is no run, `output-other-files` for one that holds more, `output-inside-run`, `output-not-folder`, `output-unwritable`, `output-disk`.
 */
async function checkTarget(target: Target): Promise<void> {
  const {path, configHash, proof} = target;
  await onDisk(path, () => checkOutside(target));
  const known = await onDisk(path, () => finishedHash(path, proof));
  if (known === null) return;
  if (known !== configHash) throw new Fault('output-other-config', {path});
  await onDisk(path, () => checkAlone(path, proof));
}

/** Whether a process of this machine runs. */
export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** How the name of what a draft replaces ends. */
const OLD = '-old';

/** What the names of this machine's drafts of a target begin with; a number of a process follows. */
function draftPrefix(target: string): string {
  return `.${basename(target)}.draft-${hostname()}-`;
}

/** Where a draft of this process is. */
function draftPath(target: string): string {
  return join(dirname(target), `${draftPrefix(target)}${process.pid}`);
}

/**
 * Clears away what a killed process of this machine left beside the target: its draft is removed; a finished run that it had moved aside
 * comes back where the target is missing. A draft with this process's own number is older than it: containers give every process the same.
 */
async function sweep(target: string): Promise<void> {
  const [parent, prefix] = [dirname(target), draftPrefix(target)];
  const names = await readdir(parent);
  for (const name of names) {
    const [, pid, old] = name.startsWith(prefix) ? (/^(\d+)(-old)?$/.exec(name.slice(prefix.length)) ?? []) : [];
    if (pid === undefined || (Number(pid) !== process.pid && alive(Number(pid)))) continue;
    if (old && !names.includes(basename(target))) await rename(join(parent, name), target);
    else await rm(join(parent, name), {recursive: true, force: true});
  }
}

/**
 * Puts a folder in the place of the target: what is there is checked once more, for another process may have put it there, moves aside
 * first and is removed last. Throws the faults of `prepareTarget`.
 */
export async function replaceFolder(path: string, target: Target): Promise<void> {
  const old = `${draftPath(target.path)}${OLD}`;
  await checkTarget(target);
  await onDisk(target.path, async () => {
    await rename(target.path, old).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
    await rename(path, target.path);
    await rm(old, {recursive: true, force: true});
  });
}

/** Makes the parent of a target and clears away beside it what killed processes left; then checks it, see `checkTarget`. */
export async function prepareTarget(target: Target): Promise<void> {
  const {path} = target;
  await onDisk(path, async () => {
    await mkdir(dirname(path), {recursive: true});
    await sweep(path);
  });
  await checkTarget(target);
}

/** Opens a draft beside `folder`, where a finished run of the same config may be replaced; throws the faults of `prepareTarget`. */
export async function openDraft(folder: string, configHash: string): Promise<Draft> {
  const target = {path: folder, configHash, proof: 'manifest.json'} as const;
  const path = draftPath(folder);
  await prepareTarget(target);
  await onDisk(folder, () => mkdir(path));
  return {
    path,
    publish: () => replaceFolder(path, target),
    discard: () => rm(path, {recursive: true, force: true}),
  };
}

import {readdir} from 'node:fs/promises';
import {join, resolve} from 'node:path';
import {planOf} from '../../engine/plan.ts';
import {Fault} from '../../numeric/fault.ts';
import type {Effects} from '../effects.ts';
import {type Loaded, loadExperiment} from '../load.ts';
import {openDraft} from '../output/folder.ts';
import {comparing} from '../output/otherConfig.ts';
import {requireRoom} from '../room.ts';
import {readShard, SHARD, type ShardManifest} from '../store/shard.ts';
import {spans} from '../terminal/quantities.ts';
import {version} from '../version.ts';
import {deliver} from './deliver.ts';
import type {MergeOptions} from './options.ts';
import type {Seconds} from './seconds.ts';

/** A finished shard and its folder. */
interface Found {
  readonly folder: string;
  readonly manifest: ShardManifest;
}

/** The shards that a folder is or holds; throws Fault `shard-missing` where there is none, and the faults of `readShard`. */
async function shardsIn(folder: string): Promise<Found[]> {
  const own = await readShard(folder);
  if (own) return [{folder, manifest: own}];
  const names: string[] = await readdir(folder).catch(({code = 'unknown'}: NodeJS.ErrnoException) => {
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw new Fault('shard-unreadable', {path: folder, reason: code});
  });
  const found: Found[] = [];
  for (const name of names.filter((one) => !one.startsWith('.'))) {
    const manifest = await readShard(join(folder, name));
    if (manifest) found.push({folder: join(folder, name), manifest});
  }
  if (found.length === 0) throw new Fault('shard-missing', {path: folder});
  return found;
}

/** Every shard of the folders once, in the order of their replicates. */
async function collect(directories: readonly string[], cwd: string): Promise<Found[]> {
  const found = new Map<string, Found>();
  for (const directory of directories) {
    for (const shard of await shardsIn(resolve(cwd, directory))) found.set(shard.folder, shard);
  }
  return [...found.values()].sort(
    (a, b) => a.manifest.replicates.from - b.manifest.replicates.from || (a.folder < b.folder ? -1 : 1),
  );
}

/** Throws Fault `shards-seeds`, `shards-configs` or `shards-versions` where shards are not of one study, made by this version. */
function checkAlike([first, ...others]: readonly Found[], program: string): void {
  for (const {folder, manifest} of others) {
    const data = {path: folder, other: first!.folder};
    const [a, b] = [manifest, first!.manifest];
    if (a.seed !== b.seed) throw new Fault('shards-seeds', {...data, seed: a.seed, otherSeed: b.seed});
    if (a.configHash !== b.configHash || a.replicates.of !== b.replicates.of) throw new Fault('shards-configs', data);
  }
  for (const {folder, manifest} of [first!, ...others]) {
    if (manifest.version !== program) {
      throw new Fault('shards-versions', {path: folder, version: manifest.version, program});
    }
  }
}

/** Numbers of the shards that are missing, where all are of one count; empty where that is not known. */
function missingOf(shards: readonly Found[]): number[] {
  const {count} = shards[0]!.manifest.shard;
  if (shards.some(({manifest}) => manifest.shard.count !== count)) return [];
  const there = new Set(shards.map(({manifest}) => manifest.shard.index));
  return Array.from({length: count}, (_, i) => i + 1).filter((index) => !there.has(index));
}

/**
 * Throws Fault `shards-overlap` where two shards hold the same replicate, and `shards-incomplete`, or `shards-left` with the numbers of what is
 * missing, where none holds one.
 */
function checkWhole(shards: readonly Found[]): void {
  const total = shards[0]!.manifest.replicates.of;
  const gap = (from: number, to: number) => {
    const data = {from, last: to - 1, total};
    const missing = missingOf(shards);
    if (missing.length === 0) return new Fault('shards-incomplete', data);
    return new Fault('shards-left', {...data, missing: spans(missing), count: shards[0]!.manifest.shard.count});
  };
  let next = 0;
  shards.forEach(({folder, manifest: {replicates}}, i) => {
    const {from, to} = replicates;
    if (from < next) throw new Fault('shards-overlap', {path: folder, other: shards[i - 1]!.folder, replicate: from});
    if (from > next) throw gap(next, from);
    next = to;
  });
  if (next < total) throw gap(next, total);
}

/** The config of the study; throws Fault `shard-unreadable` or `shard-field` where that of a shard is not the one that it was computed with. */
async function configOf(shards: readonly Found[], cwd: string): Promise<Loaded> {
  let first: Loaded | null = null;
  for (const {folder, manifest} of shards) {
    const loaded = await loadExperiment(join(folder, 'experiment.yaml'), {sets: []}, cwd);
    if (loaded.configHash !== manifest.configHash) {
      throw new Fault('shard-unreadable', {path: folder, reason: 'experiment.yaml is not the one of shard.json'});
    }
    if (loaded.experiment.replicates !== manifest.replicates.of) {
      throw new Fault('shard-field', {path: join(folder, SHARD), field: 'replicates'});
    }
    first ??= loaded;
  }
  return first!;
}

/** Seconds of every stage, over all shards. */
function secondsOf(shards: readonly Found[]): Seconds {
  const sum = (stage: string) => shards.reduce((total, {manifest}) => total + (manifest.seconds[stage] ?? 0), 0);
  return {simulate: sum('simulate'), fit: sum('fit')};
}

/**
 * Puts the shards of a study together and writes what one run would have written; returns 0. Throws Fault `shard-missing`,
 * `shard-unreadable`, `shard-json`, `shard-field`, `shards-seeds`, `shards-configs`, `shards-versions`, `shards-overlap`, `shards-incomplete`, `shards-left`, `part-missing`, `part-damaged`.
 */
export async function merge(options: MergeOptions, effects: Effects): Promise<number> {
  const {directories, out, quiet, json} = options;
  const program = await version();
  const shards = await collect(directories, effects.cwd);
  checkAlike(shards, program);
  checkWhole(shards);
  const loaded = await configOf(shards, effects.cwd);
  const {experiment, configHash} = loaded;
  const target = out === undefined ? join(effects.cwd, 'outputs', experiment.name) : resolve(effects.cwd, out);
  const extent = {threads: 0, replicates: experiment.replicates, report: true, stored: Number.POSITIVE_INFINITY};
  await requireRoom(experiment, extent, target, effects);
  const plan = planOf(experiment);
  const holdings = shards.map((one) => ({folder: one.folder, ...one.manifest.replicates}));
  const stored = {plan, stamp: {configHash, version: program}, holdings};
  const workers = shards.reduce((sum, one) => sum + one.manifest.workers, 0);
  const draft = await comparing(experiment, () => openDraft(target, configHash));
  try {
    const delivery = {loaded, stored, workers, folder: draft.path, target};
    const ending = await deliver(delivery, options, {seconds: secondsOf(shards), effects});
    effects.signal.throwIfAborted();
    await comparing(experiment, () => draft.publish());
    if (json || !quiet) effects.stdout.write(ending);
  } finally {
    await draft.discard();
  }
  return 0;
}

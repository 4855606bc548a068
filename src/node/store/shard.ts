import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {type Range, shardRange} from '../../engine/plan.ts';
import {Fault} from '../../numeric/fault.ts';

/** Which part of a study: shard `index` of `count`, counted from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** What a finished shard says of itself in shard.json. */
export interface ShardManifest {
  readonly name: string;
  readonly version: string;
  readonly seed: string;
  readonly configHash: string;
  readonly shard: Shard;
  /** Its replicates, `to` not among them, of all of the study. */
  readonly replicates: Range & {readonly of: number};
  readonly workers: number;
  /** Wall seconds by stage. */
  readonly seconds: Readonly<Record<string, number>>;
}

/** Name of the file that says what a finished shard holds. */
export const SHARD = 'shard.json';

/** Reads `i/n`; throws Fault `shard-form`, `shard-range`. */
export function shardOf(text: string): Shard {
  const [, index, count] = /^(\d{1,9})\/(\d{1,9})$/.exec(text) ?? [];
  if (index === undefined || count === undefined) throw new Fault('shard-form', {got: text});
  const shard = {index: Number(index), count: Number(count)};
  if (shard.index < 1 || shard.index > shard.count) throw new Fault('shard-range', {got: text, count: shard.count});
  return shard;
}

/** The replicates of a shard; throws Fault `shard-empty` where there are more shards than replicates. */
export function rangeOf({index, count}: Shard, replicates: number): Range {
  if (count > replicates) throw new Fault('shard-empty', {got: `${index}/${count}`, replicates});
  return shardRange(replicates, index, count);
}

/** Name of the folder of a shard. */
export function shardName({index, count}: Shard): string {
  return `${index}-of-${count}`;
}

/** Reads what a shard says of itself; null where the folder holds none. Throws Fault `shard-unreadable`. */
export async function readShard(folder: string): Promise<ShardManifest | null> {
  const path = join(folder, SHARD);
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
    throw new Fault('shard-unreadable', {path, reason: error.code ?? 'unknown'});
  });
  if (text === null) return null;
  try {
    const manifest = JSON.parse(text) as ShardManifest;
    const {from, to, of} = manifest.replicates;
    const texts = [manifest.configHash, manifest.version, manifest.seed];
    const sound = [from, to, of].every(Number.isSafeInteger) && 0 <= from && from < to && to <= of;
    if (!sound || !texts.every((value) => typeof value === 'string'))
      throw new Error('it lacks what a shard says of itself');
    return manifest;
  } catch (error) {
    throw new Fault('shard-unreadable', {path, reason: (error as Error).message});
  }
}

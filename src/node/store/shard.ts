import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {type Range, shardRange} from '../../engine/plan.ts';
import {Fault} from '../../numeric/fault.ts';
import type {Stamp} from './part.ts';

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

/** Reads `i/n`; throws Fault `shard-form`, `shard-none`, `shard-range`. */
export function shardOf(text: string): Shard {
  const [, index, count] = /^(\d+)\/(\d+)$/.exec(text) ?? [];
  if (index === undefined || count === undefined) throw new Fault('shard-form', {got: text});
  const shard = {index: Number(index), count: Number(count)};
  if (shard.count < 1) throw new Fault('shard-none', {got: text});
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

function whole(value: unknown, least: number): value is number {
  return Number.isSafeInteger(value) && (value as number) >= least;
}

function fields(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? {...value} : {};
}

function soundShard(value: unknown): boolean {
  const {index, count} = fields(value);
  return whole(index, 1) && whole(count, index);
}

function soundRange(value: unknown): boolean {
  const {from, to, of} = fields(value);
  return whole(from, 0) && whole(to, from + 1) && whole(of, to);
}

function soundSeconds(value: unknown): boolean {
  const {simulate, fit} = fields(value);
  return [simulate, fit].every((one) => typeof one === 'number' && Number.isFinite(one) && one >= 0);
}

const text = (value: unknown) => typeof value === 'string';

/** Whether a field of shard.json is as a shard writes it. */
const SOUND: Readonly<Record<keyof ShardManifest, (value: unknown) => boolean>> = {
  name: text,
  version: text,
  seed: text,
  configHash: text,
  shard: soundShard,
  replicates: soundRange,
  workers: (value) => whole(value, 1),
  seconds: soundSeconds,
};

/** A checked shard.json; throws Fault `shard-json`, `shard-field`. */
function manifestOf(content: string, path: string): ShardManifest {
  let found: Record<string, unknown>;
  try {
    found = fields(JSON.parse(content));
  } catch {
    throw new Fault('shard-json', {path});
  }
  const wrong = Object.entries(SOUND).find(([field, sound]) => !sound(found[field]));
  if (wrong) throw new Fault('shard-field', {path, field: wrong[0]});
  return found as unknown as ShardManifest;
}

/** Reads what a shard says of itself; null where the folder holds none. Throws Fault `shard-unreadable`, `shard-json`, `shard-field`. */
export async function readShard(folder: string): Promise<ShardManifest | null> {
  const path = join(folder, SHARD);
  const content = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
    throw new Fault('shard-unreadable', {path, reason: error.code ?? 'unknown'});
  });
  return content === null ? null : manifestOf(content, path);
}

/** What a finished shard in a folder says of itself, where it is this one of the same study and version; throws the faults of `readShard`. */
export async function sameShard(folder: string, {index, count}: Shard, stamp: Stamp): Promise<ShardManifest | null> {
  const known = await readShard(folder);
  const same =
    known?.configHash === stamp.configHash &&
    known.version === stamp.version &&
    known.shard.index === index &&
    known.shard.count === count;
  return same ? known : null;
}

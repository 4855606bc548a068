import {cp} from 'node:fs/promises';
import {dirname, relative} from 'node:path';
import {PRINTED} from '../../report/words/commands.ts';
import {fill} from '../../report/words/fill.ts';
import {survey} from '../crew/todo.ts';
import type {Effects} from '../effects.ts';
import {onDisk, replaceFolder} from '../output/folder.ts';
import {jsonText, writeText} from '../output/publish.ts';
import {PART} from '../store/part.ts';
import {SHARD, type ShardManifest, sameShard} from '../store/shard.ts';
import type {Work} from '../store/work.ts';
import {shellWord} from '../terminal/shellWord.ts';
import {type Conducting, conduct} from './conduct.ts';
import type {Job} from './jobs.ts';
import type {RunOptions} from './options.ts';

/** What the terminal says of a finished shard, or shard.json for machines. */
function endingOf(manifest: ShardManifest, target: string, {json, language}: RunOptions, {cwd}: Effects): string {
  if (json) return jsonText({directory: target, ...manifest});
  const {shard, replicates} = manifest;
  const place = (path: string) => relative(cwd, path) || '.';
  const data = {
    shard: `${shard.index}/${shard.count}`,
    from: replicates.from,
    last: replicates.to - 1,
    path: place(target),
    command: `npx mirage-lab merge ${shellWord(place(dirname(target)))}`,
  };
  return `${fill(PRINTED.shardDone, language, data)}\n`;
}

/** A finished shard of the same study and version in the place of this one; its sound parts are taken over, and where all are there it is done. */
async function finished({target, plan, range, stamp, shard}: Job, work: Work): Promise<ShardManifest | null> {
  const known = await sameShard(target, shard!, stamp);
  if (!known) return null;
  const {todo} = survey(plan, range, target, stamp);
  if (!todo.first && todo.groups.length + todo.blocks.length === 0) return known;
  const wanted = (path: string) => path === target || path.endsWith(PART);
  await onDisk(target, () => cp(target, work.path, {recursive: true, filter: wanted, force: false}));
  return null;
}

/** Computes one shard of a study and publishes its parts; with `resume`, one that is there already stays. */
export async function runShard(job: Job, work: Work, options: RunOptions, conducting: Conducting): Promise<string> {
  const {loaded, plan, stamp, range, target, workers, shard} = job;
  const {name, seed, replicates} = loaded.experiment;
  const {seconds, effects} = conducting;
  const known = options.resume ? await finished(job, work) : null;
  if (known) return endingOf(known, target, options, effects);
  const opened = {...work, left: await work.count()};
  await conduct({plan, stamp, range, work: opened}, {...options, workers}, conducting);
  const manifest: ShardManifest = {
    name,
    version: stamp.version,
    seed,
    configHash: stamp.configHash,
    shard: shard!,
    replicates: {...range, of: replicates},
    workers,
    seconds,
  };
  await writeText(work.path, SHARD, jsonText(manifest));
  effects.signal.throwIfAborted();
  await work.finish();
  await replaceFolder(work.path, {path: target, configHash: stamp.configHash, proof: SHARD});
  return endingOf(manifest, target, options, effects);
}

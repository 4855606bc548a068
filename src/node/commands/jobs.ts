import {isAbsolute, join} from 'node:path';
import {type Plan, planOf, type Range} from '../../engine/plan.ts';
import {Fault} from '../../numeric/fault.ts';
import type {Effects} from '../effects.ts';
import {type Loaded, loadExperiment} from '../load.ts';
import {onDisk} from '../output/folder.ts';
import {requireRoom} from '../room.ts';
import type {Stamp} from '../store/part.ts';
import {rangeOf, type Shard, sameShard, shardName, shardOf} from '../store/shard.ts';
import {bytesLeft} from '../store/work.ts';
import {warningLine} from '../terminal/faults.ts';
import {version} from '../version.ts';
import {crewSize} from './conduct.ts';
import {finishedRun} from './finished.ts';
import type {RunOptions} from './options.ts';

/** One study, or one shard of it, with the folder that it is written to. */
export interface Job {
  readonly loaded: Loaded;
  readonly plan: Plan;
  readonly stamp: Stamp;
  readonly shard: Shard | null;
  readonly range: Range;
  readonly target: string;
  readonly workers: number;
}

/**
 * Where a run goes: outputs/NAME below the current folder, or --out itself, or --out/NAME where there are several. Shards go into a folder of
 * shards: outputs/NAME-shards, or what --out names.
 */
function targetOf({experiment: {name}}: Loaded, shard: Shard | null, {configs, out}: RunOptions, cwd: string): string {
  const at = (path: string) => (isAbsolute(path) ? path : join(cwd, path));
  const several = out === undefined || configs.length > 1;
  const parent = out === undefined ? join(cwd, 'outputs') : at(out);
  if (!shard) return several ? join(parent, name) : parent;
  return join(several ? join(parent, `${name}-shards`) : parent, shardName(shard));
}

/**
 * Makes sure that the machine has room for what is left to do: nothing of a shard or a study that is finished. Throws Fault `study-memory`,
 * `study-disk`, and the faults of `readShard`.
 */
async function checkRoom(job: Job, resume: boolean, effects: Effects): Promise<void> {
  const {loaded, stamp, shard, range, target, workers: threads} = job;
  if (resume && shard && (await sameShard(target, shard, stamp))) return;
  const stored = resume ? await onDisk(target, () => bytesLeft(target, stamp)) : 0;
  if (resume && !shard && stored === 0 && (await finishedRun(job))) return;
  const extent = {threads, replicates: range.to - range.from, report: shard === null, stored};
  await requireRoom(loaded.experiment, extent, target, effects);
}

/**
 * Reads every config before any of them runs, and makes sure that the machine has room for each; throws ConfigFaults, Fault `out-several`,
 * `shard-form`, `shard-none`, `shard-range`, `shard-empty`, `study-memory`, `study-disk`, and the faults of `readShard`.
 */
export async function jobsOf(options: RunOptions, effects: Effects): Promise<Job[]> {
  const shard = options.shard === undefined ? null : shardOf(options.shard);
  const program = await version();
  const jobs: Job[] = [];
  for (const file of options.configs) {
    const loaded = await loadExperiment(file, options, effects.cwd);
    const {experiment, configHash} = loaded;
    const plan = planOf(experiment);
    const range = shard ? rangeOf(shard, experiment.replicates) : {from: 0, to: experiment.replicates};
    const target = targetOf(loaded, shard, options, effects.cwd);
    const workers = crewSize(plan, range, options.workers);
    if (jobs.some((job) => job.target === target)) throw new Fault('out-several', {path: target});
    for (const warning of loaded.warnings) effects.stderr.write(warningLine(warning, options.language));
    const job = {loaded, plan, stamp: {configHash, version: program}, shard, range, target, workers};
    await checkRoom(job, options.resume, effects);
    jobs.push(job);
  }
  return jobs;
}

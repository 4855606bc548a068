import {Fault} from '../../numeric/fault.ts';
import type {Effects} from '../effects.ts';
import {openDraft, prepareTarget} from '../output/folder.ts';
import {warmRenderer} from '../render/warm.ts';
import {SHARD} from '../store/shard.ts';
import {openWork, type Work} from '../store/work.ts';
import {conduct} from './conduct.ts';
import {deliver} from './deliver.ts';
import {finishedRun, finishedText} from './finished.ts';
import {type Job, jobsOf} from './jobs.ts';
import type {RunOptions} from './options.ts';
import {resumable} from './resuming.ts';
import {runShard} from './runShard.ts';
import type {Seconds} from './seconds.ts';

/** Computes a whole study and publishes it. */
async function runStudy(job: Job, work: Work, options: RunOptions, effects: Effects): Promise<string> {
  const {loaded, plan, stamp, range, target, workers} = job;
  const seconds: Seconds = {};
  const draft = await openDraft(target, stamp.configHash);
  try {
    // The renderer loads while the worker threads compute.
    const renderer = warmRenderer();
    renderer.catch(() => {});
    await conduct({plan, stamp, range, work}, {...options, workers}, {seconds, effects});
    await renderer;
    const stored = {plan, stamp, holdings: [{...range, folder: work.path}]};
    const delivery = {loaded, stored, workers, folder: draft.path, target};
    const ending = await deliver(delivery, options, {seconds, effects});
    effects.signal.throwIfAborted();
    await draft.publish();
    return ending;
  } finally {
    await draft.discard();
  }
}

/** Computes what a job asks for; with `resume` a study that is finished, and of which no newer run was begun, stays as it is. */
async function compute(job: Job, work: Work, options: RunOptions, effects: Effects): Promise<string> {
  if (job.shard) return runShard(job, work, options, effects);
  const known = options.resume && work.left === 0 ? await finishedRun(job.target, job.stamp) : null;
  return known ? finishedText(known, job.target, options, effects) : runStudy(job, work, options, effects);
}

/** Runs one job; what was computed before it ends early is kept. Returns what the terminal says at the end. */
async function runJob(job: Job, options: RunOptions, effects: Effects): Promise<string> {
  const {target: path, stamp, shard} = job;
  const work = await openWork(path, stamp);
  try {
    if (shard) await prepareTarget({path, configHash: stamp.configHash, proof: SHARD});
    const ending = await compute(job, work, options, effects);
    await work.remove();
    return ending;
  } catch (error) {
    const kept = await work.release();
    // Ctrl-C may have come between two stages.
    const cause = effects.signal.aborted ? new Fault('interrupted') : error;
    throw kept ? resumable(cause, options.typed, work.path) : cause;
  }
}

/** Simulates, fits and reports each study, or computes a shard of it; returns 0. With --json several studies are one array. Throws Fault and ConfigFaults with their exit codes. */
export async function run(options: RunOptions, effects: Effects): Promise<number> {
  const jobs = await jobsOf(options, effects);
  const endings: string[] = [];
  for (const job of jobs) {
    const ending = await runJob(job, options, effects);
    if (options.json) endings.push(ending.trimEnd());
    else if (!options.quiet) effects.stdout.write(ending);
  }
  if (options.json) effects.stdout.write(jobs.length === 1 ? `${endings[0]}\n` : `[${endings.join(',\n')}]\n`);
  return 0;
}

import {writeConfig} from '../../config/write.ts';
import {Fault} from '../../numeric/fault.ts';
import {fill} from '../../report/words/fill.ts';
import {STAGES} from '../../report/words/stages.ts';
import {type Crew, openCrew} from '../crew/crew.ts';
import type {Effects} from '../effects.ts';
import {openDraft, prepareTarget} from '../output/folder.ts';
import {comparing} from '../output/otherConfig.ts';
import {writeText} from '../output/publish.ts';
import {warmRenderer} from '../render/warm.ts';
import {SHARD} from '../store/shard.ts';
import {openWork, type Work} from '../store/work.ts';
import {clearBar} from '../terminal/progress.ts';
import {type Conducting, conduct} from './conduct.ts';
import {deliver, isLarge} from './deliver.ts';
import {finishedRun, finishedText} from './finished.ts';
import {type Job, jobsOf} from './jobs.ts';
import type {RunOptions} from './options.ts';
import {type Rest, relay, type Stages} from './relay.ts';
import {resumable} from './resuming.ts';
import {runShard} from './runShard.ts';

/** What is left of a job once it is computed: to publish it, which gives what the terminal says at the end. */
type Computed = Rest<string>;

/** A job of which nothing is left but to tell of it. */
function done(ending: string): Computed {
  return {go: async () => ending, drop: async () => {}};
}

/** Computes a whole study; what is left is to publish it. */
async function computeStudy(job: Job, work: Work, options: RunOptions, conducting: Conducting): Promise<Computed> {
  const {loaded, plan, stamp, range, target, workers} = job;
  const {seconds, effects} = conducting;
  const draft = await openDraft(target, stamp.configHash);
  try {
    // The renderer loads while the worker threads compute.
    const renderer = warmRenderer();
    renderer.catch(() => {});
    await conduct({plan, stamp, range, work}, {...options, workers}, conducting);
    await renderer;
  } catch (error) {
    await draft.discard();
    throw error;
  }
  const go = async (): Promise<string> => {
    try {
      const stored = {plan, stamp, holdings: [{...range, folder: work.path}]};
      const delivery = {loaded, stored, workers, folder: draft.path, target};
      const ending = await deliver(delivery, options, {seconds, effects});
      effects.signal.throwIfAborted();
      await draft.publish();
      return ending;
    } finally {
      await draft.discard();
    }
  };
  return {go, drop: () => draft.discard()};
}

/** Takes a step of a job; where it ends early, what was computed is kept. */
async function keeping<T>(step: () => Promise<T>, release: () => Promise<void>, {signal}: Effects): Promise<T> {
  try {
    return await step();
  } catch (error) {
    await release();
    // Ctrl-C may have come between two stages.
    throw signal.aborted ? new Fault('interrupted') : error;
  }
}

/** Computes what a job asks for; with `resume` a study that is finished, and of which no newer run was begun, stays as it is. */
async function computeAsked(job: Job, work: Work, options: RunOptions, conducting: Conducting): Promise<Computed> {
  const {target, stamp, shard} = job;
  if (shard) {
    await prepareTarget({path: target, configHash: stamp.configHash, proof: SHARD});
    return done(await runShard(job, work, options, conducting));
  }
  const known = options.resume && work.left === 0 ? await finishedRun(job) : null;
  if (known) return done(finishedText(known, target, options, conducting.effects));
  return computeStudy(job, work, options, conducting);
}

/** Computes one job; where it ends early, `keep` takes the folder of what was computed. */
async function compute(
  job: Job,
  options: RunOptions,
  conducting: Conducting,
  keep: (path: string) => void,
): Promise<Computed> {
  const {effects} = conducting;
  const {config, experiment} = job.loaded;
  const work = await openWork(job.target, job.stamp);
  const release = async (): Promise<void> => {
    if (await work.release()) keep(work.path);
  };
  const guarded = <T>(step: () => Promise<T>): Promise<T> =>
    keeping(() => comparing(experiment, step), release, effects);
  const rest = await guarded(async () => {
    // A later run of another config can say what differs.
    await writeText(work.path, 'experiment.yaml', writeConfig(config, experiment));
    return computeAsked(job, work, options, conducting);
  });
  return {
    go: () =>
      guarded(async () => {
        const ending = await rest.go();
        await work.remove();
        return ending;
      }),
    async drop() {
      await rest.drop();
      await release();
    },
  };
}

/**
 * Takes the jobs one after the other; returns what the terminal says at the end of each, and says it where the options do not speak against it.
 * A fault that ends them says what is kept and how to go on.
 */
async function inTurn(jobs: readonly Job[], crew: Crew, options: RunOptions, effects: Effects): Promise<string[]> {
  const {language, json, quiet, typed} = options;
  const endings: string[] = [];
  const kept: string[] = [];
  const labelOf = ({loaded}: Job, i: number): string =>
    jobs.length === 1 ? fill(STAGES.compute, language) : `${i + 1}/${jobs.length} ${loaded.experiment.name}`;
  const stages: Stages<Job, string> = {
    signal: effects.signal,
    async begin(job, i, signal) {
      const conducting = {seconds: {}, effects: {...effects, signal}, crew, label: labelOf(job, i)};
      const computed = await compute(job, options, conducting, (path) => kept.push(path));
      // Idle threads keep their memory, which counts where a study is large; after the last one nobody waits for them.
      if (isLarge(job.plan.cells) || i === jobs.length - 1) await crew.leave();
      return computed;
    },
    // Memory counts where studies are large.
    together: (a, b) => !isLarge(a.plan.cells + b.plan.cells),
    take(ending) {
      endings.push(ending.trimEnd());
      if (json || quiet) return;
      clearBar(effects);
      effects.stdout.write(ending);
    },
  };
  try {
    await relay(jobs, stages);
  } catch (error) {
    throw resumable(error, typed, {kept, done: endings.length, total: jobs.length});
  }
  return endings;
}

/** Simulates, fits and reports each study, or computes a shard of it; returns 0. With --json several studies are one array. Throws Fault and ConfigFaults with their exit codes. */
export async function run(options: RunOptions, effects: Effects): Promise<number> {
  const jobs = await jobsOf(options, effects);
  const crew = openCrew(Math.max(...jobs.map(({workers}) => workers)));
  try {
    const endings = await inTurn(jobs, crew, options, effects);
    if (options.json) effects.stdout.write(jobs.length === 1 ? `${endings[0]}\n` : `[${endings.join(',\n')}]\n`);
    return 0;
  } finally {
    await crew.leave();
  }
}

import {isAbsolute, join} from 'node:path';
import {Fault} from '../../numeric/fault.ts';
import {PRINTED} from '../../report/words/commands.ts';
import type {Effects} from '../effects.ts';
import {type Loaded, loadExperiment} from '../load.ts';
import {openDraft} from '../output/folder.ts';
import {warmRenderer} from '../render/warm.ts';
import {faultLine} from '../terminal/faults.ts';
import {conduct, type Seconds} from './conduct.ts';
import {deliver} from './deliver.ts';
import type {RunOptions} from './options.ts';

/** A config with the folder its run is written to. */
interface Job {
  readonly loaded: Loaded;
  readonly target: string;
}

/** Where the runs go: outputs/NAME below the current folder, or --out itself, or --out/NAME where there are several. */
function targetOf({experiment}: Loaded, {configs, out}: RunOptions, cwd: string): string {
  const at = (path: string) => (isAbsolute(path) ? path : join(cwd, path));
  if (out === undefined) return join(cwd, 'outputs', experiment.name);
  return configs.length === 1 ? at(out) : join(at(out), experiment.name);
}

/** Reads every config before any of them runs; throws ConfigFaults, or Fault `out-several`. */
async function jobsOf(options: RunOptions, effects: Effects): Promise<Job[]> {
  const jobs: Job[] = [];
  for (const file of options.configs) {
    const loaded = await loadExperiment(file, options, effects.cwd);
    const target = targetOf(loaded, options, effects.cwd);
    if (jobs.some((job) => job.target === target)) throw new Fault('out-several', {path: target});
    for (const warning of loaded.warnings) {
      effects.stderr.write(`${PRINTED.warning[options.language]}: ${faultLine(warning, options.language)}\n`);
    }
    jobs.push({loaded, target});
  }
  return jobs;
}

/** Runs one study and publishes it; returns what the terminal says at the end. */
async function runJob({loaded, target}: Job, options: RunOptions, effects: Effects): Promise<string> {
  const seconds: Seconds = {};
  const draft = await openDraft(target, loaded.configHash);
  try {
    // The renderer loads while the worker threads simulate.
    const renderer = warmRenderer();
    renderer.catch(() => {});
    const conducted = await conduct(loaded.experiment, options, seconds, effects);
    await renderer;
    const ending = await deliver({loaded, conducted, seconds, folder: draft.path, target}, options, effects);
    effects.signal.throwIfAborted();
    await draft.publish();
    return ending;
  } finally {
    await draft.discard();
  }
}

/** Simulates, fits and reports each study; returns 0. With --json several studies are one array. Throws Fault and ConfigFaults with their exit codes. */
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

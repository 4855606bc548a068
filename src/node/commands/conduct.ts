import {availableParallelism} from 'node:os';
import {plainText} from '../../config/plainText.ts';
import type {Plan, Range} from '../../engine/plan.ts';
import type {FaultData} from '../../numeric/fault.ts';
import {PRINTED} from '../../report/words/commands.ts';
import {fill} from '../../report/words/fill.ts';
import type {Crew} from '../crew/crew.ts';
import {sharesOf} from '../crew/shares.ts';
import {piecesOf, type Survey, survey} from '../crew/todo.ts';
import type {Effects} from '../effects.ts';
import {differingData} from '../output/otherConfig.ts';
import {partName, type Stamp} from '../store/part.ts';
import type {Work} from '../store/work.ts';
import {progress, tellLine} from '../terminal/progress.ts';
import type {RunOptions} from './options.ts';
import type {Seconds} from './seconds.ts';

/** What is computed: some replicates of a plan, into a folder of parts. */
export interface Assigned {
  readonly plan: Plan;
  readonly stamp: Stamp;
  readonly range: Range;
  readonly work: Work;
}

/** Where progress and times of a run go. */
export interface Watching {
  readonly seconds: Seconds;
  readonly effects: Effects;
}

/** What a study is computed with. */
export interface Conducting extends Watching {
  readonly crew: Crew;
  /** What the progress bar calls it. */
  readonly label: string;
}

type Options = Pick<RunOptions, 'workers' | 'quiet' | 'language' | 'resume'>;

/** Threads worth starting: as many as cores, never more than there are pieces of work. */
export function crewSize({experiment}: Plan, {from, to}: Range, workers = availableParallelism()): number {
  return Math.max(1, Math.min(workers, (to - from) * sharesOf(experiment)));
}

/** Says on the error stream what interrupted runs left, and what of it is used. */
async function tell(
  found: Survey,
  {work, range, plan: {experiment}}: Assigned,
  {quiet, language, resume}: Options,
  effects: Effects,
): Promise<void> {
  const say = (key: 'resumed' | 'redone' | 'resumable' | 'unfinished' | 'unfinishedDiffers', data: FaultData) =>
    tellLine(effects, plainText(fill(PRINTED[key], language, data)));
  if (quiet) return;
  for (const path of work.others) {
    const differing = await differingData(path, experiment);
    say(differing ? 'unfinishedDiffers' : 'unfinished', {path, ...differing});
  }
  if (work.left === 0) return;
  say(resume ? 'resumed' : 'resumable', {done: found.done, total: range.to - range.from});
  if (resume) for (const label of found.damaged) say('redone', {file: partName(label)});
}

/** Looks at what an earlier run left: it is used to resume, and removed else. */
async function takeOver(assigned: Assigned, options: Options, effects: Effects): Promise<Survey> {
  const {plan, range, work, stamp} = assigned;
  const found = survey(plan, range, work.path, stamp);
  await tell(found, assigned, options, effects);
  if (options.resume || work.left === 0) return found;
  await work.clear();
  return survey(plan, range, work.path, stamp);
}

/**
 * Simulates and fits replicates until the folder of parts holds all of them; what is there already is taken over where the options say so.
 * The wall time is shared out to the two stages as the threads spent it. Throws the faults of `Crew.compute`.
 */
export async function conduct(
  assigned: Assigned,
  options: Options,
  {seconds, effects, crew, label}: Conducting,
): Promise<void> {
  const {plan, range, work, stamp} = assigned;
  const {workers, quiet, language} = options;
  effects.signal.throwIfAborted();
  const {todo, first} = await takeOver(assigned, options, effects);
  const size = Math.min(crewSize(plan, range, workers), piecesOf(plan.experiment, todo));
  const bar = progress(effects, label, language);
  const started = effects.now();
  try {
    const watch = quiet ? () => {} : bar.update;
    const assignment = {plan, folder: work.path, stamp, todo, first};
    const {simulate, fit} = await crew.compute(assignment, size, {watch, signal: effects.signal});
    const wall = (effects.now() - started) / 1000;
    const share = simulate + fit > 0 ? simulate / (simulate + fit) : 0;
    seconds.simulate = wall * share;
    seconds.fit = wall * (1 - share);
  } finally {
    bar.end();
  }
}

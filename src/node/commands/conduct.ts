import {availableParallelism} from 'node:os';
import {designOf} from '../../config/design.ts';
import type {Experiment} from '../../config/experiment.ts';
import {type Plan, planOf} from '../../engine/plan.ts';
import {type Simulator, trajectories} from '../../engine/simulate.ts';
import {joinFindings, type KnownTruth} from '../../inference/analyse.ts';
import type {Findings} from '../../inference/findings.ts';
import {replicatesTable} from '../../inference/replicatesTable.ts';
import type {Table} from '../../numeric/table.ts';
import type {Manifest} from '../../report/study.ts';
import {fill} from '../../report/words/fill.ts';
import {STAGES} from '../../report/words/stages.ts';
import {WORLDS} from '../../science/worlds/registry.ts';
import {assemble, type Crew} from '../crew/crew.ts';
import type {Effects} from '../effects.ts';
import {resultHash} from '../resultHash.ts';
import {progress} from '../terminal/progress.ts';
import type {RunOptions} from './options.ts';

/** Wall seconds by stage. */
export type Seconds = Record<string, number>;

/** Numbers of a run: simulated, fitted and judged. */
export interface Conducted {
  readonly plan: Plan;
  readonly values: Float64Array;
  readonly trajectory: Simulator['trajectory'];
  readonly findings: Findings;
  /** One row per curve of every replicate. */
  readonly replicates: Table;
  readonly resultHash: string;
  readonly workers: number;
}

/** Runs a step and adds its wall time to a stage; throws where Ctrl-C came before it. */
export async function timed<T>(
  seconds: Seconds,
  stage: string,
  effects: Effects,
  step: () => Promise<T> | T,
): Promise<T> {
  effects.signal.throwIfAborted();
  const started = effects.now();
  const result = await step();
  seconds[stage] = (seconds[stage] ?? 0) + (effects.now() - started) / 1000;
  return result;
}

/** What every world knows of every benchmark. */
function truthsOf({worlds, benchmarks}: Experiment): KnownTruth[] {
  return worlds.flatMap((choice) => {
    const world = WORLDS.find(({name}) => name === choice.world)!;
    return benchmarks.map(({name}) => ({world: choice.name, benchmark: name, ...world.truth(choice.curves[name]!)}));
  });
}

/** Threads worth starting: as many as cores, never more than there are shards. */
function crewSize(shards: number, workers = availableParallelism()): number {
  return Math.max(1, Math.min(workers, shards));
}

/** Does the work of a crew and lets it end; where that fails no thread is left behind. */
async function finishing<T>(crew: Crew, work: () => Promise<T>): Promise<T> {
  try {
    const result = await work();
    await crew.dismiss();
    return result;
  } catch (error) {
    await crew.abandon();
    throw error;
  }
}

/** Simulates every cell, fits every replicate on the same threads and joins what they say. */
export async function conduct(
  experiment: Experiment,
  {workers, quiet, language}: Pick<RunOptions, 'workers' | 'quiet' | 'language'>,
  seconds: Seconds,
  effects: Effects,
): Promise<Conducted> {
  const plan = planOf(experiment);
  const size = crewSize(plan.shards, workers);
  const crew = await timed(seconds, 'start', effects, () => assemble(plan, size, effects.signal));
  const watched = async <T>(
    stage: 'simulate' | 'fit',
    step: (watch: (done: number, total: number) => void) => Promise<T>,
  ) => {
    const bar = progress(effects, fill(STAGES[stage], language), language);
    try {
      return await timed(seconds, stage, effects, () => step(quiet ? () => {} : bar.update));
    } finally {
      bar.end();
    }
  };
  const {groups, summaries} = await finishing(crew, async () => {
    await watched('simulate', crew.simulate);
    return watched('fit', crew.analyse);
  });
  const values = new Float64Array(crew.board.values);
  const trajectory = trajectories(plan);
  const findings = joinFindings(groups, {summaries, truths: truthsOf(experiment), rule: experiment.verdict});
  const hash = await timed(seconds, 'hash', effects, () => resultHash(plan, values, trajectory));
  const replicates = replicatesTable(summaries);
  return {plan, values, trajectory, findings, replicates, resultHash: hash, workers: size};
}

/** The counts of manifest.json. */
export function countsOf(experiment: Experiment): Manifest['counts'] {
  const {memory, ...counts} = designOf(experiment);
  return counts;
}

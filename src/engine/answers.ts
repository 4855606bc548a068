import type {Experiment} from '../config/experiment.ts';
import {asksAttempts} from '../config/metricsOf.ts';
import {laneState} from '../numeric/lanes.ts';
import {type Key, nameWord, streamAt} from '../numeric/stream.ts';
import type {Latent, Split} from '../science/latent.ts';
import {STATISTICS, SUMMED} from '../science/metric.ts';
import {METRICS} from '../science/metrics/registry.ts';
import {attempter, type LatentOf} from './attempts.ts';
import type {Kernel, Scorer} from './kernel/kernel.ts';
import {putMeans} from './kernel/sums.ts';
import {lastOf} from './lastOf.ts';
import type {Cell, Plan} from './plan.ts';
import {questionKeys, questionTraits} from './questions.ts';

/** Whether any metric of the experiment needs log probability or margin. */
export function needsExtended({metrics}: Experiment): boolean {
  return METRICS.some((metric) => metric.extended && metrics.includes(metric.name));
}

/**
 * Answers every question of a cell once and scores the answers at each latent, or at two for two groups of questions: means of STATISTICS
 * into `out`, shape [latents, STATISTICS], at `to`.
 */
export type Answerer = (
  cell: Cell,
  latents: readonly (Latent | Split<Latent>)[],
  out: Float64Array,
  to: number,
) => void;

/** How many of the questions belong to the first group. */
export function groupSize({share}: Split<unknown>, questions: number): number {
  return Math.round(Math.min(Math.max(share, 0), 1) * questions);
}

/** The answerer of a plan: what it returns depends on the cell's address alone, not on the kernel. */
export function answerer(plan: Plan, kernel: Kernel): Answerer {
  const {experiment, points} = plan;
  const {benchmarks, population, seed, worlds} = experiment;
  const keys = questionKeys(seed);
  const wanted = {extended: needsExtended(experiment), latents: Math.max(worlds.length, 2)};
  const attempts = asksAttempts(experiment) ? attempter(plan) : null;
  const scorers = new Map<number, Scorer>();
  const scorerAt = (b: number): Scorer => {
    const known = scorers.get(b) ?? kernel(benchmarks[b]!, wanted);
    scorers.set(b, known);
    return known;
  };
  const asked = lastOf((replicate: number, b: number) => {
    const scorer = scorerAt(b);
    scorer.question(questionTraits(keys.questions, benchmarks[b]!, replicate));
    return scorer;
  });
  const stateOf = (key: Key, replicate: number, run: number, checkpoint: number, b: number): Int32Array =>
    laneState(
      streamAt(key, [replicate, nameWord(population.runs[run]!.id), checkpoint, nameWord(benchmarks[b]!.name)]),
    );
  return (cell, latents, out, to) => {
    const {replicate, benchmark: b, point} = cell;
    const {questions, persistence, answer} = benchmarks[b]!;
    const {run, checkpoint} = points[point]!;
    const persists = answer.kind === 'choice' && persistence > 0;
    const habit = persists ? stateOf(keys.habits, replicate, run, 0, b) : null;
    const state = stateOf(keys.answers, replicate, run, checkpoint, b);
    const sumsAt: SumsAt = (at, first) => asked(replicate, b).answer(state, habit, at, first);
    const sums = sumsAt(latents.map(restOf)).slice();
    out.fill(0, to, to + latents.length * STATISTICS.length);
    latents.forEach((latent, i) => {
      const from = i * SUMMED.length;
      if ('share' in latent) moveGroup(sums, from, latent, groupSize(latent, questions), sumsAt);
      putMeans(sums, from, questions, out, to + i * STATISTICS.length);
    });
    attempts?.(
      cell,
      latents.map((latent) => latentByQuestion(latent, questions)),
      out,
      to,
    );
  };
}

/** Integer sums of SUMMED at each latent, over all questions or the first so many. */
type SumsAt = (latents: readonly Latent[], first?: number) => Float64Array;

function restOf(latent: Latent | Split<Latent>): Latent {
  return 'share' in latent ? latent.rest : latent;
}

function latentByQuestion(latent: Latent | Split<Latent>, questions: number): LatentOf {
  if (!('share' in latent)) return () => latent;
  const size = groupSize(latent, questions);
  return (question) => (question < size ? latent.first : latent.rest);
}

/**
 * Moves the first group of questions from the latent of the rest to its own: the sums are integers, so that nothing is lost. Its own comes
 * last, so that a kernel that tells of every question tells what holds.
 */
function moveGroup(sums: Float64Array, from: number, {first, rest}: Split<Latent>, size: number, sumsAt: SumsAt): void {
  if (size === 0) return;
  const own = sumsAt([rest, first], size);
  for (let j = 0; j < SUMMED.length; j++) sums[from + j]! += own[SUMMED.length + j]! - own[j]!;
}

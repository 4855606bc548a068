import type {Experiment} from '../config/experiment.ts';
import {laneState} from '../numeric/lanes.ts';
import {type Key, nameWord, streamAt} from '../numeric/stream.ts';
import {STATISTICS} from '../science/metric.ts';
import {METRICS} from '../science/metrics/registry.ts';
import type {Latent} from '../science/world.ts';
import type {Kernel, Scorer} from './kernel/kernel.ts';
import {putMeans} from './kernel/sums.ts';
import {lastOf} from './lastOf.ts';
import type {Cell, Plan} from './plan.ts';
import {questionKeys, questionTraits} from './questions.ts';

/** Whether any metric of the experiment needs log probability or margin. */
export function needsExtended({metrics}: Experiment): boolean {
  return METRICS.some((metric) => metric.extended && metrics.includes(metric.name));
}

/** Answers every question of a cell once and scores the answers at each latent: means of STATISTICS into `out`, shape [latents, STATISTICS], at `to`. */
export type Answerer = (cell: Cell, latents: readonly Latent[], out: Float64Array, to: number) => void;

/** The answerer of a plan: what it returns depends on the cell's address alone, not on the kernel. */
export function answerer({experiment, points}: Plan, kernel: Kernel): Answerer {
  const {benchmarks, population, seed, worlds} = experiment;
  const keys = questionKeys(seed);
  const wanted = {extended: needsExtended(experiment), latents: worlds.length};
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
  return ({replicate, benchmark: b, point}, latents, out, to) => {
    const {questions, persistence, answer} = benchmarks[b]!;
    const {run, checkpoint} = points[point]!;
    const persists = answer.kind === 'choice' && persistence > 0;
    const habit = persists ? stateOf(keys.habits, replicate, run, 0, b) : null;
    const sums = asked(replicate, b).answer(stateOf(keys.answers, replicate, run, checkpoint, b), habit, latents);
    latents.forEach((_, i) => {
      putMeans(sums, i * STATISTICS.length, questions, out, to + i * STATISTICS.length);
    });
  };
}

import type {Experiment} from '../config/experiment.ts';
import {type Address, nameWord} from '../numeric/stream.ts';
import {STATISTICS} from '../science/metric.ts';
import {METRICS} from '../science/metrics/registry.ts';
import type {Latent} from '../science/world.ts';
import {scoreChoice} from './kernel/choice.ts';
import {scoreOpen} from './kernel/open.ts';
import {meansOf} from './kernel/sums.ts';
import {lastOf} from './lastOf.ts';
import type {Cell, Plan} from './plan.ts';
import {answerBuffer, drawAnswers, mixHabit, questionKeys, questionTraits} from './questions.ts';

/** Whether any metric of the experiment needs log probability or margin, which only simulated answers give. */
export function needsExtended({metrics}: Experiment): boolean {
  return METRICS.some((metric) => metrics.includes(metric.name) && !metric.fidelities.includes('expected'));
}

/** Answers every question of a cell once and scores the answers at each latent: means of STATISTICS per latent. */
export type Answerer = (cell: Cell, latents: readonly Latent[]) => Float64Array[];

/** The answerer of a plan: what it returns depends on the cell's address alone. */
export function answerer({experiment, points}: Plan): Answerer {
  const {benchmarks, population, seed} = experiment;
  const keys = questionKeys(seed);
  const extended = needsExtended(experiment);
  const buffer = lastOf((b: number) => answerBuffer(benchmarks[b]!));
  const traits = lastOf((replicate: number, b: number) => questionTraits(keys.questions, benchmarks[b]!, replicate));
  const habits = lastOf((replicate: number, b: number, run: number) => {
    const out = answerBuffer(benchmarks[b]!);
    const address: Address = [replicate, nameWord(population.runs[run]!.id), 0, nameWord(benchmarks[b]!.name)];
    drawAnswers(keys.habits, address, benchmarks[b]!, out);
    return out;
  });
  return ({replicate, benchmark: b, point}, latents) => {
    const benchmark = benchmarks[b]!;
    const {run, checkpoint} = points[point]!;
    const draws = buffer(b);
    const address: Address = [replicate, nameWord(population.runs[run]!.id), checkpoint, nameWord(benchmark.name)];
    drawAnswers(keys.answers, address, benchmark, draws);
    const own = traits(replicate, b);
    const {answer, questions, persistence} = benchmark;
    if (answer.kind === 'choice' && persistence > 0) mixHabit(draws, habits(replicate, b, run), persistence);
    return latents.map((latent) => {
      const sums = new Float64Array(STATISTICS.length);
      if (answer.kind === 'open') scoreOpen({questions, ease: own, uniforms: draws}, latent.s, sums);
      else scoreChoice({questions, options: answer.options, strength: own, normals: draws}, latent, extended, sums);
      return meansOf(sums, questions);
    });
  };
}

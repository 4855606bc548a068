import type {Latent, Split} from '../science/latent.ts';
import {STATISTICS} from '../science/metric.ts';
import {evaluationWiggle, luckOf, noiseKeys} from '../science/noise.ts';
import {sourceAt} from '../science/schedule.ts';
import {type Examined, examine} from './ability.ts';
import {answerer, groupSize} from './answers.ts';
import type {Kernel} from './kernel/kernel.ts';
import {lastOf} from './lastOf.ts';
import {type Cell, cellAt, type Plan, valuesPerCell} from './plan.ts';
import {surrogate} from './surrogate.ts';
import {noiselessLoss, type Trajectory, trajectoryOf} from './trajectory.ts';

/** Simulates cells of a plan anywhere and in any order: what a cell holds depends on its address alone. */
export interface Simulator {
  /** Fills `out` with the means of every statistic of the cells `from` to `to`; shape [to - from, worlds, STATISTICS]. */
  simulate(from: number, to: number, out: Float64Array): void;
  /** Losses of a replicate. */
  trajectory(replicate: number): Trajectory;
}

/** Latents of a cell in every world: the ability at the true loss plus the wiggle of this evaluation. */
export function latentsOf(
  plan: Plan,
  trajectory: Simulator['trajectory'],
): (cell: Cell, examined: Examined) => (Latent | Split<Latent>)[] {
  const {experiment, points} = plan;
  const {runs} = experiment.population;
  const keys = noiseKeys(experiment.seed);
  const wiggles = lastOf((replicate: number, b: number, run: number) =>
    evaluationWiggle(keys, experiment.noise, runs[run]!, {benchmark: experiment.benchmarks[b]!.name, replicate}),
  );
  const lucks = lastOf((replicate: number, b: number, run: number) =>
    luckOf(keys, runs[run]!, experiment.benchmarks[b]!.name, replicate),
  );
  return ({replicate, benchmark: b, point}, {benchmark, abilities}) => {
    const {run, checkpoint, tokens} = points[point]!;
    const source = sourceAt(runs[run]!, tokens);
    const loss = trajectory(replicate).loss[point]!;
    const shift = experiment.noise.evaluation * benchmark.wiggle * wiggles(replicate, b, run)[checkpoint]!;
    const wiggled = ({s, tau}: Latent): Latent => ({s: s + shift, tau});
    return abilities.map((ability) => {
      const at = ability({source, loss, luck: lucks(replicate, b, run)});
      return 'share' in at ? {share: at.share, first: wiggled(at.first), rest: wiggled(at.rest)} : wiggled(at);
    });
  };
}

/** Expected means of a cell; of groups of questions, by their sizes. */
function expectedOf({benchmark, model}: Examined, latent: Latent | Split<Latent>): Float64Array {
  if (!('share' in latent)) return model.expected(latent);
  const share = groupSize(latent, benchmark.questions) / benchmark.questions;
  const rest = model.expected(latent.rest);
  return model.expected(latent.first).map((mean, i) => share * mean + (1 - share) * rest[i]!);
}

/** Losses of the replicates of a plan. */
export function trajectories({experiment}: Plan): Simulator['trajectory'] {
  const clean = noiselessLoss(experiment);
  const keys = noiseKeys(experiment.seed);
  return lastOf((replicate: number) => trajectoryOf(experiment, clean, replicate, keys));
}

/** The simulator of a plan; the kernel decides how fast it is, never what it gives. */
export function simulator(plan: Plan, kernel: Kernel): Simulator {
  const {experiment} = plan;
  const trajectory = trajectories(plan);
  const examined = new Map<number, Examined>();
  const latents = latentsOf(plan, trajectory);
  const answers = answerer(plan, kernel);
  const width = valuesPerCell(plan);
  if (experiment.fidelity === 'surrogate') return {trajectory, simulate: surrogate(plan, trajectory)};
  return {
    trajectory,
    simulate(from, to, out) {
      for (let index = from; index < to; index++) {
        const cell = cellAt(plan, index);
        const known = examined.get(cell.benchmark) ?? examine(experiment.benchmarks[cell.benchmark]!, experiment);
        examined.set(cell.benchmark, known);
        const at = latents(cell, known);
        const to = (index - from) * width;
        if (experiment.fidelity === 'items') answers(cell, at, out, to);
        else {
          for (const [w, latent] of at.entries()) out.set(expectedOf(known, latent), to + w * STATISTICS.length);
        }
      }
    },
  };
}

import {normals} from '../numeric/normal.ts';
import {fillQuickNormals} from '../numeric/quickNormals.ts';
import {nameWord, streamAt, streamKey} from '../numeric/stream.ts';
import type {Benchmark} from '../science/benchmark.ts';
import type {Latent, Split} from '../science/latent.ts';
import {evaluationWiggle, noiseKeys} from '../science/noise.ts';
import {sourceAt} from '../science/schedule.ts';
import {QUESTION_FUNCTIONS} from '../science/surrogate/basis.ts';
import {CELL_DRAWS, type Cells, OWN_PAIRS, OWN_UNIFORMS} from '../science/surrogate/grid.ts';
import {type LatentTable, latentTable} from '../science/surrogate/latents.ts';
import {type Law, lawOf} from '../science/surrogate/law.ts';
import {abilitiesOf} from './ability.ts';
import {lastOf} from './lastOf.ts';
import type {Plan} from './plan.ts';
import type {Trajectory} from './trajectory.ts';

/** A benchmark ready to be drawn. */
interface Drawn {
  readonly benchmark: Benchmark;
  readonly law: Law;
  /** Latents by the loss, in every world. */
  readonly latents: readonly LatentTable[];
}

/** Prepares each benchmark once; benchmarks of the same kind and spread share a law. */
function preparer({experiment, points}: Plan, count: number): (b: number) => Drawn {
  const laws = new Map<string, Law>();
  const drawn: Drawn[] = [];
  const {run, tokens} = points[0]!;
  const source = sourceAt(experiment.population.runs[run]!, tokens);
  return (b) => {
    const known = drawn[b];
    if (known) return known;
    const benchmark = experiment.benchmarks[b]!;
    const {answer, spread} = benchmark;
    const name = JSON.stringify([answer, spread]);
    const law = laws.get(name) ?? lawOf(answer, spread, count);
    laws.set(name, law);
    // Any source and any luck will do: of the worlds that can be drawn, ability follows the loss alone.
    const latents = abilitiesOf(benchmark, experiment.worlds, law.answers(benchmark)).map((ability) =>
      latentTable((loss) => drawnLatent(ability({source, loss, luck: 0.5}))),
    );
    const made = {benchmark, law, latents};
    drawn[b] = made;
    return made;
  };
}

/** The latent of all questions. Throws where groups of them have their own: such worlds are refused. */
function drawnLatent(latent: Latent | Split<Latent>): Latent {
  if ('share' in latent) throw new Error('surrogate: groups of questions');
  return latent;
}

/** The checkpoints of one run on one benchmark in one replicate. */
export interface Stretch {
  readonly benchmark: Benchmark;
  readonly law: Law;
  /** In every world. */
  readonly worlds: readonly Cells[];
}

/**
 * The stretch of a plan at a replicate, a benchmark and a run, in the same memory every time, with laws of the first `count` statistics.
 * Question effects are keyed by (seed, replicate, benchmark) as questions are, the other draws by the address of the run, in the order
 * of its checkpoints.
 */
export function stretches(
  plan: Plan,
  trajectory: (replicate: number) => Trajectory,
  count: number,
): (replicate: number, b: number, run: number) => Stretch {
  const {points, experiment} = plan;
  const {seed, benchmarks, population, noise} = experiment;
  const prepared = preparer(plan, count);
  const questions = streamKey(seed, 'surrogate questions');
  const answers = streamKey(seed, 'surrogate answers');
  const words = benchmarks.map(({name}) => nameWord(name));
  const starts = population.runs.map((_, run) => points.findIndex((point) => point.run === run));
  const keys = noiseKeys(seed);
  const most = Math.max(...population.runs.map(({checkpoints}) => checkpoints.length));
  const draws = new Float64Array(most * CELL_DRAWS);
  const worlds = experiment.worlds.map(() => ({s: new Float64Array(most), tau: new Float64Array(most), draws}));
  const effects = lastOf((replicate: number, b: number) =>
    normals(streamAt(questions, [replicate, 0, 0, words[b]!]), QUESTION_FUNCTIONS),
  );
  return (replicate, b, r) => {
    const run = population.runs[r]!;
    const records = run.checkpoints.length;
    const {benchmark, law, latents} = prepared(b);
    const shape = {records, room: QUESTION_FUNCTIONS, pairs: OWN_PAIRS, uniforms: OWN_UNIFORMS};
    fillQuickNormals(streamAt(answers, [replicate, nameWord(run.id), 0, words[b]!]), shape, draws);
    const shared = effects(replicate, b);
    for (let i = 0; i < records; i++) {
      for (let j = 0; j < QUESTION_FUNCTIONS; j++) draws[i * CELL_DRAWS + j] = shared[j]!;
    }
    const loss = trajectory(replicate).loss.subarray(starts[r]!, starts[r]! + records);
    const size = noise.evaluation * benchmark.wiggle;
    const wiggle = size > 0 ? evaluationWiggle(keys, noise, run, {benchmark: benchmark.name, replicate}) : null;
    worlds.forEach(({s, tau}, w) => {
      latents[w]!(loss, s, tau);
      if (wiggle) for (let i = 0; i < records; i++) s[i]! += size * wiggle[i]!;
    });
    return {benchmark, law, worlds};
  };
}

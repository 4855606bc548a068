import {binomialAt} from '../numeric/binomial.ts';
import {fillNormals, LANES, laneState} from '../numeric/lanes.ts';
import {normals} from '../numeric/normal.ts';
import {type Address, nameWord, streamAt, streamKey} from '../numeric/stream.ts';
import type {Benchmark} from '../science/benchmark.ts';
import {STATISTICS} from '../science/metric.ts';
import {evaluationWiggle, noiseKeys} from '../science/noise.ts';
import {sourceAt} from '../science/schedule.ts';
import {QUESTION_FUNCTIONS} from '../science/surrogate/basis.ts';
import {CELL_DRAWS, DEVIATION, LAW_WIDTH, SCALE, SLOPE} from '../science/surrogate/grid.ts';
import {quickModel} from '../science/surrogate/latents.ts';
import {type Law, lawOf} from '../science/surrogate/law.ts';
import {DRAWN} from '../science/surrogate/panel.ts';
import type {Ability} from '../science/world.ts';
import {abilitiesOf} from './ability.ts';
import {needsExtended} from './answers.ts';
import {lastOf} from './lastOf.ts';
import {cellAt, type Plan, valuesPerCell} from './plan.ts';
import type {Trajectory} from './trajectory.ts';

/** Draws of one checkpoint: everything but the question effects. */
const OWN_DRAWS = CELL_DRAWS - QUESTION_FUNCTIONS;

/** Values of the drawn statistics are held to these ranges. */
const RANGES = [
  [0, 1],
  [0, 1],
  [0, 2],
  [Number.NEGATIVE_INFINITY, 0],
  [-1, 1],
] as const;

/** A benchmark ready to be drawn. */
interface Drawn {
  readonly benchmark: Benchmark;
  readonly law: Law;
  readonly abilities: readonly Ability[];
}

/** Prepares each benchmark once; benchmarks of the same kind and spread share a law. */
function preparer({experiment}: Plan): (b: number) => Drawn {
  const laws = new Map<string, Law>();
  const drawn: Drawn[] = [];
  return (b) => {
    const known = drawn[b];
    if (known) return known;
    const benchmark = experiment.benchmarks[b]!;
    const {answer, spread} = benchmark;
    const name = JSON.stringify([answer, spread]);
    const law = laws.get(name) ?? lawOf(answer, spread);
    laws.set(name, law);
    const abilities = abilitiesOf(benchmark, experiment.worlds, quickModel(benchmark, law.inverse));
    const made = {benchmark, law, abilities};
    drawn[b] = made;
    return made;
  };
}

/**
 * The random numbers of a plan: question effects, keyed by (seed, replicate, benchmark) as questions are, and the numbers of the
 * checkpoints of a run, at its address in their order; shape [checkpoints, OWN_DRAWS].
 */
function drawsOf({experiment}: Plan) {
  const {seed, benchmarks, population} = experiment;
  const questions = streamKey(seed, 'surrogate questions');
  const answers = streamKey(seed, 'surrogate answers');
  const addresses = benchmarks.map(({name}) => nameWord(name));
  const runs = population.runs.map(({id}) => nameWord(id));
  const most = Math.max(...population.runs.map(({checkpoints}) => checkpoints.length));
  const buffer = new Float32Array(2 * LANES * Math.ceil((most * OWN_DRAWS) / (2 * LANES)));
  return {
    effects: lastOf((replicate: number, b: number) =>
      normals(streamAt(questions, [replicate, 0, 0, addresses[b]!]), QUESTION_FUNCTIONS),
    ),
    own: lastOf((replicate: number, b: number, run: number) => {
      const address: Address = [replicate, runs[run]!, 0, addresses[b]!];
      const count = population.runs[run]!.checkpoints.length * OWN_DRAWS;
      fillNormals(laneState(streamAt(answers, address)), Math.ceil(count / (2 * LANES)), 1, buffer);
      return buffer;
    }),
  };
}

/** Writes the means of STATISTICS of one world from `at`, a filled law, for n questions. */
function writeMeans(at: Float64Array, n: number, count: number, out: Float64Array, from: number): void {
  const root = Math.sqrt(n);
  out[from] = binomialAt(at[DEVIATION]!, n, at[0]!) / n;
  for (let k = 1; k < count; k++) {
    const mean = at[k]!;
    const [low, high] = RANGES[k]!;
    const scale = at[SCALE + k]!;
    const deviation = (at[DEVIATION + k]! * scale) / root;
    out[from + 2 * k - 1] = Math.min(Math.max(mean + deviation, low), high);
    out[from + 2 * k] = Math.max(mean * mean + scale * scale + at[SLOPE + k]! * deviation, 0);
  }
  out.fill(0, from + 2 * count - 1, from + STATISTICS.length);
}

/**
 * Fills cells from the joint normal law of the means over questions: the fidelity `surrogate`. Checkpoints share the question effects
 * of their benchmark and replicate, worlds share every draw of a cell; the number of right answers has its binomial law.
 */
export function surrogate(
  plan: Plan,
  trajectory: (replicate: number) => Trajectory,
): (from: number, to: number, out: Float64Array) => void {
  const {experiment, points} = plan;
  const {runs} = experiment.population;
  const prepared = preparer(plan);
  const {effects, own} = drawsOf(plan);
  const keys = noiseKeys(experiment.seed);
  const wiggles = lastOf((replicate: number, b: number, run: number) =>
    evaluationWiggle(keys, runs[run]!, experiment.benchmarks[b]!.name, replicate),
  );
  const sources = points.map(({run, tokens}) => sourceAt(runs[run]!, tokens));
  const count = needsExtended(experiment) ? DRAWN.length : 3;
  const width = valuesPerCell(plan);
  const draws = new Float64Array(CELL_DRAWS);
  const filled = new Float64Array(LAW_WIDTH);
  return (from, to, out) => {
    for (let index = from; index < to; index++) {
      const {replicate, benchmark: b, point} = cellAt(plan, index);
      const {benchmark, law, abilities} = prepared(b);
      const {run, checkpoint} = points[point]!;
      const fresh = own(replicate, b, run);
      draws.set(effects(replicate, b));
      for (let j = 0; j < OWN_DRAWS; j++) draws[QUESTION_FUNCTIONS + j] = fresh[checkpoint * OWN_DRAWS + j]!;
      const size = experiment.noise.evaluation * benchmark.wiggle;
      const shift = size > 0 ? size * wiggles(replicate, b, run)[checkpoint]! : 0;
      const place = {source: sources[point]!, loss: trajectory(replicate).loss[point]!};
      for (let w = 0; w < abilities.length; w++) {
        const {s, tau} = abilities[w]!(place);
        law.fill(s + shift, tau, draws, count, filled);
        writeMeans(filled, benchmark.questions, count, out, (index - from) * width + w * STATISTICS.length);
      }
    }
  };
}

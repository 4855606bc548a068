import {binomialAt} from '../numeric/binomial.ts';
import {normals} from '../numeric/normal.ts';
import {fillQuickNormals} from '../numeric/quickNormals.ts';
import {nameWord, streamAt, streamKey} from '../numeric/stream.ts';
import type {Benchmark} from '../science/benchmark.ts';
import type {Ability, Latent} from '../science/latent.ts';
import {STATISTICS} from '../science/metric.ts';
import {evaluationWiggle, noiseKeys} from '../science/noise.ts';
import {sourceAt} from '../science/schedule.ts';
import {QUESTION_FUNCTIONS} from '../science/surrogate/basis.ts';
import {
  CELL_DRAWS,
  DEVIATION,
  LAW_WIDTH,
  OWN_DRAWS,
  OWN_PAIRS,
  OWN_UNIFORMS,
  SCALE,
  SKEW,
  SLOPE,
} from '../science/surrogate/grid.ts';
import {quickModel} from '../science/surrogate/latents.ts';
import {type Law, lawOf} from '../science/surrogate/law.ts';
import {DRAWN} from '../science/surrogate/panel.ts';
import {abilitiesOf} from './ability.ts';
import {needsExtended} from './answers.ts';
import {lastOf} from './lastOf.ts';
import {type Plan, valuesPerCell} from './plan.ts';
import type {Trajectory} from './trajectory.ts';

/** Values of the drawn statistics are held to these ranges. */
const LOWEST = [0, 0, 0, Number.NEGATIVE_INFINITY, -1] as const;
const HIGHEST = [1, 1, 2, 0, 1] as const;

/** Place of the wrong tokens among STATISTICS; their square follows. */
const MISTAKES = STATISTICS.indexOf('mistakes');

/** Largest skewness of a mean that is followed: up to here the expansion rises for every deviation above -5. */
const MOST_SKEW = 0.6;

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

/** What the checkpoints of one run on one benchmark share in one replicate. */
interface Stretch extends Drawn {
  /** Question effects, keyed by (seed, replicate, benchmark) as questions are. */
  readonly effects: Float64Array;
  /** Draws of the checkpoints, at the address of the run in their order; shape [checkpoints, OWN_DRAWS]. */
  readonly own: Float64Array;
  /** Wiggle of each checkpoint, standard normal, and its size in s; null where the benchmark has none. */
  readonly wiggle: Float64Array | null;
  readonly size: number;
  readonly loss: Float64Array;
}

/** The stretch of a plan at a replicate, a benchmark and a run. */
function stretches(
  plan: Plan,
  trajectory: (replicate: number) => Trajectory,
): (replicate: number, b: number, run: number) => Stretch {
  const {seed, benchmarks, population, noise} = plan.experiment;
  const prepared = preparer(plan);
  const questions = streamKey(seed, 'surrogate questions');
  const answers = streamKey(seed, 'surrogate answers');
  const words = benchmarks.map(({name}) => nameWord(name));
  const keys = noiseKeys(seed);
  const most = Math.max(...population.runs.map(({checkpoints}) => checkpoints.length));
  const own = new Float64Array(most * OWN_DRAWS);
  const effects = lastOf((replicate: number, b: number) =>
    normals(streamAt(questions, [replicate, 0, 0, words[b]!]), QUESTION_FUNCTIONS),
  );
  return (replicate, b, r) => {
    const run = population.runs[r]!;
    const drawn = prepared(b);
    const shape = {records: run.checkpoints.length, pairs: OWN_PAIRS, uniforms: OWN_UNIFORMS};
    fillQuickNormals(streamAt(answers, [replicate, nameWord(run.id), 0, words[b]!]), shape, own);
    const size = noise.evaluation * drawn.benchmark.wiggle;
    const wiggle = size > 0 ? evaluationWiggle(keys, run, drawn.benchmark.name, replicate) : null;
    return {...drawn, effects: effects(replicate, b), own, wiggle, size, loss: trajectory(replicate).loss};
  };
}

/**
 * Writes the means of STATISTICS of one world from a filled law, for n questions: the skewness of a mean in first order
 * (Cornish and Fisher 1938), a mean of squares by its regression on the mean.
 */
function writeMeans(law: Float64Array, n: number, count: number, out: Float64Array, from: number): void {
  const root = Math.sqrt(n);
  out[from] = binomialAt(law[DEVIATION]!, n, law[0]!) / n;
  for (let k = 1; k < count; k++) {
    const mean = law[k]!;
    const scale = law[SCALE + k]!;
    const z = law[DEVIATION + k]!;
    const skew = Math.min(Math.max(law[SKEW + k]! / root, -MOST_SKEW), MOST_SKEW);
    const deviation = ((z + (skew * (z * z - 1)) / 6) * scale) / root;
    out[from + 2 * k - 1] = Math.min(Math.max(mean + deviation, LOWEST[k]!), HIGHEST[k]!);
    out[from + 2 * k] = Math.max(mean * mean + scale * scale + law[SLOPE + k]! * deviation, 0);
  }
  for (let i = 2 * count - 1; i < STATISTICS.length; i++) out[from + i] = 0;
  // Of an answer of one token, one is wrong or none; choices have no tokens and no metric of theirs reads it.
  out[from + MISTAKES] = 1 - out[from]!;
  out[from + MISTAKES + 1] = 1 - out[from]!;
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
  const benchmarks = experiment.benchmarks.length;
  const stretchAt = stretches(plan, trajectory);
  const sources = points.map(({run, tokens}) => sourceAt(runs[run]!, tokens));
  const count = needsExtended(experiment) ? DRAWN.length : 3;
  const width = valuesPerCell(plan);
  const draws = new Float64Array(CELL_DRAWS);
  const law = new Float64Array(LAW_WIDTH);
  let [group, run] = [-1, -1];
  let stretch: Stretch | null = null;
  return (from, to, out) => {
    for (let index = from; index < to; index++) {
      const ownGroup = Math.floor(index / points.length);
      const point = index - ownGroup * points.length;
      const {run: ownRun, checkpoint} = points[point]!;
      if (stretch === null || ownGroup !== group || ownRun !== run) {
        [group, run] = [ownGroup, ownRun];
        stretch = stretchAt(Math.floor(group / benchmarks), group % benchmarks, run);
      }
      const {benchmark, abilities, effects, own, wiggle, size, loss} = stretch;
      for (let j = 0; j < QUESTION_FUNCTIONS; j++) draws[j] = effects[j]!;
      for (let j = 0; j < OWN_DRAWS; j++) draws[QUESTION_FUNCTIONS + j] = own[checkpoint * OWN_DRAWS + j]!;
      const shift = wiggle === null ? 0 : size * wiggle[checkpoint]!;
      // Worlds that follow the luck of a run are not drawn here.
      const place = {source: sources[point]!, loss: loss[point]!, luck: 0.5};
      for (let w = 0; w < abilities.length; w++) {
        const {s, tau} = abilities[w]!(place) as Latent;
        stretch.law.fill(s + shift, tau, draws, count, law);
        writeMeans(law, benchmark.questions, count, out, (index - from) * width + w * STATISTICS.length);
      }
    }
  };
}

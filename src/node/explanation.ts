import {type Design, designOf} from '../config/design.ts';
import type {Experiment} from '../config/experiment.ts';
import {curveCount, metricsOf} from '../config/metricsOf.ts';
import {type Needs, needsOf} from '../config/needs.ts';
import {lossRange} from '../config/resolve/checks.ts';
import {plantedTruth} from '../engine/plantedTruth.ts';
import {type CurveChoice, SMOOTH} from '../science/curve.ts';
import {formOf} from '../science/curves/registry.ts';
import type {Values, Words} from '../science/parameter.ts';
import {WORLDS} from '../science/worlds/registry.ts';
import {recoverySeconds} from './recoverySeconds.ts';

/** What one thread does in a second, measured and rounded down, for estimates of time only: it differs between machines. */
const SPEEDS = {
  /** Choice evaluations of the fidelity items. */
  evaluations: 3e8,
  /** Open questions of one world, for each metric of repeated attempts. */
  attempts: 3e6,
  /** Cells of one world of the other fidelities. */
  surrogate: 1e6,
  expected: 2e5,
  /** Points of curves that are fitted; fewer with bootstraps. */
  points: 15_000,
  resampledPoints: 7_000,
} as const;

/** What a world says of itself on one benchmark. */
export interface WorldTruth {
  readonly world: string;
  readonly benchmark: string;
  readonly curve: string;
  readonly formula: string;
  readonly values: Values;
  readonly onset: number | null;
  readonly width: number | null;
  /** Whether the words sharp and soft fit the curve. */
  readonly planted: boolean;
  /** What is mixed into the curve. */
  readonly mix?: NonNullable<CurveChoice['mix']>;
}

/** One preset of a study and where it comes from. */
export interface Origin {
  readonly kind: 'population' | 'loss' | 'benchmark' | 'world';
  readonly name: string;
  readonly source: string;
  /** What is illustrative in it, in words; null where nothing is. */
  readonly illustrative: string | null;
}

/** The expanded design of a study. */
export interface Explanation {
  readonly name: string;
  readonly question: Words | null;
  readonly design: Design;
  readonly needs: Needs;
  /** Estimated wall seconds of simulation and fits. */
  readonly seconds: {readonly simulate: number; readonly fit: number};
  readonly threads: number;
  /** Smallest and largest loss without noise, nats per token. */
  readonly losses: readonly [number, number];
  readonly truth: readonly WorldTruth[];
  readonly origins: readonly Origin[];
  /** Names of the figures that are drawn. */
  readonly figures: readonly string[];
}

/** Works out the design of a checked study for `threads` threads. */
export function explanationOf(experiment: Experiment, threads: number): Explanation {
  const {name, question, figures} = experiment;
  const design = designOf(experiment);
  return {
    name,
    question,
    design,
    needs: needsOf(experiment, {threads, replicates: experiment.replicates, report: true, stored: 0}),
    seconds: secondsOf(experiment, design, threads),
    threads,
    losses: lossRange(experiment, ['loss'], () => {}) ?? [Number.NaN, Number.NaN],
    truth: truthsOf(experiment),
    origins: originsOf(experiment),
    figures,
  };
}

function secondsOf(
  experiment: Experiment,
  {cells: addresses, checkpoints, choiceEvaluations}: Design,
  threads: number,
) {
  const {fidelity, worlds, replicates, resamples} = experiment;
  const {evaluations, attempts, points, resampledPoints} = SPEEDS;
  const tried = experiment.benchmarks.reduce(
    (sum, benchmark) =>
      sum + benchmark.questions * metricsOf(experiment, benchmark).filter((one) => one.attempts).length,
    0,
  );
  const items = choiceEvaluations / evaluations + (tried * worlds.length * replicates * checkpoints) / attempts;
  const simulate = fidelity === 'items' ? items : (addresses * worlds.length) / SPEEDS[fidelity];
  const fit = (replicates * checkpoints * curveCount(experiment)) / (resamples > 0 ? resampledPoints : points);
  const laws = replicates * recoverySeconds(experiment.recover ?? []);
  return {simulate: simulate / threads, fit: (fit + laws) / threads};
}

function truthsOf(experiment: Experiment): WorldTruth[] {
  return experiment.worlds.flatMap((world) =>
    experiment.benchmarks.map((benchmark) => {
      const choice = world.curves[benchmark.name]!;
      const truth = plantedTruth(experiment, world, benchmark);
      const {onset, width} = truth ?? SMOOTH;
      return {
        world: world.name,
        benchmark: benchmark.name,
        ...choice,
        formula: formOf(choice).formula,
        planted: truth !== null,
        onset,
        width,
      };
    }),
  );
}

function originsOf({population, loss, benchmarks, worlds}: Experiment): Origin[] {
  return [
    {kind: 'population', name: population.name, source: population.source, illustrative: null},
    {kind: 'loss', name: loss.name, source: loss.source, illustrative: null},
    ...benchmarks.map(({name, source, illustrative}): Origin => ({kind: 'benchmark', name, source, illustrative})),
    ...worlds.map(({name, world}): Origin => {
      const {paper, illustrative, about} = WORLDS.find((entry) => entry.name === world)!;
      return {kind: 'world', name, source: paper, illustrative: illustrative ? about.en : null};
    }),
  ];
}

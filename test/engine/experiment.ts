import type {Experiment} from '../../src/config/experiment.ts';
import {BENCHMARKS} from '../../src/science/benchmarks/registry.ts';
import {LAWS} from '../../src/science/laws/registry.ts';
import {evenCheckpoints, makeRun} from '../../src/science/population.ts';
import type {Run} from '../../src/science/run.ts';
import {WORLDS} from '../../src/science/worlds/registry.ts';

/** What a test wants to vary. */
export interface Wanted extends Partial<Omit<Experiment, 'benchmarks' | 'worlds' | 'population'>> {
  readonly benchmarks?: readonly string[];
  readonly worlds?: readonly string[];
  readonly runs?: readonly Run[];
  /** Questions of every benchmark. */
  readonly questions?: number;
  /** Tokens of every open answer. */
  readonly tokens?: number;
}

const law = LAWS.find(({name}) => name === 'du2024')!;

/** Two small runs that cross the thresholds of MMLU and C-Eval. */
export const RUNS: readonly Run[] = [
  makeRun({family: 'test', name: 'small', params: 6e9, tokens: 3e12, checkpoints: evenCheckpoints(3e12, 6)}),
  makeRun({family: 'test', name: 'large', params: 32e9, tokens: 2.5e12, checkpoints: evenCheckpoints(2.5e12, 5)}),
];

/** A small experiment with everything filled in. */
export function smallExperiment({benchmarks, worlds, runs, questions, tokens, ...rest}: Wanted = {}): Experiment {
  const chosen = (benchmarks ?? ['mmlu', 'c-eval']).map((id) => {
    const preset = BENCHMARKS.find(({name}) => name === id)!;
    const {answer} = preset;
    return {
      ...preset,
      questions: questions ?? preset.questions,
      answer: answer.kind === 'open' ? {...answer, tokens: tokens ?? answer.tokens} : answer,
    };
  });
  return {
    name: 'small',
    question: null,
    seed: 'engine test',
    replicates: 2,
    resamples: 19,
    fidelity: 'items',
    population: {name: 'test', source: 'made up', runs: runs ?? RUNS},
    loss: {name: 'du2024', form: 'du2024', source: law.source, values: law.presets.du2024!.values},
    noise: {run: 0.01, checkpoint: 0.005, correlation: 0.7, evaluation: 1, loss: 0},
    benchmarks: chosen,
    worlds: (worlds ?? ['threshold', 'smooth']).map((name) => {
      const world = WORLDS.find((entry) => entry.name === name)!;
      return {name, world: name, curves: Object.fromEntries(chosen.map((b) => [b.name, world.curve(b)]))};
    }),
    metrics: ['accuracy', 'correctChoiceProb', 'brierScore'],
    figures: [],
    references: [],
    verdict: {widthShare: 0.08, margin: 0.025, wideMargin: 0.04, wideInterval: 0.05},
    ...rest,
  };
}

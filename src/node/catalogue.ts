import {FIGURES} from '../report/figures/registry.ts';
import {chanceOf} from '../science/benchmark.ts';
import {BENCHMARKS} from '../science/benchmarks/registry.ts';
import {CURVES} from '../science/curve.ts';
import {LAWS} from '../science/laws/registry.ts';
import {METRICS} from '../science/metrics/registry.ts';
import {POPULATIONS} from '../science/populations/registry.ts';
import {checkpointCount} from '../science/run.ts';
import {WORLDS} from '../science/worlds/registry.ts';
import type {LISTS} from './commands/table.ts';

/** An entry of a registry as plain data. */
export type Entry = {readonly name: string} & Readonly<Record<string, unknown>>;

/** Every registry as plain data, by the name that `list` takes: what an entry says of itself, without its functions. */
export const CATALOGUE: Readonly<Record<(typeof LISTS)[number], () => readonly Entry[]>> = {
  populations: () =>
    POPULATIONS.map(({name, about, source, runs}) => ({
      name,
      about,
      runs: runs.length,
      checkpoints: checkpointCount(runs),
      source,
    })),
  laws: () =>
    LAWS.flatMap(({name: form, formula, source, parameters, presets}) => [
      {name: form, kind: 'form', formula, parameters, source},
      ...Object.entries(presets).map(([name, preset]) => ({name, kind: 'preset', form, formula, ...preset})),
    ]),
  curves: () => CURVES.map(({name, formula, threshold, parameters}) => ({name, formula, threshold, parameters})),
  worlds: () => WORLDS.map(({name, label, about, paper, illustrative}) => ({name, label, about, paper, illustrative})),
  benchmarks: () => BENCHMARKS.map((benchmark) => ({...benchmark, chance: chanceOf(benchmark)})),
  metrics: () =>
    METRICS.map((metric) => {
      // Without its functions; chance is that of four options, or of an open answer.
      const {chance, read: _, ...told} = metric;
      const answer = metric.answers.includes('choice')
        ? ({kind: 'choice', options: 4} as const)
        : ({kind: 'open', tokens: 1} as const);
      return {...told, range: told.range.map(finite), chance: chance({answer})};
    }),
  figures: () => FIGURES.map(({name, label, paper}) => ({name, label, paper})),
};

function finite(bound: number): number | null {
  return Number.isFinite(bound) ? bound : null;
}

import type {Key} from '../../science/quantity.ts';

/** A world, the first one if not given. */
export const WORLD: Key = {kind: 'world', about: 'a world of the study; its first one if not given', optional: true};
/** A benchmark. */
export const BENCHMARK: Key = {kind: 'benchmark', about: 'a benchmark of the study'};
/** A metric of a benchmark. */
export const METRIC: Key = {kind: 'metric', about: 'a metric of that benchmark'};
/** A training run. */
export const RUN: Key = {kind: 'run', about: 'a training run of the study'};
/** A number, with its meaning and unit. */
export const number = (about: string): Key => ({kind: 'number', about});
/** One of some words. */
export const word = (about: string, choices: readonly string[]): Key => ({kind: 'word', about, choices});

/** Keys of what is measured on one curve. */
export const CURVE = {benchmark: BENCHMARK, metric: METRIC, world: WORLD} as const;

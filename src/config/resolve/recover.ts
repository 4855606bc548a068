import {LAWS} from '../../science/laws/registry.ts';
import {checkpointCount} from '../../science/run.ts';
import {sourceAt} from '../../science/schedule.ts';
import {LIMITS} from '../design.ts';
import type {Experiment, Recovery} from '../experiment.ts';
import type {Path, Report} from '../faults.ts';
import type {Config, Names} from '../schema/config.ts';
import {checkAddresses} from './addresses.ts';
import {lossRange} from './checks.ts';
import {resolveLoss} from './loss.ts';
import {resolvePopulation} from './population.ts';

type Entry = NonNullable<Config['recover']>[number];

/** Resamples where neither the entry nor the study asks for fewer: the standard error of each is then known to a tenth. */
const RESAMPLES = 50;

/** Expands the laws that a study recovers; each entry is reported at its own place. */
export function resolveRecover(
  config: Config,
  population: Experiment['population'],
  needs: NonNullable<Names['needs']>,
  report: Report,
): readonly Recovery[] {
  const {recover = [], benchmarks, rulers, replicates, resamples} = config;
  if (recover.length > 0 && benchmarks.length > 0) {
    report({code: 'recover-benchmarks', path: ['recover'], data: {}, onKey: true});
  }
  if (recover.length > 0 && rulers) report({code: 'recover-rulers', path: ['rulers'], data: {}, onKey: true});
  const found = recover.flatMap((entry, i) => {
    const one = resolveOne(entry, population, ['recover', i], report);
    if (one) checkVaries(one, needs, ['recover', i], report);
    if (!one) return [];
    const asked = entry.resamples ?? Math.min(resamples, RESAMPLES);
    return [{...one, resamples: isExact(one, config) ? 0 : asked}];
  });
  const work = replicates * found.reduce((sum, one) => sum + workOf(one), 0);
  if (work > LIMITS.recovered) {
    report({code: 'recover-large', path: ['recover'], data: {got: work, bound: LIMITS.recovered}});
  }
  return found;
}

/** Whether the form that is fitted goes through every loss: an interval would have no length, and rounding would decide what it holds. */
function isExact({loss, fit}: Omit<Recovery, 'resamples'>, {noise}: Config): boolean {
  if (fit !== loss.form) return false;
  return noise === 'off' || (noise.run === 0 && noise.checkpoint === 0 && noise.loss === 0);
}

/** Checkpoints that are simulated in a replicate, and runs that are fitted, once and in every resample. */
function workOf({population: {runs}, resamples}: Recovery): number {
  return checkpointCount(runs) + runs.length * (resamples + 1);
}

function resolveOne(
  entry: Entry,
  own: Experiment['population'],
  path: Path,
  report: Report,
): Omit<Recovery, 'resamples'> | null {
  const loss = resolveLoss(entry.loss);
  const population = entry.population ? resolvePopulation(entry.population, [...path, 'population'], report) : own;
  if (!population) return null;
  const fit = entry.fit ?? loss.form;
  checkAddresses(
    population.runs.map(({id}) => id),
    () => [...path, 'population'],
    report,
  );
  lossRange({population, loss}, [...path, 'loss'], report);
  const {runs} = population;
  const bound = Object.keys(LAWS.find(({name}) => name === fit)!.parameters).length + 1;
  if (runs.length < bound) {
    report({code: 'recover-few', path, data: {got: runs.length, bound}});
    return null;
  }
  return {name: entry.name ?? loss.name, loss, population, fit};
}

/** Reports the first number of a run that a form has to see change and that is the same in every run. */
function checkVaries(
  {fit, population: {runs}}: Pick<Recovery, 'fit' | 'population'>,
  needs: NonNullable<Names['needs']>,
  path: Path,
  report: Report,
): void {
  const {withoutEmbeddings} = LAWS.find(({name}) => name === fit)!;
  const numbers = runs.map((run) => {
    const {N, Nne, D, S} = sourceAt(run, run.checkpoints.at(-1)!);
    const size = withoutEmbeddings ? Nne : N;
    return {N: size, D, S, C: 6 * size * D};
  });
  const need = needs[fit]?.find((key) => numbers.every((one) => one[key] === numbers[0]![key]));
  if (need) report({code: 'recover-constant', path, data: {need, form: fit}});
}

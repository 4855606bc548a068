import type {Experiment, Recovery} from '../experiment.ts';
import type {Path, Report} from '../faults.ts';
import type {Config} from '../schema/config.ts';
import {FITTED_FORMS} from '../schema/recover.ts';
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
  report: Report,
): readonly Recovery[] {
  const {recover = [], benchmarks, resamples} = config;
  if (recover.length > 0 && benchmarks.length > 0) {
    report({code: 'recover-benchmarks', path: ['recover'], data: {}, onKey: true});
  }
  return recover.flatMap((entry, i) => {
    const found = resolveOne(entry, population, ['recover', i], report);
    return found ? [{...found, resamples: entry.resamples ?? Math.min(resamples, RESAMPLES)}] : [];
  });
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
  if (!FITTED_FORMS.includes(fit)) {
    report({code: 'recover-form', path: [...path, 'loss'], data: {got: fit, allowed: FITTED_FORMS}});
    return null;
  }
  checkAddresses(
    population.runs.map(({id}) => id),
    () => [...path, 'population'],
    report,
  );
  lossRange({population, loss}, [...path, 'loss'], report);
  const {runs} = population;
  const bound = Object.keys(loss.values).length + 1;
  if (runs.length < bound) report({code: 'recover-few', path, data: {got: runs.length, bound}});
  return {name: entry.name ?? loss.name, loss, population, fit};
}

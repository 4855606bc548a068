import type {Experiment, Recovery} from '../../config/experiment.ts';
import {noiselessLoss, trajectoryOf} from '../../engine/trajectory.ts';
import {exp, log} from '../../numeric/elementary.ts';
import {studentQuantile} from '../../numeric/student.ts';
import {BUDGETS} from '../../science/chinchilla/budgets.ts';
import {ALLOCATING, allocationOf, computeOptimal, hasOptimum} from '../../science/chinchilla/optimal.ts';
import type {LawForm} from '../../science/law.ts';
import {LAWS} from '../../science/laws/registry.ts';
import type {Values} from '../../science/parameter.ts';
import type {Source} from '../../science/run.ts';
import {sourceAt} from '../../science/schedule.ts';
import type {Interval} from '../interval.ts';
import {resampledTheta, resampleKey} from '../lawFit/bootstrap.ts';
import {type LawRow, lawData} from '../lawFit/data.ts';
import {fitLaw, type LawFit, valuesOf} from '../lawFit/fit.ts';
import {isLogarithmic} from '../lawFit/fittable.ts';
import {FITTABLES} from '../lawFit/forms/registry.ts';
import {type LawWarning, lawWarnings} from '../lawFit/warnings.ts';

/** A constant as it was fitted, with its 95 % interval; both ends are missing without resamples, and where the runs or a resample leave an end open. */
export interface Recovered {
  readonly name: string;
  readonly estimate: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** A law as it was fitted to the runs of one replicate: plain data that a worker can hand back. */
export interface RecoveredLaw {
  readonly parameters: readonly Recovered[];
  /** N_opt at each of BUDGETS, parameters; only for forms that have alpha and beta. */
  readonly optimal: readonly Recovered[];
  readonly warnings: readonly LawWarning[];
}

/** The form that a recovery fits. */
export function formOf({fit}: Pick<Recovery, 'fit'>): LawForm {
  return LAWS.find(({name}) => name === fit)!;
}

/** The end of every run as a fit sees it: earlier rows of a run would share its noise. `lossOf` gives the loss of the run at a place of the list. */
export function finalRows(
  {population, fit}: Pick<Recovery, 'population' | 'fit'>,
  lossOf: (end: Source, place: number) => number,
): LawRow[] {
  const {withoutEmbeddings} = formOf({fit});
  return population.runs.map((run, place) => {
    const end = sourceAt(run, run.checkpoints[run.checkpoints.length - 1]!);
    const {N: total, Nne, D, S, lr} = end;
    const N = withoutEmbeddings ? Nne : total;
    const limited = run.unique === undefined ? {} : {U: run.unique};
    return {N, D, S, C: 6 * N * D, ...limited, lr, loss: lossOf(end, place)};
  });
}

/** The final loss of every run in a replicate. */
function rowsOf(recovery: Recovery, experiment: Experiment, replicate: number): LawRow[] {
  const simulated = {...experiment, loss: recovery.loss, population: recovery.population};
  const {observed} = trajectoryOf(simulated, noiselessLoss(simulated), replicate);
  let at = -1;
  const ends = recovery.population.runs.map(({checkpoints}) => {
    at += checkpoints.length;
    return observed[at]!;
  });
  return finalRows(recovery, (_, place) => ends[place]!);
}

/** The constants that the exponent a follows from. */
const EXPONENTS: readonly string[] = ['alpha', 'beta'];

function isBounded(low: number | null, high: number | null): boolean {
  return Number.isFinite(low) && Number.isFinite(high);
}

/** The warnings with one more name in those of a kind, which name something already. */
function alsoOf(name: string, of: LawWarning['kind'], warnings: readonly LawWarning[]): readonly LawWarning[] {
  return warnings.map(({kind, names}) => ({kind, names: kind === of ? [...names, name] : names}));
}

/** The constant, without its interval where that has an open end or others can stand in for the constant: it would hold every truth. */
function closed(one: Recovered, identified = true): Recovered {
  return identified && isBounded(one.low, one.high) ? one : {...one, low: null, high: null};
}

/** A number of a fit with where its resamples put it; where `logarithmic`, symmetric on the logarithmic scale. */
interface Quantity {
  readonly name: string;
  readonly logarithmic: boolean;
  readonly read: (values: Values) => number;
}

/**
 * estimate -+ t s, with s the standard deviation of the resampled estimates and t the quantile of Student's law with rows - parameters
 * degrees of freedom, on the scale on which the parameter is fitted. Over 200 seeds of six laws of 22 to 64 runs these intervals held the
 * truth in 96.1 % of 4,000 cases, those of percentiles in 93.7 % and basic ones in 86.3 %; of `kaplan-training` on the 81 runs of its recovery
 * config in 94.9 % of 1,600. The whole line where a number is not finite.
 */
function intervalOf(estimate: number, draws: readonly number[], t: number): Pick<Interval, 'low' | 'high'> {
  if (![estimate, ...draws].every(Number.isFinite))
    return {low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY};
  const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
  const squares = draws.reduce((sum, draw) => sum + (draw - mean) ** 2, 0);
  const reach = t * Math.sqrt(squares / (draws.length - 1));
  return {low: estimate - reach, high: estimate + reach};
}

function recoveredOf({name, logarithmic, read}: Quantity, fit: LawFit, draws: readonly Values[]): Recovered {
  const estimate = read(valuesOf(fit.fittable, fit.theta));
  if (draws.length < 2) return {name, estimate, low: null, high: null};
  const scale = (value: number): number => (logarithmic ? log(value) : value);
  const drawn = draws.map((values) => scale(read(values)));
  const t = studentQuantile(0.975, fit.data.points.length - fit.free.length);
  const {low, high} = intervalOf(scale(estimate), drawn, t);
  return {name, estimate, low: logarithmic ? exp(low) : low, high: logarithmic ? exp(high) : high};
}

/** Fits a law to the runs that it was put into, in one replicate. Throws the faults of `fitLaw`. */
export function recoverLaw(recovery: Recovery, experiment: Experiment, replicate: number): RecoveredLaw {
  const fittable = FITTABLES.find(({law}) => law.name === recovery.fit)!;
  const fit = fitLaw(fittable, lawData(rowsOf(recovery, experiment, replicate)));
  const key = resampleKey(`${experiment.seed} ${recovery.name} ${replicate}`);
  const draws = Array.from({length: recovery.resamples}, (_, i) => valuesOf(fittable, resampledTheta(fit, key, i)));
  const parameters = fit.free.map((k) => {
    const name = fit.names[k]!;
    const quantity = {name, logarithmic: isLogarithmic(fittable, name), read: (values: Values) => values[name]!};
    return recoveredOf(quantity, fit, draws);
  });
  const optimum = hasOptimum(fittable.law);
  const exponent = {name: 'a', logarithmic: false, read: (values: Values) => allocationOf(values).a};
  const sizes = BUDGETS.map((C) => ({
    name: String(C),
    logarithmic: true,
    read: (values: Values) => computeOptimal(values, C).N,
  }));
  const warnings = lawWarnings(
    fit,
    parameters.map(({name, estimate, low, high}) => ({
      name,
      estimate,
      interval: low === null || high === null ? null : {estimate, low, high},
      published: null,
    })),
    null,
  );
  const singular = warnings.find(({kind}) => kind === 'singular')?.names ?? [];
  const isOpen = (name: string): boolean => singular.includes(name);
  const identified = parameters.map((one) => closed(one, !isOpen(one.name)));
  // What rests on constants that others can stand in for is no better known than they are.
  const known = !ALLOCATING.some(isOpen);
  const bounded = parameters.every(
    ({name, low, high}) => !EXPONENTS.includes(name) || low === null || isBounded(low, high),
  );
  const a = optimum ? [closed(recoveredOf(exponent, fit, draws), known && bounded)] : [];
  const unclear = known ? 'wide' : 'singular';
  return {
    parameters: [...identified, ...a],
    optimal: optimum ? sizes.map((size) => closed(recoveredOf(size, fit, draws), known)) : [],
    warnings: optimum && !(known && bounded) ? alsoOf(exponent.name, unclear, warnings) : warnings,
  };
}

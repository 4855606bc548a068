import type {Experiment, Recovery} from '../../config/experiment.ts';
import {lawOf} from '../../engine/trajectory.ts';
import {exp, log} from '../../numeric/elementary.ts';
import {studentQuantile} from '../../numeric/student.ts';
import {type RunKey, TOLD_BY} from '../../science/laws/needs.ts';
import type {Run} from '../../science/run.ts';
import {pearson} from '../classical/correlation.ts';
import {lawData} from '../lawFit/data.ts';
import {freePlaces, HUBER_DELTA, type LawFit, residualsOf, thetaOf} from '../lawFit/fit.ts';
import {isLogarithmic} from '../lawFit/fittable.ts';
import {FITTABLES} from '../lawFit/forms/registry.ts';
import type {LawParameter} from '../lawFit/parameter.ts';
import {lawWarnings, ownSquares, slopeColumns} from '../lawFit/warnings.ts';
import {finalRows} from './recovered.ts';

/** Constants that the runs of a recovery will not tell, as its config shows before any of them is trained. */
export interface Foreseen {
  readonly names: readonly string[];
  /**
   * `unreached`: no run reaches them, they are not fitted. `same`: what tells them, or D / N, is alike in every run. `tied`: one power law joins it.
   * `narrow`: it varies, and too little.
   */
  readonly kind: 'unreached' | 'same' | 'tied' | 'narrow';
  /** What to vary. */
  readonly vary: ReadonlyArray<RunKey | 'tokensPerParam'>;
}

type Noise = Experiment['noise'];

/** Variance of a median over that of a mean, of normal errors: Huber's losses count errors far beyond delta by their size. */
const MEDIAN = Math.PI / 2;
/** Two numbers of the runs whose logarithms correlate to this of 1 or -1 change only together; whole tokens and parameters round them. */
const TIED = 1e-9;
/** D / N differs by less than this share of itself where it is one number, rounded. */
const ROUNDED = 1e-3;

/** The fit that a recovery would end at if it found the truth: the law and its runs without noise. */
export function fitAtTruth({loss, population, fit}: Recovery): LawFit {
  const fittable = FITTABLES.find(({law}) => law.name === fit)!;
  const law = lawOf({loss});
  const data = lawData(finalRows({population, fit}, law));
  const theta = thetaOf(fittable, loss.values);
  // A constant of 0 has no logarithm, and none of the others can stand in for it.
  const free = freePlaces(fittable, data).filter((k) => Number.isFinite(theta[k]!));
  const names = Object.keys(fittable.law.parameters);
  const model = residualsOf(fittable, data);
  return {fittable, data, model, delta: HUBER_DELTA, names, free, theta, objective: 0, rivals: []};
}

/**
 * Standard error of theta of each fitted parameter from the slopes at the truth, as normal noise of the losses in nats leaves it: the root of
 * pi / 2 over the squares of its column, in units of the noise, that the others leave.
 */
export function foreseenErrors(fit: LawFit, {run, checkpoint, loss}: Noise): readonly number[] {
  const sd = Math.hypot(run, checkpoint, loss);
  const {lnLoss} = fit.data;
  const columns = slopeColumns(fit).map((column) => column.map((slope, i) => slope * exp(lnLoss[i]!)));
  return ownSquares(columns).map((left) => (left > 0 ? sd * Math.sqrt(MEDIAN / left) : Number.POSITIVE_INFINITY));
}

function parametersOf(fit: LawFit, noise: Noise): LawParameter[] {
  const {fittable, theta, names, data, free} = fit;
  const t = studentQuantile(0.975, data.points.length - free.length);
  const errors = foreseenErrors(fit, noise);
  return free.map((k, i) => {
    const scale = (value: number): number => (isLogarithmic(fittable, names[k]!) ? exp(value) : value);
    const [low, high] = [scale(theta[k]! - t * errors[i]!), scale(theta[k]! + t * errors[i]!)];
    const estimate = scale(theta[k]!);
    return {name: names[k]!, estimate, interval: {estimate, low, high}, published: null};
  });
}

/** Which of these numbers of a run are the same in all. */
function alike(keys: readonly RunKey[], runs: readonly Run[]): RunKey[] {
  return keys.filter((key) => runs.every((run) => run[key] === runs[0]![key]));
}

/** Whether a power law gives one number of every run from the other. */
function areTied(a: RunKey, b: RunKey, runs: readonly Run[]): boolean {
  // What is no number, or absent, follows from nothing.
  const logsOf = (key: RunKey): Float64Array =>
    Float64Array.from(runs, ({[key]: value}) => (typeof value === 'number' ? log(value) : Number.NaN));
  return Math.abs(pearson(logsOf(a), logsOf(b)) ?? 0) > 1 - TIED;
}

/** Why runs hardly tell constants, and what to vary, from the numbers of a run that tell them. */
function missing(keys: readonly RunKey[], runs: readonly Run[]): Pick<Foreseen, 'kind' | 'vary'> {
  const same = alike(keys, runs);
  if (same.length > 0) return {kind: 'same', vary: same};
  const tied = keys.filter((key) => keys.some((other) => other !== key && areTied(key, other, runs)));
  if (tied.length === 0) return {kind: 'narrow', vary: keys};
  const ratios = runs.map(({params, tokens}) => tokens / params);
  const isRay = Math.max(...ratios) < (1 + ROUNDED) * Math.min(...ratios);
  return isRay && tied.includes('tokens') && tied.includes('params')
    ? {kind: 'same', vary: ['tokensPerParam']}
    : {kind: 'tied', vary: tied};
}

/**
 * What a config shows of constants that its runs will not tell: no run reaches them, others can stand in for them, or their interval would span a factor
 * of ten, by the same rules as the warnings of a fit. Nothing of a form that is not the one put in, whose constants have no truth.
 */
export function foreseen(recovery: Recovery, {noise}: Pick<Experiment, 'noise'>): readonly Foreseen[] {
  const {loss, fit: form, population} = recovery;
  if (loss.form !== form) return [];
  const fit = fitAtTruth(recovery);
  const warnings = lawWarnings(fit, parametersOf(fit, noise), null);
  const namesOf = (...kinds: readonly string[]): string[] => {
    const told = warnings.filter(({kind}) => kinds.includes(kind)).flatMap(({names}) => names);
    return fit.names.filter((name) => told.includes(name));
  };
  const keysOf = (names: readonly string[]): RunKey[] => [...new Set(names.flatMap((name) => TOLD_BY[form]![name]!))];
  const unreached = namesOf('held');
  const unclear = namesOf('singular', 'wide');
  const found: Foreseen[] = [
    {names: unreached, kind: 'unreached', vary: keysOf(unreached)},
    {names: unclear, ...missing(keysOf(unclear), population.runs)},
  ];
  return found.filter(({names}) => names.length > 0);
}

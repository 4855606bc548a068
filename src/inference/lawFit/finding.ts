import {exp} from '../../numeric/elementary.ts';
import {huber} from '../../numeric/huber.ts';
import {quantile} from '../../numeric/quantile.ts';
import {hasExponents} from '../../science/chinchilla/optimal.ts';
import type {Interval} from '../interval.ts';
import {type LawFit, thetaOf, valuesOf} from './fit.ts';
import type {LawParameter} from './parameter.ts';
import {floorProfile} from './profile.ts';
import {type LawWarning, lawWarnings} from './warnings.ts';

/** How well a law with given parameters meets the rows. */
export interface Closeness {
  /** Sum of Huber's losses of ln L. */
  readonly objective: number;
  /** Root mean square of L predicted - L, nats per token. */
  readonly rmse: number;
}

/** Everything that a fit of a law says. */
export interface LawFinding extends Closeness {
  readonly law: string;
  readonly formula: string;
  readonly rows: number;
  /** Delta of Huber's loss. */
  readonly delta: number;
  readonly parameters: readonly LawParameter[];
  /** Resamples that the intervals rest on. */
  readonly resamples: number;
  /** The preset of the form with the lowest objective on these rows. */
  readonly preset: (Closeness & {readonly name: string}) | null;
  /** 95 % interval of the irreducible loss by profile likelihood, and its name. */
  readonly profile: (Interval & {readonly parameter: string}) | null;
  /** N_opt ~ C^a and D_opt ~ C^b, for forms that have them. */
  readonly optimal: {readonly a: LawParameter; readonly b: LawParameter} | null;
  readonly warnings: readonly LawWarning[];
}

function closenessOf({model, data, delta}: LawFit, theta: Float64Array): Closeness {
  const residuals = new Float64Array(model.count);
  model.evaluate(theta, residuals, new Float64Array(model.count * theta.length));
  let [objective, squares] = [0, 0];
  residuals.forEach((residual, i) => {
    objective += huber(residual, delta);
    squares += (exp(data.lnLoss[i]! + residual) - exp(data.lnLoss[i]!)) ** 2;
  });
  return {objective, rmse: Math.sqrt(squares / model.count)};
}

function nearestPreset(fit: LawFit): (Closeness & {name: string; theta: Float64Array}) | null {
  const known = Object.entries(fit.fittable.law.presets).map(([name, {values}]) => {
    const theta = thetaOf(fit.fittable, values);
    return {name, theta, ...closenessOf(fit, theta)};
  });
  const valid = known.filter(({objective}) => Number.isFinite(objective));
  return valid.sort((a, b) => a.objective - b.objective)[0] ?? null;
}

/** Percentile interval of 95 % (Efron 1979). */
function intervalOf(estimate: number, draws: readonly number[]): Interval | null {
  if (draws.length === 0) return null;
  return {estimate, low: quantile(draws, 0.025), high: quantile(draws, 0.975)};
}

/** a = beta / (alpha + beta) and b = alpha / (alpha + beta) (Hoffmann et al. 2022, equation 4), where the exponents of the form say so. */
function optimalOf(
  {fittable, theta}: LawFit,
  draws: readonly Float64Array[],
  preset: Float64Array | undefined,
): LawFinding['optimal'] {
  if (!hasExponents(fittable.law)) return null;
  const shareOf = (of: ArrayLike<number>): number => {
    const values = valuesOf(fittable, of);
    return values.beta! / (values.alpha! + values.beta!);
  };
  const one = (name: string, read: (share: number) => number): LawParameter => {
    const estimate = read(shareOf(theta));
    const interval = intervalOf(
      estimate,
      draws.map((draw) => read(shareOf(draw))),
    );
    return {name, estimate, interval, published: preset ? read(shareOf(preset)) : null};
  };
  return {a: one('a', (share) => share), b: one('b', (share) => 1 - share)};
}

/** What a fit and its resampled thetas say together. */
export function lawFinding(fit: LawFit, draws: readonly Float64Array[]): LawFinding {
  const {fittable, data, delta, names, free, theta} = fit;
  const preset = nearestPreset(fit);
  const values = valuesOf(fittable, theta);
  const drawn = draws.map((draw) => valuesOf(fittable, draw));
  const known = preset && fittable.law.presets[preset.name]!.values;
  const parameters = free.map((k): LawParameter => {
    const name = names[k]!;
    const interval = intervalOf(
      values[name]!,
      drawn.map((one) => one[name]!),
    );
    return {name, estimate: values[name]!, interval, published: known && known[name]!};
  });
  const profile = floorProfile(fit);
  return {
    law: fittable.law.name,
    formula: fittable.law.formula,
    rows: data.points.length,
    delta,
    ...closenessOf(fit, theta),
    parameters,
    resamples: draws.length,
    preset: preset && {name: preset.name, objective: preset.objective, rmse: preset.rmse},
    profile: profile && {...profile, parameter: fittable.floor!},
    optimal: optimalOf(fit, draws, preset?.theta),
    warnings: lawWarnings(fit, parameters, profile),
  };
}

import {dot, leastSquares} from '../../numeric/leastSquares.ts';
import type {Interval} from '../interval.ts';
import type {LawFit} from './fit.ts';
import {isLogarithmic, SCHEDULE} from './fittable.ts';
import type {LawParameter} from './parameter.ts';

/** Something that a reader of a fit should know. */
export type LawWarning =
  | {readonly kind: 'singular'; readonly names: readonly string[]}
  | {readonly kind: 'wide'; readonly names: readonly string[]}
  | {readonly kind: 'no-floor'; readonly names: readonly string[]}
  | {readonly kind: 'collinear'; readonly names: readonly string[]}
  | {readonly kind: 'held'; readonly names: readonly string[]}
  | {readonly kind: 'few-rows'; readonly names: readonly string[]};

/** Variance of a parameter over what it would be if the others were known, from which the rows do not tell them apart. */
const SINGULAR = 1e9;
/** Variance of a logarithm over what is off the line of the other, from which both count as one: at a spread of ten times, 0.1 % off it. */
const ON_LINE = 1e6;
/** An interval whose ends are further apart than by this factor is wide. */
const WIDE = 10;
/** Rows for each parameter below which intervals are rough. */
const FEW = 5;

/** Slopes of the ln L residuals at theta, one column for each fitted parameter. */
export function slopeColumns({model, theta, free}: Pick<LawFit, 'model' | 'theta' | 'free'>): Float64Array[] {
  const width = theta.length;
  const slopes = new Float64Array(model.count * width);
  model.evaluate(theta, new Float64Array(model.count), slopes);
  return free.map((k) => Float64Array.from({length: model.count}, (_, i) => slopes[i * width + k]!));
}

/** |column|^2 of what the columns of the others leave of each; others that depend on one another count once. */
export function ownSquares(columns: readonly Float64Array[]): readonly number[] {
  return columns.map((column) => {
    const others = columns.filter((other) => other !== column);
    return leastSquares(others, column).rss;
  });
}

/**
 * Variance inflation of each fitted parameter: |column|^2 of the slopes of the residuals over what the columns of the others leave of it;
 * infinite where they leave nothing, so that those which the rows do fix keep their own.
 */
export function inflation(fit: LawFit): readonly number[] {
  const columns = slopeColumns(fit);
  const left = ownSquares(columns);
  return columns.map((column, i) => (left[i]! > 0 ? dot(column, column) / left[i]! : Number.POSITIVE_INFINITY));
}

/** The irreducible loss and the schedule's term where every row has one learning rate: the floor that is fitted is their sum. */
function sumOfFloor({fittable: {floor}, names, free, data}: LawFit): readonly string[] {
  const place = names.indexOf(SCHEDULE);
  const scheduled = place >= 0 && data.points[0]!.lr > 0;
  return scheduled && !free.includes(place) ? [floor!, SCHEDULE] : [];
}

function centred(values: readonly number[]): Float64Array {
  const middle = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Float64Array.from(values, (value) => value - middle);
}

/** Parameters of two power terms of numbers whose logarithms lie on one line in the rows: the slopes at one fit need not show that. */
function onLine({fittable: {twoPowers}, data}: LawFit): readonly string[] {
  if (!twoPowers) return [];
  const [x, y] = twoPowers.of.map((key) => centred(data.points.map((point) => point[key])));
  return leastSquares([x!], y!).rss * ON_LINE <= dot(y!, y!) ? twoPowers.names : [];
}

/** Parameters without a default that no row reaches. */
function heldOf({fittable: {law}, names, free}: LawFit): readonly string[] {
  return names.filter((name, k) => !free.includes(k) && law.parameters[name]!.default === undefined);
}

function isWide(fit: LawFit, {name, interval}: LawParameter): boolean {
  if (!interval) return false;
  const {low, high} = interval;
  return isLogarithmic(fit.fittable, name) ? !(high <= WIDE * low) : low < 0 && high > 0;
}

/** What to warn of: parameters that the rows cannot tell apart or do not reach, wide intervals, a floor that may be none, few rows. */
export function lawWarnings(
  fit: LawFit,
  parameters: readonly LawParameter[],
  profile: Interval | null,
): readonly LawWarning[] {
  const inflated = inflation(fit);
  const summed = sumOfFloor(fit);
  const unclear = parameters.filter((_, i) => !(inflated[i]! < SINGULAR)).map(({name}) => name);
  const singular = [...new Set([...unclear, ...summed])];
  const collinear = onLine(fit);
  const held = heldOf(fit).filter((name) => !summed.includes(name));
  const wide = parameters.filter((parameter) => isWide(fit, parameter)).map(({name}) => name);
  const warnings: LawWarning[] = [];
  if (singular.length > 0) warnings.push({kind: 'singular', names: singular});
  if (collinear.length > 0) warnings.push({kind: 'collinear', names: collinear});
  if (held.length > 0) warnings.push({kind: 'held', names: held});
  if (wide.length > 0) warnings.push({kind: 'wide', names: wide});
  if (profile?.low === 0) warnings.push({kind: 'no-floor', names: [fit.fittable.floor!]});
  if (fit.data.points.length < FEW * fit.free.length) warnings.push({kind: 'few-rows', names: []});
  return warnings;
}

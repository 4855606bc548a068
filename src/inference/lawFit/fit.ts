import {exp, log} from '../../numeric/elementary.ts';
import {Fault} from '../../numeric/fault.ts';
import {type Minimum, type MinimumOptions, minimum, type Residuals} from '../../numeric/levenbergMarquardt.ts';
import type {Values} from '../../science/parameter.ts';
import {type LawData, layoutOf} from './data.ts';
import {type Fittable, isLogarithmic, type LawPoint} from './fittable.ts';

/** A law at its best parameters for some rows. */
export interface LawFit {
  readonly fittable: Fittable;
  readonly data: LawData;
  readonly model: Residuals;
  /** Size of ln L residuals from which they count linearly. */
  readonly delta: number;
  /** Names of all parameters, in the order of theta. */
  readonly names: readonly string[];
  /** Places of those that are fitted; the others are held at their defaults. */
  readonly free: readonly number[];
  readonly theta: Float64Array;
  /** sum_i huber(ln L_i predicted - ln L_i, delta). */
  readonly objective: number;
  /** Other ends of searches that are nearly as good: resamples start from them too. */
  readonly rivals: readonly Float64Array[];
}

/** delta of Hoffmann et al. 2022, section 3.3. */
export const HUBER_DELTA = 1e-3;
/** How much worse a rival may be, and how many are kept. */
const RIVAL = 1.05;
const MOST_RIVALS = 2;
/** Widths of Huber's loss, as multiples of delta, on the way from least squares to delta itself. */
const NARROWER = [100, 30, 10, 3, 1] as const;
/** Steps of least squares from each start, and the different ends that go on from there. */
const FIRST_STEPS = 20;
const MOST_LEADERS = 40;

/** Parameters of a law from theta. */
export function valuesOf(fittable: Fittable, theta: ArrayLike<number>): Values {
  return Object.fromEntries(
    Object.keys(fittable.law.parameters).map((name, k) => [
      name,
      isLogarithmic(fittable, name) ? exp(theta[k]!) : theta[k]!,
    ]),
  );
}

/** Theta of parameters of a law; defaults where one is not given, 0 where there is none. */
export function thetaOf(fittable: Fittable, values: Values): Float64Array {
  return Float64Array.from(Object.entries(fittable.law.parameters), ([name, parameter]) => {
    const value = values[name] ?? parameter.default ?? 0;
    return isLogarithmic(fittable, name) ? log(value) : value;
  });
}

/** Residuals ln L predicted - ln L of rows, with their slopes by theta. */
export function residualsOf(fittable: Fittable, {points, lnLoss}: LawData): Residuals {
  return {
    count: points.length,
    evaluate(theta, residuals, slopes) {
      const width = theta.length;
      const law = fittable.sloped(theta);
      const room = new Float64Array(width);
      for (let i = 0; i < points.length; i++) {
        const loss = law(points[i]!, room);
        residuals[i] = log(loss) - lnLoss[i]!;
        for (let k = 0; k < width; k++) slopes[i * width + k] = room[k]! / loss;
      }
    },
  };
}

/** Makes sure that rows can tell the parameters apart. Throws Fault `fit-constant`, `fit-few-rows`. */
function checkRows({law, needs}: Fittable, {points}: LawData, fitted: number): void {
  if (points.length <= fitted) throw new Fault('fit-few-rows', {law: law.name, parameters: fitted, got: points.length});
  const keys = {N: 'lnN', D: 'lnD', S: 'lnS', C: 'lnC'} as const satisfies Record<string, keyof LawPoint>;
  for (const need of needs) {
    const first = points[0]![keys[need]];
    if (points.every((point) => point[keys[need]] === first)) throw new Fault('fit-constant', {law: law.name, need});
  }
}

/** Whether two ends of searches differ by less than a thousandth of 1 + |theta| in every parameter: close enough that both lead to one end. */
function alike(a: Float64Array, b: Float64Array): boolean {
  return a.every((value, k) => value === b[k] || Math.abs(value - b[k]!) < 1e-3 * (1 + Math.abs(value)));
}

/** Places of the fitted parameters in theta: those that the rows reach, where only some rows can; of the others all without a default. */
export function freePlaces({law, reached}: Fittable, {points}: LawData): number[] {
  return Object.entries(law.parameters).flatMap(([name, parameter], k) =>
    (reached?.[name]?.(points) ?? parameter.default === undefined) ? [k] : [],
  );
}

/** The best ends that differ, best first. */
function different(ends: readonly Minimum[], most: number): Minimum[] {
  const kept: Minimum[] = [];
  const rising = ends.filter(({value}) => Number.isFinite(value)).sort((a, b) => a.value - b.value);
  for (const end of rising) {
    if (kept.length === most) break;
    if (!kept.some(({theta}) => alike(theta, end.theta))) kept.push(end);
  }
  return kept;
}

/** The theta of a start; what is held keeps its default whatever the start says. */
export function startOf(fittable: Fittable, free: readonly number[], values: Values): Float64Array {
  const start = thetaOf(fittable, {});
  const wanted = thetaOf(fittable, values);
  for (const k of free) start[k] = wanted[k]!;
  return start;
}

/** What a search from many starts needs: a model, the places that move, the wanted delta, and how many ends go on at most. */
interface Search {
  readonly model: Residuals;
  readonly free: readonly number[];
  readonly delta: number;
  readonly most: number;
}

/** Ends of a search from many starts: least squares first, of which the best different ends are led to delta; searches that have met go on as one. */
export function searchFrom(starts: readonly Float64Array[], {model, free, delta, most}: Search): readonly Minimum[] {
  return NARROWER.reduce<readonly Minimum[]>(
    (leaders, width) => different(leaders, most).map(({theta}) => minimum(model, theta, {free, delta: width * delta})),
    starts.map((start) => minimum(model, start, {free, steps: FIRST_STEPS})),
  );
}

/**
 * Fits a law: minimises sum_i huber(ln L_i predicted - ln L_i, delta) (Hoffmann et al. 2022, section 3.3). Least squares from a grid of
 * starts comes first; its best ends are led to the wanted delta. Throws Fault `fit-few-rows`, `fit-constant`, `fit-no-value`.
 */
export function fitLaw(fittable: Fittable, data: LawData, delta = HUBER_DELTA): LawFit {
  const free = freePlaces(fittable, data);
  checkRows(fittable, data, free.length);
  const model = residualsOf(fittable, data);
  const starts = fittable.starts(layoutOf(data)).map((values) => startOf(fittable, free, values));
  const ends = searchFrom(starts, {model, free, delta, most: MOST_LEADERS});
  const [best, ...others] = different(ends, 1 + MOST_RIVALS);
  if (!best) throw new Fault('fit-no-value', {law: fittable.law.name});
  const rivals = others.filter(({value}) => value <= RIVAL * best.value).map(({theta}) => theta);
  const names = Object.keys(fittable.law.parameters);
  return {fittable, data, model, delta, names, free, theta: best.theta, objective: best.value, rivals};
}

/** Fits again, from the ends of the first fit and with other weights or fewer free parameters; the best theta. */
export function refit({model, delta, free, theta, rivals}: LawFit, options: MinimumOptions): Float64Array {
  const ends = [theta, ...rivals].map((start) => minimum(model, start, {free, delta, ...options}));
  return ends.reduce((best, end) => (end.value < best.value ? end : best)).theta;
}

import type {LawForm} from '../../science/law.ts';

/** One row of a table of runs as a law sees it: natural logarithms of what it was trained with; NaN where the table does not say. */
export interface LawPoint {
  /** ln N: parameters, without embeddings where the form asks for that. */
  readonly lnN: number;
  /** ln D: training tokens. */
  readonly lnD: number;
  /** ln S: optimiser steps. */
  readonly lnS: number;
  /** ln C: training compute, FLOP. */
  readonly lnC: number;
  /** ln U: unique tokens, infinite where no token is seen twice. */
  readonly lnU: number;
  /** Learning rate over its peak, 0 to 1. */
  readonly lr: number;
}

/** A number of a run that a law may need. */
export type Need = 'N' | 'D' | 'S' | 'C';

/** A loss with its slopes, at one point of training. */
export type Sloped = (at: LawPoint, slopes: Float64Array) => number;

/** What starts are made from: the middle and the spread of the points. */
export interface Layout {
  /** Means of the logarithms; that of U over the points whose data are limited, NaN without any. */
  readonly middle: LawPoint;
  /** Smallest loss, and the loss in the middle (its geometric mean). */
  readonly low: number;
  readonly level: number;
  /** Quartiles of ln D. */
  readonly quartilesD: readonly number[];
}

/** A sum of one power of each of two numbers of a run, which are powers of one another in some tables: then either term can be the other. */
export interface TwoPowers {
  readonly of: readonly [keyof LawPoint, keyof LawPoint];
  /** Parameters of both terms. */
  readonly names: readonly string[];
}

/** Whether points reach a parameter, by its name. */
export type Reached = Readonly<Record<string, (points: readonly LawPoint[]) => boolean>>;

/**
 * A law that can be fitted. Its parameters theta stand in the order of `law.parameters`, each without a bound: the logarithm of a
 * parameter that has to be positive, else the parameter itself.
 */
export interface Fittable {
  readonly law: LawForm;
  readonly needs: readonly Need[];
  /** Parameter of the irreducible loss; null where the form has none. */
  readonly floor: string | null;
  /** Parameters that not all rows reach, with whether some do: fitted then, else held, whatever default they have. */
  readonly reached?: Reached;
  /** Two terms of which one can be the other; none without. */
  readonly twoPowers?: TwoPowers;
  /** The loss and its slopes d L / d theta_k, one place a parameter, as a function of the point. */
  sloped(theta: Float64Array): Sloped;
  /** The grid of starts, in values of the law. */
  starts(layout: Layout): readonly Readonly<Record<string, number>>[];
}

/** The parameter of the schedule's term. */
export const SCHEDULE = 'delta';

/** Whether learning rates differ: at one rate the irreducible loss can stand in for the schedule's term. */
export const REACHED_BY_RATES: Reached = {
  [SCHEDULE]: (points) => points.some(({lr}) => lr !== points[0]!.lr),
};

/** Shares of the smallest loss that starts take for the irreducible one. */
export const FLOORS: readonly number[] = [0.1, 0.5, 0.9];

/** Every choice of one number from each list, the last changing fastest. */
export function grid(...lists: readonly (readonly number[])[]): number[][] {
  return lists.reduce<number[][]>((rows, list) => rows.flatMap((row) => list.map((value) => [...row, value])), [[]]);
}

/** Whether a parameter is fitted by its logarithm: where it may not be negative. */
export function isLogarithmic({law}: Fittable, name: string): boolean {
  return law.parameters[name]!.min === 0;
}

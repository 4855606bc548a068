import {exp} from '../../numeric/elementary.ts';
import {pearson} from '../classical/correlation.ts';
import type {LawFit} from './fit.ts';
import {isLogarithmic} from './fittable.ts';
import type {LawWarning} from './warnings.ts';

/** Two parameters over the resamples. */
export interface DrawnPair {
  readonly names: readonly [string, string];
  /** Whether each is drawn on a logarithmic axis. */
  readonly log: readonly [boolean, boolean];
  /** Pearson's correlation over the resamples, of logarithms where the axis is. */
  readonly correlation: number;
  readonly draws: ReadonlyArray<readonly [number, number]>;
}

/** Fewer resamples say nothing of a correlation. */
const FEWEST = 20;
/** Warnings that something is not identified. */
const UNIDENTIFIED: ReadonlySet<LawWarning['kind']> = new Set(['singular', 'collinear', 'wide', 'no-floor']);

/**
 * The worst identified pair: of the pairs with a parameter that a warning names, the one whose resamples are correlated most. Null without
 * such a warning or with too few resamples.
 */
export function worstPair(
  {fittable, names, free}: LawFit,
  draws: readonly Float64Array[],
  warnings: readonly LawWarning[],
): DrawnPair | null {
  const told = warnings.filter(({kind}) => UNIDENTIFIED.has(kind)).flatMap((warning) => warning.names);
  const known = draws.filter((draw) => free.every((k) => Number.isFinite(draw[k]!)));
  if (told.length === 0 || known.length < FEWEST) return null;
  const column = (k: number): Float64Array => Float64Array.from(known, (draw) => draw[k]!);
  const pairs = free.flatMap((a, i) =>
    free
      .slice(i + 1)
      .filter((b) => told.includes(names[a]!) || told.includes(names[b]!))
      .map((b) => ({a, b, r: pearson(column(a), column(b)) ?? 0})),
  );
  const worst = pairs.sort((one, other) => Math.abs(other.r) - Math.abs(one.r))[0];
  if (!worst) return null;
  const {a, b, r} = worst;
  const log = [a, b].map((k) => isLogarithmic(fittable, names[k]!)) as [boolean, boolean];
  const value = (draw: Float64Array, k: number, logged: boolean): number => (logged ? exp(draw[k]!) : draw[k]!);
  return {
    names: [names[a]!, names[b]!],
    log,
    correlation: r,
    draws: known.map((draw) => [value(draw, a, log[0]), value(draw, b, log[1])]),
  };
}

import {exp} from '../../numeric/elementary.ts';
import {solveRising} from '../../numeric/monotone.ts';
import type {LawFit} from './fit.ts';
import type {LawPoint} from './fittable.ts';
import {evenly, pointAt} from './frontier.ts';

/** One loss and where the fitted law has it. */
export interface Contour {
  /** Nats per token. */
  readonly loss: number;
  /** N, and the D or S at which the loss is reached, in rising N and falling D or S. */
  readonly line: ReadonlyArray<readonly [N: number, other: number]>;
}

/** What the contours run over. */
export interface ContourFrame {
  /** The other axis. */
  readonly other: 'D' | 'S';
  /** Ranges of the logarithms. */
  readonly lnN: readonly [number, number];
  readonly lnOther: readonly [number, number];
}

const STEPS = 61;
const LEVELS = 16;

/** Losses in round steps of 1, 2 or 5 times a power of ten, at most about `count` of them. */
function roundLevels(low: number, high: number, count: number): number[] {
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((times) => times * power >= rough) ?? 10);
  const first = Math.ceil(low / step);
  return Array.from({length: Math.max(Math.floor(high / step) - first + 1, 0)}, (_, i) =>
    Number(((first + i) * step).toPrecision(12)),
  );
}

/** Where a falling function reaches a level between two places; null where it does not. */
function reached(f: (at: number) => number, level: number, [from, to]: readonly [number, number]): number | null {
  if (f(from) < level || f(to) > level) return null;
  return solveRising((at) => -f(at), -level, from, to);
}

/** Contours of the fitted loss in even logarithmic steps of both axes; every form falls in N, and in D or S, so that each step has one place or none. */
export function contoursOf({fittable, theta}: LawFit, {other, lnN, lnOther}: ContourFrame): Contour[] {
  const law = fittable.sloped(theta);
  const room = new Float64Array(theta.length);
  const at = (n: number, o: number): LawPoint => (other === 'D' ? pointAt(n, o) : {...pointAt(n, Number.NaN), lnS: o});
  const loss = (n: number, o: number): number => law(at(n, o), room);
  const lineAt = (level: number): Array<readonly [number, number]> => {
    const across = evenly(...lnN, STEPS).flatMap((n) => {
      const o = reached((place) => loss(n, place), level, lnOther);
      return o === null ? [] : [[n, o] as const];
    });
    const up = evenly(...lnOther, STEPS).flatMap((o) => {
      const n = reached((place) => loss(place, o), level, lnN);
      return n === null ? [] : [[n, o] as const];
    });
    return [...across, ...up].sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  };
  return roundLevels(loss(lnN[1], lnOther[1]), loss(lnN[0], lnOther[0]), LEVELS)
    .map((level) => ({loss: level, line: lineAt(level).map(([n, o]) => [exp(n), exp(o)] as const)}))
    .filter(({line}) => line.length > 1);
}

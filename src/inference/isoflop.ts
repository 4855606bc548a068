import {exp, log} from '../numeric/elementary.ts';
import {grouped} from '../numeric/grouped.ts';
import {fitParabola} from '../numeric/parabola.ts';
import {equalRatios} from '../numeric/ratios.ts';
import {studentQuantile} from '../numeric/student.ts';
import type {Interval} from './interval.ts';
import {powerLaw} from './powerLaw.ts';

/** One checkpoint of one run. */
export interface IsoPoint {
  readonly run: string;
  /** Size, parameters. */
  readonly N: number;
  /** Training compute, FLOP. */
  readonly C: number;
  /** Nats per token. */
  readonly loss: number;
}

/** Losses at one compute by size, with the parabola through those near the lowest. */
export interface IsoCurve {
  readonly compute: number;
  /** Size and loss of every run that reaches this compute, by rising size. */
  readonly points: ReadonlyArray<{readonly N: number; readonly loss: number; readonly fitted: boolean}>;
  /** loss = base + bend (ln N - ln optimum)^2. */
  readonly optimum: number;
  readonly base: number;
  readonly bend: number;
}

/** Minima of curves of equal compute, and how the best size grows with compute. */
export interface IsoFlop {
  readonly curves: readonly IsoCurve[];
  /** a of N_opt ~ C^a by least squares of ln N_opt on ln C, with its 95 % interval by Student's law; null with fewer than three minima. */
  readonly exponent: Interval | null;
  /** N_opt at C = 1 FLOP of the same line. */
  readonly scale: number | null;
}

/** Sizes within this factor of that with the lowest loss are fitted: further away the curve is no parabola. */
const NEAR = 4;
/** Fewest sizes for a parabola whose bend is known. */
const FEWEST = 5;
/** Budgets that are read off runs with several checkpoints. */
const BUDGETS = 36;
/** Two computes closer than this are one: tokens are whole numbers. */
const SAME = 1e-4;

/** ln loss of a run at a compute, linear in ln C between its checkpoints; null outside them. */
function lossAt(points: readonly IsoPoint[], compute: number): number | null {
  const exact = points.find(({C}) => Math.abs(C / compute - 1) < SAME);
  if (exact) return exact.loss;
  const after = points.findIndex(({C}) => C > compute);
  if (after <= 0) return null;
  const [a, b] = [points[after - 1]!, points[after]!];
  const share = log(compute / a.C) / log(b.C / a.C);
  return exp(log(a.loss) + share * log(b.loss / a.loss));
}

function curveAt(runs: ReadonlyArray<readonly IsoPoint[]>, compute: number): IsoCurve | null {
  const all = runs
    .flatMap((points) => {
      const loss = lossAt(points, compute);
      return loss === null ? [] : [{N: points[0]!.N, loss}];
    })
    .sort((a, b) => a.N - b.N);
  if (all.length < FEWEST) return null;
  const best = all.reduce((low, point) => (point.loss < low.loss ? point : low));
  const points = all.map((point) => ({...point, fitted: Math.abs(log(point.N / best.N)) <= log(NEAR) * (1 + 1e-9)}));
  const near = points.filter(({fitted}) => fitted);
  // A lowest loss at the end of the sizes is no minimum.
  if (near.length < FEWEST || best === all[0] || best === all[all.length - 1]) return null;
  const found = fitParabola(
    near.map(({N}) => log(N / best.N)),
    near.map(({loss}) => loss),
  );
  if (!found || !(found.bend > 0)) return null;
  const {level, slope, bend} = found;
  const place = -slope / (2 * bend);
  // Far from the sizes that were fitted there is no minimum either.
  if (Math.abs(place) > log(NEAR)) return null;
  return {compute, points, optimum: best.N * exp(place), base: level - bend * place * place, bend};
}

/** Budgets at which runs of one checkpoint end: each with enough of them for a parabola. */
function endsOf(rising: readonly number[]): number[] {
  const found: {readonly C: number; count: number}[] = [];
  rising.forEach((C, i) => {
    if (i > 0 && C / rising[i - 1]! - 1 <= SAME) found[found.length - 1]!.count++;
    else found.push({C, count: 1});
  });
  return found.filter(({count}) => count >= FEWEST).map(({C}) => C);
}

/** The budgets of the runs: those they end at where each has one checkpoint, else 36 at equal ratios over what they cover. */
function budgetsOf(runs: ReadonlyArray<readonly IsoPoint[]>): number[] {
  const rising = runs.flatMap((points) => points.map(({C}) => C)).sort((a, b) => a - b);
  if (runs.every(({length}) => length === 1)) return endsOf(rising);
  const [low, high] = [rising[0]!, rising[rising.length - 1]!];
  return equalRatios(low, high, BUDGETS);
}

function lineOf(curves: readonly IsoCurve[]): Pick<IsoFlop, 'exponent' | 'scale'> {
  const law = powerLaw(
    curves.map(({compute}) => compute),
    curves.map(({optimum}) => optimum),
  );
  if (!law) return {exponent: null, scale: null};
  const {exponent: estimate, standardError, scale} = law;
  const reach = studentQuantile(0.975, curves.length - 2) * standardError;
  return {exponent: {estimate, low: estimate - reach, high: estimate + reach}, scale};
}

/**
 * Curves of equal compute (Hoffmann et al. 2022, section 3.2, arXiv:2203.15556): at each budget a parabola of the loss in ln N, its
 * minimum, and the power law of the minima in compute. Runs with several checkpoints are read off between them.
 */
export function isoFlop(points: readonly IsoPoint[]): IsoFlop {
  const runs = [...grouped(points, ({run}) => run).values()].map((mine) => mine.sort((a, b) => a.C - b.C));
  const curves = budgetsOf(runs).flatMap((compute) => curveAt(runs, compute) ?? []);
  return {curves, ...lineOf(curves)};
}

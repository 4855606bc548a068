import {exp} from '../../numeric/elementary.ts';
import type {Interval} from '../interval.ts';
import {type Contour, type ContourFrame, contoursOf} from './contours.ts';
import type {LawFinding} from './finding.ts';
import type {LawFit} from './fit.ts';
import type {LawPoint, Need} from './fittable.ts';
import {evenly, type FrontierPoint, frontierOf, hasFrontier, percentiles, pointAt} from './frontier.ts';
import {type DrawnPair, worstPair} from './pair.ts';
import {CUT, profileLine} from './profile.ts';
import {type FittedRow, fittedRows, type NumberedRow} from './rows.ts';

/** The fitted loss along the one number of a run that a form knows. */
export interface LawCurve {
  readonly x: Need;
  readonly points: ReadonlyArray<{readonly x: number; readonly loss: Interval}>;
}

/** What figures of a fitted law are drawn from: plain data. */
export interface LawEvidence {
  readonly rows: readonly FittedRow[];
  /** Robust standard deviation of the residuals of ln L. */
  readonly spread: number;
  readonly contours: {readonly other: 'D' | 'S'; readonly lines: readonly Contour[]} | null;
  readonly frontier: readonly FrontierPoint[] | null;
  readonly curve: LawCurve | null;
  /** Profile of the irreducible loss: values with their robust likelihood ratios, and where the interval is cut. */
  readonly profile: {
    readonly parameter: string;
    readonly cut: number;
    readonly line: ReadonlyArray<readonly [value: number, ratio: number]>;
  } | null;
  readonly pair: DrawnPair | null;
}

/** Room on each side of the data, as a share of the logarithmic range. */
const ROOM = 0.06;
/** The frontier goes further, to the corners of its figure. */
const FURTHER = 0.2;
const CURVE_POINTS = 61;
const KEYS = {N: 'lnN', D: 'lnD', S: 'lnS', C: 'lnC'} as const satisfies Record<Need, keyof LawPoint>;

/** The range of a logarithm over the rows, with a little room. */
function rangeOf({data}: LawFit, need: Need, room = ROOM): readonly [number, number] {
  const values = data.points.map((point) => point[KEYS[need]]);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return [low - room * (high - low), high + room * (high - low)];
}

/** What contours run over; null for forms that do not have N and one other number. */
function frameOf(fit: LawFit): ContourFrame | null {
  const {needs} = fit.fittable;
  const other = needs.includes('D') ? 'D' : 'S';
  if (needs.length !== 2 || !needs.includes('N') || !needs.includes(other)) return null;
  return {other, lnN: rangeOf(fit, 'N'), lnOther: rangeOf(fit, other)};
}

/** The fitted loss along the number that a form knows, with the percentiles of the resamples; null for forms of two. */
function curveOf(fit: LawFit, draws: readonly Float64Array[]): LawCurve | null {
  const {fittable, theta} = fit;
  const [x, second] = fittable.needs;
  if (x === undefined || second !== undefined) return null;
  const room = new Float64Array(theta.length);
  const nowhere = pointAt(Number.NaN, Number.NaN);
  const points = evenly(...rangeOf(fit, x), CURVE_POINTS).map((lnX) => {
    const at = {...nowhere, [KEYS[x]]: lnX};
    const estimate = fittable.sloped(theta)(at, room);
    const drawn = draws.map((draw) => fittable.sloped(draw)(at, room));
    return {x: exp(lnX), loss: percentiles(estimate, drawn)};
  });
  return {x, points};
}

/** Everything that figures show of a fitted law, its rows with their numbers in the table. */
export function lawEvidence(
  fit: LawFit,
  draws: readonly Float64Array[],
  rows: readonly NumberedRow[],
  finding: LawFinding,
): LawEvidence {
  const frame = frameOf(fit);
  const {profile} = finding;
  return {
    ...fittedRows(fit, rows),
    contours: frame && {other: frame.other, lines: contoursOf(fit, frame)},
    frontier: hasFrontier(fit.fittable) ? frontierOf(fit, draws, rangeOf(fit, 'C', FURTHER)) : null,
    curve: curveOf(fit, draws),
    profile: profile && {parameter: profile.parameter, cut: CUT, line: profileLine(fit, profile)},
    pair: worstPair(fit, draws, finding.warnings),
  };
}

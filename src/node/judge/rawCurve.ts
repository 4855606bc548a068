import {Fault} from '../../numeric/fault.ts';
import {type Growing, growing} from './growing.ts';

/** Every point of one column of scores for one combination of the columns that split the table, as the table has them. */
export interface RawCurve {
  /** Values of the columns that split the table. */
  readonly parts: readonly string[];
  /** Index of the measure. */
  readonly measure: number;
  readonly x: Growing;
  readonly y: Growing;
  /** Index of the run. */
  readonly run: Growing;
  /** NaN where the column is not given or the cell is missing. */
  readonly params: Growing;
  readonly compute: Growing;
  /** One list a column of standard errors and numbers of questions. */
  readonly extra: readonly Growing[];
  /** Extremes with their rows, and the first score above 1. */
  readonly range: {
    lowest: number;
    lowestRow: number;
    highest: number;
    highestRow: number;
    aboveOne: {readonly row: number; readonly value: number} | null;
  };
}

/** One point without its score. */
export interface RawPoint {
  readonly row: number;
  readonly x: number;
  readonly run: number;
  readonly params: number;
  readonly compute: number;
  readonly extra: readonly number[];
}

/** Most points and curves that are held in memory. */
const MOST_POINTS = 2e7;
const MOST_CURVES = 5000;

function emptyCurve(parts: readonly string[], measure: number, extras: number): RawCurve {
  return {
    parts,
    measure,
    x: growing(),
    y: growing(),
    run: growing(),
    params: growing(),
    compute: growing(),
    extra: Array.from({length: extras}, growing),
    range: {
      lowest: Number.POSITIVE_INFINITY,
      lowestRow: 0,
      highest: Number.NEGATIVE_INFINITY,
      highestRow: 0,
      aboveOne: null,
    },
  };
}

function addPoint(curve: RawCurve, point: RawPoint, y: number): void {
  curve.x.push(point.x);
  curve.y.push(y);
  curve.run.push(point.run);
  curve.params.push(point.params);
  curve.compute.push(point.compute);
  point.extra.forEach((value, i) => {
    curve.extra[i]!.push(value);
  });
  const {range} = curve;
  if (y < range.lowest) [range.lowest, range.lowestRow] = [y, point.row];
  if (y > 1) range.aboveOne ??= {row: point.row, value: y};
  if (y > range.highest) [range.highest, range.highestRow] = [y, point.row];
}

/** Curves by what splits the table. */
export interface CurveStore {
  /** Adds a point; `key` tells curves apart where their parts do not. */
  add(parts: readonly string[], key: string, measure: number, point: RawPoint, y: number): void;
  readonly curves: readonly RawCurve[];
}

/** An empty store of curves with `extras` lists each. Its `add` throws Fault `judge-many-points`, `judge-many-curves`. */
export function curveStore(extras: number): CurveStore {
  const places = new Map<string, number>();
  const curves: RawCurve[] = [];
  let points = 0;
  return {
    curves,
    add(parts, key, measure, point, y) {
      const full = `${measure} ${key}`;
      const place = places.get(full) ?? curves.length;
      if (place === curves.length) {
        if (place >= MOST_CURVES) throw new Fault('judge-many-curves', {bound: MOST_CURVES});
        places.set(full, place);
        curves.push(emptyCurve(parts, measure, extras));
      }
      if (++points > MOST_POINTS) throw new Fault('judge-many-points', {bound: MOST_POINTS});
      addPoint(curves[place]!, point, y);
    },
  };
}

import {Fault} from '../../numeric/fault.ts';
import type {TableNote} from '../../report/study.ts';
import type {NamedCurve} from './naming.ts';
import {note} from './note.ts';
import {valueFor} from './perName.ts';
import type {Request, Unit} from './request.ts';

/** How the scores of a table become fractions. */
export interface Scales {
  /** Factor of each curve. */
  readonly factors: readonly number[];
  /** Unit of the shares of the table, null where it has none. */
  readonly unit: Unit | null;
  readonly notes: readonly TableNote[];
}

const FACTORS: Readonly<Record<Unit, number>> = {percent: 0.01, fraction: 1};
/** Scores may leave the range of their metric by so much, for rounding and reading off figures. */
const SLACK = 0.01;
/** Shares that are all below this may well be percent: a fraction of two hundredths is nearly never the best score of a table. */
const SUSPICIOUS = 0.02;

/** The unit that is said of a curve; null where nothing is. `percent` for everything means shares and scores without a metric. */
function saidUnit({entry, metric, column}: NamedCurve, {unit}: Request): Unit | null {
  const own = valueFor({all: null, each: unit.each}, metric, column);
  return own ?? (entry === null || entry.percent ? unit.all : null);
}

function checkRange({raw: {range}, entry, metric, source}: NamedCurve, factor: number): void {
  if (!entry) return;
  const [low, high] = entry.range;
  const outside = [
    {value: range.lowest, row: range.lowestRow},
    {value: range.highest, row: range.highestRow},
  ].find(({value}) => factor * value < low - SLACK || factor * value > high + SLACK);
  if (outside) {
    const data = {column: source, metric, row: outside.row, got: outside.value};
    const bounds = {low: low / factor, high: high / factor};
    const [lowText, highText] = [bounds.low, bounds.high].map((bound) => (Number.isFinite(bound) ? bound : '∞'));
    throw new Fault('judge-range', {
      ...data,
      low: bounds.low === Number.NEGATIVE_INFINITY ? '-∞' : lowText!,
      high: highText!,
    });
  }
}

/** The first share of the table above 1 whose unit nobody said is asked for. */
function checkUnits(curves: readonly NamedCurve[], units: ReadonlyArray<Unit | null>): void {
  const above = curves.flatMap(({entry, source, metric, raw}, i) =>
    entry?.percent && units[i] === null && raw.range.aboveOne ? [{source, metric, ...raw.range.aboveOne}] : [],
  );
  const [first] = above.sort((a, b) => a.row - b.row);
  if (first)
    throw new Fault('judge-unit', {column: first.source, metric: first.metric, row: first.row, got: first.value});
}

/**
 * The factor of each curve. A share above 1 without a unit is asked for, never guessed: Fault `judge-unit`. Throws Fault `judge-range` for
 * a score outside the range of its metric.
 */
export function scalesOf(curves: readonly NamedCurve[], request: Request): Scales {
  const units = curves.map((curve) => saidUnit(curve, request));
  const notes: TableNote[] = [];
  checkUnits(curves, units);
  const factors = units.map((unit) => FACTORS[unit ?? 'fraction']);
  curves.forEach((curve, i) => {
    checkRange(curve, factors[i]!);
  });
  const shares = curves.flatMap((curve, i) =>
    curve.entry?.percent || units[i] !== null ? [{curve, unit: units[i]!}] : [],
  );
  const percent = shares.filter(({unit}) => unit === 'percent');
  const highest = percent.reduce((most, {curve}) => Math.max(most, curve.raw.range.highest), Number.NEGATIVE_INFINITY);
  if (percent.length > 0 && highest <= 1) notes.push(note('percent-small', {highest}));
  const assumed = shares.filter(({unit}) => unit === null).map(({curve}) => curve);
  const best = assumed.reduce((most, {raw}) => Math.max(most, raw.range.highest), Number.NEGATIVE_INFINITY);
  if (best > 0 && best < SUSPICIOUS) notes.push(note('fraction-assumed', {column: assumed[0]!.source, highest: best}));
  const unit = shares.length === 0 ? null : percent.length > 0 ? 'percent' : 'fraction';
  return {factors, unit, notes};
}

import type {Key} from '../../numeric/stream.ts';
import type {BreakPlace, ClassicalTest} from '../evidence.ts';
import {baiPerron} from './baiPerron.ts';
import {breakInterval} from './breakInterval.ts';
import {changeLaw, drawnUpper} from './changeLaw.ts';
import {cusumTest} from './cusum.ts';
import {averaged} from './pooled.ts';
import {absenceOf, type Found, placeOf, rowOf} from './row.ts';
import type {Sample} from './sample.ts';
import {type StructuralChange, structuralChange, TRIM} from './structuralChange.ts';
import {supremumUpper} from './supremumLaw.ts';

/** More points than this are averaged before every partition of them is tried, which takes their square. */
const MOST_PARTITIONED = 500;

type Line = Pick<Sample, 'x' | 'y'>;

/** The break after `before` points between two segments, on the axis of x: in the middle of its gap, its interval rounded outward to points. */
function breakAt(line: Line, from: number, before: number, to: number): BreakPlace {
  const {x} = line;
  const [first, last] = breakInterval(line, from, before, to);
  const pointAt = (count: number): number => x[Math.min(Math.max(count, 0), x.length - 1)]!;
  const ends = Number.isFinite(first) && Number.isFinite(last) ? {low: pointAt(first - 1), high: pointAt(last)} : null;
  return placeOf((x[before - 1]! + x[before]!) / 2, ends);
}

function supFRow(line: Line, {sup, statistics, before, coefficients}: StructuralChange): Found {
  const place = breakAt(line, 0, before[statistics.indexOf(sup)]!, line.x.length);
  return {statistic: sup, p: supremumUpper(sup, coefficients, TRIM), breaks: [place]};
}

/** Several breaks; the statistic is what the best number of them takes off the BIC of one line. */
function baiPerronRow({x, y}: Line): Found | null {
  const line = {x: averaged(x, MOST_PARTITIONED), y: averaged(y, MOST_PARTITIONED)};
  const found = baiPerron(line, {trim: TRIM});
  if (!found) return null;
  const {partitions, best} = found;
  const {breaks, bic} = partitions[best]!;
  const ends = [0, ...breaks, line.x.length];
  return {
    statistic: partitions[0]!.bic - bic,
    breaks: breaks.map((before, k) => breakAt(line, ends[k]!, before, ends[k + 2]!)),
  };
}

/**
 * Tests of one line against lines that need not meet: sup-F, exp-F and ave-F (p of the last two from `resamples` draws of their limit law), the
 * CUSUM of least-squares residuals, and the partitions of Bai and Perron. The limit laws are for regressors without a trend. With x itself as
 * regressor residuals are free of a slope too, which makes the CUSUM test conservative; sup-F rejects 6.5 to 7 % of straight lines at 5 %.
 */
export function changeRows(key: Key, sample: Sample, resamples: number): ClassicalTest[] {
  const absence = absenceOf(sample);
  const tested = absence === 'no-candidate';
  const change = tested ? structuralChange(sample, {trim: TRIM}) : null;
  const law = change && resamples > 0 ? changeLaw(key, change.coefficients, {trim: TRIM, draws: resamples}) : null;
  const meanRow = (name: 'exp' | 'ave'): Found | null =>
    change && {
      statistic: change[name],
      ...(law ? {p: drawnUpper(law[name], change[name])} : {reason: 'no-resamples' as const}),
    };
  return [
    rowOf('supF', change && supFRow(sample, change), absence),
    rowOf('expF', meanRow('exp'), absence),
    rowOf('aveF', meanRow('ave'), absence),
    rowOf('cusum', tested ? cusumTest(sample) : null, absence),
    rowOf('baiPerron', tested ? baiPerronRow(sample) : null, absence),
  ];
}

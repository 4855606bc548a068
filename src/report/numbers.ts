import type {Rate} from '../inference/findings.ts';
import type {Interval} from '../inference/interval.ts';

/** Normal quantile of a drawn 95 % interval. */
export const NORMAL_95 = 1.96;

/** From here on numbers are printed with four digits and an exponent. */
const LARGE = 1e6;

/** A number with a true minus sign and `digits` decimals; never `-0`; large ones as 3.05e21; the sign of infinity where there is no end. */
export function decimal(value: number, digits = 3): string {
  if (!Number.isFinite(value)) return value < 0 ? '\u2212\u221e' : '\u221e';
  if (Math.abs(value) >= LARGE) {
    return Number(value.toPrecision(4)).toExponential().replace('e+', 'e').replace('-', '\u2212');
  }
  const text = value.toFixed(digits);
  return Number(text) === 0 ? text.replace('-', '') : text.replace('-', '\u2212');
}

/** A true onset, with the width of its bend where that is no corner: `2.107, w 0.076`. */
export function onsetWithWidth(onset: number, width: number | null): string {
  return width ? `${decimal(onset)}, w ${decimal(width)}` : decimal(onset);
}

/** Up to here a spread is one of rounding, between numbers that are the same. */
const ROUNDING = 1e-12;

/** Whether decimals show none of a number above 0, or twice of it. */
function isHidden(value: number, digits: number): boolean {
  return value > ROUNDING && value <= 0.5 * 10 ** -digits;
}

/** A limit or an error above 0 that is never printed as 0: one digit where `digits` decimals show none. */
export function limitText(value: number, digits = 3): string {
  return isHidden(value, digits) ? String(Number(value.toPrecision(1))).replace('-', '\u2212') : decimal(value, digits);
}

/** Most decimals of an estimate whose error is small. */
const MOST_DIGITS = 8;

/** Decimals of an estimate: `digits`, or as many as the first digit of its error needs. */
export function digitsFor(error: number, digits = 3): number {
  return isHidden(error, digits) ? Math.min(MOST_DIGITS, Math.ceil(-Math.log10(error))) : digits;
}

/** `2.105 \u00b1 0.012`: an estimate with its standard error; with more decimals where the error needs them. */
export function estimateText(value: number, error: number, digits = 3): string {
  const shown = digitsFor(error, digits);
  return `${decimal(value, shown)} \u00b1 ${limitText(error, shown)}`;
}

/** `2.105 [2.098, 2.112]`: an estimate with its 95 % interval; an ellipsis between the ends says that the interval has gaps. */
export function intervalText({estimate, low, high, pieces}: Interval): string {
  const between = pieces && pieces.length > 1 ? ' \u2026 ' : ', ';
  return `${decimal(estimate)} [${decimal(low)}${between}${decimal(high)}]`;
}

/** The same with every piece of an interval that has gaps: `2.05 [2.00, 2.10], [2.20, 2.30]`. */
export function piecesText({estimate, low, high, pieces}: Interval): string {
  const spans: ReadonlyArray<readonly [number, number]> = pieces && pieces.length > 1 ? pieces : [[low, high]];
  return `${decimal(estimate)} ${spans.map(([from, to]) => `[${decimal(from)}, ${decimal(to)}]`).join(', ')}`;
}

/** A p value in a cell: three decimals, or how small it is. */
export function pText(p: number): string {
  return p < 0.001 ? '< 0.001' : decimal(p);
}

/** The same in a sentence: `p = 0.005`. */
export function pClause(p: number): string {
  return p < 0.001 ? 'p < 0.001' : `p = ${decimal(p)}`;
}

/** A fraction as percent: `97 %`, with decimals where they are asked for. */
export function percentText(value: number, digits = 0): string {
  return `${decimal(100 * value, digits)}\u00a0%`;
}

/** `0.12 % \u00b1 0.03`: a fraction with its standard error in percentage points; with more decimals where the error needs them. */
export function percentEstimate(value: number, error: number): string {
  const shown = digitsFor(100 * error, 2);
  return `${percentText(value, shown)} \u00b1 ${limitText(100 * error, shown)}`;
}

/** `97 % \u00b1 1.7`: a share over replicates with its Monte Carlo standard error in percentage points. */
export function rateText({value, mcse}: Rate): string {
  return `${percentText(value)} \u00b1 ${limitText(100 * mcse, 1)}`;
}

/** Share and Monte Carlo standard error in a sentence: `97 % (± 1.7 %)`. */
export function rateClause({value, mcse}: Rate): string {
  return `${percentText(value)} (\u00b1 ${limitText(100 * mcse, 1)}\u00a0%)`;
}

/** A word with the share of replicates that agree in brackets, where there are several: `sharp (97 %)`. */
export function withShare(word: string, rate: Rate | null | undefined): string {
  return rate && rate.n > 1 ? `${word} (${percentText(rate.value)})` : word;
}

const UNITS: ReadonlyArray<readonly [number, string]> = [
  [1e12, 'T'],
  [1e9, 'B'],
  [1e6, 'M'],
  [1e3, 'k'],
];

/** Parameters, tokens and counts as the field writes them: 1.5B, 3T, 300M. */
export function countText(value: number): string {
  const unit = UNITS.find(([size]) => Math.abs(value) >= size);
  return unit ? `${Number((value / unit[0]).toPrecision(3))}${unit[1]}` : String(Number(value.toPrecision(6)));
}

/** Rounds to `digits` significant digits, so that specs stay small and readable. */
export function significant(value: number, digits = 6): number {
  return Number(value.toPrecision(digits));
}

/** Smallest and largest of some numbers, or null where there is none. */
export function extent(values: Iterable<number>): readonly [number, number] | null {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low <= high ? [low, high] : null;
}

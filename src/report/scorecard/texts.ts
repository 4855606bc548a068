import type {Unit} from '../../science/quantity.ts';
import type {Language} from '../figure.ts';
import {DASH} from '../ledTable.ts';
import {countText, decimal, estimateText, limitText, percentEstimate, percentText, significant} from '../numbers.ts';
import {EVIDENCE_CELLS} from '../words/evidence.ts';
import {fill} from '../words/fill.ts';
import {SCORECARD_WORDS} from '../words/scorecard.ts';
import {LIST_SEPARATOR} from '../words/verdicts.ts';
import type {ScorecardRow} from './row.ts';

const COUNTS: readonly Unit[] = ['parameters', 'tokens'];

/** From here on plain numbers have four digits and no decimals. */
const LARGE = 1e3;

/** A value in the unit of its quantity: fractions in percent, counts as 1.15B, nats and plain numbers with three decimals, large ones with four digits. */
export function valueText(value: number, unit: Unit): string {
  if (unit === 'fraction') return percentText(value, 2);
  if (COUNTS.includes(unit)) return countText(value);
  return Math.abs(value) < LARGE ? decimal(value) : decimal(significant(value, 4), 0);
}

/** A difference: of fractions in percentage points. */
export function distanceText(value: number, unit: Unit, language: Language): string {
  if (unit === 'fraction') return fill(EVIDENCE_CELLS.points, language, {value: decimal(100 * value, 2)});
  return valueText(value, unit).replace('-', '\u2212');
}

/** A tolerance, which is never printed as 0 or as twice what it is. */
function toleranceText(value: number, unit: Unit, language: Language): string {
  const plain = unit !== 'fraction' && !COUNTS.includes(unit) && value < LARGE;
  return plain ? limitText(value) : distanceText(value, unit, language);
}

/** `25.40 % \u00b1 0.12`: the simulated value with its Monte Carlo standard error where there is one. */
function simulatedText({simulated, error, unit}: ScorecardRow): string {
  if (simulated === null) return DASH;
  if (error === null) return valueText(simulated, unit);
  if (unit === 'fraction') return percentEstimate(simulated, error);
  if (COUNTS.includes(unit) || Math.max(Math.abs(simulated), error) >= LARGE) {
    return `${valueText(simulated, unit)} \u00b1 ${valueText(error, unit)}`;
  }
  return estimateText(simulated, error);
}

/** What is printed of every row: paper, simulated, difference, tolerance and whether it is met. */
export function numberCells(row: ScorecardRow, language: Language): readonly string[] {
  const {paper, simulated, tolerance, unit, ok} = row;
  return [
    valueText(paper, unit),
    simulatedText(row),
    simulated === null ? DASH : distanceText(simulated - paper, unit, language),
    toleranceText(tolerance, unit, language),
    SCORECARD_WORDS[ok ? 'yes' : 'no'][language],
  ];
}

/** The heads of `numberCells`. */
export function numberHeads(language: Language): readonly string[] {
  const names = ['paper', 'simulated', 'difference', 'tolerance', 'met'] as const;
  return names.map((name) => SCORECARD_WORDS[name][language]);
}

/** The notes of rows that are not met, one for each text with the rows that it explains. */
export function reasonsOf(rows: readonly ScorecardRow[], language: Language): readonly string[] {
  const groups = new Map<string, string[]>();
  for (const {ok, note, id} of rows) {
    if (ok || note === null) continue;
    groups.set(note[language], [...(groups.get(note[language]) ?? []), id]);
  }
  return [...groups].map(([note, ids]) =>
    fill(SCORECARD_WORDS.reason, language, {id: ids.join(LIST_SEPARATOR[language]), note}),
  );
}

/** Most names of rows in a line. */
const MOST_NAMED = 4;

/** How many published numbers are met, in a line; null where there are none. */
export function scorecardLine(rows: readonly ScorecardRow[], language: Language): string | null {
  if (rows.length === 0) return null;
  const missed = rows.filter(({ok}) => !ok).map(({id}) => id);
  const data = {met: rows.length - missed.length, all: rows.length};
  if (missed.length === 0) return fill(SCORECARD_WORDS.line, language, data);
  const shown = missed.slice(0, MOST_NAMED).join(LIST_SEPARATOR[language]);
  const more = missed.length - MOST_NAMED;
  const named = more > 0 ? fill(SCORECARD_WORDS.more, language, {shown, more, all: missed.length}) : shown;
  return fill(SCORECARD_WORDS.lineMissed, language, {...data, missed: named});
}

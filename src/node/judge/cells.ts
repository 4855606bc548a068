/** One cell of a table as its reader found it; null where there is none. */
export type Cell = string | number | boolean | null;

/** Why a cell is no number. */
export type NumberFault = 'judge-not-number' | 'judge-infinite' | 'judge-separator' | 'judge-percent-sign';

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const INFINITE = /^[+-]?inf(?:inity)?$/i;
/** Thousands in groups of three, or one decimal comma. */
const SEPARATED = /^[+-]?(?:\d{1,3}(?:[,'’\u00a0\u202f ]\d{3})+(?:[.,]\d+)?|\d*,\d+)(?:e[+-]?\d+)?$/i;
const PERCENT = /^[+-]?[\d.,]+\s*[%％‰]$/;
/** What tables write where a value is missing, in small letters. */
const MISSING: ReadonlySet<string> = new Set(['', 'na', 'n/a', '#n/a', 'nan', 'null', 'none', '-', '–', '—']);

/** Whether a cell says that its value is missing. */
export function isMissing(cell: Cell): boolean {
  if (typeof cell === 'string') return MISSING.has(cell.trim().toLowerCase());
  return cell === null || Number.isNaN(cell);
}

function faultOf(text: string): NumberFault {
  if (INFINITE.test(text)) return 'judge-infinite';
  if (PERCENT.test(text)) return 'judge-percent-sign';
  return SEPARATED.test(text) ? 'judge-separator' : 'judge-not-number';
}

/** The number in a cell, null where it is missing, or why it is none. */
export function readNumber(cell: Cell): number | null | NumberFault {
  if (typeof cell === 'number') {
    if (Number.isNaN(cell)) return null;
    return Number.isFinite(cell) ? cell : 'judge-infinite';
  }
  if (isMissing(cell)) return null;
  if (typeof cell !== 'string') return 'judge-not-number';
  const text = cell.trim();
  if (!NUMBER.test(text)) return faultOf(text);
  const value = Number(text);
  return Number.isFinite(value) ? value : 'judge-infinite';
}

/** The text in a cell as it may be shown; null where it is missing. */
export function readText(cell: Cell): string | null {
  return isMissing(cell) ? null : String(cell);
}

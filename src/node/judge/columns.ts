import {nearest} from '../../config/nearest.ts';
import {Fault} from '../../numeric/fault.ts';

/** Columns that a message lists. */
const MOST_LISTED = 30;

function unknownColumn(option: string, column: string, columns: readonly string[]): Fault {
  const near = nearest(column, columns);
  const more = columns.length - MOST_LISTED;
  const allowed = more > 0 ? [...columns.slice(0, MOST_LISTED), `… (+${more})`] : columns;
  return new Fault('judge-column', {option, got: column, allowed, ...(near === null ? {} : {nearest: near})});
}

/** Makes sure that a table has a column, once. Throws Fault `judge-column`, `judge-column-twice`. */
export function columnIn(option: string, column: string, columns: readonly string[]): string {
  const at = columns.indexOf(column);
  if (at < 0 || column === '') throw unknownColumn(option, column, columns);
  if (columns.includes(column, at + 1)) throw new Fault('judge-column-twice', {got: column});
  return column;
}

/**
 * Splits names joined by commas where a name may hold commas itself: each piece is the longest that `whole` knows, else up to the next comma.
 */
export function namesIn(text: string, whole: (piece: string) => boolean): string[] {
  const parts = text.split(',');
  const names: string[] = [];
  for (let from = 0; from < parts.length; ) {
    let to = parts.length;
    while (to > from + 1 && !whole(parts.slice(from, to).join(',').trim())) to--;
    names.push(parts.slice(from, to).join(',').trim());
    from = to;
  }
  return names;
}

/** The columns of an option that takes several. Throws Fault `judge-column`, `judge-column-twice`, `judge-repeated`. */
export function columnsIn(option: string, text: string, columns: readonly string[]): string[] {
  const names = namesIn(text, (piece) => columns.includes(piece));
  const repeated = names.find((name, i) => names.indexOf(name) < i);
  if (repeated !== undefined) throw new Fault('judge-repeated', {option, got: repeated});
  return names.map((name) => columnIn(option, name, columns));
}

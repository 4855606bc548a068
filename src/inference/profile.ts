import type {Interval} from './interval.ts';

/** Upper 5 % point of the chi-square law with one degree of freedom. */
export const CRITICAL = 3.841458820694124;

/** Where a likelihood-ratio profile lies below the critical value, as rising pieces; ends by linear interpolation, Infinity allowed. */
export function acceptedPieces(at: ArrayLike<number>, ratio: ArrayLike<number>): Array<[number, number]> {
  const pieces: Array<[number, number]> = [];
  const crossing = (inside: number, outside: number): number => {
    const rise = ratio[outside]! - ratio[inside]!;
    const share = Number.isFinite(rise) && rise > 0 ? (CRITICAL - ratio[inside]!) / rise : 0;
    return at[inside]! + share * (at[outside]! - at[inside]!);
  };
  for (let i = 0; i < at.length; i++) {
    if (!(ratio[i]! < CRITICAL)) continue;
    let last = i;
    while (last + 1 < at.length && ratio[last + 1]! < CRITICAL) last++;
    pieces.push([i === 0 ? at[0]! : crossing(i, i - 1), last === at.length - 1 ? at[last]! : crossing(last, last + 1)]);
    i = last;
  }
  return pieces;
}

/** Pieces merged where they touch or overlap, rising. */
export function mergePieces(pieces: ReadonlyArray<readonly [number, number]>): Array<[number, number]> {
  const merged: Array<[number, number]> = [];
  for (const [low, high] of [...pieces].sort((a, b) => a[0] - b[0])) {
    const last = merged[merged.length - 1];
    if (last && low <= last[1]) last[1] = Math.max(last[1], high);
    else merged.push([low, high]);
  }
  return merged;
}

/** An interval from its pieces, stretched to hold the estimate; the pieces are kept where there are several. */
export function intervalOf(estimate: number, pieces: ReadonlyArray<readonly [number, number]>): Interval {
  const low = Math.min(estimate, ...pieces.map(([from]) => from));
  const high = Math.max(estimate, ...pieces.map(([, to]) => to));
  return pieces.length > 1 ? {estimate, low, high, pieces} : {estimate, low, high};
}

/** Least value of each column of a [rows, columns] table. */
export function columnMinima(values: Float64Array, columns: number): Float64Array {
  const out = new Float64Array(columns).fill(Number.POSITIVE_INFINITY);
  for (let from = 0; from < values.length; from += columns) {
    for (let k = 0; k < columns; k++) out[k] = Math.min(out[k]!, values[from + k]!);
  }
  return out;
}

/** Least value of each row of a [rows, columns] table. */
export function rowMinima(values: Float64Array, columns: number): Float64Array {
  const out = new Float64Array(values.length / columns).fill(Number.POSITIVE_INFINITY);
  for (let i = 0; i < values.length; i++) {
    const row = Math.floor(i / columns);
    out[row] = Math.min(out[row]!, values[i]!);
  }
  return out;
}

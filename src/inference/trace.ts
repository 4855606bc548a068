import type {Grid} from './grid.ts';
import {type Explored, look} from './search.ts';

/** The table of nodes as lines of one axis: a profile has one number a line, the least along it. */
export interface Lines {
  readonly count: number;
  /** Number of places along a line. */
  readonly length: number;
  /** How far apart neighbouring lines, and neighbouring places of a line, are in the table. */
  readonly lineStep: number;
  readonly placeStep: number;
}

/** One line for each onset, along the widths. */
export function onsetLines({onset, width}: Grid): Lines {
  return {count: onset.length, length: width.length, lineStep: 1, placeStep: onset.length};
}

/** One line for each width, along the onsets. */
export function widthLines({onset, width}: Grid): Lines {
  return {count: width.length, length: onset.length, lineStep: onset.length, placeStep: 1};
}

/** Goes down along a line from a place, the stride halved where neither neighbour is lower, to stride 1. */
function descend(
  explored: Explored,
  {length, lineStep, placeStep}: Lines,
  shape: number,
  line: number,
  start: number,
  stride: number,
): void {
  const values = explored.rss[shape]!;
  const first = line * lineStep;
  look(explored, first + start * placeStep);
  let place = start;
  const lower = (next: number): boolean => {
    if (next < 0 || next >= length) return false;
    look(explored, first + next * placeStep);
    return values[first + next * placeStep]! < values[first + place * placeStep]!;
  };
  for (let step = stride; step >= 1; ) {
    const from = place;
    if (lower(from - step)) place = from - step;
    if (lower(from + step)) place = from + step;
    if (place === from) step >>= 1;
  }
}

/** Goes down along a line from where another, or itself, has known places that are below `limit` and lower than the known places next to them. */
function descendFrom(
  explored: Explored,
  lines: Lines,
  shape: number,
  line: number,
  from: number,
  limit: number,
  stride: number,
): void {
  const values = explored.rss[shape]!;
  let low = -1;
  let last = Number.POSITIVE_INFINITY;
  for (let place = 0, at = from * lines.lineStep; place <= lines.length; place++, at += lines.placeStep) {
    const value = place < lines.length ? values[at]! : Number.MAX_VALUE;
    if (value === Number.POSITIVE_INFINITY) continue;
    if (value < last) low = place;
    else if (low >= 0) {
      if (last <= limit) descend(explored, lines, shape, line, low, stride);
      low = -1;
    }
    last = value;
  }
}

/** Place on a line of its least known value. */
function leastPlace({length, lineStep, placeStep}: Lines, values: Float64Array, line: number): number {
  const first = line * lineStep;
  let least = 0;
  for (let place = 1; place < length; place++) {
    if (values[first + place * placeStep]! < values[first + least * placeStep]!) least = place;
  }
  return least;
}

/** One level of a trace: lines this far apart are looked along between lines that lie below a bound or are lows below another, as multiples of the lowest value. */
export interface Level {
  readonly stride: number;
  readonly near: number;
  readonly lows: number;
}

/**
 * Completes the profile of one shape over lines: those at distance `first` are known, at some of their places, and gone down along;
 * then level by level those between, from the lows of their neighbours.
 */
export function traceProfile(
  explored: Explored,
  lines: Lines,
  shape: number,
  {first, levels}: {readonly first: number; readonly levels: readonly Level[]},
): void {
  const values = explored.rss[shape]!;
  const lowest = (): number => values[explored.lowest[shape]!]!;
  const leastOf = (line: number): number =>
    values[line * lines.lineStep + leastPlace(lines, values, line) * lines.placeStep]!;
  for (let line = 0; line < lines.count; line += first) {
    descendFrom(explored, lines, shape, line, line, levels[0]!.near * lowest(), 1);
  }
  let apart = first;
  for (const {stride, near, lows} of levels) {
    const least = Array.from({length: Math.ceil(lines.count / apart)}, (_, k) => leastOf(k * apart));
    const isLow = (k: number): boolean => !(least[k - 1]! < least[k]!) && !(least[k + 1]! < least[k]!);
    const wanted = least.map((value, k) => value <= near * lowest() || (value <= lows * lowest() && isLow(k)));
    for (let k = 0; k + 1 < least.length; k++) {
      if (!wanted[k] && !wanted[k + 1]) continue;
      const end = (k + 1) * apart;
      for (let line = k * apart + stride; line < end; line += stride) {
        descendFrom(explored, lines, shape, line, line - stride, near * lowest(), 1);
        descendFrom(explored, lines, shape, line, end, near * lowest(), 1);
      }
    }
    apart = stride;
  }
}

/** Which lines are swept, as multiples of the lowest value. */
export interface Sweep {
  /** Lines with a known value below this are left alone, and those without one below `limit`. */
  readonly sure: number;
  readonly limit: number;
  /** A line that has no place below this on the way down is not looked along further. */
  readonly near: number;
  /** First stride on the way down along a line. */
  readonly stride: number;
}

/**
 * Completes the profile of one shape over lines of which some places are known. `across` holds the least value of every line of the other
 * axis: only where that is below the lowest of a line so far can that line have a lower place.
 */
export function sweepProfile(
  explored: Explored,
  lines: Lines,
  shape: number,
  across: Float64Array,
  {stride, sure, near, limit}: Sweep,
): void {
  const {lineStep, placeStep, count} = lines;
  const values = explored.rss[shape]!;
  const least = values[explored.lowest[shape]!]!;
  const lowest = (line: number): number => values[line * lineStep + leastPlace(lines, values, line) * placeStep]!;
  const sweep = (line: number, neighbour: number): void => {
    if (lowest(line) < sure * least) return;
    descendFrom(explored, lines, shape, line, neighbour, near * least, stride);
    if (lowest(line) > limit * least || lowest(line) < sure * least) return;
    descendFrom(explored, lines, shape, line, line, limit * least, stride);
    const bound = lowest(line);
    if (bound > near * least) return;
    for (let place = 0; place < across.length; place++) {
      if (across[place]! < bound) look(explored, line * lineStep + place * placeStep);
    }
  };
  // Away from the lowest line, so that each starts where its neighbour is low.
  const middle = Math.floor(explored.lowest[shape]! / lineStep) % count;
  for (let line = middle + 1; line < count; line++) sweep(line, line - 1);
  for (let line = middle - 1; line >= 0; line--) sweep(line, line + 1);
}

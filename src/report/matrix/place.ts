import {median} from '../../numeric/quantile.ts';
import {heightOn, type LossAxis, placeOn, type ValueAxis} from '../axes.ts';
import type {Box} from './grid.ts';

/** A place in pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** The axes of one plot and where it stands. */
export interface Plot {
  readonly box: Box;
  readonly loss: LossAxis;
  readonly value: ValueAxis;
}

/** Pixels of a loss, held inside the plot. */
export function acrossOf({box, loss}: Pick<Plot, 'box' | 'loss'>, at: number): number {
  return box.x + box.width * Math.min(Math.max(placeOn(loss, at), 0), 1);
}

/** Pixels of a value, held inside the plot. */
export function downOf({box, value}: Pick<Plot, 'box' | 'value'>, at: number): number {
  return box.y + box.height * (1 - Math.min(Math.max(heightOn(value, at), 0), 1));
}

/** Most points that are drawn one by one. */
const MOST_POINTS = 60;
/** Bins of a plot with more points. */
const BINS = 48;

/** The points of a curve in pixels; where there are many, medians in 48 equal bins of the loss axis. */
export function pointPlaces(
  rows: ReadonlyArray<{readonly loss: number; readonly value: number}>,
  plot: Plot,
): readonly Place[] {
  const places = rows.map(({loss, value}) => ({x: acrossOf(plot, loss), y: downOf(plot, value)}));
  if (places.length <= MOST_POINTS) return places;
  const bins = new Map<number, Place[]>();
  for (const place of places) {
    const bin = Math.min(Math.floor((BINS * (place.x - plot.box.x)) / plot.box.width), BINS - 1);
    bins.set(bin, [...(bins.get(bin) ?? []), place]);
  }
  return [...bins.values()].map((own) => ({x: median(own.map(({x}) => x)), y: median(own.map(({y}) => y))}));
}

/** How far a thinned line may lie from the whole one, pixels. */
const TOLERANCE = 0.15;

/** Distance of a place from the straight line through two others. */
function offLine({x, y}: Place, a: Place, b: Place): number {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  return length === 0
    ? Math.hypot(x - a.x, y - a.y)
    : Math.abs((b.x - a.x) * (a.y - y) - (a.x - x) * (b.y - a.y)) / length;
}

/** A line with only the places that its picture needs (Douglas and Peucker 1973). */
export function thinned(line: readonly Place[]): readonly Place[] {
  if (line.length < 3) return line;
  const [first, last] = [line[0]!, line.at(-1)!];
  let far = 0;
  let most = 0;
  for (let i = 1; i < line.length - 1; i++) {
    const off = offLine(line[i]!, first, last);
    if (off > most) [far, most] = [i, off];
  }
  if (most <= TOLERANCE) return [first, last];
  return [...thinned(line.slice(0, far + 1)).slice(0, -1), ...thinned(line.slice(far))];
}

/** A fitted curve in pixels. */
export function linePlaces(
  {loss, value}: {readonly loss: readonly number[]; readonly value: readonly number[]},
  plot: Plot,
): readonly Place[] {
  return loss.map((at, i) => ({x: acrossOf(plot, at), y: downOf(plot, value[i]!)}));
}

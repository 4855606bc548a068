import {countLabels, logTicks, POWER_LABELS, ticksIn} from '../axes.ts';
import {extent, significant} from '../numbers.ts';

/** How the numbers of an axis are written: 1.5B, 1e-8, 40 %, or as they are. */
export type Look = 'count' | 'power' | 'percent' | 'plain';

/** An axis of a figure of training runs. */
export interface TrainingAxis {
  readonly title: string | null;
  readonly domain: readonly [number, number];
  readonly look: Look;
  /** Whether equal steps are equal ratios, as they are unless this says no. */
  readonly log?: false;
  /** Whether it falls to the right. */
  readonly reverse?: boolean;
  /** Places of the labels; round numbers inside the domain without it. */
  readonly ticks?: readonly number[];
}

/** Labels of a linear axis. */
const LABELS = 5;

function labelsOf(look: Look) {
  if (look === 'count') return {labelExpr: countLabels(3)};
  if (look === 'power') return {labelExpr: POWER_LABELS};
  return {format: look === 'percent' ? '.0%' : '.3~r'};
}

/** The channel of a field on an axis. */
export function channel(field: string, {title, domain, look, log, reverse = false, ticks}: TrainingAxis) {
  const linear = log === false;
  return {
    field,
    type: 'quantitative' as const,
    title,
    scale: {
      domain: domain.map((end) => significant(end)),
      nice: false,
      ...(reverse ? {reverse} : {}),
      ...(linear ? {zero: false} : {type: 'log' as const}),
    },
    axis: {
      ...labelsOf(look),
      values: [...(ticks ?? (linear ? ticksIn(domain, LABELS) : logTicks(domain)))],
      grid: true,
    },
  };
}

/** Whether a number lies within a domain. */
function within([low, high]: readonly [number, number], value: number): boolean {
  return value >= low && value <= high;
}

/** An axis that holds some numbers, with room at both ends. */
function around({ticks: _, ...axis}: TrainingAxis, values: readonly number[]): TrainingAxis {
  if (axis.log !== false) return {...axis, domain: logDomain(values)};
  const [low, high] = extent(values)!;
  const room = 0.05 * Math.max(high - low, Math.abs(high));
  return {...axis, domain: [low - room, high + room]};
}

/** Axes with the limits of a paper; those of the places where none of them would be seen. */
export function showing<Axes extends {readonly x: TrainingAxis; readonly y: TrainingAxis}>(
  axes: Axes,
  places: ReadonlyArray<{readonly x: number; readonly y: number}>,
): Axes {
  const {x, y} = axes;
  if (places.length === 0 || places.some((at) => within(x.domain, at.x) && within(y.domain, at.y))) return axes;
  return {
    ...axes,
    x: around(
      x,
      places.map((at) => at.x),
    ),
    y: around(
      y,
      places.map((at) => at.y),
    ),
  };
}

/** A domain that holds some positive numbers with a little room at both ends, as a factor. */
export function logDomain(values: Iterable<number>, room = 1.15): readonly [number, number] {
  const [low, high] = extent(values) ?? [1, 10];
  return [low / room, high * room];
}

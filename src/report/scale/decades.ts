import {logTicks} from '../axes.ts';
import {significant} from '../numbers.ts';

/** How the labels of a logarithmic axis are written: 1e21, 1.5B (counts), or plain numbers. */
export type DecadeLook = 'power' | 'count' | 'plain';

const LOOKS = {
  power: {labelExpr: "replace(format(datum.value, '~e'), '+', '')"},
  // The field writes B for 1e9, d3 writes G.
  count: {labelExpr: "replace(format(datum.value, '.3~s'), 'G', 'B')"},
  plain: {format: '.3~g'},
} as const;

/** A logarithmic channel without its field: from `low` to `high`, with round ticks. */
export function decades([low, high]: readonly [number, number], title: string, look: DecadeLook) {
  return {
    type: 'quantitative' as const,
    title,
    scale: {type: 'log' as const, domain: [significant(low), significant(high)], nice: false},
    axis: {...LOOKS[look], values: [...logTicks([low, high])], grid: true},
  };
}

/** The span of some positive values with room beyond them, as a factor. */
export function roomy(values: readonly number[], room = 1.3): readonly [number, number] {
  return [Math.min(...values) / room, Math.max(...values) * room];
}

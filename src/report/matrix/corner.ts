import type {Box} from './grid.ts';
import type {Rule} from './marks.ts';
import type {Place} from './place.ts';

/** What a text in a corner must not lie on. */
export interface Crowd {
  readonly places: readonly Place[];
  /** Rules across or up the whole plot. */
  readonly rules: readonly Rule[];
}

/** A rule is as bad as this many places. */
const RULE = 3;

const within = (value: number, from: number, length: number): boolean => value >= from && value <= from + length;

/** How much lies in a box. */
function crowdIn({x, y, width, height}: Box, {places, rules}: Crowd): number {
  const crossing = rules.filter(({from, to}) =>
    from.x === to.x ? within(from.x, x, width) : within(from.y, y, height),
  ).length;
  return places.filter((place) => within(place.x, x, width) && within(place.y, y, height)).length + RULE * crossing;
}

/** The corner of a plot in which least lies, as a box of this size; among equals the upper left one, then the lower right. */
export function freeCorner(plot: Box, size: Pick<Box, 'width' | 'height'>, crowd: Crowd): Box {
  const right = plot.x + plot.width - size.width;
  const lower = plot.y + plot.height - size.height;
  const corners: readonly Box[] = [
    {...size, x: plot.x, y: plot.y},
    {...size, x: right, y: lower},
    {...size, x: right, y: plot.y},
    {...size, x: plot.x, y: lower},
  ];
  return corners.reduce((best, box) => (crowdIn(box, crowd) < crowdIn(best, crowd) ? box : best));
}

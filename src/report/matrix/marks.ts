import {significant} from '../numbers.ts';
import type {Layer} from '../spec.ts';
import {INK, STRONG} from '../theme.ts';
import type {Box} from './grid.ts';
import type {Place} from './place.ts';

/** A text with its place in pixels: its middle is at `y`, its end or middle at `x` as `align` says. */
export interface Text extends Place {
  readonly text: string;
  readonly color?: string;
  readonly size?: number;
  readonly strong?: boolean;
  readonly align?: 'left' | 'center' | 'right';
}

/** A straight line between two places. */
export interface Rule {
  readonly from: Place;
  readonly to: Place;
}

/** How a layer of boxes or rules looks. */
export interface Look {
  readonly color?: string;
  readonly fill?: string;
  readonly opacity?: number;
  readonly strokeWidth?: number;
  readonly strokeDash?: readonly number[];
}

/** Draws marks in the frame of one figure. */
export interface Pen {
  boxes(boxes: readonly Box[], look: Look, tips?: readonly string[]): Layer[];
  rules(rules: readonly Rule[], look: Look): Layer[];
  points(places: readonly Place[]): Layer[];
  lines(lines: ReadonlyArray<readonly Place[]>): Layer[];
  texts(texts: readonly Text[]): Layer[];
}

const round = (value: number): number => significant(value, 5);

/** The channels of a frame in pixels. */
function channelsOf(width: number, height: number) {
  const channel = {type: 'quantitative' as const, axis: null};
  return {
    x: {field: 'x', ...channel, scale: {domain: [0, width], nice: false}},
    y: {field: 'y', ...channel, scale: {domain: [0, height], reverse: true, nice: false}},
  };
}

type Channels = ReturnType<typeof channelsOf>;

/** The channels of marks with two ends. */
const ENDS = {x2: {field: 'x2'}, y2: {field: 'y2'}} as const;

const styled = ({strokeDash, ...look}: Omit<Look, 'color'>) => ({
  ...look,
  ...(strokeDash ? {strokeDash: [...strokeDash]} : {}),
});

function boxLayer(boxes: readonly Box[], {color, ...look}: Look, tips: readonly string[], channels: Channels): Layer {
  const values = boxes.map(({x, y, width, height}, i) => ({
    x: round(x),
    y: round(y),
    x2: round(x + width),
    y2: round(y + height),
    ...(tips.length > 0 ? {tip: tips[i]!} : {}),
  }));
  const tooltip = tips.length > 0 ? {tooltip: {field: 'tip', type: 'nominal' as const}} : {};
  const mark = {type: 'rect' as const, ...(color ? {stroke: color} : {}), ...styled(look)};
  return {data: {values}, mark, encoding: {...channels, ...ENDS, ...tooltip}};
}

function ruleLayer(rules: readonly Rule[], {color, ...look}: Look, channels: Channels): Layer {
  const values = rules.map(({from, to}) => ({x: round(from.x), y: round(from.y), x2: round(to.x), y2: round(to.y)}));
  const mark = {type: 'rule' as const, ...(color ? {color} : {}), ...styled(look)};
  return {data: {values}, mark, encoding: {...channels, ...ENDS}};
}

function lineLayer(lines: ReadonlyArray<readonly Place[]>, channels: Channels): Layer {
  const values = lines.flatMap((places, line) => places.map(({x, y}, k) => ({x: round(x), y: round(y), line, k})));
  const detail = {field: 'line', type: 'nominal' as const};
  const order = {field: 'k', type: 'quantitative' as const};
  const mark = {type: 'line' as const, color: INK.fit, strokeWidth: 1.5};
  return {data: {values}, mark, encoding: {...channels, detail, order}};
}

function textLayer(texts: readonly Text[], channels: Channels): Layer {
  const {align = 'left', strong = false} = texts[0]!;
  const values = texts.map(({x, y, text, color = INK.text, size = 12}) => ({
    x: round(x),
    y: round(y),
    text,
    color,
    size,
  }));
  return {
    data: {values},
    mark: {type: 'text', align, baseline: 'middle', fontWeight: strong ? STRONG : 400},
    encoding: {
      ...channels,
      text: {field: 'text', type: 'nominal'},
      color: {field: 'color', type: 'nominal', scale: null},
      size: {field: 'size', type: 'quantitative', scale: null},
    },
  };
}

/** Texts of one alignment and weight together: these are no channels of a mark. */
function alike(texts: readonly Text[]): ReadonlyArray<readonly Text[]> {
  const groups = new Map<string, Text[]>();
  for (const text of texts) {
    const key = `${text.align ?? 'left'} ${text.strong ?? false}`;
    groups.set(key, [...(groups.get(key) ?? []), text]);
  }
  return [...groups.values()];
}

/** A pen for a frame of this size. */
export function penFor(width: number, height: number): Pen {
  const channels = channelsOf(width, height);
  const mark = {type: 'circle' as const, size: 11, color: INK.points, opacity: 0.5};
  return {
    boxes: (boxes, look, tips = []) => (boxes.length > 0 ? [boxLayer(boxes, look, tips, channels)] : []),
    rules: (rules, look) => (rules.length > 0 ? [ruleLayer(rules, look, channels)] : []),
    points(places) {
      const values = places.map(({x, y}) => ({x: round(x), y: round(y)}));
      return values.length > 0 ? [{data: {values}, mark, encoding: channels}] : [];
    },
    lines: (lines) => (lines.some((line) => line.length > 0) ? [lineLayer(lines, channels)] : []),
    texts: (texts) => alike(texts).map((group) => textLayer(group, channels)),
  };
}

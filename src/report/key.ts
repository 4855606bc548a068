import {widthOf} from './displayWidth.ts';
import {RULE_STYLES} from './marks.ts';
import type {Layer} from './spec.ts';
import {INK} from './theme.ts';

/** One line of the key inside a panel: a text, with a sample of the rule it explains unless `style` is null. */
export interface KeyLine {
  readonly text: string;
  readonly style: keyof typeof RULE_STYLES | null;
  /** Colour of the text where there is no rule to take it from. */
  readonly color?: string;
}

/** Where the key stands: scores start low and good is up, so one of these corners is free of points. */
export type Corner = 'upper-left' | 'lower-right';

const EDGE = 6;
const SAMPLE = 14;
const GAP = 5;
const LINE = 12.5;
/** Width that the texts of a key in the lower right corner are given, in pixels. */
const TEXT = 132;

/** Height of a key in pixels. */
export function keyHeight(lines: number): number {
  return 2 * EDGE + LINE * lines;
}

/** Width of a key in pixels. */
export const KEY_WIDTH = EDGE + SAMPLE + GAP + TEXT;

/** Width of a column of text, pixels: digits and Latin letters are narrower than half a Chinese character. */
const COLUMN = 5;

/** Where the longest line of a key in the upper left corner ends, so that its ground covers no more than it must. */
function textEnd(lines: readonly KeyLine[]): number {
  const longest = Math.max(0, ...lines.map(({text}) => widthOf(text)));
  return Math.min(EDGE + SAMPLE + GAP + COLUMN * longest + EDGE, KEY_WIDTH);
}

/** The key in a corner of a panel; placed from its edges, so that it stays there when a page changes the width. Its `ground` fades what is drawn before it. */
export function panelKey(
  lines: readonly KeyLine[],
  corner: Corner,
): {readonly ground: Layer; readonly entries: readonly Layer[]} {
  const right = corner === 'lower-right';
  const left = right ? -KEY_WIDTH : EDGE;
  const x = {value: right ? ('width' as const) : 0};
  const y = {value: right ? ('height' as const) : 0};
  const one = {values: [{}]};
  const edges = right
    ? {xOffset: left, x2Offset: -1, yOffset: -keyHeight(lines.length), y2Offset: -1}
    : {xOffset: 1, x2Offset: textEnd(lines), yOffset: 1, y2Offset: keyHeight(lines.length) - EDGE / 2};
  const ground: Layer = {
    data: one,
    mark: {type: 'rect', color: '#ffffff', opacity: 0.85, ...edges},
    encoding: {x, x2: x, y, y2: y},
  };
  const entries = lines.flatMap(({text, style, color: ink = INK.text}, i): Layer[] => {
    const down = right ? LINE * (i - lines.length + 0.5) - EDGE : 9 + LINE * i;
    const color = style === null ? ink : RULE_STYLES[style].color;
    const label: Layer = {
      data: one,
      mark: {
        type: 'text',
        align: 'left',
        baseline: 'middle',
        fontSize: 10.5,
        color,
        text,
        dx: left + SAMPLE + GAP,
        dy: down,
      },
      encoding: {x, y},
    };
    if (style === null) return [label];
    const {strokeWidth, strokeDash} = RULE_STYLES[style];
    const sample: Layer = {
      data: one,
      mark: {
        type: 'rule',
        color,
        strokeWidth,
        strokeDash: [...strokeDash],
        xOffset: left,
        x2Offset: left + SAMPLE,
        yOffset: down,
        y2Offset: down,
      },
      encoding: {x, x2: x, y, y2: y},
    };
    return [sample, label];
  });
  return {ground, entries};
}

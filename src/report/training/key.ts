import type {Layer} from '../spec.ts';
import {INK} from '../theme.ts';
import type {LineLook} from './marks.ts';

/** One line of the key inside a panel, with a sample of the line it explains where there is one. */
export interface KeyEntry {
  readonly text: string;
  readonly look?: LineLook;
}

/** A corner of a panel. */
export type KeyCorner = 'upper-right' | 'lower-left' | 'upper-left' | 'lower-right';

const EDGE = 7;
const SAMPLE = 16;
const GAP = 5;
const LINE = 13;

/** The key in a corner of a panel, placed from its edges; samples stand at the outer side of the texts. */
export function curveKey(entries: readonly KeyEntry[], corner: KeyCorner): Layer[] {
  const right = corner.endsWith('right');
  const lower = corner.startsWith('lower');
  const x = {value: right ? ('width' as const) : 0};
  const y = {value: lower ? ('height' as const) : 0};
  const inward = right ? -1 : 1;
  const samples = entries.some(({look}) => look !== undefined);
  return entries.flatMap(({text, look}, i): Layer[] => {
    const down = lower ? LINE * (i - entries.length + 0.5) - EDGE + 2 : EDGE + LINE * (i + 0.5);
    const label: Layer = {
      data: {values: [{}]},
      mark: {
        type: 'text',
        text,
        align: right ? 'right' : 'left',
        baseline: 'middle',
        fontSize: 10.5,
        color: INK.text,
        dx: inward * (EDGE + (samples ? SAMPLE + GAP : 0)),
        dy: down,
      },
      encoding: {x, y},
    };
    if (!look) return [label];
    const sample: Layer = {
      data: {values: [{}]},
      mark: {
        type: 'rule',
        color: look.color,
        strokeWidth: look.width ?? 1.6,
        ...(look.dash ? {strokeDash: [...look.dash]} : {}),
        xOffset: inward * EDGE,
        x2Offset: inward * (EDGE + SAMPLE),
        yOffset: down,
        y2Offset: down,
      },
      encoding: {x, x2: x, y, y2: y},
    };
    return [sample, label];
  });
}

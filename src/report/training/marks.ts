import type {Ruler, TrainingCurve} from '../../inference/training/curves.ts';
import {equalRatios} from '../../numeric/ratios.ts';
import {countLabels, logTicks} from '../axes.ts';
import type {Language} from '../figure.ts';
import {extent, significant} from '../numbers.ts';
import type {Layer} from '../spec.ts';
import {rampColours} from '../theme.ts';
import {TRAINING_AXES} from '../words/trainingAxes.ts';
import {channel, type TrainingAxis} from './axes.ts';

/** Shades between which sizes are mixed. */
const SHADES = 5;

/** A point of a figure of training runs: a place, and the size and name of the run it belongs to. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly run?: string;
}

/** The losses along training curves against a ruler, each with the size and the name of its run: two families may have runs of one name. */
export function coursePlaces(curves: readonly TrainingCurve[], ruler: Ruler): Place[] {
  return curves.flatMap(({family, run, size, points}) =>
    points.map((point) => ({x: point[ruler], y: point.loss, size, run: `${family}/${run}`})),
  );
}

/** How a line is drawn. */
export interface LineLook {
  readonly color: string;
  readonly dash?: readonly number[];
  readonly width?: number;
}

/** The axes that the layers of a panel share, and the colours of sizes. */
export interface Sheet {
  readonly x: TrainingAxis;
  readonly y: TrainingAxis;
  readonly color: ReturnType<typeof sizeColour>;
}

/** Colour by size: dark for small models, light for large ones, on a logarithmic scale. */
export function sizeColour(sizes: readonly number[], language: Language) {
  const [low, high] = extent(sizes) ?? [1, 10];
  return {
    field: 'size',
    type: 'quantitative' as const,
    title: TRAINING_AXES.size[language],
    scale: {type: 'log' as const, domain: [low, high], range: [...rampColours(SHADES)]},
    legend: {
      type: 'gradient' as const,
      gradientLength: 220,
      gradientThickness: 9,
      gradientOpacity: 1,
      labelExpr: countLabels(2),
      values: [...logTicks([low, high])],
    },
  };
}

function rounded(places: readonly Place[]) {
  return {
    values: places.map(({x, y, ...rest}) => ({
      x: significant(x),
      y: significant(y),
      ...rest,
      ...(rest.size === undefined ? {} : {size: significant(rest.size)}),
    })),
  };
}

/** Curves of runs, coloured by size; runs of one checkpoint, which make no line, are points. */
export function runLines(places: readonly Place[], {x, y, color}: Sheet, opacity = 0.75): Layer {
  const single = new Set(places.map(({run}) => run)).size === places.length;
  return {
    data: rounded(places),
    mark: single ? {type: 'circle', size: 26, clip: true} : {type: 'line', strokeWidth: 1.1, opacity, clip: true},
    encoding: {x: channel('x', x), y: channel('y', y), color, detail: {field: 'run', type: 'nominal'}},
  };
}

/** Points, coloured by size, or in one colour. */
export function dots(
  places: readonly Place[],
  {x, y, color}: Sheet,
  look: {readonly color?: string; readonly area?: number; readonly hollow?: true} = {},
): Layer {
  const {color: ink, area = 34, hollow} = look;
  const mark = hollow
    ? {type: 'point' as const, filled: false, size: area, strokeWidth: 1.3, opacity: 1, clip: true}
    : {type: 'circle' as const, size: area, opacity: 1, clip: true};
  return {
    data: rounded(places),
    mark: ink === undefined ? mark : {...mark, color: ink},
    encoding: {x: channel('x', x), y: channel('y', y), ...(ink === undefined ? {color} : {})},
  };
}

/** One line through some places, in their order. */
export function plainLine(
  places: readonly Place[],
  {x, y}: Pick<Sheet, 'x' | 'y'>,
  {color, dash, width = 1.6}: LineLook,
): Layer {
  return {
    data: rounded(places),
    mark: {
      type: 'line',
      color,
      strokeWidth: width,
      clip: true,
      ...(dash ? {strokeDash: [...dash]} : {}),
    },
    encoding: {x: channel('x', x), y: channel('y', y)},
  };
}

/** The line of a law over a domain, or over the whole x axis. */
export function lawLine(
  law: (x: number) => number,
  sheet: Sheet,
  look: LineLook,
  domain: readonly [number, number] = sheet.x.domain,
): Layer {
  return plainLine(
    equalRatios(...domain, 41).map((x) => ({x, y: law(x)})),
    sheet,
    look,
  );
}

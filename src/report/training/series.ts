import {significant} from '../numbers.ts';
import type {Layer, Panel} from '../spec.ts';
import {rampColours, STRONG} from '../theme.ts';
import {channel, type TrainingAxis} from './axes.ts';

/** A point of a series; points of one `line` are joined. */
export interface SeriesPoint {
  readonly x: number;
  readonly y: number;
  readonly series: string;
  /** What a tooltip names it, and which line it belongs to; the series without. */
  readonly line?: string;
}

/** The axes that the layers of a panel share, and the colours of series. */
export interface SeriesSheet {
  readonly x: TrainingAxis;
  readonly y: TrainingAxis;
  readonly color: ReturnType<typeof seriesColour>;
}

/** Colours of series: those given, else shades from dark to light in their order. */
export function seriesColour(
  title: string,
  names: readonly string[],
  colours: readonly string[] = rampColours(names.length),
) {
  return {
    field: 'series',
    type: 'nominal' as const,
    title,
    sort: null,
    scale: {domain: [...names], range: [...colours]},
  };
}

function rounded(points: readonly SeriesPoint[]) {
  return {
    values: points.map(({x, y, series, line = series}) => ({
      x: significant(x, 5),
      y: significant(y, 5),
      series,
      line,
    })),
  };
}

/** Points in the colours of their series: filled, or rings. */
export function seriesDots(
  points: readonly SeriesPoint[],
  {x, y, color}: SeriesSheet,
  {area = 26, hollow = false}: {readonly area?: number; readonly hollow?: boolean} = {},
): Layer {
  return {
    data: rounded(points),
    mark: hollow
      ? {type: 'point', filled: false, size: area, strokeWidth: 1.2, opacity: 1, clip: true}
      : {type: 'circle', size: area, opacity: 0.95, clip: true},
    encoding: {
      x: channel('x', x),
      y: channel('y', y),
      color,
      tooltip: [
        {field: 'line', type: 'nominal', title: color.title},
        {field: 'x', type: 'quantitative', title: x.title, format: '.4~g'},
        {field: 'y', type: 'quantitative', title: y.title, format: '.4~g'},
      ],
    },
  };
}

/** How lines of series are drawn. */
export interface SeriesLook {
  readonly width?: number;
  readonly dash?: readonly number[];
  readonly opacity?: number;
}

/** Points joined in the order of x, in the colours of their series. */
export function seriesLines(
  points: readonly SeriesPoint[],
  {x, y, color}: SeriesSheet,
  {width = 1.3, dash = [1, 0], opacity = 0.9}: SeriesLook = {},
): Layer {
  return {
    data: rounded(points),
    mark: {type: 'line', strokeWidth: width, strokeDash: [...dash], opacity, clip: true},
    encoding: {
      x: channel('x', x),
      y: channel('y', y),
      detail: {field: 'line', type: 'nominal'},
      order: {field: 'x', type: 'quantitative'},
      color,
    },
  };
}

/** A panel with lines of text under its title. */
export function seriesPanel(
  text: string,
  subtitle: readonly string[],
  layer: readonly Layer[],
  {width, height}: {readonly width: number; readonly height: number} = {width: 330, height: 260},
): Panel {
  return {
    title: {text, fontWeight: STRONG, ...(subtitle.length > 0 ? {subtitle: [...subtitle]} : {})},
    width,
    height,
    layer: [...layer],
  };
}

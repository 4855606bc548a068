import type {CurveFinding, ProfileSurface} from '../../inference/findings.ts';
import {logTicks} from '../axes.ts';
import {onsetTitle, widthTitle} from '../axisNames.ts';
import {captionText} from '../captions.ts';
import type {Figure, Language} from '../figure.ts';
import {isFitted} from '../fitted.ts';
import {benchmarkLabel, columnsFor, drawnPart, metricLabel, worldLabel} from '../lookup.ts';
import {extent, significant} from '../numbers.ts';
import {type Layer, type Panel, panels} from '../spec.ts';
import type {Study} from '../study.ts';
import {INK, STRONG} from '../theme.ts';
import {estimatorText} from '../words/estimators.ts';
import {AXIS_WORDS, FIGURE_WORDS, KEY_WORDS} from '../words/figures.ts';
import {fill} from '../words/fill.ts';
import {HEADINGS} from './headings.ts';

/** Upper ends of the drawn levels: 68, 95 and 99 % of chi-squared with two degrees of freedom, then a margin. */
const LEVELS = [
  {below: 2.3, name: '< 2.30 (68 %)', color: '#08306b'},
  {below: 5.99, name: '< 5.99 (95 %)', color: '#2b7bba'},
  {below: 9.21, name: '< 9.21 (99 %)', color: '#8dc0e0'},
  {below: 25, name: '< 25', color: '#dbe9f4'},
] as const;

const LINEAR_BELOW = 0.01;
const TICKS = [0, 0.01, 0.03, 0.1, 0.3, 1];

/** A run of neighbouring cells of one row at one level. */
interface Bar {
  readonly level: string;
  readonly from: number;
  readonly to: number;
  readonly bottom: number;
  readonly top: number;
}

/** Borders of the cells of a grid: half way to each neighbour, the outer ones mirrored. */
function borders(grid: readonly number[]): readonly number[] {
  const last = grid.length - 1;
  if (last < 1) return [grid[0]! - 0.001, grid[0]! + 0.001];
  const inner = grid.slice(1).map((value, i) => (value + grid[i]!) / 2);
  return [grid[0]! - (grid[1]! - grid[0]!) / 2, ...inner, grid[last]! + (grid[last]! - grid[last - 1]!) / 2];
}

/** The surface as bars, neighbours of one level joined: a tenth of the rectangles of a cell-by-cell map. */
function barsOf({onset, width, ratio}: ProfileSurface): readonly Bar[] {
  const x = borders(onset);
  const y = borders(width);
  const bars: Bar[] = [];
  for (let row = 0; row < width.length; row++) {
    let start = 0;
    const levelAt = (column: number): string | undefined => {
      const value = ratio[row * onset.length + column];
      return typeof value === 'number' ? LEVELS.find(({below}) => value < below)?.name : undefined;
    };
    for (let column = 1; column <= onset.length; column++) {
      const level = levelAt(start);
      if (column < onset.length && levelAt(column) === level) continue;
      if (level !== undefined) {
        bars.push({
          level,
          from: significant(x[start]!),
          to: significant(x[column]!),
          bottom: significant(Math.max(y[row]!, 0)),
          top: significant(y[row + 1]!),
        });
      }
      start = column;
    }
  }
  return bars;
}

function marker(curve: CurveFinding, x: object, y: object): Layer[] {
  const cross = (eta: number, w: number, shape: 'cross' | 'circle', color: string): Layer => ({
    data: {values: [{eta: significant(eta), w: significant(w)}]},
    mark: {
      type: 'point',
      shape,
      size: shape === 'cross' ? 70 : 90,
      color,
      filled: shape === 'cross',
      strokeWidth: 2,
      opacity: 1,
      ...(shape === 'cross' ? {stroke: '#ffffff', strokeWidth: 0.8} : {}),
    },
    encoding: {x: {field: 'eta', type: 'quantitative', ...x}, y: {field: 'w', type: 'quantitative', ...y}},
  });
  const truth = curve.truth;
  return [
    ...(curve.onset ? [cross(curve.onset.estimate, curve.width.estimate, 'cross', INK.onset)] : []),
    ...(typeof truth?.onset === 'number' ? [cross(truth.onset, truth.width ?? 0, 'circle', '#f0a202')] : []),
  ];
}

/** Scale and axis of the drawn onsets, with a little room; runs as the loss axis does. */
function onsetScale({table}: Study, low: number, high: number) {
  const reverse = !table?.ascending;
  if (table?.log) {
    const room = (high / low) ** 0.05;
    const domain: [number, number] = [low / room, high * room];
    const scale = {type: 'log' as const, domain, reverse, nice: false};
    return {scale, axis: {values: [...logTicks(domain)], format: '.4~g', grid: false}};
  }
  const pad = Math.max(0.05 * (high - low), table ? 0 : 0.002);
  const format = Math.max(Math.abs(low), Math.abs(high)) >= 100 ? '.4~g' : '.3f';
  return {
    scale: {domain: [low - pad, high + pad], reverse, nice: false, zero: false},
    axis: {tickCount: 4, format, grid: false},
  };
}

function panel(study: Study, curve: CurveFinding, bars: readonly Bar[], language: Language): Panel {
  const truth = curve.truth?.onset;
  const reach = [...bars.flatMap(({from, to}) => [from, to]), ...(typeof truth === 'number' ? [truth] : [])];
  const [low, high] = extent(reach) ?? [0, 1];
  const top = Math.max(0.03, ...bars.map((bar) => bar.top));
  const x = {
    title: onsetTitle(study, language),
    ...onsetScale(study, low, high),
  };
  const y = {
    title: widthTitle(study, language),
    scale: {type: 'symlog' as const, constant: LINEAR_BELOW, domain: [0, top], nice: false},
    axis: {values: TICKS.filter((tick) => tick <= top), format: '~g', grid: false},
  };
  const level = {
    field: 'level',
    type: 'nominal' as const,
    title: AXIS_WORDS.region[language],
    sort: null,
    scale: {domain: LEVELS.map(({name}) => name), range: LEVELS.map(({color}) => color)},
  };
  const heat: Layer = {
    data: {values: [...bars]},
    mark: {type: 'rect', clip: true, strokeWidth: 0.6},
    encoding: {
      x: {field: 'from', type: 'quantitative', ...x},
      x2: {field: 'to'},
      y: {field: 'bottom', type: 'quantitative', ...y},
      y2: {field: 'top'},
      fill: level,
      stroke: level,
    },
  };
  const post = estimatorText(curve.estimator.postBreak, language);
  const world = worldLabel(study, curve.world, language);
  const shape = fill(KEY_WORDS.post, language, {post});
  const subtitle = world === '' ? shape : [world, shape];
  const names = [benchmarkLabel(study, curve.benchmark), metricLabel(study, curve.metric, language)].join(' - ');
  return {
    title: {text: names, subtitle, fontWeight: STRONG},
    width: 210,
    height: 150,
    layer: [heat, ...marker(curve, x, y)],
  };
}

/** Profile likelihood over (eta, w) of every curve of replicate 0. */
export const profile: Figure = {
  ...HEADINGS.profile,
  draw(whole, language) {
    const study = drawnPart(whole);
    const cells = study.findings.curves.flatMap((curve) => {
      const bars = curve.profile && isFitted(curve) ? barsOf(curve.profile) : [];
      return bars.length > 0 ? [panel(study, curve, bars, language)] : [];
    });
    if (cells.length === 0) return [];
    const title = FIGURE_WORDS.profile[language];
    const columns = columnsFor(study, 4);
    return [
      {
        id: 'profile',
        title,
        caption: captionText(whole, 'profileCaption', language),
        spec: panels(title, columns, cells),
      },
    ];
  },
};

import {logTicks} from '../axes.ts';
import type {Language} from '../figure.ts';
import {valueTitle} from '../figures/metricPanels.ts';
import {extent, significant} from '../numbers.ts';
import type {Layer, Panel} from '../spec.ts';
import type {MetricView, Study} from '../study.ts';
import {INK, STRONG} from '../theme.ts';
import {AXIS_WORDS, KEY_WORDS} from '../words/figures.ts';
import {type Dot, type DotOptions, dotsOf, type Facet} from './dots.ts';
import {sizeX} from './sizeAxis.ts';

const WIDTH = 230;
/** High enough for the title of a turned axis. */
const HEIGHT = 225;
/** Points of a panel from which they are drawn small. */
const MANY = 150;
/** Room beyond the data: a share of a linear axis, a factor of a logarithmic one. */
const ROOM = {linear: 0.06, log: 1.5} as const;

/** What every panel of a drawing shares. */
export interface ScaleFrame extends DotOptions {
  readonly language: Language;
}

/** Whether a metric is a share whose blind guess is 0: a fall by equal factors can be seen on a logarithmic axis. */
export function canBeLog({continuous, percent, chance}: MetricView): boolean {
  return !continuous && percent && Object.values(chance).every((level) => level === 0);
}

interface Level {
  readonly chance: number;
  readonly series: string;
}

function levelsOf({benchmarks}: Facet, metric: MetricView, {series}: ScaleFrame): Level[] {
  const factor = metric.percent ? 100 : 1;
  return benchmarks.flatMap((benchmark) => {
    const chance = metric.chance[benchmark.name];
    return typeof chance === 'number' ? [{chance: significant(factor * chance), series: series.of(benchmark)}] : [];
  });
}

/** The y channel, good is up; one for all panels of a metric. */
function yOf(dots: readonly Dot[], levels: readonly Level[], metric: MetricView, {log, language}: ScaleFrame) {
  const values = [...dots.flatMap((dot) => [dot.low, dot.value, dot.high]), ...levels.map(({chance}) => chance)];
  const [low, high] = extent(log ? values.filter((value) => value > 0) : values)!;
  const pad = Math.max(ROOM.linear * (high - low), 1e-3 * Math.max(Math.abs(low), Math.abs(high)), 1e-6);
  const domain: [number, number] = log ? [low / ROOM.log, high * ROOM.log] : [low - pad, high + pad];
  return {
    type: 'quantitative' as const,
    title: valueTitle(metric, language),
    scale: {
      ...(log ? {type: 'log' as const} : {zero: false}),
      domain: domain.map((end) => significant(end)),
      nice: false,
      reverse: metric.direction === 'lower',
    },
    axis: log ? {values: [...logTicks(domain)], format: '~g'} : {tickCount: 5, format: '.5~g'},
  };
}

function channelsOf(study: Study, y: ReturnType<typeof yOf>, {axis, series, language}: ScaleFrame) {
  const scale = {domain: [...series.domain], range: [...series.range]};
  const color = {
    field: 'series',
    type: 'nominal' as const,
    title: series.title,
    sort: null,
    scale,
  };
  return {
    x: sizeX(study.scores, axis, language),
    y,
    color,
    // Runs with many checkpoints have a line each.
    detail: axis === 'params' ? {} : {detail: {field: 'run', type: 'nominal' as const}},
    tooltip: [
      {field: 'series', type: 'nominal' as const, title: color.title},
      {field: 'run', type: 'nominal' as const, title: AXIS_WORDS.run[language]},
      {field: 'x', type: 'quantitative' as const, title: AXIS_WORDS[axis][language], format: '.4~g'},
      {field: 'value', type: 'quantitative' as const, title: y.title, format: '.4~g'},
    ],
  };
}

type Channels = ReturnType<typeof channelsOf>;

/** Chance: black where all benchmarks share it, else in their colours. */
function chanceLayers(levels: readonly Level[], {y, color}: Channels): Layer[] {
  const one = new Set(levels.map(({chance}) => chance)).size === 1;
  const mark = {type: 'rule' as const, strokeDash: [4, 3], strokeWidth: 1};
  if (levels.length === 0) return [];
  if (one) {
    const values = [{chance: levels[0]!.chance}];
    return [{data: {values}, mark: {...mark, color: INK.chance}, encoding: {y: {field: 'chance', ...y}}}];
  }
  return [{data: {values: [...levels]}, mark, encoding: {y: {field: 'chance', ...y}, color}}];
}

function dotLayers(dots: readonly Dot[], {x, y, color, detail, tooltip}: Channels): Layer[] {
  const size = dots.length > MANY ? 9 : 30;
  const value = {field: 'value', ...y};
  const at = (zero: boolean): Layer => ({
    transform: [{filter: zero ? 'datum.zero' : '!datum.zero'}],
    mark: zero
      ? {type: 'point', filled: false, size, strokeWidth: dots.length > MANY ? 0.7 : 1.4, opacity: 1}
      : {type: 'circle', size, opacity: 1},
    encoding: {x, y: value, color, tooltip},
  });
  return [
    {mark: {type: 'line', strokeWidth: 1.2, opacity: 0.75}, encoding: {x, y: value, color, ...detail}},
    {
      mark: {type: 'rule', strokeWidth: 1, opacity: 0.8},
      encoding: {x, y: {field: 'low', ...y}, y2: {field: 'high'}, color},
    },
    at(false),
    ...(dots.some(({zero}) => zero) ? [at(true)] : []),
  ];
}

/** The panels of one metric, a facet each, on one value axis; the title names the metric, and the facet where it has a name. */
export function scalePanels(study: Study, facets: readonly Facet[], metric: MetricView, frame: ScaleFrame): Panel[] {
  const {log, language} = frame;
  const all = facets.map((facet) => dotsOf(study, facet, metric, frame));
  const levels = facets.map((facet) => (log ? [] : levelsOf(facet, metric, frame)));
  const channels = channelsOf(study, yOf(all.flat(), levels.flat(), metric, frame), frame);
  return facets.map((facet, i) => {
    const dots = all[i]!;
    const text = [facet.title, metric.label[language]].filter((part) => part !== '').join(' - ');
    const subtitle = log && dots.some(({zero}) => zero) ? {subtitle: KEY_WORDS.emptyScore[language]} : {};
    return {
      title: {text, fontWeight: STRONG, ...subtitle},
      width: WIDTH,
      height: HEIGHT,
      data: {values: dots},
      layer: [...chanceLayers(levels[i]!, channels), ...dotLayers(dots, channels)],
    };
  });
}

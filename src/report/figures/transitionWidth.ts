import type {CurveFinding} from '../../inference/findings.ts';
import type {Interval} from '../../inference/interval.ts';
import type {Figure, Language} from '../figure.ts';
import {metricLabel, worldLabel} from '../lookup.ts';
import {intervalText, significant} from '../numbers.ts';
import {type Layer, type Panel, panels} from '../spec.ts';
import type {Study} from '../study.ts';
import {worldColours} from '../theme.ts';
import {AXIS_WORDS, FIGURE_WORDS, KEY_WORDS} from '../words/figures.ts';
import {SHAPE_WORDS} from '../words/verdicts.ts';

/** Below this width the axis is linear, above it logarithmic, nats. */
const LINEAR_BELOW = 0.02;
/** Distance between worlds at one metric, as a share of the distance between metrics. */
const DODGE = 0.14;
const TICKS = [0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2];

/** Worlds that a finding names, in the order of the study; a table without worlds has one empty name. */
function worldsOf(study: Study): readonly (string | null)[] {
  return study.worlds.length > 0 ? study.worlds.map(({name}) => name) : [null];
}

/** The width that a typical replicate shows; that of the only one where there are no others. */
function typicalWidth({width, rates}: CurveFinding): Interval {
  return rates && rates.width.n > 1 ? rates.typicalWidth : width;
}

function rowsOf(study: Study, curves: readonly CurveFinding[], names: readonly string[], language: Language) {
  const worlds = worldsOf(study);
  const indexOf = (metric: string): number => names.indexOf(metric);
  const dodge = (world: string | null): number => DODGE * (worlds.indexOf(world) - (worlds.length - 1) / 2);
  return curves.map((curve) => ({
    at: significant(indexOf(curve.metric) + dodge(curve.world)),
    world: worldLabel(study, curve.world, language),
    metric: metricLabel(study, curve.metric, language),
    width: significant(typicalWidth(curve).estimate),
    low: significant(typicalWidth(curve).low),
    high: significant(typicalWidth(curve).high),
    limit: significant(curve.widthLimit),
    interval: intervalText(typicalWidth(curve)),
    shape: SHAPE_WORDS[curve.shape][language],
  }));
}

function encodings(study: Study, order: readonly string[], top: number, language: Language) {
  const labels = worldsOf(study).map((name) => worldLabel(study, name, language));
  const x = {
    field: 'at',
    type: 'quantitative' as const,
    title: null,
    axis: {
      values: order.map((_, i) => i),
      labelExpr: `${JSON.stringify(order)}[datum.value]`,
      labelLimit: 110,
      labelOverlap: false,
      labelPadding: 4,
      grid: false,
    },
    scale: {domain: [-0.5, order.length - 0.5], nice: false, zero: false},
  };
  const y = {
    type: 'quantitative' as const,
    title: AXIS_WORDS.width[language],
    scale: {type: 'symlog' as const, constant: LINEAR_BELOW, domain: [0, top], nice: false},
    axis: {values: TICKS.filter((tick) => tick <= top), format: '~g'},
  };
  const color = {
    field: 'world',
    type: 'nominal' as const,
    title: AXIS_WORDS.world[language],
    sort: null,
    scale: {domain: labels, range: [...worldColours(labels)]},
  };
  return {x, y, color};
}

function panel(study: Study, benchmark: Study['benchmarks'][number], top: number, language: Language): Panel {
  const curves = study.findings.curves.filter((curve) => curve.benchmark === benchmark.name);
  const metrics = study.metrics.filter(({name}) => curves.some(({metric}) => metric === name));
  const order = metrics.map(({label}) => label[language]);
  const {x, y, color} = encodings(study, order, top, language);
  const tooltip = (['world', 'metric', 'interval', 'shape'] as const).map((field) => ({
    field,
    type: 'nominal' as const,
    title: AXIS_WORDS[field === 'interval' ? 'width' : field][language],
  }));
  const layers: Layer[] = [
    {
      mark: {type: 'tick', color: '#9aa1ab', thickness: 2, size: 22, orient: 'horizontal'},
      encoding: {x, y: {field: 'limit', ...y}},
    },
    {mark: {type: 'line', strokeWidth: 1.6, opacity: 0.55}, encoding: {x, color, y: {field: 'width', ...y}}},
    {mark: {type: 'rule', strokeWidth: 2}, encoding: {x, color, y: {field: 'low', ...y}, y2: {field: 'high'}}},
    {mark: {type: 'circle', size: 70, opacity: 1}, encoding: {x, color, tooltip, y: {field: 'width', ...y}}},
  ];
  return {
    title: {text: benchmark.label, subtitle: KEY_WORDS.sharpBelowEach[language]},
    width: Math.max(150, 105 * order.length),
    height: 240,
    data: {
      values: rowsOf(
        study,
        curves,
        metrics.map(({name}) => name),
        language,
      ),
    },
    layer: layers,
  };
}

/** Transition width with its interval from discontinuous to continuous metrics, one line for each world. */
export const transitionWidth: Figure = {
  name: 'transition-width',
  label: FIGURE_WORDS.transitionWidth,
  paper: null,
  draw(study, language) {
    const judged = study.benchmarks.filter(({name}) => study.findings.curves.some(({benchmark}) => benchmark === name));
    const top = Math.max(
      0.05,
      ...study.findings.curves.flatMap((curve) => [1.1 * typicalWidth(curve).high, 1.5 * curve.widthLimit]),
    );
    const title = FIGURE_WORDS.transitionWidth[language];
    return [
      {
        id: 'transition-width',
        title,
        caption: FIGURE_WORDS.transitionWidthCaption[language],
        spec: panels(
          title,
          Math.max(1, Math.min(3, judged.length)),
          judged.map((benchmark) => panel(study, benchmark, top, language)),
        ),
      },
    ];
  },
};

import {widthTitle} from '../axisNames.ts';
import {captionText, figureText} from '../captions.ts';
import type {Figure, Language} from '../figure.ts';
import {isFitted} from '../fitted.ts';
import {benchmarkLabel, drawnPart, metricLabel, worldLabel, worldsOf} from '../lookup.ts';
import {intervalText, significant} from '../numbers.ts';
import {type Layer, type Panel, panels} from '../spec.ts';
import type {Study} from '../study.ts';
import {INK, SHAPE_INK, worldColours} from '../theme.ts';
import {typicalWidth, usualShape} from '../typical.ts';
import {AXIS_WORDS, KEY_WORDS} from '../words/figures.ts';
import {SHAPE_WORDS} from '../words/verdicts.ts';
import {HEADINGS} from './headings.ts';
import {isSplit, type Ladder, laddersOf} from './ladders.ts';

/** Below this width the axis is linear, above it logarithmic, nats. */
const LINEAR_BELOW = 0.02;
/** Distance between worlds at one metric, as a share of the distance between metrics. */
const DODGE = 0.14;
const SHAPES = ['sharp', 'soft', 'undetermined'] as const;
const TICKS = [0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2];

function rowsOf(study: Study, {curves, stepOf}: Ladder, language: Language) {
  const worlds = worldsOf(study);
  const split = isSplit(study);
  const dodge = (world: string | null): number =>
    split ? 0 : DODGE * (worlds.indexOf(world) - (worlds.length - 1) / 2);
  return curves.map((curve) => ({
    at: significant(stepOf(curve) + dodge(curve.world)),
    world: worldLabel(study, curve.world, language),
    benchmark: benchmarkLabel(study, curve.benchmark),
    metric: metricLabel(study, curve.metric, language),
    width: significant(typicalWidth(curve).estimate),
    low: significant(typicalWidth(curve).low),
    high: significant(typicalWidth(curve).high),
    // w* is a share of the rise past the onset: without an onset there is none.
    limit: curve.onset ? significant(curve.widthLimit) : null,
    interval: intervalText(typicalWidth(curve)),
    shape: SHAPE_WORDS[usualShape(curve).shape][language],
  }));
}

/** Colour by shape, for panels of one world each. */
function shapeColour(language: Language) {
  return {
    field: 'shape',
    type: 'nominal' as const,
    title: AXIS_WORDS.shape[language],
    sort: null,
    scale: {
      domain: SHAPES.map((shape) => SHAPE_WORDS[shape][language]),
      range: SHAPES.map((shape) => SHAPE_INK[shape]),
    },
  };
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
      ...(isSplit(study) ? {labelAngle: -30} : {}),
      labelOverlap: false,
      labelPadding: 4,
      grid: false,
    },
    scale: {domain: [-0.5, order.length - 0.5], nice: false, zero: false},
  };
  const y = {
    type: 'quantitative' as const,
    title: widthTitle(study, language),
    scale: {type: 'symlog' as const, constant: LINEAR_BELOW, domain: [0, top], nice: false},
    axis: {values: TICKS.filter((tick) => tick <= top), format: '~g'},
  };
  if (isSplit(study)) return {x, y, color: shapeColour(language)};
  const color = {
    field: 'world',
    type: 'nominal' as const,
    title: AXIS_WORDS.world[language],
    sort: null,
    scale: {domain: labels, range: [...worldColours(labels)]},
    ...(study.table ? {legend: null} : {}),
  };
  return {x, y, color};
}

function panel(study: Study, ladder: Ladder, top: number, language: Language): Panel {
  const {x, y, color} = encodings(study, ladder.steps, top, language);
  const shown = [
    ...(study.table ? [] : (['world'] as const)),
    ...(ladder.joined ? [] : (['benchmark'] as const)),
    ...(['metric', 'interval', 'shape'] as const),
  ];
  const tooltip = shown.map((field) => ({
    field,
    type: 'nominal' as const,
    title: field === 'interval' ? widthTitle(study, language) : AXIS_WORDS[field][language],
  }));
  const line: Layer = {
    mark: {type: 'line', strokeWidth: 1.6, opacity: 0.55},
    // A line through points of several shapes is of none.
    encoding: {x, y: {field: 'width', ...y}, color: isSplit(study) ? {value: INK.soft} : color},
  };
  const layers: Layer[] = [
    {
      mark: {type: 'tick', color: '#9aa1ab', thickness: 2, size: 22, orient: 'horizontal'},
      transform: [{filter: 'isValid(datum.limit)'}],
      encoding: {x, y: {field: 'limit', ...y}},
    },
    ...(ladder.joined ? [line] : []),
    {mark: {type: 'rule', strokeWidth: 2}, encoding: {x, color, y: {field: 'low', ...y}, y2: {field: 'high'}}},
    {mark: {type: 'circle', size: 70, opacity: 1}, encoding: {x, color, tooltip, y: {field: 'width', ...y}}},
  ];
  const step = isSplit(study) ? 52 : ladder.joined ? 105 : 85;
  return {
    title: isSplit(study) ? ladder.title : {text: ladder.title, subtitle: KEY_WORDS.sharpBelowEach[language]},
    width: Math.max(150, step * ladder.steps.length),
    height: isSplit(study) ? 130 : 240,
    data: {values: rowsOf(study, ladder, language)},
    layer: layers,
  };
}

/** A study with only the curves that were fitted: the others have no width. */
function fittedPart(study: Study): Study {
  const {findings} = study;
  return {...study, findings: {...findings, curves: findings.curves.filter(isFitted)}};
}

/** Transition width with its interval from discontinuous to continuous metrics, one line for each world. */
export const transitionWidth: Figure = {
  ...HEADINGS.transitionWidth,
  draw(whole, language) {
    const study = fittedPart(drawnPart(whole));
    const ladders = laddersOf(study, language);
    if (ladders.length === 0) return [];
    const top = Math.max(
      0.05,
      ...study.findings.curves.flatMap((curve) => [
        1.1 * typicalWidth(curve).high,
        ...(curve.onset ? [1.5 * curve.widthLimit] : []),
      ]),
    );
    const climbs = ladders.some(({joined}) => joined);
    const title = figureText(study, climbs ? 'transitionWidth' : 'widths', language);
    const caption = captionText(whole, climbs ? 'transitionWidthCaption' : 'widthsCaption', language);
    return [
      {
        id: 'transition-width',
        title,
        caption,
        spec: panels(
          title,
          Math.max(1, Math.min(isSplit(study) ? 5 : 3, ladders.length)),
          ladders.map((ladder) => panel(study, ladder, top, language)),
        ),
      },
    ];
  },
};

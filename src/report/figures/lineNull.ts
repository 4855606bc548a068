import type {CurveFinding} from '../../inference/findings.ts';
import {plantedBreak} from '../../inference/truth.ts';
import {captionText, figureText} from '../captions.ts';
import {rateInterval} from '../coverage.ts';
import type {Figure, Language} from '../figure.ts';
import {FINDERS, findersOf, hasLineNull} from '../finders.ts';
import {benchmarkLabel, columnsFor, drawnPart, metricLabel, scoredPairs, worldLabel, worldsOf} from '../lookup.ts';
import {rateText, significant} from '../numbers.ts';
import {type Layer, type Panel, panels} from '../spec.ts';
import type {Study} from '../study.ts';
import {INK, STRONG} from '../theme.ts';
import {AXIS_WORDS} from '../words/figures.ts';
import {FINDER_WORDS, LINE_NULL_WORDS} from '../words/lineNull.ts';
import {HEADINGS} from './headings.ts';

const WIDTH = 190;
/** Height of a world, pixels; less where there are many. */
const ROW = 38;
const NARROW_ROW = 30;
const MANY = 8;
/** Height of a bar and distance between bars of one world, as shares of the distance between worlds. */
const BAR = 0.13;
const STEP = 0.2;
/** Half the height of the mark of the truth. */
const TRUTH = 0.44;
/** Colours in the order of FINDERS: the usual tests warm, ours blue. */
const COLOURS = ['#b3541e', '#e0973f', '#0b5fa5', '#5fa8dc'];

/** The curves of one panel, each with the place of its world. */
type Placed = ReadonlyArray<{readonly curve: CurveFinding; readonly row: number}>;

function barsOf(study: Study, placed: Placed, language: Language) {
  return placed.flatMap(({curve, row}) => {
    const rates = findersOf(curve);
    return FINDERS.flatMap((finder, i) => {
      const rate = rates[finder];
      if (!rate) return [];
      const at = row + STEP * (i - (FINDERS.length - 1) / 2);
      const [low, high] = rateInterval(rate);
      return [
        {
          world: worldLabel(study, curve.world, language),
          finder: FINDER_WORDS[finder][language],
          share: rateText(rate),
          value: significant(100 * rate.value, 4),
          low: significant(100 * low, 4),
          high: significant(100 * high, 4),
          at: significant(at),
          top: significant(at - BAR / 2),
          bottom: significant(at + BAR / 2),
        },
      ];
    });
  });
}

/** What a test that is never wrong would find, percent. */
function truthsOf(placed: Placed) {
  return placed.flatMap(({curve: {truth}, row}) => {
    const broken = truth && plantedBreak(truth);
    return broken === null ? [] : [{asked: broken ? 100 : 0, top: row - TRUTH, bottom: row + TRUTH}];
  });
}

function encodings(labels: readonly string[], named: boolean, language: Language) {
  const x = {
    type: 'quantitative' as const,
    title: LINE_NULL_WORDS.axis[language],
    scale: {domain: [-2, 102], nice: false, zero: false},
    axis: {values: [0, 25, 50, 75, 100]},
  };
  const y = {
    type: 'quantitative' as const,
    title: null,
    scale: {domain: [-0.5, labels.length - 0.5], reverse: true, nice: false, zero: false},
    axis: {
      values: labels.map((_, i) => i),
      labelExpr: `${JSON.stringify(labels)}[datum.value]`,
      labels: named,
      labelLimit: 170,
      labelOverlap: false,
      ticks: false,
      grid: false,
    },
  };
  const color = {
    field: 'finder',
    type: 'nominal' as const,
    title: null,
    sort: null,
    scale: {domain: FINDERS.map((finder) => FINDER_WORDS[finder][language]), range: COLOURS},
  };
  return {x, y, color};
}

/** One metric of one benchmark: a group of bars for each world; `named` says whether worlds stand on its axis. */
function panel(study: Study, title: string, placed: Placed, named: boolean, language: Language): Panel {
  const labels = worldsOf(study).map((world) => worldLabel(study, world, language));
  const {x, y, color} = encodings(labels, named, language);
  const tooltip = (['world', 'finder', 'share'] as const).map((field) => ({
    field,
    type: 'nominal' as const,
    title: field === 'world' ? AXIS_WORDS.world[language] : LINE_NULL_WORDS[field][language],
  }));
  const between = {y: {field: 'top', ...y}, y2: {field: 'bottom'}};
  const layer: Layer[] = [
    {
      data: {values: labels.slice(1).map((_, i) => ({edge: i + 0.5}))},
      mark: {type: 'rule', color: INK.grid},
      encoding: {y: {field: 'edge', ...y}},
    },
    {
      mark: {type: 'rect', opacity: 0.55},
      transform: [{calculate: '0', as: 'from'}],
      encoding: {x: {field: 'from', ...x}, x2: {field: 'value'}, ...between, color, tooltip},
    },
    {
      mark: {type: 'rule', strokeWidth: 1.4},
      encoding: {x: {field: 'low', ...x}, x2: {field: 'high'}, y: {field: 'at', ...y}, color},
    },
    {
      mark: {type: 'circle', size: 26, opacity: 1},
      encoding: {x: {field: 'value', ...x}, y: {field: 'at', ...y}, color, tooltip},
    },
    {
      data: {values: truthsOf(placed)},
      mark: {type: 'rule', color: INK.truth, strokeWidth: 2, strokeDash: [2, 2]},
      encoding: {x: {field: 'asked', ...x}, ...between},
    },
  ];
  return {
    title: {text: title, subtitle: LINE_NULL_WORDS.truth[language], fontWeight: STRONG},
    width: WIDTH,
    height: (labels.length > MANY ? NARROW_ROW : ROW) * labels.length,
    data: {values: barsOf(study, placed, language)},
    layer,
  };
}

/** How often tests with a straight line as their null find a break in each world, beside ours and the truth: panels by metric, worlds down. */
export const lineNull: Figure = {
  ...HEADINGS.lineNull,
  draw(whole, language) {
    const study = drawnPart(whole);
    const rows = worldsOf(study);
    const columns = columnsFor(study, 4);
    const cells = scoredPairs(study).flatMap(({benchmark, metric}) => {
      const curves = study.findings.curves.filter(
        (curve) => curve.benchmark === benchmark.name && curve.metric === metric.name && hasLineNull(curve),
      );
      const title = [benchmarkLabel(study, benchmark.name), metricLabel(study, metric.name, language)].join(' - ');
      return curves.length > 0
        ? [{title, placed: curves.map((curve) => ({curve, row: rows.indexOf(curve.world)}))}]
        : [];
    });
    if (cells.length === 0) return [];
    const title = figureText(study, 'lineNull', language);
    const concat = cells.map((cell, i) => panel(study, cell.title, cell.placed, i % columns === 0, language));
    const caption = captionText(whole, 'lineNullCaption', language);
    return [{id: 'line-null', title, caption, spec: panels(title, columns, concat)}];
  },
};

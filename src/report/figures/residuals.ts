import type {CurveFinding} from '../../inference/findings.ts';
import {lossAxis} from '../axes.ts';
import {lossName, lossTitle} from '../axisNames.ts';
import {captionText, drawingId, figureText} from '../captions.ts';
import type {Figure, Language} from '../figure.ts';
import {benchmarkLabel, columnsFor, curvesOf, drawnPart, metricLabel, worldsOf} from '../lookup.ts';
import {lossRule, lossX} from '../marks.ts';
import {percentText, significant} from '../numbers.ts';
import {colourOf, type Series, seriesOf} from '../series.ts';
import {type Layer, type Panel, panels} from '../spec.ts';
import type {Study} from '../study.ts';
import {INK, STRONG} from '../theme.ts';
import {AXIS_WORDS, KEY_WORDS} from '../words/figures.ts';
import {fill} from '../words/fill.ts';
import {HEADINGS} from './headings.ts';

/** Half width of the band that should hold 95 % of residuals, standard deviations. */
const BAND = 2;
/** The least that a panel shows on either side of zero. */
const LEAST = 3.5;
/** Share of the points that each value of the smoother looks at. */
const BANDWIDTH = 0.3;
/** Fewer points give no smoother. */
const SMOOTHED = 20;

function yOf(top: number, language: Language) {
  return {
    type: 'quantitative' as const,
    title: AXIS_WORDS.residual[language],
    scale: {domain: [-top, top], nice: false},
    axis: {tickCount: 5, format: '~g'},
  };
}

/** Zero and the band around it. */
function ground(top: number, language: Language): Layer[] {
  const y = yOf(top, language);
  return [
    {
      data: {values: [{from: -BAND, to: BAND}]},
      mark: {type: 'rect', color: '#9aa1ab', opacity: 0.16},
      encoding: {y: {field: 'from', ...y}, y2: {field: 'to'}},
    },
    {data: {values: [{at: 0}]}, mark: {type: 'rule', color: '#8a8f98'}, encoding: {y: {field: 'at', ...y}}},
  ];
}

function pointsOf({residuals: {loss, value, run}}: CurveFinding, series: Series) {
  return loss.map((at, i) => {
    const known = series.runs[run[i]!];
    return {
      loss: significant(at, 5),
      residual: significant(value[i]!, 4),
      series: known ? series.of(known) : null,
      run: known?.run ?? '',
    };
  });
}

/** Points and their smoother, on the data of the panel. */
function pointsAndTrend(
  study: Study,
  {residuals, world}: CurveFinding,
  top: number,
  series: Series,
  language: Language,
): Layer[] {
  const x = {field: 'loss', ...lossX(lossAxis(study, world), lossTitle(study, language, world))};
  const y = {field: 'residual', ...yOf(top, language)};
  const color = colourOf(series, language);
  const tooltip = [
    {field: 'run', type: 'nominal' as const, title: AXIS_WORDS.run[language]},
    {field: 'loss', type: 'quantitative' as const, title: lossName(study, language, world)},
    {field: 'residual', type: 'quantitative' as const, title: AXIS_WORDS.residual[language]},
  ];
  const trend: Layer = {
    transform: [{loess: 'residual', on: 'loss', bandwidth: BANDWIDTH}],
    mark: {type: 'line', color: INK.fit, strokeWidth: 2.2, clip: true},
    encoding: {x, y},
  };
  return [
    {
      mark: {type: 'circle', size: 13, opacity: 0.7, ...(color ? {} : {color: series.range[0]!})},
      encoding: {x, y, tooltip, ...(color ? {color} : {})},
    },
    ...(new Set(residuals.loss).size >= SMOOTHED ? [trend] : []),
  ];
}

/** The share of residuals outside the band. */
function outsideText({value}: CurveFinding['residuals'], language: Language): string {
  const outside = value.filter((one) => Math.abs(one) > BAND).length / value.length;
  return fill(KEY_WORDS.outside, language, {share: percentText(outside, 1)});
}

function panel(study: Study, curve: CurveFinding, series: Series, language: Language): Panel {
  const {residuals, onset, world} = curve;
  const top = Math.max(LEAST, 1.05 * Math.max(...residuals.value.map(Math.abs)));
  const names = [benchmarkLabel(study, curve.benchmark), metricLabel(study, curve.metric, language)].join(' - ');
  const at = {loss: lossAxis(study, world), lossTitle: lossTitle(study, language, world)};
  return {
    title: {text: names, subtitle: outsideText(residuals, language), fontWeight: STRONG},
    width: 250,
    height: 120,
    data: {values: pointsOf(curve, series)},
    layer: [
      ...ground(top, language),
      ...pointsAndTrend(study, curve, top, series, language),
      ...(onset ? [lossRule(onset.estimate, 'onset', at)] : []),
    ],
  };
}

/** Standardised residuals of the bent hinge against loss: one drawing for each world, one panel for each curve. */
export const residuals: Figure = {
  ...HEADINGS.residuals,
  draw(whole, language) {
    const study = drawnPart(whole);
    const series = seriesOf(study);
    const columns = columnsFor(study, 3);
    return worldsOf(study).flatMap((world) => {
      const curves = study.benchmarks
        .flatMap(({name}) => curvesOf(study, world, name))
        .filter((curve) => curve.residuals.value.length > 0);
      if (curves.length === 0) return [];
      const title = figureText(study, 'residualsTitle', language, world);
      return [
        {
          id: drawingId('residuals', world),
          title,
          caption: captionText(whole, 'residualsCaption', language),
          spec: panels(
            title,
            columns,
            curves.map((curve) => panel(study, curve, series, language)),
          ),
        },
      ];
    });
  },
};

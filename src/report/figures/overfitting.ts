import {sizeAndDataLaw} from '../../inference/training/laws.ts';
import {type DataPoint, dataPoints, measureOf} from '../../inference/training/overfitting.ts';
import {equalRatios} from '../../numeric/ratios.ts';
import {dataGrowth} from '../../science/kaplan/growth.ts';
import {enoughTokens, overfitAt, tokensForOverfit} from '../../science/kaplan/overfit.ts';
import {kaplan} from '../../science/laws/kaplan.ts';
import type {Values} from '../../science/parameter.ts';
import type {Figure, Language} from '../figure.ts';
import {countText, decimal} from '../numbers.ts';
import {type Panel, panels} from '../spec.ts';
import {INK} from '../theme.ts';
import {logDomain} from '../training/axes.ts';
import {plainLine} from '../training/marks.ts';
import {type SeriesSheet, seriesColour, seriesDots, seriesLines, seriesPanel} from '../training/series.ts';
import {studyCurves} from '../training/study.ts';
import {fill} from '../words/fill.ts';
import {MODEL_AXES, MODEL_FIGURES, MODEL_PANELS} from '../words/modelFigures.ts';
import {TRAINING_AXES} from '../words/trainingAxes.ts';
import {HEADINGS} from './headings.ts';

const PUBLISHED = kaplan.presets.kaplan2020!.values;
/** The size and the overfitting for which the caption gives the tokens. */
const EXAMPLE = {params: 1e9, share: 0.02} as const;
const LOSSES = [2.3, 4.7] as const;
const MEASURES = [5e-6, 1e-1] as const;
const EXCESSES = [-0.03, 0.75] as const;

function constantsText({aN, Nc, aD, Dc}: Values): Readonly<Record<string, string>> {
  const scale = (value: number): string => Number(value.toPrecision(2)).toExponential().replace('e+', 'e');
  return {
    aN: `\u03b1_N ${decimal(aN!)}`,
    Nc: `N_c ${scale(Nc!)}`,
    aD: `\u03b1_D ${decimal(aD!)}`,
    Dc: `D_c ${scale(Dc!)}`,
  };
}

function colourOf(points: readonly DataPoint[], language: Language): SeriesSheet['color'] {
  const sets = [...new Set(points.map(({unique}) => unique))].sort((a, b) => a - b);
  return seriesColour(TRAINING_AXES.dataset[language], sets.map(countText));
}

function lossPanel(points: readonly DataPoint[], fitted: Values, language: Language): Panel {
  const domain = logDomain(
    points.map(({size}) => size),
    1.6,
  );
  const sheet = {
    x: {title: TRAINING_AXES.size[language], domain, look: 'count'},
    y: {title: TRAINING_AXES.loss[language], domain: LOSSES, look: 'plain'},
    color: colourOf(points, language),
  } as const;
  const law = kaplan.build(fitted);
  const sets = [...new Set(points.map(({unique}) => unique))];
  const curves = sets.flatMap((unique) =>
    equalRatios(...domain, 41).flatMap((size) => {
      const y = law({N: size, Nne: size, D: unique, S: 1, U: unique, lr: 0});
      // A power beyond the range of numbers is far beyond the panel.
      return Number.isFinite(y) ? [{x: size, y, series: countText(unique)}] : [];
    }),
  );
  const dots = points.map(({size, unique, loss}) => ({x: size, y: loss, series: countText(unique)}));
  const subtitle = [
    fill(MODEL_PANELS.dataFit, language, constantsText(fitted)),
    fill(MODEL_PANELS.dataPublished, language, constantsText(PUBLISHED)),
  ];
  return seriesPanel(MODEL_PANELS.dataLoss[language], subtitle, [
    seriesLines(curves, sheet, {width: 1.1, opacity: 0.8}),
    seriesDots(dots, sheet, {area: 34}),
  ]);
}

function collapsePanel(points: readonly DataPoint[], language: Language): Panel {
  const sheet = {
    x: {title: MODEL_AXES.overfitMeasure[language], domain: MEASURES, look: 'power'},
    y: {title: MODEL_AXES.excess[language], domain: EXCESSES, look: 'plain', log: false},
    color: colourOf(points, language),
  } as const;
  const dots = points.map((point) => ({
    x: measureOf(point, PUBLISHED),
    y: point.excess,
    series: countText(point.unique),
  }));
  const squares = dots.reduce((sum, {x, y}) => sum + (y - overfitAt(x)) ** 2, 0);
  const rms = decimal(Math.sqrt(squares / dots.length));
  const curve = equalRatios(...MEASURES, 61).map((x) => ({x, y: overfitAt(x)}));
  return seriesPanel(
    MODEL_PANELS.dataCollapse[language],
    [MODEL_PANELS.dataCurve[language], fill(MODEL_PANELS.dataDistance, language, {rms})],
    [plainLine(curve, sheet, {color: INK.fit, width: 1.3}), seriesDots(dots, sheet, {area: 34})],
  );
}

/** Loss on parts of the data, and the overfitting of all sizes on one curve (Kaplan et al. 2020, Fig 9). */
export const overfitting: Figure = {
  ...HEADINGS.overfitting,
  draw(study, language) {
    const curves = studyCurves(study).all.filter(({unique}) => Number.isFinite(unique));
    const fitted = sizeAndDataLaw(curves);
    if (!fitted) return [];
    const points = dataPoints(curves);
    const title = MODEL_FIGURES.overfitting[language];
    const cells = [lossPanel(points, fitted, language), collapsePanel(points, language)];
    const caption = fill(MODEL_FIGURES.overfittingCaption, language, {
      tokens: countText(tokensForOverfit(EXAMPLE.params, EXAMPLE.share, fitted)),
      rule: countText(enoughTokens(EXAMPLE.params)),
      growth: decimal(dataGrowth(8, fitted.aN! / fitted.aD!), 1),
    });
    return [{id: 'overfitting', title, caption, spec: panels(title, cells.length, cells)}];
  },
};

import type {TrainingCurve} from '../../inference/training/curves.ts';
import {type Stop, stopsOf, testCourse} from '../../inference/training/stopping.ts';
import {quantile} from '../../numeric/quantile.ts';
import type {Values} from '../../science/parameter.ts';
import type {Figure, Language} from '../figure.ts';
import {countText, decimal} from '../numbers.ts';
import {type Panel, panels} from '../spec.ts';
import {INK} from '../theme.ts';
import {logDomain, showing} from '../training/axes.ts';
import {plainLine} from '../training/marks.ts';
import {type SeriesSheet, seriesColour, seriesDots, seriesLines, seriesPanel} from '../training/series.ts';
import {studyCurves} from '../training/study.ts';
import {fill} from '../words/fill.ts';
import {MODEL_AXES, MODEL_FIGURES, MODEL_PANELS} from '../words/modelFigures.ts';
import {TRAINING_AXES} from '../words/trainingAxes.ts';
import {HEADINGS} from './headings.ts';

/** The only loss law whose runs have all the constants that a stop depends on. */
const FORM = 'kaplan-training';
/** The size of the right panel of the paper. */
const SIZE = 3e8;
const LOSSES = [2, 6.2] as const;
/** Losses above this are left out: a line far beyond its panel is not drawn at all. */
const MOST = 8;

function boundPanel(stops: readonly Stop[], color: SeriesSheet['color'], language: Language): Panel {
  const domain = logDomain(
    stops.flatMap(({bound, steps}) => [bound, steps]),
    1.4,
  );
  const sheet = {
    x: {title: MODEL_AXES.stopBound[language], domain, look: 'count'},
    y: {title: MODEL_AXES.stop[language], domain, look: 'count'},
    color,
  } as const;
  const ratios = stops.map(({bound, steps}) => steps / bound);
  const subtitle = fill(MODEL_PANELS.stopFit, language, {
    least: decimal(Math.min(...ratios), 2),
    median: decimal(quantile(ratios, 0.5), 2),
  });
  return seriesPanel(
    MODEL_PANELS.stopBound[language],
    [subtitle],
    [
      plainLine(
        domain.map((at) => ({x: at, y: at})),
        sheet,
        {color: INK.onset},
      ),
      seriesDots(
        stops.map(({bound, steps, unique, size}) => ({
          x: bound,
          y: steps,
          series: countText(unique),
          line: countText(size),
        })),
        sheet,
        {area: 36},
      ),
    ],
  );
}

function coursePanel(
  curves: readonly TrainingCurve[],
  values: Values,
  color: SeriesSheet['color'],
  language: Language,
): Panel {
  const away = ({size}: TrainingCurve): number => Math.abs(Math.log(size / SIZE));
  const nearest = curves.reduce((best, curve) => (away(curve) < away(best) ? curve : best));
  const mine = curves.filter(({size}) => size === nearest.size);
  const points = mine.flatMap((curve) =>
    testCourse(curve, values).map(({steps, train, test}) => ({steps, train, test, series: countText(curve.unique)})),
  );
  const paper: SeriesSheet = {
    x: {title: TRAINING_AXES.steps[language], domain: logDomain(points.map(({steps}) => steps)), look: 'count'},
    y: {title: MODEL_AXES.testLoss[language], domain: LOSSES, look: 'plain', log: false},
    color,
  };
  const of = (kind: 'train' | 'test') =>
    points.map((point) => ({x: point.steps, y: point[kind], series: point.series})).filter(({y}) => y < MOST);
  const [train, test] = [of('train'), of('test')];
  const sheet = showing(paper, train);
  const title = fill(MODEL_PANELS.stopCourse, language, {size: countText(nearest.size)});
  return seriesPanel(
    title,
    [MODEL_PANELS.stopLook[language]],
    [
      seriesLines(train, sheet, {width: 1, dash: [4, 3], opacity: 0.8}),
      ...(test.length > 0 ? [seriesLines(test, sheet, {width: 1.5})] : []),
    ],
  );
}

/** Where the test loss of runs that repeat their data is least, against the bound of early stopping (Kaplan et al. 2020, Fig 16). */
export const earlyStopping: Figure = {
  ...HEADINGS.earlyStopping,
  draw(study, language) {
    const {experiment} = study;
    if (experiment?.loss.form !== FORM) return [];
    const {values} = experiment.loss;
    const curves = studyCurves(study).all.filter(({unique}) => Number.isFinite(unique));
    const stops = stopsOf(curves, values);
    if (stops.length === 0) return [];
    const sets = [...new Set(curves.map(({unique}) => unique))].sort((a, b) => a - b);
    const color = seriesColour(TRAINING_AXES.dataset[language], sets.map(countText));
    const title = MODEL_FIGURES.earlyStopping[language];
    const cells = [boundPanel(stops, color, language), coursePanel(curves, values, color, language)];
    const caption = MODEL_FIGURES.earlyStoppingCaption[language];
    return [{id: 'early-stopping', title, caption, spec: panels(title, cells.length, cells)}];
  },
};

import {finalPoint, type TrainingCurve} from '../../inference/training/curves.ts';
import {curveNear, POSITIONS, readPositions} from '../../inference/training/positions.ts';
import {equalRatios} from '../../numeric/ratios.ts';
import {
  CONTEXT,
  type PositionLaw,
  positionLaw,
  positionLoss,
  SHORT_CONTEXT,
  SHORT_GAIN,
} from '../../science/kaplan/tokens.ts';
import type {Drawing, Figure, Language} from '../figure.ts';
import {countText, decimal} from '../numbers.ts';
import {panels} from '../spec.ts';
import {logDomain} from '../training/axes.ts';
import {curveKey} from '../training/key.ts';
import {sizeAxis} from '../training/panel.ts';
import {type SeriesPoint, seriesColour, seriesDots, seriesLines, seriesPanel} from '../training/series.ts';
import {studyCurves} from '../training/study.ts';
import {fill} from '../words/fill.ts';
import {MODEL_AXES, MODEL_FIGURES, MODEL_PANELS} from '../words/modelFigures.ts';
import {TRAINING_AXES} from '../words/trainingAxes.ts';
import {HEADINGS} from './headings.ts';

/** Positions that have a line of their own. */
const SINGLE = [1, 2, 4, 8, 16, 64, 256, 1024];
const LOSSES = [2, 8] as const;
const ALL_LOSSES = [2, 11] as const;
const FINAL_LOSSES = [2, 8.5] as const;
/** First step that is drawn: before it the law knows no loss below that of an even guess. */
const FIRST_STEP = 100;
/** The model that is followed in training, parameters. */
const FOLLOWED = 3.02e8;
/** Fewest models to compare. */
const FEWEST = 2;

function lawText({a, b, p}: PositionLaw, digits: number): string {
  return `${decimal(a, digits)} + ${decimal(b, digits)} T^${decimal(-p, 2)}`;
}

function positionsDrawing(curves: readonly TrainingCurve[], language: Language): Drawing | null {
  const models = readPositions(curves);
  if (models.length < FEWEST) return null;
  const sheet = {
    x: {title: MODEL_AXES.position[language], domain: [0.9, 1150], look: 'plain'},
    y: {title: MODEL_AXES.tokenLoss[language], domain: LOSSES, look: 'plain', log: false},
    color: seriesColour(
      TRAINING_AXES.size[language],
      models.map(({name}) => name),
    ),
  } as const;
  const dots = models.flatMap(({name, losses}) => losses.map((y, i) => ({x: POSITIONS[i]!, y, series: name})));
  const printed = models.flatMap(({name, law}) =>
    equalRatios(1, CONTEXT, 41).map((T) => ({x: T, y: positionLoss(law, T), series: name})),
  );
  const key = models.map(({name, fitted, law}) => ({
    text: fill(MODEL_PANELS.positionLaw, language, {
      size: name,
      fitted: lawText(fitted, 2),
      published: lawText(law, 1),
    }),
  }));
  const title = MODEL_FIGURES.tokenPosition[language];
  const cell = seriesPanel(
    MODEL_PANELS.positionFit[language],
    [MODEL_PANELS.positionLook[language]],
    [
      seriesLines(printed, sheet, {dash: [4, 3], width: 1.1}),
      seriesDots(dots, sheet),
      ...curveKey([{text: MODEL_PANELS.positionFits[language]}, ...key], 'upper-right'),
    ],
    {width: 620, height: 340},
  );
  return {
    id: 'token-position',
    title,
    caption: MODEL_FIGURES.tokenPositionCaption[language],
    spec: panels(title, 1, [cell]),
  };
}

/** The loss at every single position where the mean loss is `loss`. */
function single(x: number, loss: number, positions: readonly number[] = SINGLE, factor = 1): SeriesPoint[] {
  const law = positionLaw(loss);
  return positions.map((T) => ({x, y: factor * positionLoss(law, T), series: String(T)}));
}

function scaleDrawing(curves: readonly TrainingCurve[], language: Language): Drawing | null {
  const followed = curveNear(curves, FOLLOWED);
  if (!followed) return null;
  const color = seriesColour(MODEL_AXES.position[language], SINGLE.map(String));
  const y = {title: MODEL_AXES.tokenLoss[language], look: 'plain', log: false} as const;
  const course = followed.points.filter((point) => point.steps >= FIRST_STEP);
  const inTraining = {
    x: {title: TRAINING_AXES.steps[language], domain: logDomain(course.map((point) => point.steps)), look: 'count'},
    y: {...y, domain: ALL_LOSSES},
    color,
  } as const;
  const bySize = {
    x: sizeAxis(
      curves.map(({size}) => size),
      language,
    ),
    y: {...y, domain: FINAL_LOSSES},
    color,
  } as const;
  const finals = curves.flatMap((curve) => single(curve.size, finalPoint(curve).loss));
  const early = SINGLE.filter((T) => T <= SHORT_CONTEXT);
  const short = curves.flatMap((curve) => single(curve.size, finalPoint(curve).loss, early, 1 - SHORT_GAIN));
  const title = MODEL_FIGURES.positionScaleTitle[language];
  const cells = [
    seriesPanel(
      fill(MODEL_PANELS.positionSteps, language, {size: countText(followed.size)}),
      [MODEL_PANELS.positionStart[language]],
      [
        seriesLines(
          course.flatMap((point) => single(point.steps, point.loss)),
          inTraining,
        ),
      ],
    ),
    seriesPanel(
      MODEL_PANELS.positionSizes[language],
      [MODEL_PANELS.positionShort[language]],
      [
        seriesLines(short, bySize, {dash: [4, 3], width: 1}),
        seriesLines(finals, bySize, {width: 1, opacity: 0.7}),
        seriesDots(finals, bySize, {area: 18}),
      ],
    ),
  ];
  const caption = MODEL_FIGURES.positionScaleCaption[language];
  return {id: 'token-position-scale', title, caption, spec: panels(title, cells.length, cells)};
}

/** Loss by position in the context, of six models, in training and across sizes (Kaplan et al. 2020, Figs 20 and 21). */
export const tokenPosition: Figure = {
  ...HEADINGS.tokenPosition,
  draw(study, language) {
    const curves = studyCurves(study).all.filter(({unique}) => !Number.isFinite(unique));
    const drawings = [positionsDrawing(curves, language), scaleDrawing(curves, language)];
    return drawings.filter((drawing) => drawing !== null);
  },
};

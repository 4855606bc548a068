import {finalPoint, type TrainingCurve} from '../../inference/training/curves.ts';
import {type TransferExponents, transferExponents} from '../../inference/training/transfers.ts';
import {DISTRIBUTIONS, type Distribution, LARGEST_LOSS, transferLine} from '../../science/kaplan/transfer.ts';
import type {Figure, Language} from '../figure.ts';
import {decimal} from '../numbers.ts';
import {type Panel, panels} from '../spec.ts';
import {showing} from '../training/axes.ts';
import {sizeAxis} from '../training/panel.ts';
import {
  type SeriesPoint,
  type SeriesSheet,
  seriesColour,
  seriesDots,
  seriesLines,
  seriesPanel,
} from '../training/series.ts';
import {studyCurves} from '../training/study.ts';
import {fill} from '../words/fill.ts';
import {MODEL_AXES, MODEL_FIGURES, MODEL_PANELS} from '../words/modelFigures.ts';
import {TRAINING_AXES} from '../words/trainingAxes.ts';
import {LIST_SEPARATOR} from '../words/verdicts.ts';
import {HEADINGS} from './headings.ts';

/** Text that models are trained on, and the others. */
const OWN = 'WebText2';
const NAMES = [OWN, ...DISTRIBUTIONS.map(({name}) => name)];
const COLOURS = ['#0072b2', '#555555', '#009e73', '#e69f00', '#cc3311'];
/** Ranges of the paper's panels, widened below: the largest simulated model is better than 2.5. */
const LOSSES = [2.2, 7.5] as const;
const OWN_LOSSES = [2.2, 5] as const;
const OTHER_LOSSES = [2.3, 5.5] as const;

function largestOf(curves: readonly TrainingCurve[]): TrainingCurve {
  return curves.reduce((best, curve) => (curve.size > best.size ? curve : best));
}

/** Loss on every kind of text where the loss on the training text is `loss`. */
function onAll(x: number, loss: number): SeriesPoint[] {
  const others = DISTRIBUTIONS.map((one) => ({x, y: transferLine(one)(loss), series: one.name}));
  return [{x, y: loss, series: OWN}, ...others];
}

function sizePanel(curves: readonly TrainingCurve[], {own, others}: TransferExponents, language: Language): Panel {
  const points = curves.flatMap((curve) => onAll(curve.size, finalPoint(curve).loss));
  const paper: SeriesSheet = {
    x: sizeAxis(
      curves.map(({size}) => size),
      language,
    ),
    y: {title: TRAINING_AXES.loss[language], domain: LOSSES, look: 'plain'},
    color: seriesColour(MODEL_AXES.distribution[language], NAMES, COLOURS),
  };
  const sheet = showing(paper, points);
  const subtitle = fill(MODEL_PANELS.transferFit, language, {
    own: decimal(own),
    low: decimal(Math.min(...others)),
    high: decimal(Math.max(...others)),
  });
  return seriesPanel(
    MODEL_PANELS.transferSize[language],
    [subtitle],
    [seriesLines(points, sheet, {width: 1, opacity: 0.6}), seriesDots(points, sheet)],
  );
}

function ownPanel(curves: readonly TrainingCurve[], language: Language): Panel {
  const largest = largestOf(curves);
  const other = (loss: number): SeriesPoint[] => onAll(loss, loss).slice(1);
  const finals = curves.flatMap((curve) => other(finalPoint(curve).loss));
  const paper: SeriesSheet = {
    x: {title: MODEL_AXES.ownLoss[language], domain: OWN_LOSSES, look: 'plain', log: false, reverse: true},
    y: {title: MODEL_AXES.otherLoss[language], domain: OTHER_LOSSES, look: 'plain', log: false},
    color: seriesColour(MODEL_AXES.distribution[language], NAMES, COLOURS),
  };
  const sheet = showing(paper, finals);
  const subtitle = fill(MODEL_PANELS.transferCourse, language, {run: largest.run});
  return seriesPanel(
    MODEL_PANELS.transferOwn[language],
    [subtitle],
    [
      seriesLines(
        largest.points.flatMap(({loss}) => other(loss)),
        sheet,
        {dash: [4, 3]},
      ),
      seriesDots(finals, sheet),
    ],
  );
}

/** What each kind of text costs the largest model, and the readings of the paper at its largest. */
function offsetTexts(curves: readonly TrainingCurve[], language: Language): {offsets: string; read: string} {
  const {loss} = finalPoint(largestOf(curves));
  const listed = (offset: (one: Distribution) => number): string =>
    DISTRIBUTIONS.map((one) => `${one.name} ${decimal(offset(one), 2)}`).join(LIST_SEPARATOR[language]);
  return {
    offsets: listed((one) => transferLine(one)(loss) - loss),
    read: listed(({readings}) => readings[0]![1] - LARGEST_LOSS),
  };
}

/** Loss on text of other kinds against size, and against the loss on the training text (Kaplan et al. 2020, Fig 8). */
export const transfer: Figure = {
  ...HEADINGS.transfer,
  draw(study, language) {
    const curves = studyCurves(study).all.filter(({unique}) => !Number.isFinite(unique));
    const exponents = transferExponents(curves);
    if (!exponents) return [];
    const title = MODEL_FIGURES.transfer[language];
    const cells = [sizePanel(curves, exponents, language), ownPanel(curves, language)];
    const caption = fill(MODEL_FIGURES.transferCaption, language, offsetTexts(curves, language));
    return [{id: 'transfer', title, caption, spec: panels(title, cells.length, cells)}];
  },
};

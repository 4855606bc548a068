import {type ShapePoint, shapePoints} from '../../inference/training/shapes.ts';
import {equalRatios} from '../../numeric/ratios.ts';
import {computeForLoss, type Ratio, ratioPenalty} from '../../science/kaplan/shape.ts';
import {kaplanC} from '../../science/laws/kaplan.ts';
import type {Figure, Language} from '../figure.ts';
import {percentText} from '../numbers.ts';
import {type Panel, panels} from '../spec.ts';
import {INK} from '../theme.ts';
import {curveKey} from '../training/key.ts';
import {plainLine} from '../training/marks.ts';
import {seriesColour, seriesDots, seriesPanel} from '../training/series.ts';
import {studyCurves} from '../training/study.ts';
import {fill} from '../words/fill.ts';
import {MODEL_AXES, MODEL_FIGURES, MODEL_PANELS} from '../words/modelFigures.ts';
import {HEADINGS} from './headings.ts';

/** Ranges of the ratios in the paper's panels. */
const RANGES = {
  feedForward: [0.4, 50],
  aspect: [2.5, 2600],
  head: [8, 350],
} as const satisfies Readonly<Record<Ratio, readonly [number, number]>>;
/** Highest increases as read off the paper's panels, percent. */
const READ: Readonly<Record<Ratio, number>> = {feedForward: 8, aspect: 8, head: 2};
/** Loss increases, percent; noise may put a run below the best shape. */
const INCREASES = [-2, 10] as const;
/** Colours of sizes, of d_model, and of the 50M models that two panels share. */
const COLOURS = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#7b52ab', '#555555'];

/** What 1 % of loss is worth in compute, as text. */
function onePercent(): string {
  return percentText(computeForLoss(0.01, kaplanC.presets['kaplan2020-cmin']!.values.aC!));
}

function seriesText({ratio, series}: ShapePoint, language: Language): string {
  return ratio === 'head' ? fill(MODEL_AXES.widthSeries, language, {width: series}) : series;
}

function panel(ratio: Ratio, points: readonly ShapePoint[], names: readonly string[], language: Language): Panel {
  const mine = points.filter((point) => point.ratio === ratio);
  const color = seriesColour(MODEL_AXES.shapeSeries[language], names, COLOURS.slice(0, names.length));
  const [low, high] = RANGES[ratio];
  const x = {title: MODEL_AXES[ratio][language], domain: [low, high], look: 'plain'} as const;
  const y = {title: MODEL_AXES.lossIncrease[language], domain: INCREASES, look: 'plain', log: false} as const;
  const sheet = {x, y, color};
  const curve = equalRatios(low, high, 81).map((at) => ({x: at, y: 100 * ratioPenalty(ratio, at)}));
  const highest = Math.max(...mine.map(({increase}) => increase));
  const subtitle = fill(MODEL_PANELS.shapeWorst, language, {share: percentText(highest, 1), read: READ[ratio]});
  const worth = [MODEL_PANELS.compensated, MODEL_PANELS.forOne].map((words) => ({
    text: fill(words, language, {compute: onePercent()}),
  }));
  return seriesPanel(
    MODEL_PANELS[ratio][language],
    [subtitle],
    [
      plainLine(curve, sheet, {color: INK.fit, width: 1.2}),
      seriesDots(
        mine.map((point) => ({x: point.value, y: 100 * point.increase, series: seriesText(point, language)})),
        sheet,
        {area: 40},
      ),
      ...(ratio === 'aspect' ? curveKey(worth, 'upper-left') : []),
    ],
    {width: 250, height: 230},
  );
}

/** Loss increase against three ratios of the shape at equal parameters (Kaplan et al. 2020, Fig 5). */
export const shapePenalty: Figure = {
  ...HEADINGS.shapePenalty,
  draw(study, language) {
    const points = shapePoints(studyCurves(study).all);
    if (points.length === 0) return [];
    const names = [...new Set(points.map((point) => seriesText(point, language)))];
    const ratios = [...new Set(points.map(({ratio}) => ratio))];
    const title = MODEL_FIGURES.shapePenalty[language];
    const cells = ratios.map((ratio) => panel(ratio, points, names, language));
    const caption = fill(MODEL_FIGURES.shapePenaltyCaption, language, {compute: onePercent()});
    return [{id: 'shape-penalty', title, caption, spec: panels(title, cells.length, cells)}];
  },
};

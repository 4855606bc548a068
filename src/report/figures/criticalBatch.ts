import {reachOf, type TrainingCurve} from '../../inference/training/curves.ts';
import {fitCriticalBatch, type LossTradeoff, tradeoffsOf} from '../../inference/training/tradeoffs.ts';
import {pow} from '../../numeric/elementary.ts';
import {equalRatios} from '../../numeric/ratios.ts';
import {criticalBatch as batchAt, CRITICAL_BATCH, type CriticalBatch} from '../../science/kaplan/criticalBatch.ts';
import type {Figure, Language} from '../figure.ts';
import {decimal, percentText} from '../numbers.ts';
import {type Panel, panels} from '../spec.ts';
import {INK} from '../theme.ts';
import {logDomain, showing} from '../training/axes.ts';
import {plainLine} from '../training/marks.ts';
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

/** Ranges of Fig 10, without the losses at which no batch has begun to matter. */
const LOSSES = [2.5, 9] as const;
const LOSS_TICKS = [10, 8, 6, 5, 4, 3] as const;
const BATCHES = [3e3, 3e6] as const;
/** Losses whose hyperbolas are drawn, of those that were fitted. */
const DRAWN = 5;

function lawText({Bstar, aB}: CriticalBatch): string {
  return `${Number(Bstar.toPrecision(2)).toExponential().replace('e+', 'e')} L^${decimal(-1 / aB, 2)}`;
}

/** About `DRAWN` of the fits of one model, from the first to the last. */
function spread(tradeoffs: readonly LossTradeoff[]): readonly LossTradeoff[] {
  const step = Math.max(1, Math.floor((tradeoffs.length - 1) / (DRAWN - 1)));
  return tradeoffs.filter((_, i) => i % step === 0).slice(0, DRAWN);
}

function tradeoffPanel(
  curves: readonly TrainingCurve[],
  tradeoffs: readonly LossTradeoff[],
  language: Language,
): Panel {
  const {family} = tradeoffs.at(-1)!;
  const drawn = spread(tradeoffs.filter((one) => one.family === family));
  const mine = curves.filter((curve) => curve.family === family);
  const dots = drawn.flatMap(({loss}) =>
    mine.flatMap((curve): SeriesPoint[] => {
      const steps = reachOf(curve, 'steps', loss);
      return steps === null ? [] : [{x: steps, y: steps * curve.batch, series: family, line: decimal(loss, 2)}];
    }),
  );
  const batches = mine.map(({batch}) => batch);
  const [least, most] = [Math.min(...batches), Math.max(...batches)];
  const sheet = {
    x: {
      title: TRAINING_AXES.steps[language],
      domain: logDomain(
        dots.map(({x}) => x),
        1.5,
      ),
      look: 'count',
    },
    y: {
      title: MODEL_AXES.examples[language],
      domain: logDomain(
        dots.map(({y}) => y),
        1.5,
      ),
      look: 'count',
    },
    color: seriesColour(
      TRAINING_AXES.size[language],
      [...new Set(tradeoffs.map((one) => one.family))],
      ['#0072b2', '#e69f00'],
    ),
  } as const;
  const hyperbolas = drawn.flatMap(({loss, Smin, Emin}) =>
    equalRatios(least, most, 41).map((batch) => {
      const steps = Smin + Emin / batch;
      return {x: steps, y: batch * steps, series: family, line: decimal(loss, 2)};
    }),
  );
  const losses = drawn.map(({loss}) => decimal(loss, 2)).join(LIST_SEPARATOR[language]);
  return seriesPanel(
    fill(MODEL_PANELS.tradeoff, language, {family}),
    [fill(MODEL_PANELS.tradeoffSub, language, {losses})],
    [seriesLines(hyperbolas, sheet), seriesDots(dots, sheet)],
  );
}

function criticalPanel(tradeoffs: readonly LossTradeoff[], fitted: CriticalBatch, language: Language): Panel {
  const families = [...new Set(tradeoffs.map(({family}) => family))];
  const dots = tradeoffs.map(({loss, Bcrit, family}) => ({x: loss, y: Bcrit, series: family}));
  const paper: SeriesSheet = {
    x: {title: MODEL_AXES.trainLoss[language], domain: LOSSES, look: 'plain', ticks: LOSS_TICKS, reverse: true},
    y: {title: MODEL_AXES.critical[language], domain: BATCHES, look: 'power'},
    color: seriesColour(TRAINING_AXES.size[language], families, ['#0072b2', '#e69f00']),
  };
  const sheet = showing(paper, dots);
  const line = (law: CriticalBatch) => equalRatios(...sheet.x.domain, 41).map((x) => ({x, y: batchAt(x, law)}));
  const subtitle = fill(MODEL_PANELS.criticalFit, language, {
    fitted: lawText(fitted),
    published: lawText(CRITICAL_BATCH),
  });
  return seriesPanel(
    MODEL_PANELS.critical[language],
    [subtitle],
    [
      plainLine(line(CRITICAL_BATCH), sheet, {color: INK.onset, dash: [5, 3]}),
      plainLine(line(fitted), sheet, {color: INK.fit, width: 1.2}),
      ...families.map((family, i) =>
        seriesDots(
          dots.filter(({series}) => series === family),
          sheet,
          // Critical batches of equal loss lie upon each other.
          i === 0 ? {area: 26} : {area: 70, hollow: true},
        ),
      ),
    ],
  );
}

/** Steps against tokens at equal loss, and the critical batch that they give (Kaplan et al. 2020, Figs 10 and 18). */
export const criticalBatch: Figure = {
  ...HEADINGS.criticalBatch,
  draw(study, language) {
    const curves = studyCurves(study).all;
    const tradeoffs = tradeoffsOf(curves);
    const fitted = fitCriticalBatch(tradeoffs);
    if (!fitted) return [];
    const title = MODEL_FIGURES.criticalBatch[language];
    const cells = [tradeoffPanel(curves, tradeoffs, language), criticalPanel(tradeoffs, fitted, language)];
    const share = percentText(1 - pow(2, -fitted.aB), 1);
    const caption = fill(MODEL_FIGURES.criticalBatchCaption, language, {share});
    return [{id: 'critical-batch', title, caption, spec: panels(title, cells.length, cells)}];
  },
};

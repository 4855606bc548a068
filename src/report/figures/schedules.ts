import {plateauOf, type SchedulePoint, schedulePoints} from '../../inference/training/schedules.ts';
import {type Decay, peakRate, rateAt} from '../../science/kaplan/schedules.ts';
import type {Figure, Language} from '../figure.ts';
import {countText, decimal, extent} from '../numbers.ts';
import {type Panel, panels} from '../spec.ts';
import {type SeriesSheet, seriesColour, seriesDots, seriesLines, seriesPanel} from '../training/series.ts';
import {studyCurves} from '../training/study.ts';
import {fill} from '../words/fill.ts';
import {MODEL_AXES, MODEL_FIGURES, MODEL_PANELS} from '../words/modelFigures.ts';
import {TRAINING_AXES} from '../words/trainingAxes.ts';
import {HEADINGS} from './headings.ts';

/** Decays in the order of the legend. */
const DECAYS: readonly Decay[] = ['constant', 'linear', 'cosine', 'exponential', 'triangle'];
const COLOURS = ['#0072b2', '#e69f00', '#009e73', '#cc3311', '#7b52ab'];
/** Ranges of Fig 22; the losses are widened to the simulated ones. */
const RATES = [0, 0.00105] as const;
const SUMS = [0, 260] as const;
const LOSSES = [3.65, 3.905] as const;
/** Points of a drawn schedule. */
const PLACES = 60;

function ratePanel(
  points: readonly SchedulePoint[],
  size: number,
  color: SeriesSheet['color'],
  language: Language,
): Panel {
  const steps = Math.max(...points.map(({schedule}) => schedule.steps));
  const sheet = {
    x: {title: TRAINING_AXES.steps[language], domain: [0, steps], look: 'count', log: false},
    y: {title: MODEL_AXES.rate[language], domain: RATES, look: 'plain', log: false},
    color,
  } as const;
  const courses = points.flatMap(({schedule}) => {
    const {decay, warmup, peak} = schedule;
    const places = Array.from({length: PLACES + 1}, (_, i) => warmup + (i * (schedule.steps - warmup)) / PLACES);
    const series = MODEL_AXES[decay][language];
    return [0, ...places].map((step) => ({x: step, y: rateAt(schedule, step), series, line: `${series} ${peak}`}));
  });
  const subtitle = fill(MODEL_PANELS.rateRule, language, {size: countText(size), rate: decimal(peakRate(size), 5)});
  return seriesPanel(MODEL_PANELS.rates[language], [subtitle], [seriesLines(courses, sheet, {width: 1.1})]);
}

function lossPanel(
  points: readonly SchedulePoint[],
  size: number,
  color: SeriesSheet['color'],
  language: Language,
): Panel {
  const [low, high] = extent(points.map(({loss}) => loss))!;
  const sheet = {
    x: {title: MODEL_AXES.summedRate[language], domain: SUMS, look: 'plain', log: false},
    y: {
      title: TRAINING_AXES.loss[language],
      domain: [Math.min(LOSSES[0], low - 0.01), Math.max(LOSSES[1], high + 0.01)],
      look: 'plain',
      log: false,
    },
    color,
  } as const;
  const plateau = plateauOf(points);
  const subtitle = plateau
    ? [
        fill(MODEL_PANELS.flatFit, language, {
          mean: decimal(plateau.mean, 2),
          low: decimal(plateau.low, 2),
          high: decimal(plateau.high, 2),
        }),
      ]
    : [];
  const dots = points.map(({sum, loss, schedule}) => ({x: sum, y: loss, series: MODEL_AXES[schedule.decay][language]}));
  return seriesPanel(fill(MODEL_PANELS.flat, language, {size: countText(size)}), subtitle, [
    seriesDots(dots, sheet, {area: 45}),
  ]);
}

/** Learning-rate schedules, and the loss against the summed learning rate (Kaplan et al. 2020, Fig 22). */
export const schedules: Figure = {
  ...HEADINGS.schedules,
  draw(study, language) {
    const curves = studyCurves(study).all;
    const points = schedulePoints(curves);
    if (points.length === 0) return [];
    const {size} = curves[0]!;
    const names = DECAYS.map((decay) => MODEL_AXES[decay][language]);
    const color = seriesColour(MODEL_AXES.schedule[language], names, COLOURS);
    const title = MODEL_FIGURES.schedules[language];
    const cells = [ratePanel(points, size, color, language), lossPanel(points, size, color, language)];
    const caption = MODEL_FIGURES.schedulesCaption[language];
    return [{id: 'schedules', title, caption, spec: panels(title, cells.length, cells)}];
  },
};

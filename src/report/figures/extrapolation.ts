import {finalPoint, type TrainingCurve} from '../../inference/training/curves.ts';
import {type Extrapolated, extrapolate} from '../../inference/training/extrapolation.ts';
import {median} from '../../numeric/quantile.ts';
import {equalRatios} from '../../numeric/ratios.ts';
import {WARMUP} from '../../science/population.ts';
import type {Figure, Language} from '../figure.ts';
import {decimal, extent, percentText} from '../numbers.ts';
import {type Layer, type Panel, panels} from '../spec.ts';
import {INK} from '../theme.ts';
import {logDomain} from '../training/axes.ts';
import {curveKey} from '../training/key.ts';
import {dots, type LineLook, plainLine, type Sheet, sizeColour} from '../training/marks.ts';
import {lossAxis, trainingPanel} from '../training/panel.ts';
import {studyCurves} from '../training/study.ts';
import {COMPUTE_WORDS} from '../words/computeFigures.ts';
import {fill} from '../words/fill.ts';
import {TRAINING_AXES} from '../words/trainingAxes.ts';
import {HEADINGS} from './headings.ts';

/** Shares of a run that are seen, with the colours of what they foresee. */
const SHARES = [
  {share: 0.1, color: '#d1521a'},
  {share: 0.2, color: '#cc79a7'},
  {share: 0.4, color: '#0072b2'},
  {share: 0.6, color: '#009e73'},
] as const;
/** Size of the run that is drawn, or the nearest to it. */
const EXAMPLE = 1e8;
/** How far the dots of one share spread to both sides. */
const SPREAD = 0.03;
const SIDE = {width: 320, height: 250} as const;

function examplePanel(curves: readonly TrainingCurve[], language: Language): Panel {
  const distance = ({size}: TrainingCurve): number => Math.abs(Math.log(size / EXAMPLE));
  const curve = curves.reduce((best, one) => (distance(one) < distance(best) ? one : best));
  const points = curve.points.filter(({steps}) => steps >= WARMUP);
  const places = points.map(({leastSteps, loss}) => ({x: leastSteps, y: loss}));
  const [low, high] = extent(places.map(({y}) => y))!;
  const sheet: Sheet = {
    x: {title: TRAINING_AXES.leastSteps[language], domain: logDomain(places.map(({x}) => x)), look: 'power'},
    y: lossAxis([low - 0.1, high + 0.1], language),
    color: sizeColour([], language),
  };
  const found = SHARES.flatMap(({share, color}) => {
    const made = extrapolate(curve, share, WARMUP);
    return made ? [{made, color}] : [];
  });
  const lines = found.map(({made: {law, share}, color}): Layer => {
    const {floor, scale, exponent} = law;
    const seen = points.filter(({steps}) => steps <= share * finalPoint(curve).steps);
    const from = seen[seen.length - 1]!.leastSteps;
    const line = equalRatios(from, sheet.x.domain[1], 31).map((x) => ({x, y: floor + (scale / x) ** exponent}));
    return plainLine(line, sheet, {color, width: 1.8});
  });
  const entries = found.map(({made: {share, error}, color}) => ({
    text: fill(COMPUTE_WORDS.fromShare, language, {share: percentText(share), error: decimal(error, 4)}),
    look: {color, width: 1.8} satisfies LineLook,
  }));
  const title = fill(COMPUTE_WORDS.oneRun, language, {run: curve.run});
  return trainingPanel(
    title,
    [dots(places, sheet, {color: INK.soft, area: 18}), ...lines, ...curveKey(entries, 'upper-right')],
    SIDE,
  );
}

interface Errors {
  readonly share: number;
  readonly found: ReadonlyArray<Extrapolated & {readonly curve: TrainingCurve; readonly rank: number}>;
}

function errorsPanel(
  all: readonly Errors[],
  curves: readonly TrainingCurve[],
  color: Sheet['color'],
  language: Language,
): Panel {
  const places = all.flatMap(({share, found}) =>
    found.map(({error, curve: {size}, rank}) => ({
      x: share + SPREAD * ((2 * rank) / (curves.length - 1) - 1),
      y: error,
      size,
    })),
  );
  const [low, high] = extent(places.map(({y}) => y)) ?? [-1, 1];
  const reach = 1.15 * Math.max(-low, high, 1e-3);
  const sheet: Sheet = {
    x: {
      title: TRAINING_AXES.share[language],
      domain: [0, 0.7],
      look: 'percent',
      log: false,
      ticks: SHARES.map(({share}) => share),
    },
    y: {title: TRAINING_AXES.forecastError[language], domain: [-reach, 1.35 * reach], look: 'plain', log: false},
    color,
  };
  const entries = all.map(({share, found}) => ({
    text: fill(COMPUTE_WORDS.medianError, language, {
      share: percentText(share),
      error: decimal(median(found.map(({error}) => Math.abs(error))), 4),
    }),
  }));
  return trainingPanel(
    COMPUTE_WORDS.forecastErrors[language],
    [
      plainLine(
        [
          {x: 0, y: 0},
          {x: 0.7, y: 0},
        ],
        sheet,
        {color: INK.chance, dash: [4, 3], width: 1},
      ),
      dots(places, sheet),
      ...curveKey(entries, 'upper-right'),
    ],
    SIDE,
  );
}

/** How well the end of a training run is foreseen from its first part. */
export const extrapolation: Figure = {
  ...HEADINGS.extrapolation,
  draw(study, language) {
    const {sizes} = studyCurves(study);
    const all = SHARES.map(({share}) => ({
      share,
      found: sizes.flatMap((curve, rank) => {
        const made = extrapolate(curve, share, WARMUP);
        return made ? [{...made, curve, rank}] : [];
      }),
    })).filter(({found}) => found.length > 0);
    if (all.length === 0) return [];
    const color = sizeColour(
      sizes.map(({size}) => size),
      language,
    );
    const title = COMPUTE_WORDS.extrapolationTitle[language];
    const cells = [
      examplePanel(
        all.flatMap(({found}) => found.map(({curve}) => curve)),
        language,
      ),
      errorsPanel(all, sizes, color, language),
    ];
    return [
      {
        id: 'extrapolation',
        title,
        caption: COMPUTE_WORDS.extrapolationCaption[language],
        spec: panels(title, 2, cells),
      },
    ];
  },
};

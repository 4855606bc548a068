import {finalPoint, type TrainingCurve} from '../../inference/training/curves.ts';
import {courseLaw, sizeAndDataLaw} from '../../inference/training/laws.ts';
import {equalRatios} from '../../numeric/ratios.ts';
import {kaplan, kaplanS} from '../../science/laws/kaplan.ts';
import type {Values} from '../../science/parameter.ts';
import {WARMUP} from '../../science/population.ts';
import type {Figure, Language} from '../figure.ts';
import {type Panel, panels} from '../spec.ts';
import {INK} from '../theme.ts';
import {curveKey, type KeyEntry} from '../training/key.ts';
import {dots, type LineLook, plainLine, runLines, type Sheet, sizeColour} from '../training/marks.ts';
import {scaleText} from '../training/numbers.ts';
import {lossAxis, trainingPanel} from '../training/panel.ts';
import {sourceOf, studyCurves} from '../training/study.ts';
import {COMPUTE_WORDS} from '../words/computeFigures.ts';
import {fill} from '../words/fill.ts';
import {TRAINING_AXES} from '../words/trainingAxes.ts';
import {HEADINGS} from './headings.ts';

/** Dots for what a law says. */
const DOTTED: LineLook = {color: INK.soft, dash: [1.5, 3], width: 1.3};
/** Sizes of Kaplan et al. 2020, Fig 4, right. */
const SIZES = [4e5, 7.2e8] as const;
const SIDE = {width: 330, height: 260} as const;

function entries(
  law: Values,
  published: Values,
  formula: string,
  names: readonly string[],
  language: Language,
): KeyEntry[] {
  const said = (values: Values): string => names.map((name) => `${name} ${scaleText(values[name]!)}`).join(', ');
  return [
    {text: fill(COMPUTE_WORDS.dottedLaw, language, {formula}), look: DOTTED},
    {text: fill(COMPUTE_WORDS.fitted, language, {law: said(law)})},
    {text: fill(COMPUTE_WORDS.published, language, {law: said(published)})},
  ];
}

function dataPanel(curves: readonly TrainingCurve[], color: Sheet['color'], language: Language): Panel {
  const law = sizeAndDataLaw(curves);
  const sheet: Sheet = {
    x: {title: TRAINING_AXES.dataset[language], domain: [1e7, 3e10], look: 'power'},
    y: lossAxis([2, 4.9], language),
    color,
  };
  const sizes = [...new Set(curves.map(({size}) => size))];
  const loss = law && kaplan.build(law);
  const lines = loss
    ? sizes.map((size) =>
        plainLine(
          equalRatios(...sheet.x.domain, 31).map((x) => ({x, y: loss(sourceOf({Nne: size, D: x}))})),
          sheet,
          DOTTED,
        ),
      )
    : [];
  const published = kaplan.presets.kaplan2020!.values;
  return trainingPanel(
    COMPUTE_WORDS.dataBySize[language],
    [
      ...lines,
      dots(
        curves.map((curve) => ({x: curve.unique, y: finalPoint(curve).loss, size: curve.size})),
        sheet,
        {hollow: true},
      ),
      ...(law ? curveKey(entries(law, published, 'L(N, D)', ['aN', 'aD', 'Nc', 'Dc'], language), 'lower-left') : []),
    ],
    SIDE,
  );
}

function stepsPanel(curves: readonly TrainingCurve[], color: Sheet['color'], language: Language): Panel {
  const law = courseLaw(curves, WARMUP);
  const sheet: Sheet = {
    x: {title: TRAINING_AXES.leastSteps[language], domain: [2e3, 2e5], look: 'power'},
    y: lossAxis([2.3, 6.2], language),
    color,
  };
  const drawn = curves.filter(({size}) => size >= SIZES[0] * 0.9 && size <= SIZES[1] * 1.1);
  const places = drawn.flatMap(({run, size, points}) =>
    points.flatMap(({leastSteps, loss, steps}) => (steps < WARMUP ? [] : [{x: leastSteps, y: loss, size, run}])),
  );
  const loss = law && kaplanS.build(law);
  const lines = loss
    ? drawn.map(({size}) =>
        plainLine(
          equalRatios(...sheet.x.domain, 31).map((x) => ({x, y: loss(sourceOf({Nne: size, S: x}))})),
          sheet,
          DOTTED,
        ),
      )
    : [];
  const published = kaplanS.presets['kaplan2020-s']!.values;
  return trainingPanel(
    COMPUTE_WORDS.stepsBySize[language],
    [
      runLines(places, sheet, 0.95),
      ...lines,
      ...(law
        ? curveKey(entries(law, published, 'L(N, S_min)', ['aN', 'aS', 'Nc', 'Sc'], language), 'upper-right')
        : []),
    ],
    SIDE,
  );
}

/** Loss against data and against steps for each size, with the laws of two numbers fitted to them (Kaplan et al. 2020, Fig 4). */
export const dataAndSteps: Figure = {
  ...HEADINGS.dataAndSteps,
  draw(study, language) {
    const {sizes, data} = studyCurves(study);
    if (sizes.length === 0 || data.length === 0) return [];
    const color = sizeColour([...data.map(({size}) => size), ...SIZES], language);
    const title = COMPUTE_WORDS.dataAndStepsTitle[language];
    const cells = [dataPanel(data, color, language), stepsPanel(sizes, color, language)];
    return [
      {
        id: 'data-and-steps',
        title,
        caption: COMPUTE_WORDS.dataAndStepsCaption[language],
        spec: panels(title, 2, cells),
      },
    ];
  },
};

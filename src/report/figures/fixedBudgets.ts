import {lossAt, type Ruler, type TrainingCurve} from '../../inference/training/curves.ts';
import {courseLaw} from '../../inference/training/laws.ts';
import {equalRatios} from '../../numeric/ratios.ts';
import type {CriticalBatch} from '../../science/kaplan/criticalBatch.ts';
import {lossOfSize} from '../../science/kaplan/frontier.ts';
import {PF_DAY} from '../../science/kaplan/pfDay.ts';
import {kaplanS} from '../../science/laws/kaplan.ts';
import type {Values} from '../../science/parameter.ts';
import {WARMUP} from '../../science/population.ts';
import type {Figure, Language} from '../figure.ts';
import {type Panel, panels} from '../spec.ts';
import {rampColours} from '../theme.ts';
import {showing} from '../training/axes.ts';
import {curveKey} from '../training/key.ts';
import {dots, type Place, plainLine, type Sheet, sizeColour} from '../training/marks.ts';
import {scaleText, tenText} from '../training/numbers.ts';
import {lossAxis, trainingPanel} from '../training/panel.ts';
import {sourceOf, studyCurves} from '../training/study.ts';
import {COMPUTE_WORDS} from '../words/computeFigures.ts';
import {fill} from '../words/fill.ts';
import {TRAINING_AXES} from '../words/trainingAxes.ts';
import {HEADINGS} from './headings.ts';

/** Budgets of Kaplan et al. 2020, Fig 11: PF-days, and steps. */
const COMPUTE = [1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1] as const;
const STEPS = [3e3, 1e4, 3e4, 1e5] as const;
const SIZES: readonly [number, number] = [5e2, 3e9];
const SIDE = {width: 320, height: 250} as const;

/** One panel: what is held, and what a law says of it. */
interface Budgets {
  readonly ruler: Ruler;
  readonly amounts: readonly number[];
  readonly title: string;
  readonly unit: string;
  law(size: number, amount: number): number;
}

/** A budget that some runs pass, with the loss of each there and the colour of its place among all. */
interface Budget {
  readonly amount: number;
  readonly color: string;
  readonly places: readonly Place[];
}

function budgetsOf(curves: readonly TrainingCurve[], {ruler, amounts}: Budgets): Budget[] {
  const colours = rampColours(amounts.length);
  return amounts.flatMap((amount, i) => {
    const places = curves.flatMap((curve) => {
      const y = lossAt(curve, ruler, amount);
      return y === null ? [] : [{x: curve.size, y}];
    });
    return places.length === 0 ? [] : [{amount, color: colours[i]!, places}];
  });
}

/** The panel of the budgets that runs pass; none where they pass none. */
function panel(
  curves: readonly TrainingCurve[],
  budgets: Budgets,
  fitted: boolean,
  language: Language,
): readonly Panel[] {
  const passed = budgetsOf(curves, budgets);
  if (passed.length === 0) return [];
  const paper: Sheet = {
    x: {title: TRAINING_AXES.size[language], domain: SIZES, look: 'power'},
    y: lossAxis([2.2, 8], language),
    color: sizeColour([], language),
  };
  const sheet = showing(
    paper,
    passed.flatMap(({places}) => places),
  );
  const layers = passed.flatMap(({amount, color, places}) => {
    const line = equalRatios(...sheet.x.domain, 61).map((x) => ({x, y: budgets.law(x, amount)}));
    return [
      ...(fitted ? [plainLine(line, sheet, {color, dash: [3, 3], width: 1.1})] : []),
      dots(places, sheet, {color, area: 26}),
    ];
  });
  const entries = passed.map(({amount, color}) => ({
    text: `${tenText(amount)} ${budgets.unit}`,
    look: {color, width: 3},
  }));
  return [trainingPanel(budgets.title, [...layers, ...curveKey(entries, 'lower-left')], SIDE)];
}

function sides(law: Values | null, critical: CriticalBatch, language: Language): Budgets[] {
  const {Nc, aN, Sc, aS} = law ?? {};
  const constants = {Nc: Nc!, aN: aN!, Sc: Sc!, aS: aS!, ...critical};
  return [
    {
      ruler: 'leastCompute',
      amounts: COMPUTE,
      title: COMPUTE_WORDS.fixedCompute[language],
      unit: COMPUTE_WORDS.computeUnit[language],
      law: (size, compute) => lossOfSize(size, compute * PF_DAY, constants),
    },
    {
      ruler: 'leastSteps',
      amounts: STEPS,
      title: COMPUTE_WORDS.fixedSteps[language],
      unit: COMPUTE_WORDS.stepsUnit[language],
      law: (size, steps) => (law ? kaplanS.build(law)(sourceOf({Nne: size, S: steps})) : Number.NaN),
    },
  ];
}

/** Loss against size where compute or steps are held (Kaplan et al. 2020, Fig 11). */
export const fixedBudgets: Figure = {
  ...HEADINGS.fixedBudgets,
  draw(study, language) {
    const {sizes} = studyCurves(study);
    const [one] = sizes;
    if (!one) return [];
    const law = courseLaw(sizes, WARMUP);
    const said = law ? ['aN', 'aS', 'Nc', 'Sc'].map((name) => `${name} ${scaleText(law[name]!)}`).join(', ') : '';
    const title = COMPUTE_WORDS.fixedBudgetsTitle[language];
    const cells = sides(law, one.constants, language).flatMap((budgets) =>
      panel(sizes, budgets, law !== null, language),
    );
    if (cells.length === 0) return [];
    const fitted = law ? fill(COMPUTE_WORDS.fixedBudgetsFitted, language, {law: said}) : '';
    const caption = fill(COMPUTE_WORDS.fixedBudgetsCaption, language, {fitted});
    return [{id: 'fixed-budgets', title, caption, spec: panels(title, 2, cells)}];
  },
};

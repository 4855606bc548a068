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
import {type Layer, type Panel, panels} from '../spec.ts';
import {rampColours} from '../theme.ts';
import {curveKey} from '../training/key.ts';
import {dots, plainLine, type Sheet, sizeColour} from '../training/marks.ts';
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

function budgetLayers(
  curves: readonly TrainingCurve[],
  {ruler, amounts, law}: Budgets,
  sheet: Sheet,
  fitted: boolean,
): Layer[] {
  const colours = rampColours(amounts.length);
  return amounts.flatMap((amount, i) => {
    const places = curves.flatMap((curve) => {
      const y = lossAt(curve, ruler, amount);
      return y === null ? [] : [{x: curve.size, y}];
    });
    const color = colours[i]!;
    const line = equalRatios(...sheet.x.domain, 61).map((x) => ({x, y: law(x, amount)}));
    return [
      ...(fitted ? [plainLine(line, sheet, {color, dash: [3, 3], width: 1.1})] : []),
      dots(places, sheet, {color, area: 26}),
    ];
  });
}

function panel(curves: readonly TrainingCurve[], budgets: Budgets, fitted: boolean, language: Language): Panel {
  const {amounts, unit, title} = budgets;
  const sheet: Sheet = {
    x: {title: TRAINING_AXES.size[language], domain: SIZES, look: 'power'},
    y: lossAxis([2.2, 8], language),
    color: sizeColour([], language),
  };
  const colours = rampColours(amounts.length);
  const entries = amounts.map((amount, i) => ({
    text: `${tenText(amount)} ${unit}`,
    look: {color: colours[i]!, width: 3},
  }));
  return trainingPanel(
    title,
    [...budgetLayers(curves, budgets, sheet, fitted), ...curveKey(entries, 'lower-left')],
    SIDE,
  );
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
    const cells = sides(law, one.constants, language).map((budgets) => panel(sizes, budgets, law !== null, language));
    const caption = fill(COMPUTE_WORDS.fixedBudgetsCaption, language, {law: said});
    return [{id: 'fixed-budgets', title, caption, spec: panels(title, 2, cells)}];
  },
};

import {type Accounting, type Best, frontierOf, spendingLaw} from '../../inference/training/frontier.ts';
import {ALLOCATION, FIXED_BATCH_SIZE, spent} from '../../science/kaplan/allocation.ts';
import type {Figure, Language} from '../figure.ts';
import {extent} from '../numbers.ts';
import {type Layer, type Panel, panels} from '../spec.ts';
import {showing, type TrainingAxis} from '../training/axes.ts';
import {curveKey, type KeyEntry} from '../training/key.ts';
import {dots, lawLine, type Sheet, sizeColour} from '../training/marks.ts';
import {powerText} from '../training/numbers.ts';
import {trainingPanel} from '../training/panel.ts';
import {studyCurves} from '../training/study.ts';
import {COMPUTE_WORDS} from '../words/computeFigures.ts';
import {fill} from '../words/fill.ts';
import {TRAINING_AXES} from '../words/trainingAxes.ts';
import {HEADINGS} from './headings.ts';

/** Compute counted at the best batch and at the runs' batch, with the published laws of the best size and its steps. */
const WAYS = [
  {accounting: 'leastCompute', symbol: 'C_min', color: '#b3123f', size: ALLOCATION.size, steps: ALLOCATION.steps},
  {accounting: 'compute', symbol: 'C', color: '#0072b2', size: FIXED_BATCH_SIZE, steps: null},
] as const satisfies ReadonlyArray<{accounting: Accounting; symbol: string; color: string; [key: string]: unknown}>;

const SIDE = {width: 330, height: 260} as const;

type Frontiers = Readonly<Record<Accounting, readonly Best[]>>;

function panel(frontiers: Frontiers, part: 'size' | 'steps', y: TrainingAxis, language: Language): Panel {
  const paper: Sheet = {
    x: {title: TRAINING_AXES.bothCompute[language], domain: [1e-8, 1], look: 'power'},
    y,
    color: sizeColour([], language),
  };
  const placesOf = (frontier: readonly Best[]) => frontier.map((best) => ({x: best.compute, y: best[part]}));
  const sheet = showing(paper, Object.values(frontiers).flatMap(placesOf));
  const entries: KeyEntry[] = [];
  const layers = WAYS.flatMap((way): Layer[] => {
    const {accounting, symbol, color, [part]: published} = way;
    const frontier = frontiers[accounting];
    const law = spendingLaw(frontier, (best) => best[part]);
    if (law) {
      const said = fill(COMPUTE_WORDS.fitted, language, {law: powerText(symbol, law)});
      entries.push({text: said, look: {color}});
    }
    if (published) {
      const said = fill(COMPUTE_WORDS.published, language, {law: powerText(symbol, published)});
      entries.push({text: said, look: {color, dash: [5, 3]}});
    }
    return [
      ...(published ? [lawLine((compute) => spent(compute, published), sheet, {color, dash: [5, 3]})] : []),
      ...(law ? [lawLine((compute) => spent(compute, law), sheet, {color})] : []),
      ...(frontier.length > 0 ? [dots(placesOf(frontier), sheet, {color, area: 24})] : []),
    ];
  });
  const corner = part === 'size' ? 'lower-right' : 'upper-left';
  return trainingPanel(
    COMPUTE_WORDS[part === 'size' ? 'bestSize' : 'bestSteps'][language],
    [...layers, ...curveKey(entries, corner)],
    SIDE,
  );
}

/** The best size and its steps against compute (Kaplan et al. 2020, Fig 14). */
export const optimalSizeAndSteps: Figure = {
  ...HEADINGS.optimalSizeAndSteps,
  draw(study, language) {
    const {sizes} = studyCurves(study);
    const frontiers = {compute: frontierOf(sizes, 'compute'), leastCompute: frontierOf(sizes, 'leastCompute')};
    if (frontiers.leastCompute.length === 0) return [];
    const most = extent(Object.values(frontiers).flatMap((one) => one.map(({steps}) => steps)))![1];
    const cells = [
      panel(frontiers, 'size', {title: TRAINING_AXES.size[language], domain: [1e2, 2e9], look: 'power'}, language),
      panel(
        frontiers,
        'steps',
        {title: TRAINING_AXES.stepsOrLeast[language], domain: [0, 1.05 * most], look: 'count', log: false},
        language,
      ),
    ];
    const title = COMPUTE_WORDS.optimalTitle[language];
    return [
      {
        id: 'optimal-size-and-steps',
        title,
        caption: COMPUTE_WORDS.optimalCaption[language],
        spec: panels(title, 2, cells),
      },
    ];
  },
};

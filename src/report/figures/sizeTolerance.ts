import {frontierOf} from '../../inference/training/frontier.ts';
import {type Tolerance, tolerances} from '../../inference/training/tolerance.ts';
import {sizeCost} from '../../science/kaplan/frontier.ts';
import type {Figure, Language} from '../figure.ts';
import {decimal} from '../numbers.ts';
import {type Panel, panels} from '../spec.ts';
import {curveKey} from '../training/key.ts';
import {dots, lawLine, type Sheet, sizeColour} from '../training/marks.ts';
import {THEIRS, trainingPanel} from '../training/panel.ts';
import {studyCurves} from '../training/study.ts';
import {COMPUTE_WORDS} from '../words/computeFigures.ts';
import {fill} from '../words/fill.ts';
import {TRAINING_AXES} from '../words/trainingAxes.ts';
import {HEADINGS} from './headings.ts';

/** Losses that sizes are asked to reach, nats per token. */
const LOSSES = [5.5, 5, 4.5, 4, 3.6, 3.3, 3] as const;
const RATIO: readonly [number, number] = [0.3, 10];
/** The sizes that section B.4 names: both cost at most 20 % more compute. */
const NAMED = [0.6, 2.2] as const;

function panel(
  points: readonly Tolerance[],
  part: 'compute' | 'steps',
  color: Sheet['color'],
  language: Language,
): Panel {
  const compute = part === 'compute';
  const y = compute
    ? ({title: TRAINING_AXES.computeRatio[language], domain: [0.9, 4], look: 'plain', log: false} as const)
    : ({title: TRAINING_AXES.stepsRatio[language], domain: [0.2, 10], look: 'plain'} as const);
  const ticks = [0.3, 0.5, 1, 2, 5, 10];
  const sheet: Sheet = {x: {title: TRAINING_AXES.sizeRatio[language], domain: RATIO, look: 'plain', ticks}, y, color};
  const said = NAMED.map((ratio) => ({text: `${ratio} N_eff: ${decimal(sizeCost(ratio)[part], 2)}`}));
  const places = points.map((point) => ({x: point.ratio, y: point[part], size: point.size}));
  return trainingPanel(COMPUTE_WORDS[compute ? 'toleranceCompute' : 'toleranceSteps'][language], [
    lawLine((ratio) => sizeCost(ratio)[part], sheet, THEIRS, [RATIO[0] * 1.02, RATIO[1]]),
    dots(places, sheet),
    ...curveKey(
      [{text: fill(COMPUTE_WORDS.equation, language, {number: compute ? 'B.16' : 'B.17'}), look: THEIRS}, ...said],
      'upper-right',
    ),
  ]);
}

/** What a size beside the best one costs in compute and in steps (Kaplan et al. 2020, Fig 12). */
export const sizeTolerance: Figure = {
  ...HEADINGS.sizeTolerance,
  draw(study, language) {
    const {sizes} = studyCurves(study);
    const points = tolerances(sizes, frontierOf(sizes, 'leastCompute'), LOSSES).filter(
      ({ratio, compute, steps}) =>
        ratio >= RATIO[0] && ratio <= RATIO[1] && Number.isFinite(compute) && Number.isFinite(steps),
    );
    if (points.length === 0) return [];
    const color = sizeColour(
      sizes.map(({size}) => size),
      language,
    );
    const title = COMPUTE_WORDS.sizeToleranceTitle[language];
    const cells = (['compute', 'steps'] as const).map((part) => panel(points, part, color, language));
    const caption = fill(COMPUTE_WORDS.sizeToleranceCaption, language, {losses: LOSSES.join(', ')});
    return [{id: 'size-tolerance', title, caption, spec: panels(title, 2, cells)}];
  },
};

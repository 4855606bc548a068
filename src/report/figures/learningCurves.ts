import {type CurvePoint, finalPoint, type Ruler, reachOf, type TrainingCurve} from '../../inference/training/curves.ts';
import {courseLaw} from '../../inference/training/laws.ts';
import {pow} from '../../numeric/elementary.ts';
import {efficientExcess} from '../../science/kaplan/frontier.ts';
import type {Values} from '../../science/parameter.ts';
import {WARMUP} from '../../science/population.ts';
import type {Figure, Language} from '../figure.ts';
import {percentText, significant} from '../numbers.ts';
import {type Panel, panels} from '../spec.ts';
import {INK} from '../theme.ts';
import {showing, type TrainingAxis} from '../training/axes.ts';
import {curveKey} from '../training/key.ts';
import {coursePlaces, dots, type Place, runLines, type Sheet, sizeColour} from '../training/marks.ts';
import {trainingPanel} from '../training/panel.ts';
import {studyCurves} from '../training/study.ts';
import {COMPUTE_WORDS} from '../words/computeFigures.ts';
import {fill} from '../words/fill.ts';
import {TRAINING_AXES} from '../words/trainingAxes.ts';
import {HEADINGS} from './headings.ts';

/** The limits of Kaplan et al. 2020, Fig 2. */
const LOSS: readonly [number, number] = [2, 11];

/** Where a run stops when compute is spent best: aN/aS above what its size converges to. */
function stops(curves: readonly TrainingCurve[], law: Values, ruler: Ruler): Place[] {
  const excess = efficientExcess({aN: law.aN!, aS: law.aS!});
  return curves.flatMap((curve) => {
    const loss = (1 + excess) * pow(law.Nc! / curve.size, law.aN!);
    const x = reachOf(curve, ruler, loss);
    return x === null ? [] : [{x, y: loss}];
  });
}

/** With how many times fewer tokens the largest model reaches the final loss of the one in the middle; empty where it does not, or not with fewer. */
function sampleText(curves: readonly TrainingCurve[], language: Language): string {
  const rising = [...curves].sort((a, b) => a.size - b.size);
  const [small, large] = [rising[Math.floor(rising.length / 2)]!, rising[rising.length - 1]!];
  const {loss, tokens} = finalPoint(small);
  const reached = large.size > small.size ? reachOf(large, 'tokens', loss) : null;
  if (reached === null || reached >= tokens) return '';
  const factor = String(significant(tokens / reached, 2));
  return fill(COMPUTE_WORDS.sampleEfficiency, language, {large: large.run, small: small.run, factor});
}

/** A ring in a text. */
const RING = '\u25cb';

interface View {
  readonly curves: readonly TrainingCurve[];
  readonly law: Values | null;
  readonly color: Sheet['color'];
  readonly language: Language;
}

function panel(
  {curves, law, color, language}: View,
  ruler: Ruler & keyof CurvePoint,
  x: TrainingAxis,
  title: string,
): Panel {
  const places = coursePlaces(curves, ruler);
  const paper: Sheet = {x, y: {title: TRAINING_AXES.loss[language], domain: LOSS, look: 'plain', log: false}, color};
  const sheet = showing(paper, places);
  const rings = law ? stops(curves, law, ruler) : [];
  const stop = {text: `${RING} ${COMPUTE_WORDS.bestStop[language]}`};
  return trainingPanel(
    title,
    [
      runLines(places, sheet, 0.85),
      ...(rings.length > 0 ? [dots(rings, sheet, {color: INK.onset, area: 30, hollow: true})] : []),
      // Against compute the corner is full of curves.
      ...(rings.length > 0 && ruler === 'tokens' ? curveKey([stop], 'upper-right') : []),
    ],
    {width: 330, height: 250},
  );
}

/** Learning curves of every size against tokens and against compute (Kaplan et al. 2020, Fig 2). */
export const learningCurves: Figure = {
  ...HEADINGS.learningCurves,
  draw(study, language) {
    const {sizes: curves} = studyCurves(study);
    if (curves.length === 0) return [];
    const law = courseLaw(curves, WARMUP);
    const view: View = {
      curves,
      law,
      color: sizeColour(
        curves.map(({size}) => size),
        language,
      ),
      language,
    };
    const tokens: TrainingAxis = {title: TRAINING_AXES.tokens[language], domain: [1e6, 2e11], look: 'power'};
    const compute: TrainingAxis = {title: TRAINING_AXES.compute[language], domain: [1e-11, 1e1], look: 'power'};
    const title = COMPUTE_WORDS.learningCurvesTitle[language];
    const stopped = law && stops(curves, law, 'tokens').length > 0;
    const share = stopped ? percentText(efficientExcess({aN: law.aN!, aS: law.aS!})) : '';
    const stop = stopped ? fill(COMPUTE_WORDS.learningCurvesStop, language, {share}) : '';
    const caption = fill(COMPUTE_WORDS.learningCurvesCaption, language, {stop, sample: sampleText(curves, language)});
    const cells = [
      panel(view, 'tokens', tokens, COMPUTE_WORDS.againstTokens[language]),
      panel(view, 'compute', compute, COMPUTE_WORDS.againstCompute[language]),
    ];
    return [{id: 'learning-curves', title, caption, spec: panels(title, 2, cells)}];
  },
};

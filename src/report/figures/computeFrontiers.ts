import {type Accounting, frontierLaw, frontierOf} from '../../inference/training/frontier.ts';
import type {LossPower} from '../../science/kaplan/crossing.ts';
import {LEGEND_FIXED_BATCH, LEGEND_FRONTIER, lossOf} from '../../science/kaplan/published.ts';
import type {Figure} from '../figure.ts';
import {type Layer, panels} from '../spec.ts';
import {showing} from '../training/axes.ts';
import {curveKey, type KeyEntry} from '../training/key.ts';
import {coursePlaces, dots, type LineLook, lawLine, runLines, type Sheet, sizeColour} from '../training/marks.ts';
import {lossPowerText} from '../training/numbers.ts';
import {lossAxis, trainingPanel} from '../training/panel.ts';
import {studyCurves} from '../training/study.ts';
import {COMPUTE_WORDS} from '../words/computeFigures.ts';
import {fill} from '../words/fill.ts';
import {TRAINING_AXES} from '../words/trainingAxes.ts';
import {HEADINGS} from './headings.ts';

const SIZE = {width: 470, height: 300} as const;

/** The two ways to count compute, with their published laws and colours. */
const WAYS = [
  {accounting: 'leastCompute', symbol: 'C_min', color: '#b3123f', published: LEGEND_FRONTIER},
  {accounting: 'compute', symbol: 'C', color: '#0072b2', published: LEGEND_FIXED_BATCH},
] as const satisfies ReadonlyArray<{accounting: Accounting; symbol: string; color: string; published: LossPower}>;

/** Loss against compute: the least compute of any batch, and that of the fixed batch (Kaplan et al. 2020, Fig 13). */
export const computeFrontiers: Figure = {
  ...HEADINGS.computeFrontiers,
  draw(study, language) {
    const {sizes} = studyCurves(study);
    const color = sizeColour(
      sizes.map(({size}) => size),
      language,
    );
    const runs = coursePlaces(sizes, 'compute');
    const paper: Sheet = {
      x: {title: TRAINING_AXES.bothCompute[language], domain: [1e-8, 1e1], look: 'power'},
      y: lossAxis([2, 8], language),
      color,
    };
    const sheet = showing(paper, runs);
    const entries: KeyEntry[] = [];
    const layers = WAYS.flatMap(({accounting, symbol, color: ink, published}): Layer[] => {
      const frontier = frontierOf(sizes, accounting);
      const ours = frontierLaw(frontier);
      if (!ours) return [];
      const [solid, dashed]: LineLook[] = [{color: ink}, {color: ink, dash: [5, 3]}];
      const said = (word: 'fitted' | 'published', law: LossPower): string =>
        fill(COMPUTE_WORDS[word], language, {law: lossPowerText(symbol, law)});
      entries.push({text: said('fitted', ours), look: solid!}, {text: said('published', published), look: dashed!});
      return [
        lawLine((compute) => lossOf(compute, published), sheet, dashed!),
        lawLine((compute) => lossOf(compute, ours), sheet, solid!),
        dots(
          frontier.map(({compute, loss}) => ({x: compute, y: loss})),
          sheet,
          {color: ink, area: 24},
        ),
      ];
    });
    if (layers.length === 0) return [];
    const cell = trainingPanel(
      COMPUTE_WORDS.frontiersPanel[language],
      [runLines(runs, sheet, 0.3), ...layers, ...curveKey(entries, 'lower-left')],
      SIZE,
    );
    const title = COMPUTE_WORDS.computeFrontiersTitle[language];
    return [
      {
        id: 'compute-frontiers',
        title,
        caption: COMPUTE_WORDS.computeFrontiersCaption[language],
        spec: panels(title, 1, [cell]),
      },
    ];
  },
};

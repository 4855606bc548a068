import {finalPoint} from '../../inference/training/curves.ts';
import {frontierLaw, frontierOf} from '../../inference/training/frontier.ts';
import {dataLaw, sizeLaw} from '../../inference/training/laws.ts';
import {LEGEND_FRONTIER, lossOf, PUBLISHED_DATA, PUBLISHED_SIZE} from '../../science/kaplan/published.ts';
import type {Figure, Language} from '../figure.ts';
import {type Panel, panels} from '../spec.ts';
import {INK} from '../theme.ts';
import {showing} from '../training/axes.ts';
import {curveKey} from '../training/key.ts';
import {coursePlaces, dots, lawLine, plainLine, runLines, type Sheet, sizeColour} from '../training/marks.ts';
import {lossAxis, lossEntries, OURS, THEIRS, trainingPanel} from '../training/panel.ts';
import {dataScan, type StudyCurves, studyCurves} from '../training/study.ts';
import {COMPUTE_WORDS} from '../words/computeFigures.ts';
import {TRAINING_AXES} from '../words/trainingAxes.ts';
import {HEADINGS} from './headings.ts';

const DOT = {color: INK.points};

function computePanel({sizes}: StudyCurves, color: Sheet['color'], language: Language): Panel {
  const frontier = frontierOf(sizes, 'leastCompute');
  const x = {title: TRAINING_AXES.leastCompute[language], domain: [1e-9, 1e1], look: 'power'} as const;
  const places = coursePlaces(sizes, 'leastCompute');
  const sheet = showing({x, y: lossAxis([2, 8], language), color}, places);
  const best = frontier.map(({compute, loss}) => ({x: compute, y: loss}));
  return trainingPanel(COMPUTE_WORDS.byCompute[language], [
    runLines(places, sheet, 0.6),
    lawLine((compute) => lossOf(compute, LEGEND_FRONTIER), sheet, THEIRS),
    ...(best.length > 0 ? [plainLine(best, sheet, {...OURS, width: 2.4})] : []),
    ...curveKey(lossEntries('C_min', frontierLaw(frontier), LEGEND_FRONTIER, language), 'lower-left'),
  ]);
}

function dataPanel({data}: StudyCurves, color: Sheet['color'], language: Language): Panel {
  const scan = dataScan(data);
  const law = dataLaw(scan);
  const ours = law && {scale: law.Dc!, exponent: law.aD!};
  const x = {title: TRAINING_AXES.dataset[language], domain: [1.5e7, 2e9], look: 'power'} as const;
  const places = scan.map((curve) => ({x: curve.unique, y: finalPoint(curve).loss}));
  const sheet = showing({x, y: lossAxis([2.6, 4.4], language), color}, places);
  return trainingPanel(COMPUTE_WORDS.byData[language], [
    lawLine((tokens) => lossOf(tokens, PUBLISHED_DATA), sheet, THEIRS),
    ...(ours ? [lawLine((tokens) => lossOf(tokens, ours), sheet, OURS)] : []),
    dots(places, sheet, DOT),
    ...curveKey(lossEntries('D', ours, PUBLISHED_DATA, language), 'lower-left'),
  ]);
}

function sizePanel({sizes}: StudyCurves, color: Sheet['color'], language: Language): Panel {
  const law = sizeLaw(sizes);
  const ours = law && {scale: law.Nc!, exponent: law.aN!};
  const x = {title: TRAINING_AXES.size[language], domain: [500, 3e9], look: 'power'} as const;
  const places = sizes.map((curve) => ({x: curve.size, y: finalPoint(curve).loss}));
  const sheet = showing({x, y: lossAxis([2.2, 7.5], language), color}, places);
  return trainingPanel(COMPUTE_WORDS.bySize[language], [
    lawLine((size) => lossOf(size, PUBLISHED_SIZE), sheet, THEIRS),
    ...(ours ? [lawLine((size) => lossOf(size, ours), sheet, OURS)] : []),
    dots(places, sheet, DOT),
    ...curveKey(lossEntries('N', ours, PUBLISHED_SIZE, language), 'lower-left'),
  ]);
}

/** Loss against compute, data and size, each alone the limit (Kaplan et al. 2020, Fig 1). */
export const lossPowerLaws: Figure = {
  ...HEADINGS.lossPowerLaws,
  draw(study, language) {
    const curves = studyCurves(study);
    if (curves.sizes.length === 0) return [];
    const color = sizeColour(
      curves.sizes.map(({size}) => size),
      language,
    );
    const cells = [
      computePanel(curves, color, language),
      ...(dataScan(curves.data).length > 0 ? [dataPanel(curves, color, language)] : []),
      sizePanel(curves, color, language),
    ];
    const title = COMPUTE_WORDS.lossPowerLawsTitle[language];
    return [
      {
        id: 'loss-power-laws',
        title,
        caption: COMPUTE_WORDS.lossPowerLawsCaption[language],
        spec: panels(title, cells.length, cells),
      },
    ];
  },
};

import {type Contradiction, contradictionOf} from '../../inference/training/contradiction.ts';
import {type Best, frontierOf} from '../../inference/training/frontier.ts';
import {equalRatios} from '../../numeric/ratios.ts';
import {ALLOCATION, PRINTED_DATA, spent} from '../../science/kaplan/allocation.ts';
import {type Crossing, crossing} from '../../science/kaplan/crossing.ts';
import {LEGEND_FRONTIER, lossOf, PUBLISHED_DATA, PUBLISHED_FRONTIER} from '../../science/kaplan/published.ts';
import type {Figure, Language} from '../figure.ts';
import {decimal, significant} from '../numbers.ts';
import {type Layer, panels} from '../spec.ts';
import {channel} from '../training/axes.ts';
import {curveKey, type KeyEntry} from '../training/key.ts';
import {dots, type LineLook, lawLine, type Sheet, sizeColour} from '../training/marks.ts';
import {lossPowerText, scaleText} from '../training/numbers.ts';
import {lossAxis, OURS, THEIRS, trainingPanel} from '../training/panel.ts';
import {dataScan, studyCurves} from '../training/study.ts';
import {COMPUTE_WORDS} from '../words/computeFigures.ts';
import {fill} from '../words/fill.ts';
import {TRAINING_AXES} from '../words/trainingAxes.ts';
import {HEADINGS} from './headings.ts';

const SIZE = {width: 480, height: 300} as const;
const DATA: LineLook = {color: '#b3123f', width: 1.8};
const OUR_DATA: LineLook = {color: '#b3123f', dash: [2, 3], width: 1.6};

const PAPER: Contradiction = {
  frontier: PUBLISHED_FRONTIER,
  data: PUBLISHED_DATA,
  need: ALLOCATION.data,
  meeting: crossing(PUBLISHED_FRONTIER, PUBLISHED_DATA),
};

function meetingLayer({meeting}: Contradiction, sheet: Sheet, color: string): Layer[] {
  return meeting ? [dots([{x: meeting.compute, y: meeting.loss}], sheet, {color, area: 90, hollow: true})] : [];
}

/** The band between the two amounts of data that the paper prints. */
function bandLayer({x, y}: Sheet): Layer {
  const values = equalRatios(...x.domain, 31).map((compute) => ({
    x: significant(compute),
    y: significant(lossOf(spent(compute, ALLOCATION.data), PUBLISHED_DATA)),
    y2: significant(lossOf(spent(compute, PRINTED_DATA), PUBLISHED_DATA)),
  }));
  return {
    data: {values},
    mark: {type: 'area', color: DATA.color, opacity: 0.18, clip: true},
    encoding: {x: channel('x', x), y: channel('y', y), y2: {field: 'y2'}},
  };
}

function entriesOf(ours: Contradiction | null, language: Language): KeyEntry[] {
  const said = (word: 'frontierOf' | 'dataOf', law: string): string => fill(COMPUTE_WORDS[word], language, {law});
  const published = (law: string): string => fill(COMPUTE_WORDS.published, language, {law});
  return [
    ...(ours ? [{text: said('frontierOf', lossPowerText('C_min', ours.frontier)), look: OURS}] : []),
    {text: published(lossPowerText('C_min', PAPER.frontier)), look: THEIRS},
    ...(ours ? [{text: said('dataOf', lossPowerText('D', ours.data)), look: OUR_DATA}] : []),
    {text: published(lossPowerText('D', PAPER.data)), look: DATA},
  ];
}

function layersOf(frontier: readonly Best[], ours: Contradiction | null, sheet: Sheet, language: Language): Layer[] {
  const dataLine = ({data, need}: Contradiction, look: LineLook): Layer =>
    lawLine((compute) => lossOf(spent(compute, need), data), sheet, look);
  return [
    bandLayer(sheet),
    dataLine(PAPER, DATA),
    lawLine((compute) => lossOf(compute, PAPER.frontier), sheet, THEIRS),
    ...(ours ? [dataLine(ours, OUR_DATA), lawLine((compute) => lossOf(compute, ours.frontier), sheet, OURS)] : []),
    dots(
      frontier.map(({compute, loss}) => ({x: compute, y: loss})),
      sheet,
      {color: OURS.color, area: 20},
    ),
    ...meetingLayer(PAPER, sheet, THEIRS.color),
    ...(ours ? meetingLayer(ours, sheet, OURS.color) : []),
    ...curveKey(entriesOf(ours, language), 'lower-left'),
  ];
}

/** `1.1e4 PF-days, 1.2e12 parameters, 2.5e11 tokens, 1.67 nats per token`. */
function meetingText(meeting: Crossing | null, language: Language): string {
  if (!meeting) return COMPUTE_WORDS.noCrossing[language];
  const {compute, size, data, loss} = meeting;
  const [C, N, D] = [compute, size, data].map(scaleText);
  return fill(COMPUTE_WORDS.crossingAt, language, {C: C!, N: N!, D: D!, L: decimal(loss, 2)});
}

/** Where the frontier of compute meets the least loss that its data allow (Kaplan et al. 2020, Fig 15). */
export const dataCrossing: Figure = {
  ...HEADINGS.dataCrossing,
  draw(study, language) {
    const {sizes, data} = studyCurves(study);
    const frontier = frontierOf(sizes, 'leastCompute');
    if (frontier.length === 0) return [];
    const ours = contradictionOf(frontier, dataScan(data));
    const sheet: Sheet = {
      x: {title: TRAINING_AXES.leastCompute[language], domain: [1e-8, 1e7], look: 'power'},
      y: lossAxis([1.2, 7.5], language),
      color: sizeColour([], language),
    };
    const title = COMPUTE_WORDS.dataCrossingTitle[language];
    const caption = fill(COMPUTE_WORDS.dataCrossingCaption, language, {
      paper: meetingText(PAPER.meeting, language),
      legend: meetingText(crossing(LEGEND_FRONTIER, PUBLISHED_DATA), language),
      printed: meetingText(crossing(PUBLISHED_FRONTIER, PUBLISHED_DATA, PRINTED_DATA), language),
      ours: meetingText(ours?.meeting ?? null, language),
    });
    const cell = trainingPanel(COMPUTE_WORDS.crossingPanel[language], layersOf(frontier, ours, sheet, language), SIZE);
    return [{id: 'data-crossing', title, caption, spec: panels(title, 1, [cell])}];
  },
};

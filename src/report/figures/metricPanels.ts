import type {CurveFinding} from '../../inference/findings.ts';
import {heightOn, lossAxis, placeOn, valueAxis} from '../axes.ts';
import {lossName, lossTitle} from '../axisNames.ts';
import {captionText, drawingId, figureText} from '../captions.ts';
import type {Drawing, Figure, Language} from '../figure.ts';
import {isFitted, onsetText, shapeWord, widthText} from '../fitted.ts';
import {type Corner, KEY_WIDTH, type KeyLine, keyHeight, panelKey} from '../key.ts';
import {drawnPart, scoredPairs, worldsOf} from '../lookup.ts';
import {
  chanceRule,
  type Frame,
  fittedLine,
  lossRule,
  onsetBand,
  paperPoints,
  points,
  RULE_STYLES,
  replicateBand,
} from '../marks.ts';
import {decimal} from '../numbers.ts';
import {paperOnset} from '../paperOnset.ts';
import {seriesOf} from '../series.ts';
import {type Layer, type Panel, panels} from '../spec.ts';
import type {BenchmarkView, MetricView, ScoreRow, Study} from '../study.ts';
import {SHAPE_INK} from '../theme.ts';
import {AXIS_WORDS, FIGURE_WORDS, KEY_WORDS} from '../words/figures.ts';
import {fill, joinSentences} from '../words/fill.ts';
import {HEADINGS} from './headings.ts';

/** Size of a panel in pixels. */
const WIDTH = 250;
const HEIGHT = 190;

/** Share of points in a corner above which a key does not go there. */
const CROWDED = 0.08;

interface Cell {
  readonly world: string | null;
  readonly benchmark: BenchmarkView;
  readonly metric: MetricView;
}

/** Title of a value axis: the metric with its unit and its direction. */
export function valueTitle(metric: MetricView, language: Language): string {
  const name = metric.label[language];
  const text = metric.percent ? fill(AXIS_WORDS.percentOf, language, {metric: name}) : name;
  return fill(metric.direction === 'lower' ? AXIS_WORDS.lowerBetter : AXIS_WORDS.valueOf, language, {metric: text});
}

/** The frame of one panel: axes and titles; losses are those of a world. */
export function frameOf(
  study: Study,
  benchmark: string,
  metric: MetricView,
  language: Language,
  world?: string | null,
): Frame {
  return {
    loss: lossAxis(study, world),
    value: valueAxis(study, benchmark, metric),
    lossTitle: lossTitle(study, language, world),
    lossName: lossName(study, language, world),
    valueTitle: valueTitle(metric, language),
    language,
  };
}

function truthLine({truth}: CurveFinding, language: Language): readonly KeyLine[] {
  if (truth === null) return [];
  if (truth.onset === null) return [{style: null, text: KEY_WORDS.truthNone[language]}];
  return [{style: 'truth', text: fill(KEY_WORDS.truth, language, {value: decimal(truth.onset)})}];
}

/** What a panel says of a curve beside its points. */
interface Known {
  readonly curve: CurveFinding;
  /** What the paper states by eye. */
  readonly stated: number | undefined;
  /** Whether published points are drawn. */
  readonly digitised: boolean;
}

function keyLines({curve, stated, digitised}: Known, language: Language): readonly KeyLine[] {
  const {onset, shape} = curve;
  const fitted = isFitted(curve);
  const color = RULE_STYLES.onset.color;
  const say = (word: keyof typeof KEY_WORDS, value: string): string => fill(KEY_WORDS[word], language, {value});
  return [
    ...(fitted
      ? [
          onset
            ? {style: 'onset' as const, text: say('onset', onsetText(curve))}
            : {style: null, color, text: KEY_WORDS.edge[language]},
          {style: null, color, text: say('width', widthText(curve))},
        ]
      : []),
    {style: null, color: SHAPE_INK[shape], text: shapeWord(curve, language)},
    ...truthLine(curve, language),
    ...(stated === undefined ? [] : [{style: 'paper' as const, text: say('paper', String(stated))}]),
    ...(digitised ? [{style: null, color: RULE_STYLES.paper.color, text: KEY_WORDS.digitised[language]}] : []),
  ];
}

/** The upper left corner, unless many points lie there and fewer in the lower right one. */
function freeCorner(rows: readonly ScoreRow[], {loss, value}: Frame, lines: number): Corner {
  const [wide, high] = [KEY_WIDTH / WIDTH, keyHeight(lines) / HEIGHT];
  const count = {'upper-left': 0, 'lower-right': 0};
  for (const row of rows) {
    const across = placeOn(loss, row.loss);
    const up = heightOn(value, row.value);
    if (across < wide && up > 1 - high) count['upper-left'] += 1;
    if (across > 1 - wide && up < high) count['lower-right'] += 1;
  }
  const crowded = count['upper-left'] > CROWDED * rows.length;
  return crowded && count['lower-right'] < count['upper-left'] ? 'lower-right' : 'upper-left';
}

/** The fitted curve, its rules and their key, whose ground lies below them so that it hides no part of an interval. */
export function curveLayers(known: Known, rows: readonly ScoreRow[], frame: Frame): Layer[] {
  const {curve, stated} = known;
  const truth = curve.truth?.onset ?? null;
  const lines = keyLines(known, frame.language);
  const {ground, entries} = panelKey(lines, freeCorner(rows, frame, lines.length));
  return [
    ground,
    ...(curve.onset ? [onsetBand(curve.onset, frame)] : []),
    ...(stated === undefined ? [] : [lossRule(stated, 'paper', frame)]),
    ...(curve.onset ? [lossRule(curve.onset.estimate, 'onset', frame)] : []),
    ...(truth === null ? [] : [lossRule(truth, 'truth', frame)]),
    ...(isFitted(curve) && curve.fitted.loss.length > 0
      ? [fittedLine(curve.fitted.loss, curve.fitted.value, frame)]
      : []),
    ...entries,
  ];
}

/** Slack of a window's end: it went through a logarithm and back on a logarithmic axis. */
const SLACK = 1e-9;

/** The points on the worse side of what was fitted: a metric that moves early is followed only part of a rise above the break. */
export function leftOut({table}: Study, curve: CurveFinding, rows: readonly ScoreRow[]): readonly ScoreRow[] {
  if (!isFitted(curve)) return [];
  const [low, high] = curve.estimator.window;
  const slack = SLACK * Math.max(Math.abs(low), Math.abs(high));
  return rows.filter(({loss}) => (table?.ascending ? loss < low - slack : loss > high + slack));
}

/** Whether some panel of a study has points that were left out of its fit. */
function someLeftOut(study: Study): boolean {
  return study.findings.curves.some((curve) => {
    const {world, benchmark, metric} = curve;
    const mine = study.scores.filter(
      (row) => row.world === world && row.benchmark === benchmark && row.metric === metric,
    );
    return leftOut(study, curve, mine).length > 0;
  });
}

function panel(study: Study, {world, benchmark, metric}: Cell, language: Language): Panel {
  const mine = (row: {readonly benchmark: string; readonly metric: string}): boolean =>
    row.benchmark === benchmark.name && row.metric === metric.name;
  const frame = frameOf(study, benchmark.name, metric, language, world);
  const chance = metric.chance[benchmark.name];
  const paper = study.paper.filter(mine);
  const bands = study.bands.filter((row) => row.world === world && mine(row));
  const curve = study.findings.curves.find((entry) => entry.world === world && mine(entry));
  const rows = study.scores.filter((row) => row.world === world && mine(row));
  const left = curve ? leftOut(study, curve, rows) : [];
  const kept = rows.filter((row) => !left.includes(row));
  return {
    title: `${benchmark.label} - ${metric.label[language]}`,
    width: WIDTH,
    height: HEIGHT,
    layer: [
      ...((study.experiment?.replicates ?? 1) > 1 && bands.length > 0 ? [replicateBand(bands, frame)] : []),
      ...(paper.length > 0 ? [paperPoints(paper, frame)] : []),
      ...(left.length > 0 ? [points(left, frame, seriesOf(study), {size: 16, hollow: true})] : []),
      points(kept, frame, seriesOf(study)),
      ...(typeof chance === 'number' ? [chanceRule(chance, frame)] : []),
      ...(curve
        ? curveLayers({curve, stated: paperOnset(study, benchmark.name), digitised: paper.length > 0}, rows, frame)
        : []),
    ],
  };
}

/** Benchmarks with all the metrics first, so that full rows line up; at most four columns. Of one metric, benchmarks fill the rows. */
function arranged(pairs: ReturnType<typeof scoredPairs>) {
  const count = ({benchmark}: (typeof pairs)[number]): number =>
    pairs.filter((other) => other.benchmark === benchmark).length;
  const most = Math.max(1, ...pairs.map(count));
  const cells = [...pairs.filter((pair) => count(pair) === most), ...pairs.filter((pair) => count(pair) < most)];
  return {cells, columns: Math.min(most > 1 ? most : Math.max(1, cells.length), 4)};
}

function drawing(study: Study, world: string | null, language: Language): Omit<Drawing, 'caption'> {
  const {cells, columns} = arranged(scoredPairs(study));
  const title = figureText(study, 'metricPanelsTitle', language, world);
  return {
    id: drawingId('metric-panels', world),
    title,
    spec: panels(
      title,
      columns,
      cells.map((cell) => panel(study, {world, ...cell}, language)),
    ),
  };
}

/** Every metric against reversed loss, benchmark by benchmark: one drawing for each world (Du et al. 2024, Fig 4). */
export const metricPanels: Figure = {
  ...HEADINGS.metricPanels,
  draw(whole, language) {
    const study = drawnPart(whole);
    const hollow = someLeftOut(study) ? [FIGURE_WORDS.hollow[language]] : [];
    const caption = joinSentences([captionText(whole, 'metricPanelsCaption', language), ...hollow], language);
    return worldsOf(study).map((world) => ({...drawing(study, world, language), caption}));
  },
};

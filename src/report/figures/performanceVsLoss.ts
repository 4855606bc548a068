import {atLeast} from '../axes.ts';
import {lossName} from '../axisNames.ts';
import {captionText, drawingId, figureText} from '../captions.ts';
import type {Drawing, Figure, Language} from '../figure.ts';
import {drawnPart, firstMetrics, worldsOf} from '../lookup.ts';
import {chanceRule, type Frame, lossRule, lossX, onsetBand, paperPoints, points, valueY} from '../marks.ts';
import {decimal, significant} from '../numbers.ts';
import {scatterOf} from '../scatter.ts';
import {colourOf, type Series, seriesOf} from '../series.ts';
import {type Layer, type Panel, panels} from '../spec.ts';
import type {BenchmarkView, MetricView, ScoreRow, Study} from '../study.ts';
import {FIGURE_WORDS} from '../words/figures.ts';
import {fill, joinSentences} from '../words/fill.ts';
import {LIST_SEPARATOR} from '../words/verdicts.ts';
import {HEADINGS} from './headings.ts';
import {frameOf} from './metricPanels.ts';

/** Panels in a row: rows of three where four would leave gaps. */
function columnsOf(count: number): number {
  return count <= 4 ? Math.max(1, count) : count % 4 !== 0 && count % 3 === 0 ? 3 : 4;
}

/** Percentage points that a panel shows at least, as Fig 2 of Du et al. 2024 does for the four tasks that stay flat. */
const LEAST_POINTS = 20;

/** Whether every run has its final checkpoint alone: those of a family then belong together. */
function finalsOnly({experiment}: Study): boolean {
  return experiment?.population.runs.every(({checkpoints}) => checkpoints.length === 1) ?? false;
}

/** A line through the points of each family, from loss to loss. */
function familyLines(rows: readonly ScoreRow[], frame: Frame, series: Series): Layer[] {
  const color = colourOf(series, frame.language);
  if (series.by !== 'family' || !color) return [];
  const values = rows.map((row) => ({
    loss: significant(row.loss, 5),
    value: significant(frame.value.factor * row.value, 5),
    series: series.of(row),
  }));
  return [
    {
      data: {values},
      mark: {type: 'line', strokeWidth: 1, opacity: 0.7},
      encoding: {
        x: {field: 'loss', ...lossX(frame.loss, frame.lossTitle)},
        y: {field: 'value', ...valueY(frame)},
        order: {field: 'loss', type: 'quantitative'},
        color,
      },
    },
  ];
}

function panel(
  study: Study,
  world: string | null,
  benchmark: BenchmarkView,
  metric: MetricView,
  language: Language,
): Panel {
  const mine = (row: {readonly benchmark: string; readonly metric: string}): boolean =>
    row.benchmark === benchmark.name && row.metric === metric.name;
  const usual = frameOf(study, benchmark.name, metric, language, world);
  const frame = {
    ...usual,
    value: metric.percent ? atLeast(usual.value, LEAST_POINTS) : usual.value,
    lossTitle: lossName(study, language, world),
  };
  const paper = study.paper.filter(mine);
  const chance = metric.chance[benchmark.name];
  const curve = study.findings.curves.find((entry) => entry.world === world && mine(entry));
  const onset = curve?.shape === 'sharp' ? curve.onset : null;
  const rows = study.scores.filter((row) => row.world === world && mine(row));
  const series = seriesOf(study);
  return {
    title: benchmark.label,
    width: 190,
    height: 150,
    layer: [
      ...(paper.length > 0 ? [paperPoints(paper, frame)] : []),
      ...(finalsOnly(study) ? familyLines(rows, frame, series) : []),
      points(rows, frame, series, {size: finalsOnly(study) ? 20 : 11}),
      ...(typeof chance === 'number' && chance > 0 ? [chanceRule(chance, frame)] : []),
      ...(onset ? [onsetBand(onset, frame), lossRule(onset.estimate, 'onset', frame)] : []),
    ],
  };
}

function drawing(study: Study, world: string | null, language: Language): Omit<Drawing, 'caption'> {
  const cells = firstMetrics(study);
  const title = figureText(study, 'performanceTitle', language, world);
  return {
    id: drawingId('performance-vs-loss', world),
    title,
    spec: panels(
      title,
      columnsOf(cells.length),
      cells.map(({benchmark, metric}) => panel(study, world, benchmark, metric, language)),
    ),
  };
}

/** Where the text and the figure of the paper count the small models differently. */
const COUNTED = new Set(['du2024-small', 'du2024-small-all']);

/** How far scores in percent lie from their fitted curves, benchmark by benchmark; nothing where none was fitted. */
function scatterText(study: Study, world: string | null, language: Language): readonly string[] {
  const items = firstMetrics(drawnPart(study)).flatMap(({benchmark, metric}) => {
    const mine = (row: {readonly world: string | null; readonly benchmark: string; readonly metric: string}): boolean =>
      row.world === world && row.benchmark === benchmark.name && row.metric === metric.name;
    const curve = study.findings.curves.find(mine);
    const scatter = curve && metric.percent ? scatterOf(curve, study.scores.filter(mine)) : null;
    return scatter === null ? [] : [`${benchmark.label} ${decimal(100 * scatter, 1)}`];
  });
  const list = items.join(LIST_SEPARATOR[language]);
  return items.length > 0 ? [fill(FIGURE_WORDS.scatter, language, {list})] : [];
}

/** Whose points the rings are, and whether the simulated runs are others; nothing without rings. */
function ringsText(study: Study, language: Language): readonly string[] {
  const drawn = firstMetrics(drawnPart(study));
  const rings = study.paper.filter((point) =>
    drawn.some(({benchmark, metric}) => point.benchmark === benchmark.name && point.metric === metric.name),
  );
  if (rings.length === 0) return [];
  const simulated = new Set(study.scores.map(({run}) => run));
  const others = !rings.some(({run}) => simulated.has(run));
  return [FIGURE_WORDS.rings[language], ...(others ? [FIGURE_WORDS.ringsOfOthers[language]] : [])];
}

function captionOf(study: Study, world: string | null, language: Language): string {
  const {experiment} = study;
  const said = [
    captionText(study, 'performanceCaption', language),
    ...ringsText(study, language),
    ...scatterText(study, world, language),
    ...(finalsOnly(study) && seriesOf(study).by === 'family' ? [FIGURE_WORDS.joined[language]] : []),
    ...(experiment && COUNTED.has(experiment.population.name) ? [FIGURE_WORDS.sixthPoint[language]] : []),
  ];
  return joinSentences(said, language);
}

/** The first metric of every benchmark against reversed loss: one drawing for each world (Du et al. 2024, Fig 1). */
export const performanceVsLoss: Figure = {
  ...HEADINGS.performanceVsLoss,
  draw(whole, language) {
    const study = drawnPart(whole);
    return worldsOf(study).map((world) => ({
      ...drawing(study, world, language),
      caption: captionOf(whole, world, language),
    }));
  },
};

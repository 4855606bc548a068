import {lossName} from '../axisNames.ts';
import {captionText, drawingId, figureText} from '../captions.ts';
import type {Drawing, Figure, Language} from '../figure.ts';
import {drawnPart, firstMetrics, worldsOf} from '../lookup.ts';
import {chanceRule, lossRule, onsetBand, paperPoints, points} from '../marks.ts';
import {seriesOf} from '../series.ts';
import {type Panel, panels} from '../spec.ts';
import type {BenchmarkView, MetricView, Study} from '../study.ts';
import {HEADINGS} from './headings.ts';
import {frameOf} from './metricPanels.ts';

const COLUMNS = 4;

function panel(
  study: Study,
  world: string | null,
  benchmark: BenchmarkView,
  metric: MetricView,
  language: Language,
): Panel {
  const mine = (row: {readonly benchmark: string; readonly metric: string}): boolean =>
    row.benchmark === benchmark.name && row.metric === metric.name;
  const frame = {
    ...frameOf(study, benchmark.name, metric, language, world),
    lossTitle: lossName(study, language, world),
  };
  const paper = study.paper.filter(mine);
  const chance = metric.chance[benchmark.name];
  const curve = study.findings.curves.find((entry) => entry.world === world && mine(entry));
  const onset = curve?.shape === 'sharp' ? curve.onset : null;
  return {
    title: benchmark.label,
    width: 190,
    height: 150,
    layer: [
      ...(paper.length > 0 ? [paperPoints(paper, frame)] : []),
      points(
        study.scores.filter((row) => row.world === world && mine(row)),
        frame,
        seriesOf(study),
        {size: 11},
      ),
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
      Math.max(1, Math.min(COLUMNS, cells.length)),
      cells.map(({benchmark, metric}) => panel(study, world, benchmark, metric, language)),
    ),
  };
}

/** The first metric of every benchmark against reversed loss: one drawing for each world (Du et al. 2024, Fig 1). */
export const performanceVsLoss: Figure = {
  ...HEADINGS.performanceVsLoss,
  draw(whole, language) {
    const study = drawnPart(whole);
    const caption = captionText(whole, 'performanceCaption', language);
    return worldsOf(study).map((world) => ({...drawing(study, world, language), caption}));
  },
};

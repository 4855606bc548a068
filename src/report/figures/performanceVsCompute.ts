import {POPULATIONS} from '../../science/populations/registry.ts';
import {compute} from '../../science/run.ts';
import {drawingId, withOmitted} from '../captions.ts';
import type {Figure, Language} from '../figure.ts';
import {drawnPart, firstMetrics, worldLabel, worldsOf} from '../lookup.ts';
import {chanceRule, valueY} from '../marks.ts';
import {significant} from '../numbers.ts';
import {sizeX} from '../scale/sizeAxis.ts';
import {colourOf, type Series, seriesOf} from '../series.ts';
import {type Panel, panels} from '../spec.ts';
import type {BenchmarkView, MetricView, ScoreRow, Study} from '../study.ts';
import {AXIS_WORDS} from '../words/figures.ts';
import {fill, joinSentences} from '../words/fill.ts';
import {PREDICTION_WORDS} from '../words/predictions.ts';
import {HEADINGS} from './headings.ts';
import {frameOf} from './metricPanels.ts';

const COLUMNS = 4;

/** A study whose compute counts no embeddings, as the paper's axis does; null where runs are not known. */
function withoutEmbeddings(study: Study): Study | null {
  if (study.experiment === null) return null;
  const sizes = new Map(study.experiment.population.runs.map((run) => [run.id, run.paramsNonEmbedding]));
  const scores = study.scores.flatMap((row): ScoreRow[] => {
    const size = sizes.get(`${row.family}/${row.run}`);
    return size === undefined || row.tokens === null ? [] : [{...row, compute: compute(size, row.tokens)}];
  });
  return scores.length > 0 ? {...study, scores} : null;
}

/** Tokens of a sequence, by which the axis of a paper divides its compute; null where no paper does. */
function sequenceOf({experiment}: Study): number | null {
  return POPULATIONS.find(({name}) => name === experiment?.population.name)?.sequence ?? null;
}

/** The axes of compute: 6 N D in FLOP; where a paper counts sequences, its own axis stands below and this one above. */
function axesOf(study: Study, language: Language) {
  const {axis: _, ...x} = sizeX(study.scores, 'compute', language);
  const sequence = sequenceOf(study);
  const unit = sequence ?? 1;
  const look = (per: number, orient: 'top' | 'bottom') => ({
    values: decadesIn(x.scale.domain, per),
    labelExpr: `replace(format(datum.value / ${per}, '.0e'), '+', '')`,
    grid: false,
    orient,
  });
  const corrected = PREDICTION_WORDS.computeAxis[language];
  const printed = fill(PREDICTION_WORDS.printedCompute, language, {sequence: unit});
  return {
    below: {...x, title: sequence ? printed : corrected, axis: look(unit, 'bottom')},
    above: sequence ? {...x, title: corrected, axis: look(1, 'top')} : null,
  };
}

/** The powers of ten times `unit` inside a domain. */
function decadesIn([low, high]: readonly [number, number], unit: number): number[] {
  const first = Math.ceil(Math.log10(low / unit));
  const last = Math.floor(Math.log10(high / unit));
  return Array.from({length: last - first + 1}, (_, i) => unit * Number(`1e${first + i}`));
}

function panel(
  study: Study,
  world: string | null,
  {name, label}: BenchmarkView,
  metric: MetricView,
  series: Series,
  language: Language,
): Panel {
  const frame = frameOf(study, name, metric, language);
  const values = study.scores
    .filter((row) => row.world === world && row.benchmark === name && row.metric === metric.name)
    .map((row) => ({
      x: significant(row.compute!, 5),
      value: significant(frame.value.factor * row.value, 5),
      run: row.run,
      series: series.of(row),
    }));
  const {below, above} = axesOf(study, language);
  const color = colourOf(series, language);
  const chance = metric.chance[name];
  return {
    title: label,
    width: 190,
    height: 150,
    data: {values},
    layer: [
      ...(typeof chance === 'number' && chance > 0 ? [chanceRule(chance, frame)] : []),
      {
        mark: {type: 'circle', size: 11, opacity: 0.72, ...(color ? {} : {color: series.range[0]!})},
        encoding: {
          x: below,
          y: {field: 'value', ...valueY(frame)},
          ...(color ? {color} : {}),
          tooltip: [
            {field: 'run', type: 'nominal', title: AXIS_WORDS.run[language]},
            {field: 'x', type: 'quantitative', title: PREDICTION_WORDS.computeAxis[language]},
            {field: 'value', type: 'quantitative', title: frame.valueTitle ?? AXIS_WORDS.value[language]},
          ],
        },
      },
      ...(above ? [{mark: {type: 'circle' as const, opacity: 0}, encoding: {x: above}}] : []),
    ],
    resolve: {axis: {x: 'independent'}},
  };
}

function captionOf(study: Study, language: Language): string {
  const printed = sequenceOf(study) === null ? [] : [PREDICTION_WORDS.printedCaption[language]];
  const caption = joinSentences([PREDICTION_WORDS.computeCaption[language], ...printed], language);
  return withOmitted(study, caption, language);
}

/** The first metric of every benchmark against training compute, 6 N D without embeddings: one drawing for each world (Du et al. 2024, Fig 6). */
export const performanceVsCompute: Figure = {
  ...HEADINGS.performanceVsCompute,
  draw(whole, language) {
    const study = withoutEmbeddings(drawnPart(whole));
    if (study === null) return [];
    const series = seriesOf(study);
    const pairs = firstMetrics(study);
    return worldsOf(study).map((world) => {
      const title = fill(PREDICTION_WORDS.computeTitle, language, {world: worldLabel(study, world, language)});
      const cells = pairs.map(({benchmark, metric}) => panel(study, world, benchmark, metric, series, language));
      return {
        id: drawingId('performance-vs-compute', world),
        title,
        caption: captionOf(whole, language),
        spec: panels(title, Math.min(COLUMNS, cells.length), cells),
      };
    });
  },
};

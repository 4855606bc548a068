import type {Collapse} from '../../inference/evidence.ts';
import type {CurveFinding} from '../../inference/findings.ts';
import {logTicks} from '../axes.ts';
import {captionText, drawingId, figureText} from '../captions.ts';
import {collapseAxis} from '../evidence/collapse.ts';
import {differenceInterval} from '../evidence/section.ts';
import type {Figure, Language} from '../figure.ts';
import {benchmarkLabel, curvesOf, drawnPart, metricLabel, worldsOf} from '../lookup.ts';
import {type Frame, lossX, valueY} from '../marks.ts';
import {extent, significant} from '../numbers.ts';
import {colourOf, type Series, seriesOf} from '../series.ts';
import {type Layer, type Panel, panels} from '../spec.ts';
import type {ScoreRow, Study} from '../study.ts';
import {STRONG} from '../theme.ts';
import {COLLAPSE_WORDS} from '../words/evidence.ts';
import {AXIS_WORDS, FIGURE_WORDS, KEY_WORDS} from '../words/figures.ts';
import {fill} from '../words/fill.ts';
import {TABLE_FIGURE_WORDS} from '../words/tableFigures.ts';
import {HEADINGS} from './headings.ts';
import {frameOf} from './metricPanels.ts';

const WIDTH = 200;
const HEIGHT = 150;
/** Room beyond the data on the axis of compute, as a factor. */
const ROOM = 1.25;

/** The axes that are drawn: size alone has too few values for a curve. */
const DRAWN = ['loss', 'compute'] as const;

type Axis = (typeof DRAWN)[number];

/** The x channel: loss as everywhere, compute on a logarithmic scale that rises to the right. */
function xOf(axis: Axis, values: readonly number[], frame: Frame, language: Language) {
  if (axis === 'loss') return {field: 'x', ...lossX(frame.loss, frame.lossTitle)};
  const [low, high] = extent(values)!;
  const domain: [number, number] = [low / ROOM, high * ROOM];
  const scale = {type: 'log' as const, domain, nice: false};
  const look = {format: '~e', values: [...logTicks(domain)], grid: false};
  return {field: 'x', type: 'quantitative' as const, title: AXIS_WORDS.compute[language], scale, axis: look};
}

function pointsOf(rows: readonly ScoreRow[], axis: Axis, frame: Frame, series: Series): Pick<Panel, 'data' | 'layer'> {
  const {language} = frame;
  const values = rows.flatMap((row) => {
    const at = row[axis];
    const value = significant(frame.value.factor * row.value, 5);
    return at === null ? [] : [{x: significant(at, 5), value, run: row.run, series: series.of(row)}];
  });
  const x = xOf(
    axis,
    values.map((value) => value.x),
    frame,
    language,
  );
  const y = {field: 'value', ...valueY(frame)};
  const color = colourOf(series, language);
  const paint = color ? {} : {color: series.range[0]!};
  const coloured = color ? {color} : {};
  const tooltip = [
    {field: 'run', type: 'nominal' as const, title: AXIS_WORDS.run[language]},
    {field: 'x', type: 'quantitative' as const, title: x.title},
    {field: 'value', type: 'quantitative' as const, title: frame.valueTitle ?? AXIS_WORDS.value[language]},
  ];
  const layer: Layer[] = [
    {
      mark: {type: 'line', strokeWidth: 0.8, opacity: 0.45, ...paint},
      encoding: {x, y, detail: {field: 'run', type: 'nominal'}, ...coloured},
    },
    {mark: {type: 'circle', size: 11, opacity: 0.7, ...paint}, encoding: {x, y, tooltip, ...coloured}},
  ];
  return {data: {values}, layer};
}

function panel(study: Study, curve: CurveFinding, found: Collapse, series: Series, language: Language): Panel[] {
  const axis = DRAWN.find((one) => one === found.at);
  const benchmark = study.benchmarks.find(({name}) => name === curve.benchmark);
  const metric = study.metrics.find(({name}) => name === curve.metric);
  const rows = study.scores.filter(
    (row) => row.world === curve.world && row.benchmark === curve.benchmark && row.metric === curve.metric,
  );
  if (!axis || !benchmark || !metric || !rows.some((row) => row[axis] !== null)) return [];
  const frame = frameOf(study, curve.benchmark, metric, language, curve.world);
  const names = [benchmarkLabel(study, curve.benchmark), metricLabel(study, curve.metric, language)].join(' - ');
  const subtitle = fill(KEY_WORDS.collapse, language, {
    axis: collapseAxis(study, found.at, language),
    rms: differenceInterval(study, curve.metric, found.rms, language),
    verdict: COLLAPSE_WORDS[found.verdict][language],
  });
  return [
    {
      title: {text: names, subtitle, fontWeight: STRONG},
      width: WIDTH,
      height: HEIGHT,
      ...pointsOf(rows, axis, frame, series),
    },
  ];
}

/** Whether some checkpoint has its compute. */
function hasCompute({scores}: Study): boolean {
  return scores.some(({compute}) => compute !== null);
}

function titleOf(study: Study, world: string | null, language: Language): string {
  if (!study.table || hasCompute(study)) return figureText(study, 'collapseTitle', language, world);
  return fill(TABLE_FIGURE_WORDS.collapseTitleAlone, language, {x: study.table.x});
}

/** What the colour of a run stands for. */
const COLOURS = {run: 'colourRun', family: 'colourFamily', params: 'colourParams'} as const;

function captionOf(study: Study, {by}: Series, language: Language): string {
  const colour = FIGURE_WORDS[by === null ? 'colourNone' : COLOURS[by]][language];
  const compute = hasCompute(study) ? TABLE_FIGURE_WORDS.andCompute[language] : '';
  return captionText(study, 'collapseCaption', language, {colour, compute});
}

/** Scores against loss beside scores against compute, run by run, with the difference between runs that is no noise. */
export const collapse: Figure = {
  ...HEADINGS.collapse,
  draw(all, language) {
    const study = drawnPart(all);
    const series = seriesOf(study);
    return worldsOf(study).flatMap((world) => {
      const rows = study.benchmarks.flatMap(({name}) =>
        curvesOf(study, world, name).map((curve) =>
          curve.collapse.flatMap((found) => panel(study, curve, found, series, language)),
        ),
      );
      const columns = Math.max(0, ...rows.map(({length}) => length));
      const whole = rows.filter(({length}) => length === columns);
      const cells = whole.flat();
      if (cells.length === 0) return [];
      const title = titleOf(study, world, language);
      const caption = captionOf(all, series, language);
      return [
        {
          id: drawingId('collapse', world),
          title,
          caption,
          spec: panels(title, columns * (whole.length > 2 ? 2 : 1), cells),
        },
      ];
    });
  },
};

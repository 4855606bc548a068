import type {Interval} from '../../../inference/interval.ts';
import type {Drawing, Language} from '../../figure.ts';
import {significant} from '../../numbers.ts';
import {type Layer, panels} from '../../spec.ts';
import {INK} from '../../theme.ts';
import {fill} from '../../words/fill.ts';
import {LAW_REPORT_WORDS} from '../../words/lawReport.ts';
import {
  type Axis,
  gradient,
  knownAxes,
  logChannel,
  logDomain,
  lossChannel,
  rowTooltip,
  rowValues,
} from '../channels.ts';
import type {LawStudy} from '../study.ts';

interface Line {
  readonly axis: Axis;
  readonly points: ReadonlyArray<{readonly x: number; readonly loss: Interval}>;
  /** Whether the points carry the colour of their size. */
  readonly coloured: boolean;
}

/** The rows against one number of a run, with a line of losses and its interval. */
function layersOf(study: LawStudy, {axis, points, coloured}: Line, language: Language): Layer[] {
  const {rows} = study.evidence;
  const axes = knownAxes(rows);
  const values = points.map(({x, loss}) => ({
    [axis]: significant(x),
    at: significant(loss.estimate, 5),
    low: significant(loss.low, 5),
    high: significant(loss.high, 5),
  }));
  const domain = logDomain(rows.map((row) => row[axis]!));
  const x = {field: axis, ...logChannel(axis, domain, language)};
  const shown = points.filter((point) => point.x >= domain[0] && point.x <= domain[1]);
  const y = lossChannel([...rows.map(({loss}) => loss), ...shown.map(({loss}) => loss.estimate)], language);
  const sizes = rows.flatMap(({N}) => N ?? []);
  const colour = coloured && new Set(sizes).size > 1;
  const band: Layer = {
    data: {values},
    mark: {type: 'area', color: INK.onset, opacity: 0.16, clip: true},
    encoding: {x, y: {field: 'low', ...y}, y2: {field: 'high'}},
  };
  return [
    ...(study.finding.resamples > 0 ? [band] : []),
    {
      data: {values: rowValues(rows, axes)},
      mark: {type: 'circle', size: 24, opacity: 0.8, clip: true, ...(colour ? {} : {color: INK.points})},
      encoding: {
        x,
        y: {field: 'loss', ...y},
        ...(colour ? {color: gradient('N', LAW_REPORT_WORDS.N[language], sizes, true)} : {}),
        tooltip: rowTooltip(axes, language),
      },
    },
    {
      data: {values},
      mark: {type: 'line', color: INK.onset, strokeWidth: 2, clip: true},
      encoding: {x, y: {field: 'at', ...y}},
    },
  ];
}

/** Loss against training compute with the least loss that the law allows; null for forms without N and D. */
export function computeDrawing(study: LawStudy, language: Language): Drawing | null {
  const {frontier} = study.evidence;
  if (!frontier) return null;
  const points = frontier.map(({C, loss}) => ({x: C, loss}));
  const title = LAW_REPORT_WORDS.computeTitle[language];
  const caption = fill(LAW_REPORT_WORDS.computeCaption, language, {resamples: study.finding.resamples});
  const layer = layersOf(study, {axis: 'C', points, coloured: true}, language);
  return {id: 'law-compute', title, caption, spec: panels(title, 1, [{width: 520, height: 320, layer}])};
}

/** Loss against the one number that a form knows; null for forms of two. */
export function curveDrawing(study: LawStudy, language: Language): Drawing | null {
  const {curve} = study.evidence;
  if (!curve) return null;
  const title = fill(LAW_REPORT_WORDS.curveTitle, language, {x: curve.x});
  const caption = fill(LAW_REPORT_WORDS.curveCaption, language, {resamples: study.finding.resamples});
  const layer = layersOf(study, {axis: curve.x, points: curve.points, coloured: curve.x !== 'N'}, language);
  return {id: 'law-curve', title, caption, spec: panels(title, 1, [{width: 520, height: 320, layer}])};
}

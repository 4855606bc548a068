import type {FrontierPoint} from '../../../inference/lawFit/frontier.ts';
import type {Drawing, Language} from '../../figure.ts';
import {significant} from '../../numbers.ts';
import {type Layer, panels} from '../../spec.ts';
import {INK} from '../../theme.ts';
import {fill} from '../../words/fill.ts';
import {LAW_REPORT_WORDS} from '../../words/lawReport.ts';
import {gradient, haloed, knownAxes, logChannel, logDomain, rowTooltip, rowValues} from '../channels.ts';
import type {LawStudy} from '../study.ts';

/** Names of contours stand at least this share of the height above the lower side. */
const FLOOR = 0.025;

type Channels = Readonly<Record<'x' | 'y', ReturnType<typeof logChannel>>>;

/** The frontier and the ends of its interval: at the low end of N stands the high end of D. */
function frontierLayers(frontier: readonly FrontierPoint[], {x, y}: Channels, drawn: boolean): Layer[] {
  const line = (end: 'estimate' | 'low' | 'high', other: 'estimate' | 'low' | 'high', dash: boolean): Layer => ({
    data: {
      values: frontier.map(({C, N, D}) => ({C: significant(C), N: significant(N[end]), D: significant(D[other])})),
    },
    mark: {
      type: 'line',
      color: INK.onset,
      clip: true,
      strokeWidth: dash ? 1 : 2,
      ...(dash ? {strokeDash: [4, 3]} : {}),
    },
    encoding: {x: {field: 'N', ...x}, y: {field: 'D', ...y}, order: {field: 'C', type: 'quantitative'}},
  });
  const ends = drawn ? [line('low', 'high', true), line('high', 'low', true)] : [];
  return [...ends, line('estimate', 'estimate', false)];
}

/** Lines of equal fitted loss, each with its loss where it leaves the frame. */
function contourLayers({evidence}: LawStudy, {x, y}: Channels): Layer[] {
  const {other, lines} = evidence.contours!;
  const field = other;
  const values = lines.flatMap(({loss, line}) =>
    line.map(([N, place], i) => ({level: loss, place: i, N: significant(N), [field]: significant(place)})),
  );
  const [low, high] = y.scale.domain;
  const least = low! * (high! / low!) ** FLOOR;
  // The last place of a line that is clear of the frame's lower side carries its name.
  const ends = lines.flatMap(({loss, line}) => {
    const last = line.findLast(([, place]) => place >= least);
    return last ? [{label: String(loss), N: significant(last[0]), [field]: significant(last[1])}] : [];
  });
  const place = {x: {field: 'N', ...x}, y: {field, ...y}};
  return [
    {
      data: {values},
      mark: {type: 'line', color: INK.paper, strokeWidth: 1, clip: true},
      encoding: {...place, detail: {field: 'level', type: 'nominal'}, order: {field: 'place', type: 'quantitative'}},
    },
    ...haloed({data: {values: ends}, align: 'left', colour: INK.soft, encoding: {...place, text: {field: 'label'}}}),
  ];
}

/** Contours of the fitted loss over N and D (or S), with the rows on them and the compute-optimal frontier; null for forms of one number. */
export function contoursDrawing(study: LawStudy, language: Language): Drawing | null {
  const {contours, frontier, rows} = study.evidence;
  if (!contours) return null;
  const {other} = contours;
  const axes = knownAxes(rows);
  const channels = {
    x: logChannel('N', logDomain(rows.map(({N}) => N!)), language),
    y: logChannel(other, logDomain(rows.map((row) => row[other]!)), language),
  };
  const losses = rows.map(({loss}) => loss);
  const points: Layer = {
    data: {values: rowValues(rows, axes)},
    mark: {type: 'circle', size: 30, opacity: 0.9, clip: true},
    encoding: {
      x: {field: 'N', ...channels.x},
      y: {field: other, ...channels.y},
      color: gradient('loss', LAW_REPORT_WORDS.loss[language], losses, false),
      tooltip: rowTooltip(axes, language),
    },
  };
  const {resamples} = study.finding;
  const layer = [
    ...contourLayers(study, channels),
    points,
    ...(frontier ? frontierLayers(frontier, channels, resamples > 0) : []),
  ];
  const title = fill(LAW_REPORT_WORDS.contoursTitle, language, {x: 'N', y: other});
  const more = frontier ? fill(LAW_REPORT_WORDS.contoursFrontier, language, {resamples}) : '';
  const caption = `${LAW_REPORT_WORDS.contoursCaption[language]}${more}`;
  return {id: 'law-contours', title, caption, spec: panels(title, 1, [{width: 520, height: 380, layer}])};
}

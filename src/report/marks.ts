import type {Interval} from '../inference/interval.ts';
import {type LossAxis, placeOn, type ValueAxis} from './axes.ts';
import {widthOf} from './displayWidth.ts';
import type {Language} from './figure.ts';
import {significant} from './numbers.ts';
import {colourOf, type Series} from './series.ts';
import type {Layer} from './spec.ts';
import type {BandRow, PaperPoint, ScoreRow} from './study.ts';
import {INK} from './theme.ts';
import {AXIS_WORDS} from './words/figures.ts';

/** What every layer of a panel shares: its axes, their titles and the language. */
export interface Frame {
  readonly loss: LossAxis;
  readonly value: ValueAxis;
  readonly lossTitle: string;
  /** The x axis in a word. */
  readonly lossName: string;
  readonly valueTitle: string | null;
  readonly language: Language;
}

/** The x channel of a loss axis. */
export function lossX(loss: LossAxis, title: string) {
  const {domain, ticks, reverse, log} = loss;
  const wide = log || Math.max(...domain.map(Math.abs)) >= 100 || domain[1] - domain[0] < 0.05;
  return {
    type: 'quantitative' as const,
    title,
    scale: {domain: [...domain], reverse, nice: false, ...(log ? {type: 'log' as const} : {zero: false})},
    axis: {
      values: [...ticks],
      grid: false,
      format: wide ? '.4~g' : '.2f',
    },
  };
}

/** Widest title of a value axis in one line, in narrow characters: what a panel is high. */
const TITLE = 38;

/** A title in two lines, with what stands in brackets in the second, where one would be longer than the axis. */
function titleLines(title: string | null): string | string[] | null {
  const at = title?.search(/ \(|（/) ?? -1;
  return title === null || at < 0 || widthOf(title) <= TITLE ? title : [title.slice(0, at), title.slice(at).trim()];
}

/** The y channel of a value axis. */
export function valueY({value, valueTitle}: Frame) {
  return {
    type: 'quantitative' as const,
    title: titleLines(valueTitle),
    scale: {domain: [...value.domain], reverse: value.reverse, nice: false, zero: false},
    axis: {tickCount: 5, format: '.5~g', labelFlush: 6},
  };
}

/** How points are drawn. */
export interface PointLook {
  readonly size: number;
  /** Points that were left out of a fit. */
  readonly hollow?: boolean;
}

/** The points of replicate 0 or of a table, coloured by series, with a tooltip. */
export function points(
  rows: readonly ScoreRow[],
  frame: Frame,
  series: Series,
  {size, hollow = false}: PointLook = {size: 16},
): Layer {
  const {
    language,
    value: {factor},
  } = frame;
  const title = (word: keyof typeof AXIS_WORDS): string => AXIS_WORDS[word][language];
  const known = <K extends 'tokens' | 'standardError'>(key: K): boolean => rows.some((row) => row[key] !== null);
  const values = rows.map((row) => ({
    series: series.of(row),
    run: row.run,
    tokens: row.tokens === null ? null : significant(row.tokens / 1e9, 5),
    loss: significant(row.loss, 5),
    value: significant(factor * row.value, 5),
    se: row.standardError === null ? null : significant(factor * row.standardError, 2),
  }));
  const color = colourOf(series, language);
  return {
    data: {values},
    mark: {
      ...(hollow ? {type: 'point', filled: false, strokeWidth: 0.7} : {type: 'circle'}),
      size,
      opacity: hollow ? 0.5 : 0.72,
      ...(color ? {} : {color: series.range[0]!}),
    },
    encoding: {
      x: {field: 'loss', ...lossX(frame.loss, frame.lossTitle)},
      y: {field: 'value', ...valueY(frame)},
      ...(color ? {color} : {}),
      tooltip: [
        {field: 'run', type: 'nominal', title: title('run')},
        ...(known('tokens') ? [{field: 'tokens', type: 'quantitative' as const, title: title('tokens')}] : []),
        {field: 'loss', type: 'quantitative', title: frame.lossName},
        {field: 'value', type: 'quantitative', title: frame.valueTitle ?? title('value')},
        ...(known('standardError')
          ? [{field: 'se', type: 'quantitative' as const, title: title('standardError')}]
          : []),
      ],
    },
  };
}

/** Published points as light grey rings, drawn behind ours. */
export function paperPoints(rows: readonly PaperPoint[], frame: Frame): Layer {
  const values = rows.map(({run, loss, value}) => ({
    run,
    loss: significant(loss, 5),
    value: significant(frame.value.factor * value, 5),
  }));
  const {language} = frame;
  return {
    data: {values},
    transform: [{calculate: JSON.stringify(AXIS_WORDS.digitised[language]), as: 'source'}],
    mark: {type: 'point', size: 20, color: INK.paper, opacity: 0.55, strokeWidth: 0.8, filled: false},
    encoding: {
      x: {field: 'loss', ...lossX(frame.loss, frame.lossTitle)},
      y: {field: 'value', ...valueY(frame)},
      tooltip: [
        {field: 'source', type: 'nominal', title: AXIS_WORDS.source[language]},
        {field: 'run', type: 'nominal', title: AXIS_WORDS.run[language]},
        {field: 'loss', type: 'quantitative', title: frame.lossName},
        {field: 'value', type: 'quantitative', title: frame.valueTitle ?? AXIS_WORDS.value[language]},
      ],
    },
  };
}

/** The band that holds most replicates, by loss bin. */
export function replicateBand(rows: readonly BandRow[], frame: Frame): Layer {
  const {factor} = frame.value;
  const values = rows.map(({loss, low, high}) => ({
    loss: significant(loss, 5),
    low: significant(factor * low, 5),
    high: significant(factor * high, 5),
  }));
  return {
    data: {values},
    mark: {type: 'area', color: '#9aa1ab', opacity: 0.28, clip: true},
    encoding: {
      x: {field: 'loss', ...lossX(frame.loss, frame.lossTitle)},
      y: {field: 'low', ...valueY(frame)},
      y2: {field: 'high'},
    },
  };
}

/** The level of a blind guess. */
export function chanceRule(chance: number, frame: Frame): Layer {
  return {
    data: {values: [{chance: significant(frame.value.factor * chance)}]},
    mark: {type: 'rule', color: INK.chance, strokeDash: [4, 3], strokeWidth: 1},
    encoding: {y: {field: 'chance', ...valueY(frame)}},
  };
}

/** The fitted curve. */
export function fittedLine(loss: readonly number[], value: readonly number[], frame: Frame): Layer {
  const values = loss.map((x, i) => ({loss: significant(x, 5), value: significant(frame.value.factor * value[i]!, 5)}));
  return {
    data: {values},
    mark: {type: 'line', color: INK.fit, strokeWidth: 1.6, clip: true},
    encoding: {
      x: {field: 'loss', ...lossX(frame.loss, frame.lossTitle)},
      y: {field: 'value', ...valueY(frame)},
      order: {field: 'loss', type: 'quantitative'},
    },
  };
}

/** Pieces of an interval closer than this share of the axis are drawn as one. */
const HAIRLINE = 0.01;

/** Pieces with those joined between which a gap would be a hairline. */
export function joinedPieces(
  pieces: ReadonlyArray<readonly [number, number]>,
  axis: LossAxis,
): ReadonlyArray<readonly [number, number]> {
  const joined: Array<readonly [number, number]> = [];
  for (const [from, to] of pieces) {
    const last = joined.at(-1);
    if (last && Math.abs(placeOn(axis, from) - placeOn(axis, last[1])) < HAIRLINE) {
      joined[joined.length - 1] = [last[0], to];
    } else joined.push([from, to]);
  }
  return joined;
}

/** The 95 % interval of the onset, over the full height; one band for each piece. */
export function onsetBand({low, high, pieces}: Interval, frame: Frame): Layer {
  const values = joinedPieces(pieces ?? [[low, high]], frame.loss).map(([from, to]) => ({
    from: significant(from),
    to: significant(to),
  }));
  return {
    data: {values},
    mark: {type: 'rect', color: INK.onset, opacity: 0.16, clip: true},
    encoding: {x: {field: 'from', ...lossX(frame.loss, frame.lossTitle)}, x2: {field: 'to'}},
  };
}

/** Styles of vertical rules at a loss. */
export const RULE_STYLES = {
  onset: {color: INK.onset, strokeWidth: 1.2, strokeDash: [1, 0]},
  truth: {color: INK.truth, strokeWidth: 1.6, strokeDash: [1.6, 3.2]},
  paper: {color: '#6d7480', strokeWidth: 1.1, strokeDash: [8, 4]},
} as const;

/** A vertical rule: the fitted onset, the truth, or what the paper states. */
export function lossRule(
  loss: number,
  style: keyof typeof RULE_STYLES,
  frame: Pick<Frame, 'loss' | 'lossTitle'>,
): Layer {
  const {strokeDash, ...rest} = RULE_STYLES[style];
  return {
    data: {values: [{at: significant(loss)}]},
    mark: {type: 'rule', ...rest, strokeDash: [...strokeDash], clip: true},
    encoding: {x: {field: 'at', ...lossX(frame.loss, frame.lossTitle)}},
  };
}

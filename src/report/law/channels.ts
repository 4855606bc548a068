import type {FittedRow} from '../../inference/lawFit/rows.ts';
import {countLabels, logTicks, POWER_LABELS} from '../axes.ts';
import type {Language} from '../figure.ts';
import {extent, significant} from '../numbers.ts';
import type {Layer} from '../spec.ts';
import {LAW_REPORT_WORDS} from '../words/lawReport.ts';

/** A layer of one mark. */
type TextLayer = Extract<Layer, {mark: unknown}>;

/** A number of a run that may stand on an axis. */
export type Axis = 'N' | 'D' | 'S' | 'C';

/** The range of some positive numbers with a little room on a logarithmic axis. */
export function logDomain(values: Iterable<number>, share = 0.06): readonly [number, number] {
  const [low, high] = extent(values) ?? [1, 10];
  const room = Math.max((high / low) ** share, 1.02);
  return [low / room, high * room];
}

/** A logarithmic channel of a number of a run. */
export function logChannel(axis: Axis, domain: readonly [number, number], language: Language) {
  return {
    type: 'quantitative' as const,
    title: LAW_REPORT_WORDS[axis][language],
    scale: {type: 'log' as const, domain: domain.map((end) => significant(end)), nice: false},
    axis: {values: [...logTicks(domain)], labelExpr: axis === 'C' ? POWER_LABELS : countLabels(3), grid: false},
  };
}

/** A linear channel of a loss, with a little room around the values. */
export function lossChannel(values: Iterable<number>, language: Language, word: 'loss' | 'fitted' = 'loss') {
  const [low, high] = extent(values) ?? [1, 2];
  const room = Math.max(0.05 * (high - low), 1e-3);
  return {
    type: 'quantitative' as const,
    title: LAW_REPORT_WORDS[word][language],
    scale: {domain: [significant(low - room), significant(high + room)], nice: false, zero: false},
    axis: {tickCount: 5, format: '.3~f', grid: false},
  };
}

/** A colour that runs from dark to bright; `log` for numbers of a run. */
export function gradient(field: string, title: string, values: readonly number[], log: boolean) {
  const [low, high] = extent(values) ?? [1, 2];
  const middle = log ? Math.sqrt(low * high) : (low + high) / 2;
  return {
    field,
    type: 'quantitative' as const,
    title,
    scale: {
      ...(log ? {type: 'log' as const} : {}),
      domain: [low, high],
      scheme: 'viridis' as const,
      reverse: true,
    },
    legend: {
      type: 'gradient' as const,
      gradientLength: 200,
      values: [low, middle, high].map((value) => significant(value, log ? 2 : 3)),
      ...(log ? {labelExpr: countLabels(3)} : {format: '.3~f'}),
    },
  };
}

/** The number of a row on an axis, rounded for a spec. */
export function at(row: FittedRow, axis: Axis): number | null {
  const value = row[axis];
  return value === null ? null : significant(value);
}

/** Every number of a row for a tooltip. */
export function rowTooltip(axes: readonly Axis[], language: Language) {
  const word = (name: 'row' | 'loss' | 'fitted' | Axis): string => LAW_REPORT_WORDS[name][language];
  return [
    {field: 'row', type: 'quantitative' as const, title: word('row')},
    ...axes.map((axis) => ({field: axis, type: 'quantitative' as const, title: word(axis), format: '.4~g'})),
    {field: 'loss', type: 'quantitative' as const, title: word('loss')},
    {field: 'fitted', type: 'quantitative' as const, title: word('fitted')},
  ];
}

/** The rows as the points of a figure. */
export function rowValues(rows: readonly FittedRow[], axes: readonly Axis[]) {
  return rows.map((row) => ({
    row: row.row,
    ...Object.fromEntries(axes.map((axis) => [axis, at(row, axis)])),
    loss: significant(row.loss, 5),
    fitted: significant(row.fitted, 5),
  }));
}

/** The numbers of a run that the rows know and in which they differ. */
export function knownAxes(rows: readonly FittedRow[]): readonly Axis[] {
  return (['N', 'D', 'S', 'C'] as const).filter((axis) => {
    const values = new Set(rows.map((row) => row[axis]));
    return !values.has(null) && values.size > 1;
  });
}

/** Small names beside points: a white rim keeps them readable on what they stand on. */
export function haloed({
  data,
  align,
  colour,
  encoding,
}: {
  readonly data: {values: Array<Record<string, unknown>>};
  readonly align: 'left' | 'right';
  readonly colour: string;
  readonly encoding: NonNullable<TextLayer['encoding']>;
}): Layer[] {
  const mark = {type: 'text' as const, align, dx: align === 'left' ? 5 : -5, fontSize: 10.5};
  return [
    {data, mark: {...mark, color: '#ffffff', stroke: '#ffffff', strokeWidth: 2}, encoding},
    {data, mark: {...mark, color: colour}, encoding},
  ];
}

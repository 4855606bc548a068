import {type LossAxis, lossAxis, ticksIn, type ValueAxis, valueAxis} from '../axes.ts';
import {lossTitle} from '../axisNames.ts';
import {widthOf, wrap} from '../displayWidth.ts';
import type {Language} from '../figure.ts';
import {decimal} from '../numbers.ts';
import type {MetricView, Study} from '../study.ts';
import {INK} from '../theme.ts';
import {AXIS_WORDS} from '../words/figures.ts';
import {fill} from '../words/fill.ts';
import {MATRIX_WORDS} from '../words/matrix.ts';
import {type Grid, HEAD, SIDE} from './grid.ts';
import type {Rule, Text} from './marks.ts';
import {acrossOf, downOf} from './place.ts';

/** The axes of a drawing: one of losses, one of values for each column, the same in every row. */
export interface Axes {
  readonly loss: LossAxis;
  readonly values: readonly ValueAxis[];
}

/** The axes of one benchmark. */
export function axesOf(study: Study, benchmark: string, metrics: readonly MetricView[]): Axes {
  return {loss: lossAxis(study), values: metrics.map((metric) => valueAxis(study, benchmark, metric))};
}

/** Numbers on the value axis of a plot, about. */
const VALUES = 3;
/** Width of a figure of a number on an axis, pixels. */
const FIGURE = 5;

function valueTicks({values}: Axes, column: number): readonly number[] {
  return ticksIn(values[column]!.domain, VALUES);
}

/** The values of an axis are in printed units: nothing is left to multiply. */
const printed = (value: ValueAxis): ValueAxis => ({...value, factor: 1});

/** Losses that are written below a column without touching each other. */
function lossTicks({loss}: Axes, width: number): readonly number[] {
  const room = Math.max(2, Math.floor(width / (FIGURE * 7)));
  return loss.ticks.filter((_, i) => i % Math.ceil(loss.ticks.length / room) === 0);
}

/** Faint rules across every plot at its numbers. */
export function gridRules(grid: Grid, axes: Axes): readonly Rule[] {
  return grid.rows.flatMap((_, row) =>
    grid.metrics.flatMap((__, column) => {
      const {plot: box} = grid.cell(row, column);
      return valueTicks(axes, column).map((tick) => {
        const y = downOf({box, value: printed(axes.values[column]!)}, tick);
        return {from: {x: box.x, y}, to: {x: box.x + box.width, y}};
      });
    }),
  );
}

function valueNumbers(grid: Grid, axes: Axes): readonly Text[] {
  return grid.rows.flatMap((_, row) =>
    grid.metrics.flatMap((__, column) => {
      const {plot: box} = grid.cell(row, column);
      return valueTicks(axes, column).map((tick) => ({
        x: box.x - 4,
        y: downOf({box, value: printed(axes.values[column]!)}, tick),
        text: String(tick).replace('-', '\u2212'),
        align: 'right' as const,
        size: 10,
        color: INK.soft,
      }));
    }),
  );
}

function lossNumbers(grid: Grid, axes: Axes): readonly Text[] {
  return grid.metrics.flatMap((_, column) => {
    const {plot: box} = grid.cell(grid.rows.length - 1, column);
    return lossTicks(axes, box.width).map((tick) => ({
      x: acrossOf({box, loss: axes.loss}, tick),
      y: grid.bottom + 9,
      text: decimal(tick, 2),
      align: 'center' as const,
      size: 10,
      color: INK.soft,
    }));
  });
}

/** Numbers of all axes and the title of the loss axis. */
export function axisTexts(study: Study, grid: Grid, axes: Axes, language: Language): readonly Text[] {
  const middle = (SIDE.label + grid.verdicts) / 2;
  const title = {x: middle, y: grid.bottom + 28, text: lossTitle(study, language), align: 'center' as const, size: 12};
  return [...valueNumbers(grid, axes), ...lossNumbers(grid, axes), title];
}

/** Width of a letter of a head, pixels. */
const LETTER = 6.7;

/** The name of every metric above its column, with what kind of metric it is. */
export function headTexts(grid: Grid, top: number, language: Language): readonly Text[] {
  return grid.metrics.flatMap((metric, column) => {
    const {strip} = grid.cell(0, column);
    const name = metric.percent
      ? fill(AXIS_WORDS.percentOf, language, {metric: metric.label[language]})
      : metric.label[language];
    const lines = wrap(name, Math.floor(strip.width / LETTER)).slice(0, 2);
    const kind = MATRIX_WORDS[metric.continuous ? 'continuous' : 'discontinuous'][language];
    const turned = metric.direction === 'lower' ? fill(MATRIX_WORDS.turned, language, {kind}) : kind;
    const foot = top + HEAD.names;
    return [
      ...lines.map((text, i) => ({
        x: strip.x,
        y: foot - 27 - 16 * (lines.length - 1 - i),
        text,
        strong: true,
        size: widthOf(name) > 30 ? 12.5 : 13.5,
      })),
      {x: strip.x, y: foot - 10, text: turned, size: 11.5, color: INK.soft},
    ];
  });
}

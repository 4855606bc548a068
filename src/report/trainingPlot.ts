import {logTicks} from './axes.ts';
import {braillePlot, type UnitPoint} from './braille.ts';
import {wrap} from './displayWidth.ts';
import {decimal, extent} from './numbers.ts';
import type {Study} from './study.ts';
import type {TerminalPlotOptions} from './terminalPlot.ts';
import {TRAINING_WORDS} from './words/training.ts';

const ROWS = 9;
const MOST_COLUMNS = 100;
const MARGIN = 6;

/** Place of a value on a logarithmic axis, 0 to 1; the middle where the axis is a point. */
function placeIn([low, high]: readonly [number, number], value: number): number {
  return high > low ? Math.log(value / low) / Math.log(high / low) : 0.5;
}

/** Every loss of replicate 0 against training compute, both logarithmic. */
export function trainingPlot({trajectories}: Study, {language, width, dim}: TerminalPlotOptions): readonly string[] {
  const across = extent(trajectories.map(({compute}) => compute));
  const up = extent(trajectories.map(({loss}) => loss));
  if (!across || !up) return [];
  const columns = Math.max(20, Math.min(width, MOST_COLUMNS) - MARGIN - 3);
  const points = trajectories.map(({compute, loss}): UnitPoint => [placeIn(across, compute), placeIn(up, loss)]);
  const label = (row: number) => (row === 0 ? decimal(up[1], 2) : row === ROWS - 1 ? decimal(up[0], 2) : '');
  const axis = new Array<string>(columns).fill(' ');
  for (const tick of logTicks(across)) {
    const text = tick.toExponential().replace('e+', 'e');
    const start = Math.min(Math.round(placeIn(across, tick) * columns), columns - text.length);
    axis.splice(start, text.length, ...text);
  }
  return [
    ...wrap(TRAINING_WORDS.plot[language], width).map(dim),
    ...braillePlot(points, {columns, rows: ROWS, rules: []}).map((line, row) =>
      `${label(row).padStart(MARGIN)} \u2524${line}`.trimEnd(),
    ),
    `${' '.repeat(MARGIN + 1)}\u2514${'\u2500'.repeat(columns)}`,
    `${' '.repeat(MARGIN + 2)}${axis.join('')}`.trimEnd(),
  ];
}

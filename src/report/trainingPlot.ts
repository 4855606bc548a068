import {logTicks} from './axes.ts';
import {wrap} from './displayWidth.ts';
import {decimal} from './numbers.ts';
import type {Study} from './study.ts';
import {framedPlot, type TerminalPlotOptions} from './terminalPlot.ts';
import {logDomain} from './training/axes.ts';
import {TRAINING_WORDS} from './words/training.ts';

/** Room around the points, as factors of compute and of loss: one point alone stands in the middle. */
const ROOM = {compute: 1.2, loss: 1.005} as const;

/** Every loss of replicate 0 against training compute, both logarithmic. */
export function trainingPlot({trajectories}: Study, {language, width, dim}: TerminalPlotOptions): readonly string[] {
  if (trajectories.length === 0) return [];
  const place = ([low, high]: readonly [number, number], value: number): number =>
    Math.log(value / low) / Math.log(high / low);
  const computes = logDomain(
    trajectories.map(({compute}) => compute),
    ROOM.compute,
  );
  const losses = logDomain(
    trajectories.map(({loss}) => loss),
    ROOM.loss,
  );
  const labels = {top: decimal(losses[1], 2), bottom: decimal(losses[0], 2)};
  const across = (compute: number): number => place(computes, compute);
  return [
    ...wrap(TRAINING_WORDS.plot[language], width).map(dim),
    ...framedPlot(
      trajectories.map(({compute, loss}) => [across(compute), place(losses, loss)] as const),
      {labels, ticks: logTicks(computes), across, rules: [], width},
    ),
  ];
}

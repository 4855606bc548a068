import {lossAxis, placeOn, valueAxis} from './axes.ts';
import {lossName} from './axisNames.ts';
import {braillePlot, type UnitPoint} from './braille.ts';
import {widthOf, wrap} from './displayWidth.ts';
import type {Language} from './figure.ts';
import {scoredPairs, worldLabel} from './lookup.ts';
import {decimal} from './numbers.ts';
import type {MetricView, Study} from './study.ts';
import {fill} from './words/fill.ts';
import {TERMINAL_WORDS} from './words/terminal.ts';

/** How the plot is written. */
export interface TerminalPlotOptions {
  readonly language: Language;
  /** Columns of the terminal. */
  readonly width: number;
  readonly dim: (text: string) => string;
}

const PLOT_ROWS = 9;
const MOST_COLUMNS = 100;

/**
 * A curve of the first world against reversed loss: the first that is sharp, with its onset, else the first of all. A soft curve has an
 * estimate of an onset too, but nothing happens there.
 */
export function plotLines(study: Study, {language, width, dim}: TerminalPlotOptions): readonly string[] {
  const world = study.scores[0]?.world;
  if (world === undefined) return [];
  const pairs = scoredPairs(study);
  const sharp = study.findings.curves.filter((curve) => curve.world === world && curve.shape === 'sharp');
  const curveOf = ({benchmark, metric}: (typeof pairs)[number]) =>
    sharp.find((curve) => curve.benchmark === benchmark.name && curve.metric === metric.name);
  const shown = pairs.find((pair) => curveOf(pair)) ?? pairs[0];
  if (!shown) return [];
  const {benchmark, metric} = shown;
  const x = lossName(study, language, world);
  const onset = curveOf(shown)?.onset;
  const lines = plotBody(study, {world, benchmark: benchmark.name, metric, onset: onset?.estimate ?? null, width});
  const names = {benchmark: benchmark.label, metric: metric.label[language], world: worldLabel(study, world, language)};
  const title = fill(study.table ? TERMINAL_WORDS.plotTable : TERMINAL_WORDS.plot, language, {...names, x});
  const note = onset
    ? ` \u00b7 \u2502 ${fill(TERMINAL_WORDS.plotOnset, language, {value: decimal(onset.estimate)})}`
    : '';
  return [...wrap(`${title}${note}`, width).map(dim), ...lines];
}

interface PlotOptions {
  readonly world: string | null;
  readonly benchmark: string;
  readonly metric: MetricView;
  readonly onset: number | null;
  readonly width: number;
}

/** A tick in few characters: two decimals, or three digits where they would say nothing. */
function tickText(tick: number): string {
  const size = Math.abs(tick);
  if (size >= 1e4 || (size > 0 && size < 0.05)) return Number(tick.toPrecision(3)).toExponential().replace('e+', 'e');
  return size >= 100 ? tick.toFixed(0) : tick.toFixed(2);
}

/** Loss labels under the plot, each about its place; one that does not fit is left out. */
function axisLine(ticks: readonly number[], across: (loss: number) => number, columns: number): string {
  const line = new Array<string>(columns).fill(' ');
  for (const tick of ticks) {
    const label = tickText(tick);
    const start = Math.min(Math.max(0, Math.floor(across(tick) * columns) - 1), columns - label.length);
    if (line.slice(Math.max(0, start - 1), start + label.length + 1).some((cell) => cell !== ' ')) continue;
    line.splice(start, label.length, ...label);
  }
  return line.join('');
}

function plotBody(study: Study, {world, benchmark, metric, onset, width}: PlotOptions): readonly string[] {
  const axis = lossAxis(study, world);
  const {
    domain: [low, high],
    factor,
    reverse,
  } = valueAxis(study, benchmark, metric);
  const across = (loss: number): number => placeOn(axis, loss);
  const up = (value: number): number => (reverse ? high - value : value - low) / (high - low);
  const points = study.scores
    .filter((row) => row.world === world && row.benchmark === benchmark && row.metric === metric.name)
    .map(({loss, value}): UnitPoint => [across(loss), up(factor * value)]);
  const unit = metric.percent ? '%' : '';
  const digits = metric.percent ? 0 : 2;
  const [top, bottom] = [reverse ? low : high, reverse ? high : low].map((value) => `${decimal(value, digits)}${unit}`);
  const rules = onset === null ? [] : [across(onset)];
  return framedPlot(points, {labels: {top: top!, bottom: bottom!}, ticks: axis.ticks, across, rules, width});
}

/** What stands around the points of a small plot. */
export interface PlotFrame {
  /** Labels of the value axis. */
  readonly labels: {readonly top: string; readonly middle?: string; readonly bottom: string};
  readonly ticks: readonly number[];
  /** Place of a tick: 0 at the left end, 1 at the right one. */
  readonly across: (tick: number) => number;
  /** Vertical rules at these places. */
  readonly rules: readonly number[];
  /** Columns of the terminal. */
  readonly width: number;
}

/** A small plot of points in the unit square, with its axes. */
export function framedPlot(
  points: readonly UnitPoint[],
  {labels, ticks, across, rules, width}: PlotFrame,
): readonly string[] {
  const {top, middle = '', bottom} = labels;
  const margin = Math.max(...[top, middle, bottom].map(widthOf));
  const columns = Math.max(20, Math.min(width, MOST_COLUMNS) - margin - 3);
  const rows = braillePlot(points, {columns, rows: PLOT_ROWS, rules});
  const at: Readonly<Record<number, string>> = {0: top, [(PLOT_ROWS - 1) / 2]: middle, [PLOT_ROWS - 1]: bottom};
  return [
    ...rows.map((row, i) => `${(at[i] ?? '').padStart(margin)} \u2524${row}`.trimEnd()),
    `${' '.repeat(margin + 1)}\u2514${'\u2500'.repeat(columns)}`,
    `${' '.repeat(margin + 2)}${axisLine(ticks, across, columns)}`.trimEnd(),
  ];
}

import type {FittedRow} from '../../inference/lawFit/rows.ts';
import {ticksIn} from '../axes.ts';
import {wrap} from '../displayWidth.ts';
import {extent} from '../numbers.ts';
import {framedPlot, type TerminalPlotOptions} from '../terminalPlot.ts';
import {fill} from '../words/fill.ts';
import {LAW_REPORT_WORDS} from '../words/lawReport.ts';
import {LIST_SEPARATOR} from '../words/verdicts.ts';
import {outliersOf} from './figures/residuals.ts';

/** Rows that the plot names. */
const NAMED = 5;
const TICKS = 5;

/** A small plot of the residuals of ln L against the fitted loss. */
export function lawPlotLines(
  rows: readonly FittedRow[],
  {language, width, dim}: TerminalPlotOptions,
): readonly string[] {
  const [low, high] = extent(rows.map(({fitted}) => fitted)) ?? [1, 2];
  const room = 0.02 * (high - low) || 0.01;
  const domain = [low - room, high + room] as const;
  const top = 1.05 * Math.max(...rows.map(({residual}) => Math.abs(residual)), 1e-12);
  const across = (loss: number): number => (domain[1] - loss) / (domain[1] - domain[0]);
  const points = rows.map(({fitted, residual}) => [across(fitted), 0.5 + (0.5 * residual) / top] as const);
  const label = Number(top.toPrecision(2));
  const named = outliersOf(rows)
    .slice(0, NAMED)
    .map(({row}) => fill(LAW_REPORT_WORDS.rowOf, language, {row}))
    .join(LIST_SEPARATOR[language]);
  const title = fill(LAW_REPORT_WORDS[named !== '' ? 'plot' : 'plotNone'], language, {rows: named});
  const labels = {top: `+${label}`, middle: '0', bottom: `\u2212${label}`};
  return [
    ...wrap(title, width).map(dim),
    ...framedPlot(points, {labels, ticks: ticksIn(domain, TICKS), across, rules: [], width}),
  ];
}

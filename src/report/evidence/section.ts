import type {CurveFinding} from '../../inference/findings.ts';
import type {Language} from '../figure.ts';
import {DASH} from '../ledTable.ts';
import {metricLabel} from '../lookup.ts';
import {decimal, intervalText, percentText} from '../numbers.ts';
import type {Study} from '../study.ts';
import type {Table} from '../table.ts';
import {EVIDENCE_CELLS} from '../words/evidence.ts';
import {fill} from '../words/fill.ts';

/** One question with the table that answers it and a sentence on how to read it. */
export interface EvidenceSection {
  readonly title: string;
  readonly table: Table;
  readonly note: string;
}

/** Printed name of the metric of a curve. */
export function metricOf(study: Study, {metric}: Pick<CurveFinding, 'metric'>, language: Language): string {
  return metricLabel(study, metric, language);
}

/** Whether the differences of a metric are printed in percentage points. */
function inPercent(study: Study, name: string): boolean {
  return study.metrics.find((metric) => metric.name === name)?.percent ?? false;
}

/** A level of a metric as its axis prints it. */
export function levelText(study: Study, metric: string, level: number): string {
  return inPercent(study, metric) ? percentText(level, 1) : decimal(level);
}

/** A difference of a metric: percentage points or the metric's own unit. */
export function differenceText(study: Study, metric: string, value: number, language: Language): string {
  return inPercent(study, metric)
    ? fill(EVIDENCE_CELLS.points, language, {value: decimal(100 * value, 2)})
    : decimal(value, 4);
}

/** A difference of a metric with its interval. */
export function differenceInterval(
  study: Study,
  metric: string,
  {estimate, low, high}: {readonly estimate: number; readonly low: number; readonly high: number},
  language: Language,
): string {
  const percent = inPercent(study, metric);
  const [a, b, c] = [estimate, low, high].map((value) => (percent ? decimal(100 * value, 2) : decimal(value, 4)));
  const value = `${a} [${b}, ${c}]`;
  return percent ? fill(EVIDENCE_CELLS.points, language, {value}) : value;
}

/** An interval, or a dash. */
export function intervalCell(interval: Parameters<typeof intervalText>[0] | null): string {
  return interval ? intervalText(interval) : DASH;
}

import type {EvidenceSection} from '../evidence/section.ts';
import type {Language} from '../figure.ts';
import {benchmarkLabel, metricLabel, worldLabel} from '../lookup.ts';
import {decimal} from '../numbers.ts';
import {QUANTITIES} from '../quantities/registry.ts';
import type {Study} from '../study.ts';
import {fill} from '../words/fill.ts';
import {SCORECARD_WORDS} from '../words/scorecard.ts';
import {LIST_SEPARATOR} from '../words/verdicts.ts';
import type {ScorecardRow} from './row.ts';
import {numberCells, numberHeads, reasonsOf, scorecardLine} from './texts.ts';

/** The comparison with published numbers: how many are met, the table, how to read it, and what explains rows that are not met. */
export interface ScorecardSection extends EvidenceSection {
  readonly line: string;
  readonly reasons: readonly string[];
}

/** A quantity with what it is measured of. */
function quantityText(study: Study, {quantity, of}: ScorecardRow, language: Language): string {
  const form = QUANTITIES.find(({name}) => name === quantity);
  if (!form) return quantity;
  const parts = Object.entries(of).map(([key, value]) => {
    if (typeof value === 'number') return `${key} ${decimal(value)}`;
    const kind = form.of[key]?.kind;
    if (kind === 'benchmark') return benchmarkLabel(study, value);
    if (kind === 'world') return worldLabel(study, value, language);
    return kind === 'metric' ? metricLabel(study, value, language) : value;
  });
  const about = form.about[language];
  const what = parts.join(LIST_SEPARATOR[language]);
  return what === '' ? about : fill(SCORECARD_WORDS.quantityOf, language, {about, what});
}

/** The section of a report; null where the study names no published numbers. */
export function scorecardSection(study: Study, language: Language): ScorecardSection | null {
  const {scorecard} = study;
  const line = scorecardLine(scorecard, language);
  if (line === null) return null;
  const names = ['row', 'quantity', 'source'] as const;
  const head = [...names.map((name) => SCORECARD_WORDS[name][language]), ...numberHeads(language)];
  const rows = scorecard.map((row) => [
    row.id,
    quantityText(study, row, language),
    row.source,
    ...numberCells(row, language),
  ]);
  return {
    title: SCORECARD_WORDS.title[language],
    line,
    table: {head, rows},
    note: SCORECARD_WORDS.note[language],
    reasons: reasonsOf(scorecard, language),
  };
}

import type {Words} from '../science/parameter.ts';
import type {Language} from './figure.ts';
import {type Case, casesOf} from './lookup.ts';
import type {Study} from './study.ts';
import type {Table} from './table.ts';
import {EVIDENCE_HEADS} from './words/evidence.ts';
import {TABLE_WORDS} from './words/table.ts';

/** A cell with nothing to say. */
export const DASH = '\u2013';

type Head = keyof typeof TABLE_WORDS | keyof typeof EVIDENCE_HEADS;

const HEADS: Readonly<Record<string, Words>> = {...TABLE_WORDS, ...EVIDENCE_HEADS};

/** A heading word by its name. */
export function headOf(name: Head, language: Language): string {
  return HEADS[name]![language];
}

/** Heading words by their names. */
export function headsOf(names: readonly Head[], language: Language): string[] {
  return names.map((name) => headOf(name, language));
}

/** A table whose rows are led by world and benchmark, each printed once; a judged table has no column of worlds. */
export function ledTable(
  study: Study,
  language: Language,
  head: readonly string[],
  rowsOf: (entry: Case) => Table['rows'],
): Table {
  const rows = casesOf(study, language).flatMap((entry) =>
    rowsOf(entry).map((cells, i) => {
      const lead = study.table ? [entry.benchmark] : [entry.world || DASH, entry.benchmark];
      return [...lead.map((text) => (i === 0 ? text : null)), ...cells];
    }),
  );
  const lead = study.table ? (['benchmark'] as const) : (['world', 'benchmark'] as const);
  return {head: [...headsOf(lead, language), ...head], rows, strong: [lead.length - 1]};
}

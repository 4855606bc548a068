import type {Language} from '../figure.ts';
import {DASH, headOf, ledTable} from '../ledTable.ts';
import {decimal, pText} from '../numbers.ts';
import type {Study} from '../study.ts';
import {CLASSICAL_WORDS, EVIDENCE_WORDS} from '../words/evidence.ts';
import {type EvidenceSection, metricOf} from './section.ts';

/** Keys of the classical numbers of a study: known ones first, in the order of their words; of a statistic with a p only the p. */
function keysOf({findings}: Study): readonly string[] {
  const all = new Set(findings.curves.flatMap(({classical}) => Object.keys(classical)));
  const found = new Set([...all].filter((key) => !all.has(`${key}P`)));
  const known = Object.keys(CLASSICAL_WORDS).filter((key) => found.has(key));
  return [...known, ...[...found].filter((key) => !(key in CLASSICAL_WORDS))];
}

function numberText(key: string, value: number | null | undefined): string {
  if (typeof value !== 'number' || Number.isNaN(value)) return DASH;
  if (/(^p|P)$/.test(key)) return pText(value);
  return decimal(value, /onset/i.test(key) ? 3 : 2);
}

/** The classical numbers of every curve; null where there is none. */
export function classicalSection(study: Study, language: Language): EvidenceSection | null {
  const keys = keysOf(study);
  if (keys.length === 0) return null;
  const head = [headOf('metric', language), ...keys.map((key) => CLASSICAL_WORDS[key]?.[language] ?? key)];
  const table = ledTable(study, language, head, ({curves}) =>
    curves.map((curve) => [
      metricOf(study, curve, language),
      ...keys.map((key) => numberText(key, curve.classical[key])),
    ]),
  );
  return {title: EVIDENCE_WORDS.classical[language], table, note: EVIDENCE_WORDS.classicalNote[language]};
}

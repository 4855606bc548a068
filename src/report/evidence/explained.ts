import type {Explained} from '../../inference/evidence.ts';
import type {Language} from '../figure.ts';
import {headsOf, ledTable} from '../ledTable.ts';
import {type Case, metricLabel} from '../lookup.ts';
import {intervalText, pClause, percentText, pText} from '../numbers.ts';
import type {Study} from '../study.ts';
import {EVIDENCE_CELLS, EVIDENCE_WORDS} from '../words/evidence.ts';
import {EVIDENCE_SENTENCES} from '../words/evidenceSentences.ts';
import {fill} from '../words/fill.ts';
import type {EvidenceSection} from './section.ts';

interface Pair {
  readonly from: string;
  readonly to: string;
  readonly explained: Explained;
}

function pairsOf({finding}: Pick<Case, 'finding'>): readonly Pair[] {
  return finding.pairs.flatMap(({from, to, explained}) => (explained ? [{from, to, explained}] : []));
}

function cellOf({explained}: Explained, language: Language): string {
  return EVIDENCE_CELLS[explained === null ? 'open' : explained ? 'yes' : 'no'][language];
}

/** Whether the continuous metric explains the discontinuous one, pair by pair; null where it was not worked out. */
export function explainedSection(study: Study, language: Language): EvidenceSection | null {
  if (study.findings.benchmarks.every((finding) => pairsOf({finding}).length === 0)) return null;
  const names = ['pairs', 'share', 'slopeChange', 'remaining', 'p', 'explains'] as const;
  const head = headsOf(names, language);
  const table = ledTable(study, language, head, (entry) =>
    pairsOf(entry).map(({from, to, explained}) => [
      `${metricLabel(study, from, language)} \u2192 ${metricLabel(study, to, language)}`,
      percentText(explained.share, 1),
      intervalText(explained.slopeChange),
      percentText(explained.remaining),
      pText(explained.p),
      cellOf(explained, language),
    ]),
  );
  return {title: EVIDENCE_WORDS.explained[language], table, note: EVIDENCE_WORDS.explainedNote[language]};
}

/** One sentence for each pair: whether the discontinuous metric is a smooth function of the continuous one. */
export function explainedSentences(study: Study, entry: Case, language: Language): readonly string[] {
  return pairsOf(entry).map(({from, to, explained: {explained, remaining, p}}) =>
    fill(EVIDENCE_SENTENCES[explained === null ? 'explainedOpen' : explained ? 'explained' : 'unexplained'], language, {
      from: metricLabel(study, from, language),
      to: metricLabel(study, to, language),
      remaining: percentText(remaining),
      p: pClause(p),
    }),
  );
}

import type {Language} from '../figure.ts';
import type {Case} from '../lookup.ts';
import type {Study} from '../study.ts';
import {EVIDENCE_WORDS} from '../words/evidence.ts';
import {classicalNumbersSection, classicalSentences, classicalTestsSection} from './classical.ts';
import {collapseSection, collapseSentences} from './collapse.ts';
import {decisionSection, decisionSentences} from './decision.ts';
import {explainedSection, explainedSentences} from './explained.ts';
import {forecastSection, forecastSentences} from './forecasts.ts';
import {lineNullSection} from './lineNull.ts';
import {shapeFreeSection, shapeFreeSentences, sharedSection, sharedSentences} from './onsets.ts';
import type {EvidenceSection} from './section.ts';
import {smoothNullSection, smoothNullSentences} from './smoothNull.ts';

const SECTIONS = [
  decisionSection,
  smoothNullSection,
  lineNullSection,
  shapeFreeSection,
  sharedSection,
  explainedSection,
  collapseSection,
  forecastSection,
  classicalNumbersSection,
  classicalTestsSection,
];

const SENTENCES = [
  decisionSentences,
  smoothNullSentences,
  shapeFreeSentences,
  sharedSentences,
  explainedSentences,
  collapseSentences,
  forecastSentences,
  classicalSentences,
];

/** What was worked out beside the bent hinge, question by question. */
export function evidenceSections(study: Study, language: Language): readonly EvidenceSection[] {
  return SECTIONS.flatMap((section) => section(study, language) ?? []);
}

/** The same for one (world, benchmark) in sentences. */
export function evidenceSentences(study: Study, entry: Case, language: Language): readonly string[] {
  return SENTENCES.flatMap((sentences) => sentences(study, entry, language));
}

/** What the sections say of themselves. */
export function evidenceNote({table}: Pick<Study, 'table'>, language: Language): string {
  return EVIDENCE_WORDS[table ? 'evidenceTable' : 'evidenceNote'][language];
}
